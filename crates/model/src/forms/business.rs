//! Who may act for the account of a business, and from how much on a payment takes two people.

use serde::{Deserialize, Serialize};

use super::{Form, NAME_LENGTH, pay::line};
use crate::{AccountNumber, Currency, ErrorCode, Money, Problems, amount, text};

/// The most characters of what is said with a refusal.
pub const REFUSAL_LENGTH: usize = 300;
/// The most characters of a field that are shown again.
const SHOWN: usize = 2 * NAME_LENGTH;

crate::coded! {
    /// What somebody may do for the account of a business.
    ActRole {
        /// They prepare payments, which another approves.
        Prepare = "prepare",
        /// They approve what others have prepared.
        Approve = "approve",
        /// Either.
        Both = "both",
    }
}

impl ActRole {
    /// Whether they prepare payments.
    #[must_use]
    pub const fn prepares(self) -> bool {
        matches!(self, Self::Prepare | Self::Both)
    }

    /// Whether they approve payments of others.
    #[must_use]
    pub const fn approves(self) -> bool {
        matches!(self, Self::Approve | Self::Both)
    }
}

/// Who is to act, and what they may do, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ActForm {
    /// Their name.
    pub name: String,
    /// The number of an account of theirs.
    pub number: String,
    /// An [`ActRole`] code.
    pub role: String,
    /// The most that a payment may be; empty where only the limits of the account count.
    pub most: String,
}

/// Who is to act, and what they may do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acting {
    /// Their name, on one line.
    pub name: String,
    /// The number of an account of theirs.
    pub number: AccountNumber,
    /// What they may do.
    pub role: ActRole,
    /// The most that a payment may be which they make or approve.
    pub most: Option<Money>,
}

impl Form for ActForm {
    /// The currency of the account.
    type Context = Currency;
    type Value = Acting;

    fn check(&self, currency: &Currency) -> Result<Acting, Problems> {
        let mut problems = Problems::none();
        let name = line(&self.name, NAME_LENGTH, ErrorCode::PayeeNameLength)
            .and_then(|name| if name.is_empty() { Err(ErrorCode::MandateName) } else { Ok(name) });
        let name = problems.keep("name", name);
        let number = problems.keep("number", AccountNumber::from_typed(&self.number));
        let role = problems.keep("role", ActRole::from_code(&self.role).ok_or(ErrorCode::ChoiceUnknown));
        let most = match self.most.trim() {
            "" => Some(None),
            typed => problems.keep("most", amount::parse_payment(typed, *currency).map(Some)),
        };
        match (name, number, role, most) {
            (Some(name), Some(number), Some(role), Some(most)) => Ok(Acting { name, number, role, most }),
            _ => Err(problems),
        }
    }

    fn kept(&self) -> Self {
        let short = |typed: &String| typed.chars().take(SHOWN).collect();
        Self { name: short(&self.name), number: short(&self.number), role: short(&self.role), most: short(&self.most) }
    }
}

/// From how much on a payment takes two people, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TwoPeopleForm {
    /// `two`, or `one` where one is enough for everything.
    pub people: String,
    /// The amount as typed, where it is two.
    pub from: String,
}

impl Form for TwoPeopleForm {
    /// The currency of the account.
    type Context = Currency;
    /// From how much on; `None` where one is enough.
    type Value = Option<Money>;

    fn check(&self, currency: &Currency) -> Result<Option<Money>, Problems> {
        match self.people.as_str() {
            "one" => Ok(None),
            "two" => match amount::parse_limit(&self.from, *currency) {
                Ok(from) => Ok(Some(from)),
                Err(ErrorCode::LimitMissing) => Err(Problems::one("from", ErrorCode::AmountMissing)),
                Err(code) => Err(Problems::one("from", code)),
            },
            _ => Err(Problems::one("people", ErrorCode::ChoiceUnknown)),
        }
    }

    fn kept(&self) -> Self {
        let short = |typed: &String| typed.chars().take(SHOWN).collect();
        Self { people: short(&self.people), from: short(&self.from) }
    }
}

/// Why a payment that somebody has prepared is not approved, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RefusalForm {
    /// What its maker is to read.
    pub why: String,
}

impl Form for RefusalForm {
    type Context = ();
    /// What was written, on one line.
    type Value = String;

    fn check(&self, (): &()) -> Result<String, Problems> {
        let why = line(&self.why, REFUSAL_LENGTH, ErrorCode::RefusalLength)
            .and_then(|why| if text::length(&why) == 0 { Err(ErrorCode::RefusalMissing) } else { Ok(why) });
        why.map_err(|code| Problems::one("why", code))
    }

    fn kept(&self) -> Self {
        Self { why: self.why.chars().take(2 * REFUSAL_LENGTH).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> ActForm {
        ActForm {
            name: " Anna \n Whitfield ".to_owned(),
            number: AccountNumber::from_serial(7).unwrap().to_string(),
            role: "both".to_owned(),
            most: String::new(),
        }
    }

    #[test]
    fn who_is_meant_and_what_they_may_do_is_asked_and_a_most_need_not_be_said() {
        let acting = form().check(&Currency::Gbp).unwrap();
        assert_eq!((acting.name.as_str(), acting.role, acting.most), ("Anna Whitfield", ActRole::Both, None));
        let acting = ActForm { most: "250".to_owned(), ..form() }.check(&Currency::Gbp).unwrap();
        assert_eq!(acting.most, Some(Money::new(25_000, Currency::Gbp)));
        let problems = ActForm { most: "much".to_owned(), ..ActForm::default() }.check(&Currency::Gbp).unwrap_err();
        for field in ["name", "number", "role", "most"] {
            assert!(problems.of(field).is_some(), "{field}");
        }
    }

    #[test]
    fn two_people_from_nothing_on_is_all_payments() {
        let said = |people: &str, from: &str| {
            let form = TwoPeopleForm { people: people.to_owned(), from: from.to_owned() };
            form.check(&Currency::Gbp).map(|from| from.map(|from| from.minor))
        };
        assert_eq!(said("one", "what was typed before"), Ok(None));
        assert_eq!(said("two", "0"), Ok(Some(0)));
        assert_eq!(said("two", "1000"), Ok(Some(100_000)));
        assert!(said("two", "").unwrap_err().of("from").is_some());
        assert_eq!(said("", "").unwrap_err().of("people"), Some(ErrorCode::ChoiceUnknown));
    }

    #[test]
    fn a_refusal_says_why() {
        let said = |why: &str| RefusalForm { why: why.to_owned() }.check(&());
        assert_eq!(said(" It was paid \n already. ").unwrap(), "It was paid already.");
        assert_eq!(said("  ").unwrap_err().of("why"), Some(ErrorCode::RefusalMissing));
        assert_eq!(said(&"a".repeat(301)).unwrap_err().of("why"), Some(ErrorCode::RefusalLength));
    }
}
