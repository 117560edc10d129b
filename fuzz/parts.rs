//! The decoders, with those parts of the program that need no Leptos around them: quick to build, quick to run.
#![expect(dead_code, reason = "each target feeds one of them")]

#[path = "../app/src/addresses.rs"]
pub mod addresses;
#[path = "../server/src/sessions/cookie.rs"]
pub mod cookie;
#[path = "decoders.rs"]
pub mod decoders;
#[path = "../app/src/reading.rs"]
pub mod reading;
