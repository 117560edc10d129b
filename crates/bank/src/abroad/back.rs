//! What comes back of a payment abroad.

use model::{Money, Rate, TransferId, forms::HistoryKind};

use super::{Exchange, leave::within, offer, quote::price};
use crate::{
    Bank,
    ledger::{Action, IdempotencyKey, Line, SentBack, TransferOrder},
    payments::Payment,
    rails::SendingState,
};

/// What came back of a payment that was returned after it had been sent on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Back {
    /// How much its payer got, in their currency.
    pub amount: Money,
    /// At which rate.
    pub rate: Rate,
    /// The transfer that gave it back.
    pub transfer: TransferId,
}

/// What puts a payment right that came back.
pub(crate) struct Righting {
    /// What is done.
    pub(crate) action: Action,
    /// Where doing it twice would not be refused: the key under which it is done once, and the transfer that does it.
    pub(crate) once: Option<(IdempotencyKey, TransferId)>,
}

/// What puts `payment` right.
///
/// What was refused was never sent on: everything goes back as it came, the fee as well. What was returned comes in the
/// payee's currency, and is exchanged at the rate of this day, without a margin; where there is none, at the rate at which
/// it was sent. The fee was earned.
pub(crate) async fn give_back(
    bank: &Bank,
    payment: &Payment,
    exchange: &Exchange,
    line: Line,
    sent_back: SentBack,
) -> Righting {
    if sent_back.into == SendingState::Refused {
        return Righting { action: refused(bank, payment, exchange, &line, sent_back), once: None };
    }
    let (from, arrives) = (payment.amount.currency, exchange.quote.arrives);
    let rate = offer(bank, from, arrives.currency).await.map_or(exchange.quote.rate, |offer| offer.rate);
    // What once was a payment is one at any rate that a bank could have.
    let minor = price(arrives, rate, from).unwrap_or(exchange.quote.exchanged.minor);
    let [bought, transfer] = [(); 2].map(|()| TransferId::new(bank.ids.next()));
    let given = Back { amount: Money::new(minor, from), rate, transfer };
    let paid_back = TransferOrder {
        id: transfer,
        debit: exchange.places.sold_into,
        credit: payment.from,
        amount: given.amount,
        kind: HistoryKind::Reversal,
        debit_line: line.clone(),
        credit_line: line,
        original: Some(arrives),
        limited: None,
        payment: None,
    };
    let returned = within(bought, exchange.places.payee, exchange.places.bought_from, arrives);
    let actions = vec![Action::Transfer(paid_back), returned];
    let key = IdempotencyKey {
        principal: payment.customer,
        operation: "return",
        key: payment.id.to_string(),
        request_hash: [0; 32],
    };
    let sent_back = Some(SentBack { back: Some(given), ..sent_back });
    Righting { action: Action::Together { actions, sent_back }, once: Some((key, transfer)) }
}

/// Every move the other way, the last one first.
fn refused(bank: &Bank, payment: &Payment, exchange: &Exchange, line: &Line, sent_back: SentBack) -> Action {
    let legs = &exchange.legs;
    let fee = (exchange.quote.fee.minor > 0).then_some(legs.fee);
    let originals = [Some(legs.bought), fee, Some(legs.sold), payment.transfer];
    let reverse = |original: TransferId| {
        let line = if Some(original) == payment.transfer { line.clone() } else { Line::default() };
        Action::Reverse {
            original,
            id: TransferId::new(bank.ids.next()),
            debit_line: line.clone(),
            credit_line: line,
            sent_back: None,
        }
    };
    let actions = originals.into_iter().flatten().map(reverse).collect();
    Action::Together { actions, sent_back: Some(sent_back) }
}
