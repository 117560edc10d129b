//! `banyan policy`: the policy of this bank as a file, to be edited and named by the setting `policy`.

use std::process::ExitCode;

use super::say;
use crate::config::Config;

/// Shows what holds.
#[must_use]
pub fn run(config: &Config) -> ExitCode {
    say(&config.policy.written());
    ExitCode::SUCCESS
}
