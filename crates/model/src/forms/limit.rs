//! How much a limit is to be.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{Currency, Money, Problems, amount};

/// Another limit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LimitForm {
    /// The amount as typed.
    pub amount: String,
}

/// The most characters of it that are shown again.
const SHOWN: usize = 40;

impl Form for LimitForm {
    /// The currency of the account.
    type Context = Currency;
    type Value = Money;

    fn check(&self, currency: &Currency) -> Result<Money, Problems> {
        let mut problems = Problems::none();
        problems.keep("amount", amount::parse_limit(&self.amount, *currency)).ok_or(problems)
    }

    fn kept(&self) -> Self {
        Self { amount: self.amount.chars().take(SHOWN).collect() }
    }
}
