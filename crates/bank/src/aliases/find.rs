//! What a payer does: look somebody up.

use model::{
    AccountNumber, Alias, CustomerId, ErrorCode, PaymentId, Problems,
    forms::{AliasForm, Form, PayeeForm, PayeeKind, PurposeForm},
};
use serde::{Deserialize, Serialize};

use super::{Holder, masked};
use crate::{
    Bank, Error,
    calendar::day_number,
    payments::{self, Draft},
    ports::PayeeAccount,
    security::Contact,
};

/// How many people one payer looks for on one day at most, found or not: nobody tries numbers out.
pub const FINDS: i64 = 10;

/// Whom a draft was begun for by what they are found by: an account, and what was shown of the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The number of the account.
    pub number: AccountNumber,
    /// Half of the name.
    pub name: String,
}

impl Found {
    /// Whether it is this one that somebody has taken, by the name and the number in a form.
    #[must_use]
    pub fn is(&self, form: &PayeeForm) -> bool {
        let number = AccountNumber::from_typed(&form.number);
        form.kind == PayeeKind::Other.code() && form.name == self.name && number == Ok(self.number)
    }

    /// Whether the name that was shown still belongs to the account, which is `account`'s now.
    pub(crate) fn holds(&self, name: &str, account: &PayeeAccount) -> bool {
        self.name == name && masked(&account.holder) == name
    }

    /// For a payee that was paid before by half of the name: the same again.
    pub(crate) async fn again(bank: &Bank, form: &PayeeForm) -> Result<Option<Self>, Error> {
        let Ok(number) = AccountNumber::from_typed(&form.number) else { return Ok(None) };
        let account = bank.accounts.payee(number).await?;
        let found = Self { number, name: form.name.clone() };
        Ok(account.filter(|account| found.holds(&form.name, account)).map(|_| found))
    }
}

/// Looks for whoever is found by what `payer` typed, and puts them into their draft, to be looked at before it goes on.
/// What was typed is kept nowhere.
///
/// # Errors
/// [`Error::Form`]: [`ErrorCode::AliasNobody`] for who is no customer and for who does not want to be found alike,
/// [`ErrorCode::AliasEnough`] for whoever looks too often. [`ErrorCode::NotFound`] where it is no draft of theirs;
/// [`Error::Unavailable`].
pub async fn find(bank: &Bank, payer: CustomerId, draft: PaymentId, form: &AliasForm) -> Result<(), Error> {
    let Some((draft, _)) = payments::open(bank, payer, draft).await? else { return Ok(()) };
    let alias = form.check(&())?;
    let wrong = |code| Error::Form(Problems::one("alias", code));
    let now = bank.clock.now();
    // Counted before anything is looked up, so that looks side by side are no way around it.
    if !bank.aliases.count(payer, day_number(bank.calendar.day(now)), FINDS, now).await? {
        return Err(wrong(ErrorCode::AliasEnough));
    }
    let held = bank.aliases.holder(&alias).await?.filter(|holder| is_still(&alias, &holder.contact));
    let holder = held.ok_or_else(|| wrong(ErrorCode::AliasNobody))?;
    if holder.customer == payer {
        return Err(wrong(ErrorCode::AliasOwn));
    }
    payments::save(bank, filled(draft, &holder)).await
}

/// Whether `alias` is still what the bank knows of somebody.
fn is_still(alias: &Alias, contact: &Contact) -> bool {
    super::own::known(alias.way(), contact).is_ok_and(|known| known == *alias)
}

/// The draft, with whoever was found. Nothing is said by that: it is looked at first, and what was said of somebody else
/// is forgotten.
fn filled(draft: Draft, holder: &Holder) -> Draft {
    let name = masked(&holder.name);
    let payee = PayeeForm {
        kind: PayeeKind::Other.code().to_owned(),
        name: name.clone(),
        number: holder.number.to_string(),
        reference: draft.payee.reference.clone(),
        ..PayeeForm::default()
    };
    let sent = payments::Steps { payee: false, ..draft.sent };
    let found = Some(Found { number: holder.number, name });
    Draft { payee, found, heard: None, purpose: PurposeForm::default(), sent, ..draft }
}
