//! How a payment abroad is booked as it leaves.

use model::{AccountId, Money, TransferId, forms::HistoryKind};

use super::{Back, Quote};
use crate::{
    IdMint,
    accounts::Category,
    ledger::{Action, Line, TransferOrder},
    payments::Payment,
};

/// The bank's own accounts between which it is exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    /// Stands for the payee's account, in their currency.
    pub payee: AccountId,
    /// The bank's position in the payer's currency.
    pub sold_into: AccountId,
    /// The bank's position in the payee's.
    pub bought_from: AccountId,
    /// Its income from fees, in the payer's currency.
    pub fees: AccountId,
}

/// The ids of the moves between them, made beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Legs {
    /// What is exchanged, in the payer's currency.
    pub sold: TransferId,
    /// The fee.
    pub fee: TransferId,
    /// What it is exchanged into, in the payee's.
    pub bought: TransferId,
}

impl Legs {
    /// Ids that nothing has.
    #[must_use]
    pub fn new(ids: &IdMint) -> Self {
        let next = || TransferId::new(ids.next());
        Self { sold: next(), fee: next(), bought: next() }
    }
}

/// What is kept of a payment abroad besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exchange {
    /// Its figures, as they were approved.
    pub quote: Quote,
    /// Where it is booked.
    pub places: Places,
    /// Under which ids.
    pub legs: Legs,
    /// What came back, where it was returned.
    pub back: Option<Back>,
}

/// Moves between accounts of the bank itself say nothing of people.
pub(super) fn within(id: TransferId, debit: AccountId, credit: AccountId, amount: Money) -> Action {
    let line = Line { party: String::new(), reference: String::new(), category: Category::Transfers };
    Action::Transfer(TransferOrder {
        id,
        debit,
        credit,
        amount,
        kind: HistoryKind::Payment,
        debit_line: line.clone(),
        credit_line: line,
        original: None,
        limited: None,
        payment: None,
    })
}

impl Exchange {
    /// `leaving`, by which the money of `payment` leaves its payer, with everything else that is booked then.
    #[must_use]
    pub(crate) fn with(payment: &Payment, leaving: Action) -> Action {
        let Some(Self { quote, places, legs, .. }) = payment.exchange.as_deref().copied() else { return leaving };
        let mut actions = vec![leaving, within(legs.sold, payment.to, places.sold_into, quote.exchanged)];
        if quote.fee.minor > 0 {
            actions.push(within(legs.fee, payment.to, places.fees, quote.fee));
        }
        actions.push(within(legs.bought, places.bought_from, places.payee, quote.arrives));
        Action::Together { actions, sent_back: None }
    }
}
