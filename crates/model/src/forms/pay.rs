//! Paying somebody: how much from where, then to whom.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{AbroadNumber, AccountId, AccountNumber, Currency, ErrorCode, Iban, Money, Problems, amount, text};

/// The most characters of a payee's name.
pub const NAME_LENGTH: usize = 70;
/// The most characters of a reference (as in an ISO 20022 credit transfer shown on one line).
pub const REFERENCE_LENGTH: usize = 35;

/// How much, from which account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AmountForm {
    /// The id of the account to pay from.
    pub from: String,
    /// The amount as typed.
    pub amount: String,
}

impl Form for AmountForm {
    /// The accounts this person can pay from, with what each keeps.
    type Context = Vec<(AccountId, Currency)>;
    type Value = (AccountId, Money);

    fn check(&self, accounts: &Self::Context) -> Result<Self::Value, Problems> {
        let mut problems = Problems::none();
        let from = problems.keep("from", self.account(accounts));
        // Without an account the digits can still be read; two decimals are what most currencies have.
        let currency = from.map_or(Currency::Gbp, |(_, currency)| currency);
        let amount = problems.keep("amount", amount::parse_payment(&self.amount, currency));
        match (from, amount) {
            (Some((account, _)), Some(amount)) => Ok((account, amount)),
            _ => Err(problems),
        }
    }
}

impl AmountForm {
    fn account(&self, accounts: &[(AccountId, Currency)]) -> Result<(AccountId, Currency), ErrorCode> {
        if self.from.is_empty() {
            return Err(ErrorCode::FromAccountMissing);
        }
        let id: AccountId = self.from.parse().map_err(|_| ErrorCode::FromAccountUnknown)?;
        accounts.iter().copied().find(|(known, _)| *known == id).ok_or(ErrorCode::FromAccountUnknown)
    }
}

crate::coded! {
    /// Whether the money stays with the same person.
    PayeeKind {
        /// Another account of the same person.
        Own = "own",
        /// Another customer of this bank.
        Other = "other",
        /// Somebody with an account at another bank.
        Elsewhere = "elsewhere",
        /// Somebody with an account in another currency.
        Abroad = "abroad",
    }
}

/// To whom, and what they will read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PayeeForm {
    /// A [`PayeeKind`] code.
    pub kind: String,
    /// The id of the person's own account to pay to; only for [`PayeeKind::Own`].
    pub own: String,
    /// The payee's name; not for [`PayeeKind::Own`].
    pub name: String,
    /// The payee's account number: for [`PayeeKind::Other`], and abroad where it is no IBAN.
    pub number: String,
    /// The number of their account at another bank: for [`PayeeKind::Elsewhere`], and [`AbroadWay::Iban`].
    pub iban: String,
    /// An [`AbroadWay`] code; this and what follows only for [`PayeeKind::Abroad`].
    pub way: String,
    /// The code of their bank; not with an IBAN.
    pub bank: String,
    /// The code of the currency in which it arrives; in China it is the yuan.
    pub currency: String,
    /// How much is to arrive, in that currency; empty where it was said how much leaves.
    pub arrives: String,
    /// What the payee will read beside the payment. May be empty.
    pub reference: String,
}

/// Who is paid, before anybody has looked whether that account exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payee {
    /// Another account of the same person.
    Own(AccountId),
    /// Another customer of this bank.
    Other {
        /// The name as typed, on one line.
        name: String,
        /// Their account number.
        number: AccountNumber,
    },
    /// Somebody with an account at another bank.
    Elsewhere {
        /// The name as typed, on one line.
        name: String,
        /// The number of their account there.
        iban: Iban,
    },
    /// Somebody with an account in another currency.
    Abroad {
        /// The name as typed, on one line.
        name: String,
        /// Their account, and the currency in which money arrives there.
        number: AbroadNumber,
        /// How much is to arrive, where that was said.
        arrives: Option<Money>,
    },
}

impl Form for PayeeForm {
    type Context = ();
    /// The payee and the reference.
    type Value = (Payee, String);

    fn check(&self, (): &()) -> Result<Self::Value, Problems> {
        let mut problems = Problems::none();
        let payee = match PayeeKind::from_code(&self.kind) {
            Some(PayeeKind::Own) => self.own_account(&mut problems),
            Some(PayeeKind::Other) => self.other_customer(&mut problems),
            Some(PayeeKind::Elsewhere) => self.elsewhere(&mut problems),
            Some(PayeeKind::Abroad) => self.abroad(&mut problems),
            None => {
                problems.add("kind", ErrorCode::PayeeKindMissing);
                None
            }
        };
        let reference = problems.keep("reference", line(&self.reference, REFERENCE_LENGTH, ErrorCode::ReferenceLength));
        match (payee, reference) {
            (Some(payee), Some(reference)) if problems.is_empty() => Ok((payee, reference)),
            _ => Err(problems),
        }
    }

    /// The number of a card is never kept, nor shown again.
    fn kept(&self) -> Self {
        let number = if self.is_card() { String::new() } else { self.number.clone() };
        Self { number, ..self.clone() }
    }
}

impl PayeeForm {
    fn own_account(&self, problems: &mut Problems) -> Option<Payee> {
        let id = self.own.parse().map_err(|_| ErrorCode::ToAccountMissing);
        problems.keep("own", id).map(Payee::Own)
    }

    fn other_customer(&self, problems: &mut Problems) -> Option<Payee> {
        let name = self.named(problems);
        let number = problems.keep("number", AccountNumber::from_typed(&self.number));
        Some(Payee::Other { name: name?, number: number? })
    }

    fn elsewhere(&self, problems: &mut Problems) -> Option<Payee> {
        let name = self.named(problems);
        let iban = problems.keep("iban", super::pay_abroad::iban(&self.iban));
        Some(Payee::Elsewhere { name: name?, iban: iban? })
    }

    pub(super) fn named(&self, problems: &mut Problems) -> Option<String> {
        let name = line(&self.name, NAME_LENGTH, ErrorCode::PayeeNameLength)
            .and_then(|name| if name.is_empty() { Err(ErrorCode::PayeeNameMissing) } else { Ok(name) });
        problems.keep("name", name)
    }
}

/// Text for one line of a statement: neither too long nor able to turn the words around it, and only characters.
pub(super) fn line(typed: &str, longest: usize, too_long: ErrorCode) -> Result<String, ErrorCode> {
    let line = text::one_line(typed);
    if text::length(&line) > longest {
        return Err(too_long);
    }
    let allowed = !text::turns_direction(&line) && !text::holds_noncharacter(&line);
    if allowed { Ok(line) } else { Err(ErrorCode::TextNotAllowed) }
}
