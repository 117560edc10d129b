//! What somebody means: words in, an understanding out. No network, no clock, no web.
//!
//! Whatever is here is a function of its arguments. Training takes a seed, dates are told against a day that is given.

pub mod classify;
pub mod compare;
pub mod data;
pub mod dialogue;
mod dice;
pub mod encoder;
pub mod entities;
pub mod frozen;
pub mod intent;
pub mod knowledge;
pub mod lane;
pub mod language;
pub mod normalise;
mod numbers;
pub mod ours;
pub mod redact;
mod understand;

pub use intent::{Intent, Kind};
pub use understand::{Guessed, Understanding, guessed, understand};
