//! What the other bank says of a payment.

use model::{Money, PaymentId, TransferId};

use super::{BackReason, SendingState};
use crate::{
    Bank, Error,
    abroad::{self, Righting},
    accounts::Category,
    ledger::{Action, Actor, Command, LedgerError, Line, OutboxEvent, Refusal, SentBack},
    payments::Payment,
    security::{self, Facts, SecurityEvent},
};

/// News of a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// It is with the payee.
    Arrived,
    /// It was not taken.
    Refused(BackReason),
    /// It was sent back.
    Returned(BackReason),
}

/// Something the other bank says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// Of which payment.
    pub payment: PaymentId,
    /// What.
    pub news: News,
    /// Of how much money, where it says so.
    pub amount: Option<Money>,
}

/// Applies what the other bank says: once, however often it says so, and in whatever order. What contradicts something
/// final is not applied. Where money is back, its payer is told.
///
/// # Errors
/// [`Error::Unavailable`], any refusal of the ledger: it is to be taken again.
pub async fn take(bank: &Bank, answer: Answer) -> Result<Taken, Error> {
    let Some(payment) = bank.sendings.one(answer.payment).await? else { return Ok(Taken::Unknown) };
    let (Some(sending), Some(transfer)) = (payment.sending, payment.transfer) else { return Ok(Taken::Unknown) };
    let told = payment.exchange.as_ref().map_or(payment.amount, |exchange| exchange.quote.arrives);
    if answer.amount.is_some_and(|amount| amount != told) {
        return Ok(Taken::Contradicts);
    }
    let (into, reason) = match answer.news {
        News::Arrived => (SendingState::Arrived, None),
        News::Refused(reason) => (SendingState::Refused, Some(reason)),
        News::Returned(reason) => (SendingState::Returned, Some(reason)),
    };
    if !into.may_follow(sending.state) {
        // That it arrived is nothing new of what was sent back since.
        let known = sending.state == into || (sending.state, into) == (SendingState::Returned, SendingState::Arrived);
        return Ok(if known { Taken::Known } else { Taken::Contradicts });
    }
    match reason {
        None => {
            bank.sendings.arrived(payment.id, bank.clock.now()).await?;
            Ok(Taken::Applied)
        }
        Some(reason) => give_back(bank, &payment, transfer, into, reason).await,
    }
}

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It was applied.
    Applied,
    /// It was known.
    Known,
    /// It cannot be true together with what was said before, and that counts: people look at it.
    Contradicts,
    /// There is no such payment.
    Unknown,
}

/// Puts the transfer right, and says of the payment why, in one commit.
async fn give_back(
    bank: &Bank,
    payment: &Payment,
    original: TransferId,
    into: SendingState,
    reason: BackReason,
) -> Result<Taken, Error> {
    let line =
        Line { party: payment.payee.clone(), reference: payment.reference.clone(), category: Category::Transfers };
    let sent_back = SentBack { payment: payment.id, into, reason, back: None };
    let Righting { action, once } = if let Some(exchange) = &payment.exchange {
        abroad::give_back(bank, payment, exchange, line, sent_back).await
    } else {
        let id = TransferId::new(bank.ids.next());
        let (debit_line, credit_line) = (line.clone(), line);
        let action = Action::Reverse { original, id, debit_line, credit_line, sent_back: Some(sent_back) };
        Righting { action, once: None }
    };
    let (key, transfer) = once.unzip();
    let outbox = vec![OutboxEvent { topic: "payment.back", subject: payment.id.value() }];
    let command = Command { key, actor: Actor::System, at: bank.clock.now(), action, outbox };
    match bank.ledger.submit(command).await {
        // Another server was quicker, and what it did is answered.
        Ok(receipt) if transfer.is_some() && receipt.transfer != transfer => return Ok(Taken::Known),
        Ok(_) => {}
        // The same answer was applied a moment ago.
        Err(LedgerError::Refused(Refusal::NotReversible)) => return Ok(Taken::Known),
        Err(error) => return Err(error.into()),
    }
    let facts = Facts { name: payment.payee.clone(), ..Facts::default() };
    security::tell(bank, payment.customer, SecurityEvent::PaymentCameBack, &facts).await?;
    Ok(Taken::Applied)
}
