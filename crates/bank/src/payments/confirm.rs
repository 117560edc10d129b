//! Approving a payment: the one place where a customer's payment reaches the ledger.

use std::time::Duration;

use model::{
    CustomerId, ErrorCode, PaymentId, Problems, TransferId,
    forms::{ApproveForm, Form, HistoryKind},
};

use super::{Order, Payment, order::checked};
use crate::{
    Bank, Error,
    accounts::Category,
    customers::Customer,
    ledger::{Action, Actor, Command, IdempotencyKey, Line, OutboxEvent, TransferOrder},
};

/// How often, and how far apart, a refused press looks for its twin: a second in all.
const TWIN_LOOKS: u32 = 20;
const TWIN_PAUSE: Duration = Duration::from_millis(50);

/// Pays a draft of `owner`, if the code is good and answers a challenge about exactly this payment.
///
/// Pressing twice, going back, reloading: whoever comes second gets the same receipt.
///
/// # Errors
/// [`Error::Form`] with the field to put right; [`ErrorCode::ApprovalExpired`] where the challenge has
/// lapsed or something changed since it was shown; any refusal of the ledger; [`Error::Unavailable`], after
/// which asking again is safe: it gives the receipt where the money moved, and a fresh question where it did not.
pub async fn confirm(bank: &Bank, owner: CustomerId, id: PaymentId, form: &ApproveForm) -> Result<Payment, Error> {
    if let Some(paid) = bank.payments.payment(owner, id).await? {
        return Ok(paid);
    }
    let code = form.check(&())?;
    let (order, _) = checked(bank, owner, id).await?;
    match approve(bank, owner, &order, &form.challenge, &code).await {
        Ok(()) => {
            let payer = bank.customers.customer(owner).await?.ok_or(ErrorCode::Forbidden)?;
            pay(bank, &payer, &order).await
        }
        Err(refusal) => twin(bank, owner, id).await?.ok_or(refusal),
    }
}

/// The payment that another press of the same button is just making, if there is one. The code and the challenge
/// are good once: of two presses, the one that comes second is refused before the first has reached the ledger,
/// and it is the second whose answer the browser shows.
async fn twin(bank: &Bank, owner: CustomerId, id: PaymentId) -> Result<Option<Payment>, Error> {
    for _ in 0..TWIN_LOOKS {
        if let Some(paid) = bank.payments.payment(owner, id).await? {
            return Ok(Some(paid));
        }
        tokio::time::sleep(TWIN_PAUSE).await;
    }
    Ok(None)
}

/// Checks that `code` answers the challenge, that the challenge asked about exactly `order`, and uses both up.
async fn approve(bank: &Bank, owner: CustomerId, order: &Order, challenge: &str, code: &str) -> Result<(), Error> {
    let now = bank.clock.now();
    let asked: PaymentId = challenge.parse().map_err(|_| ErrorCode::ApprovalExpired)?;
    let challenge = bank.payments.take_attempt(owner, asked.value(), now).await?.ok_or(ErrorCode::ApprovalExpired)?;
    if challenge.digest != order.digest(challenge.id) {
        return Err(ErrorCode::ApprovalExpired.into());
    }
    if !bank.approver.code_is_good(owner, code).await? {
        let left = challenge.attempts_left > 0;
        let code = if left { ErrorCode::CodeRefused } else { ErrorCode::CodeLocked };
        return Err(Problems::one("code", code).into());
    }
    if bank.payments.answer(owner, challenge.id, now).await? { Ok(()) } else { Err(ErrorCode::ApprovalExpired.into()) }
}

/// Settles an order that `payer` approved in the ledger, under the payment's own id as key, and gives the payment back.
///
/// # Errors
/// Any refusal of the ledger; [`Error::Unavailable`].
pub async fn pay(bank: &Bank, payer: &Customer, order: &Order) -> Result<Payment, Error> {
    let at = bank.clock.now();
    let payment = order.payment(payer.id, at);
    let transfer = TransferOrder {
        id: TransferId::new(bank.ids.next()),
        debit: order.from.id,
        credit: order.to,
        amount: order.amount,
        kind: HistoryKind::Payment,
        debit_line: line(&order.payee, &order.reference),
        credit_line: line(&payer.name, &order.reference),
        original: None,
        limited_on: order.limited_on(bank, at),
        payment: Some(Box::new(payment.clone())),
    };
    let command = Command {
        key: Some(IdempotencyKey {
            principal: payer.id,
            operation: "payment",
            key: order.id.to_string(),
            request_hash: order.digest(0),
        }),
        actor: Actor::Customer(payer.id),
        at,
        action: Action::Transfer(transfer),
        outbox: vec![OutboxEvent { topic: "payment.settled", subject: order.id.value() }],
    };
    let receipt = bank.ledger.submit(command).await?;
    let transfer = receipt.transfer.ok_or(ErrorCode::Fault)?;
    Ok(payment.settled_by(transfer, receipt.booked_at))
}

fn line(party: &str, reference: &str) -> Line {
    Line { party: party.to_owned(), reference: reference.to_owned(), category: Category::Transfers }
}
