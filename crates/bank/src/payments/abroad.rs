//! A payment in another currency, as it is checked: what was offered for it is held for some minutes, so that what is
//! approved is what was read.

use model::{AbroadNumber, Currency, ErrorCode, Money, Problems};

use super::{Draft, Elsewhere, Exchanging, NameCheck, Order, draft::save, elsewhere::NOBODY_YET};
use crate::{
    Bank, Error,
    abroad::{Held, Quote, offer},
    accounts::Account,
};

/// What was said of a payment abroad.
pub(super) struct Abroad {
    /// The account it comes from.
    pub(super) from: Account,
    /// The payee's name.
    pub(super) payee: String,
    /// Their account.
    pub(super) number: AbroadNumber,
    /// How much is to leave.
    pub(super) leaves: Money,
    /// How much is to arrive: where that was said, it counts.
    pub(super) arrives: Option<Money>,
}

/// The order for it, as far as is known before it is within limits.
pub(super) async fn order_abroad(bank: &Bank, draft: &Draft, said: Abroad) -> Result<(Order, NameCheck), Error> {
    let Abroad { from, payee, number, leaves, arrives } = said;
    if !draft.when.is_now() {
        return Err(Problems::one("every", ErrorCode::AbroadPlanned).into());
    }
    let (currency, to) = (from.currency(), number.currency());
    // In China nobody is asked for a currency.
    let field = if matches!(number, AbroadNumber::Cnaps(..)) { "bank" } else { "currency" };
    let held = held(bank, draft, currency, to).await.map_err(|error| match error {
        Error::Refused(code) => Problems::one(field, code).into(),
        other => other,
    })?;
    let quote = match arrives {
        Some(arrives) => Quote::arriving(&held.offer, currency, arrives),
        None => Quote::leaving(&held.offer, leaves, to),
    };
    let asked = if arrives.is_some() { "arrives" } else { "amount" };
    let quote = quote.map_err(|code| Problems::one(asked, code))?;
    // No bank abroad is asked whose account it is.
    let name = NameCheck::Unavailable;
    let exchange = Some(Exchanging { quote, until: held.until, booked: None });
    let order = Order {
        id: draft.id,
        amount: quote.leaves(),
        to: bank.sendings.account_abroad(number, currency).await?.unwrap_or(NOBODY_YET),
        from,
        payee,
        payee_number: number.into(),
        own: false,
        stays: false,
        reference: String::new(),
        to_somebody_new: true,
        purpose: None,
        told_safety: false,
        timing: None,
        wait: None,
        second: None,
        elsewhere: Some(Elsewhere { name: name.clone(), route: None, exchange }),
    };
    Ok((order, name))
}

/// What was offered for this payment, while that holds; else what is offered now, kept with the draft.
async fn held(bank: &Bank, draft: &Draft, from: Currency, to: Currency) -> Result<Held, Error> {
    let now = bank.clock.now();
    if let Some(held) = draft.held.filter(|held| held.is_of(from, to, now)) {
        return Ok(held);
    }
    let offer = offer(bank, from, to).await?;
    let held = Held { from, to, offer, until: now.plus_seconds(offer.terms.held_s) };
    save(bank, Draft { held: Some(held), ..draft.clone() }).await?;
    Ok(held)
}
