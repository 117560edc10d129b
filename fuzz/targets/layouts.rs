//! See `decoders::layouts`.
#![no_main]

#[path = "../parts.rs"]
mod parts;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| parts::decoders::layouts(bytes));
