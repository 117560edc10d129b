//! The way back in: what somebody still has, and what takes the place of what they lost.

use serde::{Deserialize, Serialize};

use super::{Form, check_length, sign_in};
use crate::{ErrorCode, Problems, text};

crate::coded! {
    /// What was lost, and with it what proves who asks.
    Lost {
        /// The password; a code of the app, or one from paper, is the proof.
        Password = "password",
        /// The authenticator app; the password is the proof.
        App = "app",
        /// Both; the proof is a code that the bank's own people hand over once they know who asks.
        Both = "both",
    }
}

impl Lost {
    /// Whether the password was lost.
    #[must_use]
    pub const fn password(self) -> bool {
        matches!(self, Self::Password | Self::Both)
    }

    /// Whether the authenticator app was lost.
    #[must_use]
    pub const fn app(self) -> bool {
        matches!(self, Self::App | Self::Both)
    }
}

/// A code of somebody who may have more than one kind of them.
#[derive(Clone, PartialEq, Eq)]
pub enum AnyCode {
    /// Six digits of an authenticator app.
    App(String),
    /// Sixteen letters and digits from paper.
    Paper(String),
}

impl std::fmt::Debug for AnyCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::App(_) => "App",
            Self::Paper(_) => "Paper",
        })
    }
}

fn any_code(typed: &str) -> Result<AnyCode, ErrorCode> {
    let plain = text::half_width(typed);
    let plain: String = plain.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    match plain.len() {
        0 => Err(ErrorCode::AnyCodeMissing),
        6 if plain.bytes().all(|b| b.is_ascii_digit()) => Ok(AnyCode::App(plain)),
        16 if plain.bytes().all(|b| b.is_ascii_alphanumeric()) => Ok(AnyCode::Paper(plain)),
        _ => Err(ErrorCode::AnyCodeShape),
    }
}

/// Somebody has lost their password.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ForgottenForm {
    /// The user name.
    pub username: String,
    /// A code of the app, or one from paper. Never shown again, never kept.
    pub code: String,
}

impl std::fmt::Debug for ForgottenForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ForgottenForm").finish_non_exhaustive()
    }
}

impl Form for ForgottenForm {
    type Context = ();
    /// The user name in lower case, and the code.
    type Value = (String, AnyCode);

    fn check(&self, (): &()) -> Result<Self::Value, Problems> {
        let mut problems = Problems::none();
        let username = problems.keep("username", sign_in::check_username(&self.username));
        let code = problems.keep("code", any_code(&self.code));
        username.zip(code).ok_or(problems)
    }

    fn kept(&self) -> Self {
        Self { username: sign_in::short(&self.username), code: String::new() }
    }
}

/// The proof once more, when the waiting is over.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ProofForm {
    /// A code of the app, from paper, or from the bank. Never shown again, never kept.
    pub code: String,
    /// The password. Never shown again, never kept.
    pub password: String,
}

impl std::fmt::Debug for ProofForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProofForm").finish_non_exhaustive()
    }
}

/// What was given as a proof.
#[derive(Clone, PartialEq, Eq)]
pub enum Given {
    /// A code of the app, or one from paper.
    Code(AnyCode),
    /// The password.
    Password(String),
    /// The code that the bank's own people handed over.
    Handed(String),
}

impl std::fmt::Debug for Given {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Given")
    }
}

impl Form for ProofForm {
    /// What was lost.
    type Context = Lost;
    type Value = Given;

    fn check(&self, lost: &Lost) -> Result<Given, Problems> {
        match lost {
            Lost::Password => any_code(&self.code).map(Given::Code).map_err(|code| Problems::one("code", code)),
            Lost::App if self.password.is_empty() => Err(Problems::one("password", ErrorCode::PasswordMissing)),
            Lost::App => Ok(Given::Password(self.password.clone())),
            Lost::Both => match any_code(&self.code) {
                Ok(AnyCode::Paper(code)) => Ok(Given::Handed(code)),
                Err(ErrorCode::AnyCodeMissing) => Err(Problems::one("code", ErrorCode::RecoveryCodeMissing)),
                Ok(AnyCode::App(_)) | Err(_) => Err(Problems::one("code", ErrorCode::RecoveryCodeShape)),
            },
        }
    }

    fn kept(&self) -> Self {
        Self::default()
    }
}

/// What takes the place of what was lost.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AnewForm {
    /// A new password. Never shown again, never kept.
    pub password: String,
    /// The same once more.
    pub again: String,
    /// The code that a new app shows. Never kept.
    pub code: String,
}

impl std::fmt::Debug for AnewForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AnewForm").finish_non_exhaustive()
    }
}

/// What is new.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Anew {
    /// The password, where that was lost.
    pub password: Option<String>,
    /// A code of the new app, where the old one was lost.
    pub code: Option<String>,
}

impl std::fmt::Debug for Anew {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Anew").finish_non_exhaustive()
    }
}

impl Form for AnewForm {
    /// What was lost.
    type Context = Lost;
    type Value = Anew;

    fn check(&self, lost: &Lost) -> Result<Anew, Problems> {
        let mut problems = Problems::none();
        let mut anew = Anew::default();
        if lost.password() {
            anew.password = problems.keep("password", check_length(&self.password)).map(|()| self.password.clone());
            if anew.password.is_some() && self.password != self.again {
                problems.add("again", ErrorCode::PasswordAgain);
            }
        }
        if lost.app() {
            anew.code = problems.keep("code", sign_in::check_code(&self.code));
        }
        if problems.is_empty() { Ok(anew) } else { Err(problems) }
    }

    fn kept(&self) -> Self {
        Self::default()
    }
}
