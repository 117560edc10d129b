//! Reading a QR code by which one pays: its text, as a telephone reads it.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{PayeeCode, Problems};

/// The most characters that are shown again.
const KEPT: usize = 400;

/// The text of the code.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CodeTextForm {
    /// All of its lines.
    pub text: String,
}

impl Form for CodeTextForm {
    type Context = ();
    type Value = PayeeCode;

    fn check(&self, (): &()) -> Result<PayeeCode, Problems> {
        PayeeCode::from_typed(&self.text).map_err(|code| Problems::one("text", code))
    }

    fn kept(&self) -> Self {
        Self { text: self.text.chars().take(KEPT).collect() }
    }
}
