//! Whether a card pays for something: one function, of what is known of the card and of what it is presented for.

use model::{CardId, Money, Timestamp};

use super::{Blockable, Card, CardState, CardUse, Counted, rules::country_reach};
use crate::{accounts::Category, calendar::day_from_number};

model::coded! {
    /// Why a card does not pay.
    Refused {
        /// It was not said yet that it has arrived.
        Coming = "coming",
        /// Its holder has locked it.
        Locked = "locked",
        /// It was lost or stolen, or another is in its place.
        Over = "over",
        /// Its time is over.
        Expired = "expired",
        /// Everything of its holder is frozen.
        Frozen = "frozen",
        /// It does not pay in that country.
        Country = "country",
        /// It does not pay for such things.
        Blocked = "blocked",
        /// It does not pay in that way at all.
        Off = "off",
        /// It would be more than a day's limit.
        OverDay = "over-day",
        /// There is not enough on the account, or the account is closed to payments.
        Account = "account",
        /// The network took it back before the money was set aside.
        Withdrawn = "withdrawn",
        /// It is not an amount in the currency of the account.
        Amount = "amount",
    }
}

/// What a card is presented for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purchase {
    /// What the network calls it.
    pub reference: String,
    /// Which card.
    pub card: CardId,
    /// Who is to be paid, by name.
    pub merchant: String,
    /// In which way.
    pub way: CardUse,
    /// In which country, as ISO 3166 writes it.
    pub country: String,
    /// What the money is for.
    pub category: Category,
    /// Which of the things it is that a holder can block.
    pub block: Option<Blockable>,
    /// How much, in the currency of the account.
    pub amount: Money,
}

/// Whether `card` pays for `purchase` at `now`, which is on `day` (days since 1970); and what is counted of it then.
///
/// # Errors
/// Why it does not.
pub fn authorise(card: &Card, purchase: &Purchase, now: Timestamp, day: i64) -> Result<Counted, Refused> {
    pays_for(card, purchase, now, day)?;
    within_day(card, purchase, now, day)
}

/// Whether `card` pays for such a thing at all, whatever was paid today.
///
/// # Errors
/// Why it does not.
pub(super) fn pays_for(card: &Card, purchase: &Purchase, now: Timestamp, day: i64) -> Result<(), Refused> {
    match card.state {
        CardState::Active => {}
        CardState::Coming => return Err(Refused::Coming),
        CardState::Locked => return Err(Refused::Locked),
        CardState::Lost | CardState::Stolen | CardState::Replaced => return Err(Refused::Over),
    }
    if card.is_expired(day_from_number(day)) {
        return Err(Refused::Expired);
    }
    readable(card, purchase)?;
    if country_reach(&purchase.country, card.currency) > card.rules.reach(now) {
        return Err(Refused::Country);
    }
    if purchase.block.is_some_and(|what| card.rules.block_of(what, now).is_some()) {
        return Err(Refused::Blocked);
    }
    Ok(())
}

/// Whether what the network says can be a purchase with `card`: what cannot is answered, and not kept.
///
/// # Errors
/// What is wrong with it.
pub(super) fn readable(card: &Card, purchase: &Purchase) -> Result<(), Refused> {
    if purchase.amount.minor <= 0 || purchase.amount.currency != card.currency {
        return Err(Refused::Amount);
    }
    if purchase.country.len() != 2 {
        return Err(Refused::Country);
    }
    Ok(())
}

/// What is counted with it, where that is no more than a day's limit.
fn within_day(card: &Card, purchase: &Purchase, now: Timestamp, day: i64) -> Result<Counted, Refused> {
    let most = card.rules.of(purchase.way).at(now);
    if most == 0 {
        return Err(Refused::Off);
    }
    let counted = card.counted.on(day);
    let sum = counted.of(purchase.way).checked_add(purchase.amount.minor).filter(|sum| *sum <= most);
    Ok(counted.with(purchase.way, sum.ok_or(Refused::OverDay)?))
}
