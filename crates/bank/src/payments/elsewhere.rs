//! A payment to another bank, as it is checked: what that bank says of the name, and the way it takes.

use model::{AccountId, ErrorCode, Iban, Money, Problems, Timestamp};

use super::{Draft, NameCheck, Order};
use crate::{
    Bank, Error,
    abroad::{Exchange, Legs, Places, Quote},
    accounts::Account,
    calendar::day_number,
    rails::{self, Route},
    step_up::Shown,
};

/// Stands for the account of somebody at another bank whom nobody has paid yet.
pub(super) const NOBODY_YET: AccountId = AccountId::new(0);

/// What is shown of a payment to another bank besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// What that bank says of the payee's name.
    pub name: NameCheck,
    /// The way it takes, where it leaves at once.
    pub route: Option<Route>,
    /// What it costs, where it is exchanged.
    pub exchange: Option<Exchanging>,
}

/// An exchange that is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchanging {
    /// Its figures.
    pub quote: Quote,
    /// Until when they hold.
    pub until: Timestamp,
    /// Where it is booked, once that is known.
    pub(super) booked: Option<(Places, Legs)>,
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
        elsewhere: Some(Elsewhere { name: name.clone(), route: None, exchange: None }),
    };
    Ok((order, name))
}

impl Elsewhere {
    /// And what of it is shown.
    pub(super) fn shown(&self, shown: Shown) -> Shown {
        let shown = self.name.shown(shown);
        // Until when the figures hold is no part of them: what is shown anew and is the same is the same.
        let shown = self.exchange.iter().fold(shown, |shown, exchange| exchange.shown(shown));
        let Some(Route { rail, arrives }) = self.route else { return shown };
        shown.text(rail.code()).number(day_number(arrives))
    }
}

impl Elsewhere {
    /// What is kept of the exchange with the payment, once it is known where it is booked.
    pub(super) fn exchange(&self) -> Option<Exchange> {
        let Exchanging { quote, booked, .. } = self.exchange.as_ref()?;
        booked.map(|(places, legs)| Exchange { quote: *quote, places, legs, back: None })
    }
}

impl Exchanging {
    /// And what of it is shown.
    fn shown(&self, shown: Shown) -> Shown {
        let Quote { arrives, exchanged, margin, fee, rate, of, .. } = self.quote;
        let shown = shown.money(arrives).money(exchanged).money(margin).money(fee);
        shown.number(rate.millionths()).number(of.micros())
    }
}

impl Order {
    /// What it costs, where it is exchanged.
    #[must_use]
    pub fn quote(&self) -> Option<&Quote> {
        self.elsewhere.as_ref()?.exchange.as_ref().map(|exchange| &exchange.quote)
    }

    /// The order with the way that it takes, where it leaves at `now`.
    pub(super) fn routed(self, bank: &Bank, now: Timestamp) -> Self {
        let leaves = self.timing.is_none() && self.wait.is_none() && self.second.is_none();
        let route = leaves.then(|| rails::way(&bank.calendar, self.amount, self.quote(), now));
        Self { elsewhere: self.elsewhere.map(|elsewhere| Elsewhere { route, ..elsewhere }), ..self }
    }

    /// The order with the account of this bank that stands for the payee's at another.
    pub(super) async fn with_account(self, bank: &Bank) -> Result<Self, Error> {
        let now = bank.clock.now();
        if let Some(number) = self.payee_number.abroad() {
            let (to, places) = bank.sendings.open_abroad(number, self.amount.currency, &bank.ids, now).await?;
            let booked = Some((places, Legs::new(&bank.ids)));
            let exchange = |elsewhere: Elsewhere| elsewhere.exchange.map(|exchange| Exchanging { booked, ..exchange });
            let elsewhere =
                self.elsewhere.map(|elsewhere| Elsewhere { exchange: exchange(elsewhere.clone()), ..elsewhere });
            return Ok(Self { to, elsewhere, ..self });
        }
        let Some(iban) = self.payee_number.elsewhere() else { return Ok(self) };
        let new = AccountId::new(bank.ids.next());
        let to = bank.sendings.open_account(iban, self.amount.currency, new, now).await?;
        Ok(Self { to, ..self })
    }
}
