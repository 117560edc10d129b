//! A payment that was talked about: it begins with everything that was said, and nothing of it is paid before the pages
//! have checked it.

use jiff::civil::Date;
use model::{
    AccountId, CustomerId, Money, PaymentId,
    forms::{AmountForm, Every, PayeeKind, Timing, WhenForm},
};
use serde::{Deserialize, Serialize};

use super::{
    Draft,
    again::again,
    choices::{destinations, sources},
    draft::{MOST_DRAFTS, blank, bounded, save, vacant},
};
use crate::{Bank, Error, accounts::Account};

/// How many of its days are looked at for one that is still to come.
const DAYS_ON: usize = 500;

/// A payment as far as it was said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prepared {
    /// To whom.
    pub to: Recipient,
    /// How much.
    pub amount: Option<Money>,
    /// From which account.
    pub from: Option<AccountId>,
    /// On which day, or from which day on; at once where there is none.
    pub day: Option<Date>,
    /// How often; once where nothing is said.
    pub every: Option<Every>,
    /// What the payee is to read.
    pub reference: Option<String>,
}

/// To whom a payment goes that was talked about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recipient {
    /// Nobody was named.
    #[default]
    Unsaid,
    /// Whoever that payment went to.
    Paid(PaymentId),
    /// Somebody who was not paid before, by the name they were called.
    Named(String),
    /// An account of their own; `None` where it was not said which.
    Own(Option<AccountId>),
}

/// Begins a payment of `owner` with everything that is `prepared`. What cannot be taken as it was said is left to be asked.
/// The same that was begun before and is not paid is gone on with: who presses twice has one payment to look at.
///
/// # Errors
/// [`model::ErrorCode::NotFound`] where `owner` has paid nobody so; [`Error::Unavailable`].
pub async fn start_prepared(bank: &Bank, owner: CustomerId, prepared: &Prepared) -> Result<PaymentId, Error> {
    let begun = match &prepared.to {
        Recipient::Paid(payment) => again(bank, owner, *payment).await?,
        Recipient::Own(_) => blank(bank, owner, prepared.from, Some(PayeeKind::Own)).await?,
        Recipient::Unsaid | Recipient::Named(_) => blank(bank, owner, prepared.from, None).await?,
    };
    let accounts = bank.accounts.list(owner).await?;
    let draft = filled(begun, &accounts, prepared, bank.calendar.day(bank.clock.now()));
    let drafts = bank.payments.drafts(owner, MOST_DRAFTS).await?;
    if let Some(same) = drafts.iter().find(|other| is_same(other, &draft)) {
        return Ok(same.id);
    }
    let id = vacant(bank, owner).await?;
    save(bank, Draft { id, ..draft }).await?;
    Ok(id)
}

fn is_same(one: &Draft, other: &Draft) -> bool {
    (&one.amount, &one.payee, &one.when) == (&other.amount, &other.payee, &other.when)
}

/// The draft with what was said.
fn filled(mut draft: Draft, accounts: &[Account], prepared: &Prepared, today: Date) -> Draft {
    let sources = sources(accounts, draft.kind());
    // An account that nothing can be paid from is left to be chosen anew.
    if let Some(from) = prepared.from {
        let known = sources.iter().find(|account| account.id == from);
        draft.amount.from = known.map(|account| account.id.to_string()).unwrap_or_default();
    }
    let from = sources.iter().find(|account| account.id.to_string() == draft.amount.from);
    // Twenty pounds are not twenty euros: the amount is typed anew where the account keeps another currency.
    let fits = |money: &Money| match from {
        Some(from) => from.currency() == money.currency,
        None => sources.iter().all(|account| account.currency() == money.currency),
    };
    let amount = prepared.amount.filter(fits).map(Money::plain).unwrap_or_default();
    draft.sent.amount = from.is_some() && !amount.is_empty();
    draft.amount = AmountForm { amount, ..draft.amount };
    match &prepared.to {
        Recipient::Named(name) => draft.payee.name = bounded(name.clone()),
        Recipient::Own(Some(to)) => {
            let known = from.is_none_or(|from| destinations(accounts, from.id).iter().any(|account| account.id == *to));
            if known {
                draft.payee.own = to.to_string();
                draft.sent.payee = true;
            }
        }
        Recipient::Own(None) | Recipient::Paid(_) | Recipient::Unsaid => {}
    }
    if let Some(reference) = &prepared.reference {
        draft.payee.reference = bounded(reference.clone());
    }
    draft.when = when(prepared, today);
    draft
}

/// When it is made. The first day is still to come: what begins today again and again has its next day instead.
fn when(prepared: &Prepared, today: Date) -> WhenForm {
    let every = match (prepared.every, prepared.day) {
        (Some(every), _) => every,
        // Today is at once; a day that is over by now is asked anew.
        (None, Some(day)) if day != today => Every::Once,
        (None, _) => return WhenForm::default(),
    };
    let next = |first: Date| {
        let timing = Timing { first, every, last: None };
        (0..).map_while(|nth| timing.day(nth)).take(DAYS_ON).find(|day| *day > today)
    };
    let day = prepared.day.and_then(next).map(|day| day.to_string()).unwrap_or_default();
    WhenForm { every: every.code().to_owned(), day, last: String::new() }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_first_day_is_still_to_come() {
        let today = date(2026, 11, 27);
        let said = |day: Option<Date>, every: Option<Every>| {
            let form = when(&Prepared { day, every, ..Prepared::default() }, today);
            (form.every, form.day)
        };
        let told = |every: &str, day: &str| (every.to_owned(), day.to_owned());
        assert_eq!(said(None, None), told("", ""));
        assert_eq!(said(Some(today), None), told("", ""), "today is at once");
        assert_eq!(said(Some(date(2026, 12, 4)), None), told("once", "2026-12-04"));
        assert_eq!(said(Some(today), Some(Every::Week)), told("week", "2026-12-04"));
        assert_eq!(said(Some(today), Some(Every::Month)), told("month", "2026-12-27"));
        assert_eq!(said(None, Some(Every::Month)), told("month", ""), "the first day is asked");
        assert_eq!(said(Some(date(2026, 11, 26)), None), told("once", ""), "a day that is over is asked anew");
        assert_eq!(said(Some(date(2026, 11, 2)), Some(Every::Week)), told("week", "2026-11-30"));
        assert_eq!(said(Some(date(2026, 8, 31)), Some(Every::Month)), told("month", "2026-11-30"));
    }
}
