//! What a bank offers for one currency in another, and for how long.

use model::{Currency, ErrorCode, Rate, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Bank, rails};

/// What one unit of the payer's currency is worth, and what sending it costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// How much of the payee's currency one unit of the payer's is, before the bank's margin.
    pub rate: Rate,
    /// Of when the rate is.
    pub of: Timestamp,
    /// What it costs and how long it takes.
    pub terms: Terms,
}

/// What a bank has set for one pair of currencies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The bank's part of the rate, in hundredths of a per cent.
    pub margin_bp: i64,
    /// What sending costs, in minor units of the payer's currency.
    pub fee: i64,
    /// The least that is exchanged, in minor units of the payer's currency.
    pub least: i64,
    /// The most that is exchanged at once, likewise.
    pub most: i64,
    /// The hour on the bank's clock until which it leaves on the same day.
    pub closes: i8,
    /// After how many bank days it is there at the latest.
    pub days: i64,
    /// For how long a rate is used, in seconds: one that is older is none.
    pub good_s: i64,
    /// For how long what was shown to somebody holds, in seconds.
    pub held_s: i64,
}

impl Offer {
    /// Whether the rate is used at `now`.
    #[must_use]
    pub fn is_good(&self, now: Timestamp) -> bool {
        (self.of..=self.of.plus_seconds(self.terms.good_s)).contains(&now)
    }
}

/// An offer that holds for one payment, as it was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// The payer's currency.
    pub from: Currency,
    /// The payee's.
    pub to: Currency,
    /// What was shown.
    pub offer: Offer,
    /// Until when it holds.
    pub until: Timestamp,
}

impl Held {
    /// Whether it holds at `now` for this pair.
    #[must_use]
    pub fn is_of(&self, from: Currency, to: Currency, now: Timestamp) -> bool {
        (self.from, self.to) == (from, to) && now < self.until
    }
}

/// What `bank` offers just now for `from` in `to`.
///
/// # Errors
/// [`ErrorCode::CurrencySame`]; [`ErrorCode::CurrencyNotOffered`]; [`ErrorCode::AbroadClosed`] where nothing is sent
/// abroad, or the rate is too old.
pub async fn offer(bank: &Bank, from: Currency, to: Currency) -> Result<Offer, ErrorCode> {
    let rates = bank.rates.as_ref().filter(|_| rails::is_open(bank)).ok_or(ErrorCode::AbroadClosed)?;
    if from == to {
        return Err(ErrorCode::CurrencySame);
    }
    let offer = rates.offer(from, to).await.ok_or(ErrorCode::CurrencyNotOffered)?;
    if offer.is_good(bank.clock.now()) { Ok(offer) } else { Err(ErrorCode::AbroadClosed) }
}

/// The currencies in which money from an account in `from` can arrive just now; from any account where that is not known.
pub async fn currencies(bank: &Bank, from: Option<Currency>) -> Vec<Currency> {
    let mut offered = Vec::new();
    for to in Currency::ALL {
        for source in Currency::ALL.into_iter().filter(|source| from.is_none_or(|from| from == *source)) {
            if !offered.contains(&to) && offer(bank, source, to).await.is_ok() {
                offered.push(to);
            }
        }
    }
    offered
}
