//! What the network of cards asks of the bank: whether a card pays, that it has, and that it does not after all.
//!
//! Whatever the network says it may say twice: it is known by its reference. What has become of a purchase is not kept
//! beside the ledger but read from its hold, so that the two cannot differ.

use model::{AccountId, CardPaymentId, CustomerId, ErrorCode, HoldId, Money, TransferId, forms::HistoryKind};
use sha2::{Digest, Sha256};

use super::{Card, CardPayment, CardPaymentState, CardUse, Purchase, Refused, authorise as decide};
use crate::{
    Bank, Error,
    accounts::Category,
    calendar::day_number,
    ledger::{Action, Actor, Command, HoldOrder, IdempotencyKey, LedgerError, Line, Refusal, TransferOrder},
};

/// How long money is set aside for a purchase that nobody clears, in seconds: a week, as hotels and petrol stations need.
const HOLD_S: i64 = 7 * 24 * 60 * 60;

/// How often a purchase is decided again, where the card was changed in the meantime.
const TRIES: usize = 32;

/// What the bank says to a purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The money is set aside.
    Allowed(HoldId),
    /// The card does not pay for it.
    Refused(Refused),
}

/// Whether a card pays for something: then the money is set aside. Said again, it is the same answer.
///
/// # Errors
/// [`ErrorCode::NotFound`] for no card of this bank; [`ErrorCode::KeyReused`] where the reference was used for something
/// else; [`ErrorCode::Busy`]; [`Error::Unavailable`]: to be said again.
pub async fn authorise(bank: &Bank, purchase: &Purchase) -> Result<Answer, Error> {
    for _ in 0..TRIES {
        if let Some(known) = bank.cards.by_reference(&purchase.reference).await? {
            return again(bank, purchase, known).await;
        }
        let card = bank.cards.presented(purchase.card).await?.ok_or(ErrorCode::NotFound)?;
        let (next, payment) = decided(bank, &card, purchase).await?;
        if bank.cards.present(&next, card.stamp, &payment).await? {
            return set_aside(bank, &next, payment).await;
        }
    }
    Err(ErrorCode::Busy.into())
}

/// The card and the purchase, as they are kept once it is decided.
async fn decided(bank: &Bank, card: &Card, purchase: &Purchase) -> Result<(Card, CardPayment), Error> {
    let now = bank.clock.now();
    let holder = bank.customers.customer(card.holder).await?;
    let frozen = holder.is_none_or(|holder| holder.is_frozen(now));
    let verdict =
        if frozen { Err(Refused::Frozen) } else { decide(card, purchase, now, day_number(bank.calendar.day(now))) };
    let payment = CardPayment {
        id: CardPaymentId::new(bank.ids.next()),
        purchase: purchase.clone(),
        hold: HoldId::new(bank.ids.next()),
        at: now,
        state: verdict.map_or_else(CardPaymentState::Refused, |_| CardPaymentState::Asked),
        transfer: None,
        amount: purchase.amount,
    };
    let next = Card { counted: verdict.unwrap_or(card.counted), stamp: bank.ids.next(), ..card.clone() };
    Ok((next, payment))
}

/// The answer to what was asked before.
async fn again(bank: &Bank, purchase: &Purchase, known: CardPayment) -> Result<Answer, Error> {
    if known.purchase != *purchase {
        return Err(ErrorCode::KeyReused.into());
    }
    let card = bank.cards.presented(purchase.card).await?.ok_or(ErrorCode::NotFound)?;
    set_aside(bank, &card, known).await
}

/// Sets the money aside for what the card pays for, unless that was done.
async fn set_aside(bank: &Bank, card: &Card, payment: CardPayment) -> Result<Answer, Error> {
    match payment.state {
        CardPaymentState::Refused(why) => return Ok(Answer::Refused(why)),
        CardPaymentState::Asked => {}
        _ => return Ok(Answer::Allowed(payment.hold)),
    }
    let order = HoldOrder {
        id: payment.hold,
        account: card.account,
        amount: payment.purchase.amount,
        party: payment.purchase.merchant.clone(),
        expires_at: payment.at.plus_seconds(HOLD_S),
        payment: None,
    };
    let command = command(bank, Some(key(card.holder, "card", &payment, payment.purchase.amount)), Action::Hold(order));
    match bank.ledger.submit(command).await {
        Ok(_) => Ok(Answer::Allowed(payment.hold)),
        // What the day counts is not given back: a card is not there to try out what an account holds.
        Err(LedgerError::Refused(Refusal::InsufficientFunds | Refusal::DebitNotOpen)) => {
            bank.cards.refuse(payment.id, Refused::Account).await?;
            Ok(Answer::Refused(Refused::Account))
        }
        Err(error) => Err(error.into()),
    }
}

/// The network takes `amount`, no more than was set aside, and what is left of that is free again. Said again, it is the
/// same transfer.
///
/// # Errors
/// [`ErrorCode::NotFound`] where nothing is set aside under that reference any more; [`ErrorCode::InsufficientFunds`] where
/// less is; [`ErrorCode::KeyReused`] where another amount was taken; [`Error::Unavailable`].
pub async fn clear(bank: &Bank, reference: &str, amount: Money) -> Result<TransferId, Error> {
    let payment = bank.cards.by_reference(reference).await?.ok_or(ErrorCode::NotFound)?;
    match (payment.state, payment.transfer) {
        (CardPaymentState::Paid, Some(_)) if payment.amount != amount => return Err(ErrorCode::KeyReused.into()),
        (CardPaymentState::Paid, Some(transfer)) => return Ok(transfer),
        (CardPaymentState::Reserved(_) | CardPaymentState::Paid, _) => {}
        _ => return Err(ErrorCode::NotFound.into()),
    }
    let card = bank.cards.presented(payment.purchase.card).await?.ok_or(ErrorCode::NotFound)?;
    let new = AccountId::new(bank.ids.next());
    let to = bank.cards.settlement(amount.currency, new, bank.clock.now()).await?;
    let transfer = taken(bank, &card, &payment, (to, amount));
    let key = key(card.holder, "card-clear", &payment, amount);
    let capture = Action::Capture { hold: payment.hold, transfer };
    let receipt = bank.ledger.submit(command(bank, Some(key), capture)).await?;
    let transfer = receipt.transfer.ok_or(ErrorCode::NotFound)?;
    bank.cards.cleared(payment.id, transfer).await?;
    Ok(transfer)
}

fn taken(bank: &Bank, card: &Card, payment: &CardPayment, (to, amount): (AccountId, Money)) -> TransferOrder {
    let purchase = &payment.purchase;
    let cash = purchase.way == CardUse::Cash;
    let category = if cash { Category::Cash } else { purchase.category };
    let line = Line { party: purchase.merchant.clone(), reference: String::new(), category };
    TransferOrder {
        id: TransferId::new(bank.ids.next()),
        debit: card.account,
        credit: to,
        amount,
        kind: if cash { HistoryKind::Cash } else { HistoryKind::Card },
        debit_line: line.clone(),
        credit_line: line,
        original: None,
        // A card has limits of its own.
        limited: None,
        payment: None,
    }
}

/// The network does not take what was set aside: it is free again. Said again, nothing happens.
///
/// # Errors
/// [`ErrorCode::NotFound`] where nothing was set aside under that reference, or it has left; [`Error::Unavailable`].
pub async fn release(bank: &Bank, reference: &str) -> Result<(), Error> {
    let payment = bank.cards.by_reference(reference).await?.ok_or(ErrorCode::NotFound)?;
    match payment.state {
        CardPaymentState::Reserved(_) => {}
        CardPaymentState::Released => return Ok(()),
        _ => return Err(ErrorCode::NotFound.into()),
    }
    let release = Action::Release { hold: payment.hold, payment: None };
    match bank.ledger.submit(command(bank, None, release)).await {
        // It lapsed, or was taken, just now.
        Ok(_) | Err(LedgerError::Refused(Refusal::HoldNotOpen)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn command(bank: &Bank, key: Option<IdempotencyKey>, action: Action) -> Command {
    Command { key, actor: Actor::System, at: bank.clock.now(), action, outbox: Vec::new() }
}

/// The key of one step of a purchase, over everything that is asked in it.
fn key(holder: CustomerId, operation: &'static str, payment: &CardPayment, amount: Money) -> IdempotencyKey {
    let mut hash = Sha256::new();
    hash.update(payment.hold.value().to_be_bytes());
    hash.update(amount.minor.to_be_bytes());
    hash.update(amount.currency.code());
    IdempotencyKey { principal: holder, operation, key: payment.id.to_string(), request_hash: hash.finalize().into() }
}
