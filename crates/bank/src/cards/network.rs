//! What the network of cards asks of the bank: whether a card pays, that it has, and that it does not after all.
//!
//! Whatever the network says it may say twice: it is known by its reference. What has become of a purchase is not kept
//! beside the ledger but read from its hold, so that the two cannot differ.

use model::{AccountId, CardPaymentId, CustomerId, ErrorCode, HoldId, Money, TransferId, forms::HistoryKind};
use sha2::{Digest, Sha256};

use super::{
    Card, CardPayment, CardPaymentState, CardUse, Purchase, Refused,
    authorise::{authorise as decide, pays_for, readable},
};
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

/// Whether a card pays for something: then the money is set aside. Said again, it is the same answer, unless the card was
/// locked, or everything frozen, before the money was set aside.
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
        if let Err(why) = readable(&card, purchase) {
            return Ok(Answer::Refused(why));
        }
        let (next, payment) = decided(bank, &card, purchase).await?;
        if bank.cards.present(&next, card.stamp, &payment).await? {
            return match payment.state {
                CardPaymentState::Refused(why) => Ok(Answer::Refused(why)),
                _ => set_aside(bank, &next, &payment).await,
            };
        }
    }
    Err(ErrorCode::Busy.into())
}

/// The card and the purchase, as they are kept once it is decided.
async fn decided(bank: &Bank, card: &Card, purchase: &Purchase) -> Result<(Card, CardPayment), Error> {
    let (now, day) = (bank.clock.now(), day_number(bank.calendar.day(bank.clock.now())));
    let verdict = holder_may(bank, card).await?.and_then(|()| decide(card, purchase, now, day));
    let payment = CardPayment {
        id: CardPaymentId::new(bank.ids.next()),
        purchase: purchase.clone(),
        hold: HoldId::new(bank.ids.next()),
        at: now,
        state: verdict.map_or_else(CardPaymentState::Refused, |_| CardPaymentState::Asked),
        refused: verdict.err(),
        transfer: None,
        amount: purchase.amount,
    };
    let next = Card { counted: verdict.unwrap_or(card.counted), stamp: bank.ids.next(), ..card.clone() };
    Ok((next, payment))
}

/// Whether the holder of `card` may pay with anything at all.
async fn holder_may(bank: &Bank, card: &Card) -> Result<Result<(), Refused>, Error> {
    let now = bank.clock.now();
    let holder = bank.customers.customer(card.holder).await?;
    if holder.is_none_or(|holder| holder.is_frozen(now)) {
        return Ok(Err(Refused::Frozen));
    }
    let draws = bank.cards.draws(card.holder, card.account).await?;
    Ok(if draws { Ok(()) } else { Err(Refused::Account) })
}

/// The answer to what was asked before. Where the ledger was not asked yet, what has happened since counts.
async fn again(bank: &Bank, purchase: &Purchase, known: CardPayment) -> Result<Answer, Error> {
    if known.purchase != *purchase {
        return Err(ErrorCode::KeyReused.into());
    }
    match known.state {
        CardPaymentState::Refused(why) => return Ok(Answer::Refused(why)),
        CardPaymentState::Reserved(_) | CardPaymentState::Paid => return Ok(Answer::Allowed(known.hold)),
        CardPaymentState::Released => return Ok(Answer::Refused(Refused::Withdrawn)),
        CardPaymentState::Asked => {}
    }
    let card = bank.cards.presented(purchase.card).await?.ok_or(ErrorCode::NotFound)?;
    let (now, day) = (bank.clock.now(), day_number(bank.calendar.day(bank.clock.now())));
    // What the day comes to was counted when it was decided.
    match holder_may(bank, &card).await?.and_then(|()| pays_for(&card, purchase, now, day)) {
        Ok(()) => set_aside(bank, &card, &known).await,
        Err(why) => refuse(bank, &known, why).await,
    }
}

/// Keeps that nothing is set aside for `payment`, unless something was in the meantime: the answer that holds.
async fn refuse(bank: &Bank, payment: &CardPayment, why: Refused) -> Result<Answer, Error> {
    bank.cards.refuse(payment.id, why).await?;
    Ok(match looked_up(bank, &payment.purchase.reference).await?.state {
        CardPaymentState::Reserved(_) | CardPaymentState::Paid => Answer::Allowed(payment.hold),
        CardPaymentState::Refused(why) => Answer::Refused(why),
        CardPaymentState::Released | CardPaymentState::Asked => Answer::Refused(why),
    })
}

async fn looked_up(bank: &Bank, reference: &str) -> Result<CardPayment, Error> {
    Ok(bank.cards.by_reference(reference).await?.ok_or(ErrorCode::NotFound)?)
}

/// Sets the money aside for what the card pays for.
async fn set_aside(bank: &Bank, card: &Card, payment: &CardPayment) -> Result<Answer, Error> {
    let order = HoldOrder {
        id: payment.hold,
        account: card.account,
        amount: payment.purchase.amount,
        party: payment.purchase.merchant.clone(),
        expires_at: bank.clock.now().plus_seconds(HOLD_S),
        payment: None,
    };
    let command = command(bank, Some(key(card.holder, "card", payment, payment.purchase.amount)), Action::Hold(order));
    match bank.ledger.submit(command).await {
        Ok(_) => stays_aside(bank, payment).await,
        // What the day counts is not given back: a card is not there to try out what an account holds.
        Err(LedgerError::Refused(Refusal::InsufficientFunds | Refusal::DebitNotOpen)) => {
            refuse(bank, payment, Refused::Account).await
        }
        Err(error) => Err(error.into()),
    }
}

/// What was refused while the money was being set aside is free again.
async fn stays_aside(bank: &Bank, payment: &CardPayment) -> Result<Answer, Error> {
    match looked_up(bank, &payment.purchase.reference).await?.refused {
        None => Ok(Answer::Allowed(payment.hold)),
        Some(why) => {
            free(bank, payment).await?;
            Ok(Answer::Refused(why))
        }
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
    if amount.currency != card.currency {
        return Err(ErrorCode::KeyReused.into());
    }
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

/// The network does not take what was set aside: it is free again. Said again, nothing happens. Said before anything was set
/// aside, nothing will be.
///
/// # Errors
/// [`ErrorCode::NotFound`] where nothing was asked for under that reference, or it has left; [`Error::Unavailable`].
pub async fn release(bank: &Bank, reference: &str) -> Result<(), Error> {
    let mut payment = looked_up(bank, reference).await?;
    if payment.state == CardPaymentState::Asked {
        refuse(bank, &payment, Refused::Withdrawn).await?;
        payment = looked_up(bank, reference).await?;
    }
    if matches!(payment.state, CardPaymentState::Reserved(_)) {
        free(bank, &payment).await?;
        payment = looked_up(bank, reference).await?;
    }
    match payment.state {
        CardPaymentState::Released | CardPaymentState::Refused(Refused::Withdrawn) => Ok(()),
        _ => Err(ErrorCode::NotFound.into()),
    }
}

/// Frees what is set aside. It may have lapsed, or been taken, just now.
async fn free(bank: &Bank, payment: &CardPayment) -> Result<(), Error> {
    let release = Action::Release { hold: payment.hold, payment: None };
    match bank.ledger.submit(command(bank, None, release)).await {
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
