//! `banyan rates`: what currencies are worth and what exchanging them costs, as a file to be edited and named by the setting
//! `rates`.

use std::{fs, process::ExitCode};

use bank::Clock;

use super::say;
use crate::{
    config::{Config, RatesFile},
    system::SystemClock,
};

/// Shows what holds; where nothing does, examples of now.
#[must_use]
pub fn run(config: &Config) -> ExitCode {
    let kept = config.rates.as_ref().and_then(|at| fs::read_to_string(at.path()).ok());
    say(&kept.unwrap_or_else(|| RatesFile::example(SystemClock.now())));
    ExitCode::SUCCESS
}
