//! Signing in: a name and a password, then a one-time code.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{ErrorCode, Problems, text};

/// The first half of a sign-in. Whether it is right is only said after the second half.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SignInForm {
    /// The user name.
    pub username: String,
    /// The password. Never shown again, never kept.
    pub password: String,
}

impl std::fmt::Debug for SignInForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignInForm").finish_non_exhaustive()
    }
}

impl Form for SignInForm {
    type Context = ();
    /// The user name in lower case, without spaces around it; and the password, untouched.
    type Value = (String, String);

    fn check(&self, (): &()) -> Result<Self::Value, Problems> {
        let mut problems = Problems::none();
        let username = problems.keep("username", check_username(&self.username));
        if self.password.is_empty() {
            problems.add("password", ErrorCode::PasswordMissing);
        }
        match username {
            Some(username) if problems.is_empty() => Ok((username, self.password.clone())),
            _ => Err(problems),
        }
    }

    fn kept(&self) -> Self {
        Self { username: short(&self.username), password: String::new() }
    }
}

/// A user name as typed, in lower case and without spaces around it.
pub(super) fn check_username(typed: &str) -> Result<String, ErrorCode> {
    let username = short(&text::one_line(&text::half_width(typed))).to_lowercase();
    if username.is_empty() { Err(ErrorCode::UsernameMissing) } else { Ok(username) }
}

/// As much of a user name as any can be long: what is longer is nobody's.
pub(super) fn short(username: &str) -> String {
    username.chars().take(64).collect()
}

/// The second half of a sign-in: the code of an authenticator app (RFC 6238, six digits).
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CodeForm {
    /// Six digits, perhaps with a space between. Never shown again, never kept.
    pub code: String,
}

impl std::fmt::Debug for CodeForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CodeForm").finish_non_exhaustive()
    }
}

impl Form for CodeForm {
    type Context = ();
    /// Six ASCII digits.
    type Value = String;

    fn check(&self, (): &()) -> Result<String, Problems> {
        check_code(&self.code).map_err(|code| Problems::one("code", code))
    }

    fn kept(&self) -> Self {
        Self::default()
    }
}

/// A one-time code as typed, as six ASCII digits.
pub(super) fn check_code(typed: &str) -> Result<String, ErrorCode> {
    let digits: String = text::half_width(typed).chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    match digits.len() {
        0 => Err(ErrorCode::CodeMissing),
        6 if digits.bytes().all(|b| b.is_ascii_digit()) => Ok(digits),
        _ => Err(ErrorCode::CodeShape),
    }
}
