//! Passkeys: what a browser sends for them, and what people call them.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{ErrorCode, Problems, text};

/// The most characters of a passkey's name.
pub const PASSKEY_NAME_LENGTH: usize = 40;

/// The most bytes of what a passkey has signed: several times what any authenticator sends.
const LONGEST_ANSWER: usize = 16 * 1024;

/// What a passkey has signed, as the browser sends it.
pub(super) fn check_answer(answer: &str) -> Result<String, ErrorCode> {
    match answer.len() {
        0 => Err(ErrorCode::PasskeyMissing),
        1..=LONGEST_ANSWER => Ok(answer.to_owned()),
        _ => Err(ErrorCode::PasskeyRefused),
    }
}

fn check_name(typed: &str) -> Result<String, ErrorCode> {
    let name = text::one_line(typed);
    if !(1..=PASSKEY_NAME_LENGTH).contains(&text::length(&name)) {
        return Err(ErrorCode::PasskeyName);
    }
    if text::turns_direction(&name) { Err(ErrorCode::TextNotAllowed) } else { Ok(name) }
}

/// Signing in with a passkey.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PasskeySignInForm {
    /// What it has signed: JSON. Never shown again, never kept.
    pub passkey: String,
}

impl std::fmt::Debug for PasskeySignInForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PasskeySignInForm").finish_non_exhaustive()
    }
}

impl Form for PasskeySignInForm {
    type Context = ();
    /// JSON.
    type Value = String;

    fn check(&self, (): &()) -> Result<String, Problems> {
        check_answer(&self.passkey).map_err(|code| Problems::one("", code))
    }

    fn kept(&self) -> Self {
        Self::default()
    }
}

/// A new passkey.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NewPasskeyForm {
    /// What to call it.
    pub name: String,
    /// What the authenticator has made: JSON. Never shown again, never kept.
    pub passkey: String,
}

impl std::fmt::Debug for NewPasskeyForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewPasskeyForm").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Form for NewPasskeyForm {
    type Context = ();
    /// Its name, and JSON.
    type Value = (String, String);

    fn check(&self, (): &()) -> Result<Self::Value, Problems> {
        let mut problems = Problems::none();
        let name = check_name(&self.name).map_err(|code| problems.add("name", code));
        let answer = check_answer(&self.passkey).map_err(|code| problems.add("", code));
        match (name, answer) {
            (Ok(name), Ok(answer)) => Ok((name, answer)),
            _ => Err(problems),
        }
    }

    fn kept(&self) -> Self {
        Self { name: self.name.chars().take(2 * PASSKEY_NAME_LENGTH).collect(), passkey: String::new() }
    }
}

/// Another name for a passkey.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PasskeyNameForm {
    /// What to call it.
    pub name: String,
}

impl Form for PasskeyNameForm {
    type Context = ();
    /// One line.
    type Value = String;

    fn check(&self, (): &()) -> Result<String, Problems> {
        check_name(&self.name).map_err(|code| Problems::one("name", code))
    }

    fn kept(&self) -> Self {
        Self { name: self.name.chars().take(2 * PASSKEY_NAME_LENGTH).collect() }
    }
}
