//! Approving a payment with a one-time code.

use serde::{Deserialize, Serialize};

use super::{Form, sign_in::check_code};
use crate::Problems;

/// The code, and the challenge it answers.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ApproveForm {
    /// Six digits. Never shown again, never kept.
    pub code: String,
    /// Which challenge the page showed: bound to the amount, the payee and the accounts.
    pub challenge: String,
}

impl std::fmt::Debug for ApproveForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ApproveForm").field("challenge", &self.challenge).finish_non_exhaustive()
    }
}

impl Form for ApproveForm {
    type Context = ();
    /// Six ASCII digits.
    type Value = String;

    fn check(&self, (): &()) -> Result<String, Problems> {
        check_code(&self.code).map_err(|code| Problems::one("code", code))
    }

    fn kept(&self) -> Self {
        Self { code: String::new(), challenge: self.challenge.clone() }
    }
}
