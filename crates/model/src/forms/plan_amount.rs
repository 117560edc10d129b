//! How much something planned is to be from now on.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{Currency, Money, Problems, amount};

/// Another amount for what is planned.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanAmountForm {
    /// The amount as typed.
    pub amount: String,
}

/// The most characters of it that are shown again.
const SHOWN: usize = 40;

impl Form for PlanAmountForm {
    /// The currency of the account it is paid from.
    type Context = Currency;
    type Value = Money;

    fn check(&self, currency: &Currency) -> Result<Money, Problems> {
        let mut problems = Problems::none();
        problems.keep("amount", amount::parse_payment(&self.amount, *currency)).ok_or(problems)
    }

    fn kept(&self) -> Self {
        Self { amount: self.amount.chars().take(SHOWN).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorCode;

    #[test]
    fn it_is_an_amount_that_can_be_paid() {
        let said = |typed: &str| PlanAmountForm { amount: typed.to_owned() }.check(&Currency::Gbp);
        assert_eq!(said("12.50"), Ok(Money::new(1_250, Currency::Gbp)));
        assert_eq!(said("0"), Err(Problems::one("amount", ErrorCode::AmountNotPositive)));
        assert_eq!(said(" "), Err(Problems::one("amount", ErrorCode::AmountMissing)));
    }
}
