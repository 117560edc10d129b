//! Asking somebody for money, or several for their share.

use serde::{Deserialize, Serialize};

use super::{Form, REFERENCE_LENGTH, pay::line};
use crate::{AccountId, Currency, ErrorCode, Money, Problems, amount, text};

/// Among how many something is shared at most.
pub const SHARERS: i64 = 20;

/// What is asked for, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AskForm {
    /// The id of the account to pay into.
    pub to: String,
    /// The whole amount.
    pub amount: String,
    /// What it is for. May be empty.
    pub reference: String,
    /// Among how many it is shared, whoever asks included; empty where one person pays all of it.
    pub people: String,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// The account to pay into.
    pub to: AccountId,
    /// What each is asked for.
    pub each: Money,
    /// How many are asked.
    pub times: i64,
    /// What it is for.
    pub reference: String,
}

impl Form for AskForm {
    /// The accounts of this person that can be paid into, with what each keeps.
    type Context = Vec<(AccountId, Currency)>;
    type Value = Asking;

    fn check(&self, accounts: &Self::Context) -> Result<Asking, Problems> {
        let mut problems = Problems::none();
        let known = |id: &AccountId| accounts.iter().copied().find(|(known, _)| known == id);
        let to = self.to.parse().ok().as_ref().and_then(known).ok_or(ErrorCode::ToAccountMissing);
        let to = problems.keep("to", to);
        // Without an account the digits can still be read; two decimals are what most currencies have.
        let currency = to.map_or(Currency::Gbp, |(_, currency)| currency);
        let whole = problems.keep("amount", amount::parse_payment(&self.amount, currency));
        let reference = problems.keep("reference", line(&self.reference, REFERENCE_LENGTH, ErrorCode::ReferenceLength));
        let people = problems.keep("people", self.people());
        let (Some((to, _)), Some(whole), Some(reference), Some(people)) = (to, whole, reference, people) else {
            return Err(problems);
        };
        // What does not divide is left to whoever asks: nobody is asked for more than their share.
        let each = Money::new(whole.minor / people, whole.currency);
        if each.minor == 0 {
            return Err(Problems::one("amount", ErrorCode::ShareNothing));
        }
        Ok(Asking { to, each, times: (people - 1).max(1), reference })
    }

    fn kept(&self) -> Self {
        let short = |typed: &str| typed.chars().take(2 * REFERENCE_LENGTH).collect();
        Self {
            to: short(&self.to),
            amount: short(&self.amount),
            reference: short(&self.reference),
            people: short(&self.people),
        }
    }
}

impl AskForm {
    fn people(&self) -> Result<i64, ErrorCode> {
        let typed = text::half_width(self.people.trim());
        if typed.is_empty() {
            return Ok(1);
        }
        let few = typed.len() <= 2 && typed.bytes().all(|byte| byte.is_ascii_digit());
        let people = typed.parse().ok().filter(|people| few && (2..=SHARERS).contains(people));
        people.ok_or(ErrorCode::ShareCount)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn accounts() -> Vec<(AccountId, Currency)> {
        vec![(AccountId::new(1), Currency::Gbp), (AccountId::new(2), Currency::Jpy)]
    }

    fn asked(to: i64, amount: &str, people: &str) -> Result<(i64, i64), Problems> {
        let to = AccountId::new(to).to_string();
        let form = AskForm {
            to,
            amount: amount.to_owned(),
            people: people.to_owned(),
            reference: " for \n dinner ".to_owned(),
        };
        form.check(&accounts()).map(|asking| (asking.each.minor, asking.times))
    }

    #[test]
    fn one_pays_all_of_it_or_each_their_share() {
        assert_eq!(asked(1, "25", ""), Ok((2_500, 1)));
        assert_eq!(asked(1, "100", "3"), Ok((3_333, 2)), "what does not divide is left to whoever asks");
        assert_eq!(asked(1, "100", " ４ "), Ok((2_500, 3)), "digits of any width");
        assert_eq!(asked(2, "100", "2"), Ok((50, 1)), "yen have no parts");
    }

    #[test]
    fn whatever_is_wrong_is_named() {
        let wrong = |outcome: Result<_, Problems>, field: &str| outcome.unwrap_err().of(field);
        assert_eq!(wrong(asked(3, "25", ""), "to"), Some(ErrorCode::ToAccountMissing));
        assert_eq!(wrong(asked(1, "", ""), "amount"), Some(ErrorCode::AmountMissing));
        assert_eq!(wrong(asked(1, "0.01", "2"), "amount"), Some(ErrorCode::ShareNothing));
        for people in ["1", "0", "21", "two", "-3", "2.5", "002"] {
            assert_eq!(wrong(asked(1, "25", people), "people"), Some(ErrorCode::ShareCount), "{people}");
        }
    }

    proptest! {
        #[test]
        fn nobody_is_asked_for_more_than_there_is(minor in 1..100_000_000_i64, people in 2..=SHARERS) {
            let amount = format!("{}.{:02}", minor / 100, minor % 100);
            match asked(1, &amount, &people.to_string()) {
                Ok((each, times)) => {
                    prop_assert_eq!(times, people - 1);
                    prop_assert!(each * people <= minor && minor < (each + 1) * people);
                }
                Err(problems) => {
                    prop_assert_eq!(problems.of("amount"), Some(ErrorCode::ShareNothing));
                    prop_assert!(minor < people);
                }
            }
        }
    }
}
