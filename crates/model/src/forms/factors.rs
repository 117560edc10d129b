//! A new password, and codes on paper.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{ErrorCode, Problems, text};

/// The fewest characters of a password (NIST SP 800-63B-4 section 3.1.1.2).
pub const PASSWORD_SHORTEST: usize = 15;
/// The most characters of a password.
pub const PASSWORD_LONGEST: usize = 128;

/// A new password, typed twice.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NewPasswordForm {
    /// The password. Never shown again, never kept.
    pub password: String,
    /// The same once more.
    pub again: String,
}

impl std::fmt::Debug for NewPasswordForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewPasswordForm").finish_non_exhaustive()
    }
}

/// Whether a password is as long as one has to be, and no longer.
///
/// # Errors
/// What is wrong with it.
pub fn check_length(password: &str) -> Result<(), ErrorCode> {
    match text::length(password) {
        0 => Err(ErrorCode::PasswordMissing),
        1..PASSWORD_SHORTEST => Err(ErrorCode::PasswordShort),
        PASSWORD_SHORTEST..=PASSWORD_LONGEST => Ok(()),
        _ => Err(ErrorCode::PasswordLong),
    }
}

impl Form for NewPasswordForm {
    type Context = ();
    /// The password, untouched.
    type Value = String;

    fn check(&self, (): &()) -> Result<String, Problems> {
        check_length(&self.password).map_err(|code| Problems::one("password", code))?;
        if self.password == self.again {
            Ok(self.password.clone())
        } else {
            Err(Problems::one("again", ErrorCode::PasswordAgain))
        }
    }

    fn kept(&self) -> Self {
        Self::default()
    }
}

/// A recovery code instead of the code of an app.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RecoveryCodeForm {
    /// Sixteen letters and digits, perhaps with something between. Never shown again, never kept.
    pub code: String,
}

impl std::fmt::Debug for RecoveryCodeForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecoveryCodeForm").finish_non_exhaustive()
    }
}

impl Form for RecoveryCodeForm {
    type Context = ();
    /// Sixteen letters and digits.
    type Value = String;

    fn check(&self, (): &()) -> Result<String, Problems> {
        let plain = text::half_width(&self.code);
        let plain: String = plain.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        if plain.is_empty() {
            Err(Problems::one("code", ErrorCode::RecoveryCodeMissing))
        } else if plain.len() == 16 && plain.chars().all(|c| c.is_ascii_alphanumeric()) {
            Ok(plain)
        } else {
            Err(Problems::one("code", ErrorCode::RecoveryCodeShape))
        }
    }

    fn kept(&self) -> Self {
        Self::default()
    }
}
