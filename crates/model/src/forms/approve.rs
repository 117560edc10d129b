//! Approving something with a one-time code or a passkey.

use serde::{Deserialize, Serialize};

use super::{Form, passkey::check_answer, sign_in::check_code};
use crate::Problems;

/// The code or what a passkey has signed, and the challenge it answers.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ApproveForm {
    /// Six digits. Never shown again, never kept.
    pub code: String,
    /// Which challenge the page showed: bound to everything that was shown with it.
    pub challenge: String,
    /// What a passkey has signed: JSON. Never shown again, never kept.
    pub passkey: String,
}

impl std::fmt::Debug for ApproveForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ApproveForm").field("challenge", &self.challenge).finish_non_exhaustive()
    }
}

/// How something is approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Approval {
    /// With six ASCII digits.
    Code(String),
    /// With what a passkey has signed: JSON.
    Passkey(String),
}

impl Form for ApproveForm {
    type Context = ();
    type Value = Approval;

    fn check(&self, (): &()) -> Result<Approval, Problems> {
        let approval = if self.passkey.is_empty() {
            check_code(&self.code).map(Approval::Code)
        } else {
            check_answer(&self.passkey).map(Approval::Passkey)
        };
        approval.map_err(|code| Problems::one("code", code))
    }

    fn kept(&self) -> Self {
        Self { challenge: self.challenge.clone(), ..Self::default() }
    }
}
