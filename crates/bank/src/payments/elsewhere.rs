//! A payment to another bank, as it is checked: what that bank says of the name, and the way it takes.

use model::{AccountId, ErrorCode, Iban, Money, Problems, Timestamp};

use super::{Draft, NameCheck, Order};
use crate::{
    Bank, Error,
    accounts::Account,
    calendar::day_number,
    rails::{self, Route},
    step_up::Shown,
};

/// Stands for the account of somebody at another bank whom nobody has paid yet.
const NOBODY_YET: AccountId = AccountId::new(0);

/// What is shown of a payment to another bank besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// What that bank says of the payee's name.
    pub name: NameCheck,
    /// The way it takes, where it leaves at once.
    pub route: Option<Route>,
}

/// The order for a payment to `payee` with the account `iban`, as far as is known before it is within limits.
pub(super) async fn order_elsewhere(
    bank: &Bank,
    draft: &Draft,
    from: Account,
    payee: String,
    iban: Iban,
) -> Result<(Order, NameCheck), Error> {
    let wrong = |code| Error::Form(Problems::one("iban", code));
    if !rails::is_open(bank) {
        return Err(wrong(ErrorCode::ElsewhereClosed));
    }
    if !rails::reaches(from.currency(), iban) {
        return Err(wrong(ErrorCode::IbanNotReached));
    }
    let heard = draft.heard.as_ref().filter(|heard| heard.iban == iban && heard.typed == payee);
    let name = heard.map_or(NameCheck::Unavailable, |heard| heard.said.clone());
    let order = Order {
        id: draft.id,
        amount: Money::zero(from.currency()),
        to: bank.sendings.account(iban, from.currency()).await?.unwrap_or(NOBODY_YET),
        from,
        payee,
        payee_number: iban.into(),
        own: false,
        stays: false,
        reference: String::new(),
        to_somebody_new: true,
        purpose: None,
        told_safety: false,
        timing: None,
        wait: None,
        second: None,
        elsewhere: Some(Elsewhere { name: name.clone(), route: None }),
    };
    Ok((order, name))
}

impl Elsewhere {
    /// And what of it is shown.
    pub(super) fn shown(&self, shown: Shown) -> Shown {
        let shown = self.name.shown(shown);
        let Some(Route { rail, arrives }) = self.route else { return shown };
        shown.text(rail.code()).number(day_number(arrives))
    }
}

impl Order {
    /// The order with the way that it takes, where it leaves at `now`.
    pub(super) fn routed(self, bank: &Bank, now: Timestamp) -> Self {
        let leaves = self.timing.is_none() && self.wait.is_none() && self.second.is_none();
        let route = leaves.then(|| rails::route(&bank.calendar, self.amount, now));
        Self { elsewhere: self.elsewhere.map(|elsewhere| Elsewhere { route, ..elsewhere }), ..self }
    }

    /// The order with the account of this bank that stands for the payee's at another.
    pub(super) async fn with_account(self, bank: &Bank) -> Result<Self, Error> {
        let Some(iban) = self.payee_number.elsewhere() else { return Ok(self) };
        let (new, now) = (AccountId::new(bank.ids.next()), bank.clock.now());
        let to = bank.sendings.open_account(iban, self.amount.currency, new, now).await?;
        Ok(Self { to, ..self })
    }
}
