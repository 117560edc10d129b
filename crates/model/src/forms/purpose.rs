//! What a payment is for.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{ErrorCode, Problems};

crate::coded! {
    /// What a payment is for, as far as tricks differ by it.
    PaymentPurpose {
        /// A bill or an invoice.
        Bill = "bill",
        /// Something that is bought.
        Goods = "goods",
        /// Somebody of the family, or a friend.
        Family = "family",
        /// Savings, or an investment.
        Investment = "investment",
        /// To keep the money safe, because somebody said so: no bank, no police and no office ever asks for that.
        Safety = "safety",
        /// Anything else.
        Other = "other",
    }
}

/// What somebody says a payment is for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PurposeForm {
    /// A [`PaymentPurpose`] code; empty where nobody has said.
    pub purpose: String,
}

impl Form for PurposeForm {
    type Context = ();
    type Value = PaymentPurpose;

    fn check(&self, (): &()) -> Result<PaymentPurpose, Problems> {
        PaymentPurpose::from_code(&self.purpose).ok_or_else(|| Problems::one("purpose", ErrorCode::PurposeMissing))
    }
}
