//! What payments abroad were exchanged into, and where that is booked.

use bank::{
    StorageError,
    abroad::{Back, Exchange, Legs, Places, Quote},
    ledger::SentBack,
    payments::Payment,
};
use model::{AccountId, Currency, Money, PaymentId, Rate, Timestamp, TransferId};
use serde::Deserialize;

use super::rows::known;
use crate::cell::{Cell, row};

/// An exchange as it is read with its payment.
#[derive(Deserialize)]
pub struct ExchangeRow {
    arrives: i64,
    arrives_currency: Currency,
    exchanged: i64,
    margin: i64,
    fee: i64,
    rate: i64,
    rate_of: Timestamp,
    closes: i8,
    days: i64,
    payee: i64,
    sold_into: i64,
    bought_from: i64,
    fees: i64,
    sold: i64,
    charged: i64,
    bought: i64,
    back_amount: Option<i64>,
    back_rate: Option<i64>,
    back_transfer: Option<i64>,
}

impl ExchangeRow {
    /// The exchange of a payment from an account in `from`.
    pub fn exchange(self, from: Currency) -> Result<Exchange, StorageError> {
        let rate = |millionths| known(Rate::from_millionths(millionths), "rate");
        let money = |minor| Money::new(minor, from);
        let back = match (self.back_amount, self.back_rate, self.back_transfer) {
            (Some(amount), Some(at), Some(transfer)) => {
                Some(Back { amount: money(amount), rate: rate(at)?, transfer: TransferId::new(transfer) })
            }
            _ => None,
        };
        Ok(Exchange {
            quote: Quote {
                arrives: Money::new(self.arrives, self.arrives_currency),
                exchanged: money(self.exchanged),
                margin: money(self.margin),
                fee: money(self.fee),
                rate: rate(self.rate)?,
                of: self.rate_of,
                closes: self.closes,
                days: self.days,
            },
            places: Places {
                payee: AccountId::new(self.payee),
                sold_into: AccountId::new(self.sold_into),
                bought_from: AccountId::new(self.bought_from),
                fees: AccountId::new(self.fees),
            },
            legs: Legs {
                sold: TransferId::new(self.sold),
                fee: TransferId::new(self.charged),
                bought: TransferId::new(self.bought),
            },
            back,
        })
    }
}

/// A row for [`EXCHANGES`].
pub fn exchange(payment: &Payment) -> Option<[Cell<'static>; 17]> {
    let Exchange { quote, places, legs, .. } = *payment.exchange.as_deref()?;
    Some(row![
        payment.id.value(),
        quote.arrives.minor,
        quote.arrives.currency.code(),
        quote.exchanged.minor,
        quote.margin.minor,
        quote.fee.minor,
        quote.rate.millionths(),
        quote.of,
        i64::from(quote.closes),
        quote.days,
        places.payee.value(),
        places.sold_into.value(),
        places.bought_from.value(),
        places.fees.value(),
        legs.sold.value(),
        legs.fee.value(),
        legs.bought.value(),
    ])
}

/// A row for [`BACK`].
pub fn back(sent_back: &SentBack) -> Option<[Cell<'static>; 4]> {
    let Back { amount, rate, transfer } = sent_back.back?;
    let payment: PaymentId = sent_back.payment;
    Some(row![payment.value(), amount.minor, rate.millionths(), transfer.value()])
}

/// Keeps exchanges: `[payment, what arrives and its currency, exchanged, margin, fee, rate and of when it is, hour, days;
/// accounts of the payee, of the positions, of fees; transfers]`.
pub const EXCHANGES: &str = concat!(
    "insert into exchange (payment, arrives, arrives_currency, exchanged, margin, fee, rate, rate_of, closes, days, payee, \
     sold_into, bought_from, fees, sold, charged, bought) select ",
    cells!(
        int 0, int 1, text 2, int 3, int 4, int 5, int 6, int 7, int 8, int 9, int 10, int 11, int 12, int 13, int 14, int 15,
        int 16
    ),
    " from ",
    given!(17)
);

/// Keeps what came back: `[payment, amount, rate, transfer]`.
pub const BACK: &str = concat!(
    "update exchange set back_amount = ",
    cell!(int 1),
    ", back_rate = ",
    cell!(int 2),
    ", back_transfer = ",
    cell!(int 3),
    " from ",
    given!(4),
    " where exchange.back_transfer is null and exchange.payment = ",
    cell!(int 0)
);
