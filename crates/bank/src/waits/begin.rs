//! A payment begins to wait.

use model::{HoldId, Timestamp};

use super::{Ruling, Wait};
use crate::{
    Bank, Error, business,
    ledger::{Action, Actor, Command, HoldOrder, IdempotencyKey, OutboxEvent},
    payments::Payment,
    security::{self, Facts, SecurityEvent},
};

/// What a hold says of when it lapses that ends with its payment and not before.
const NEVER: Timestamp = Timestamp::from_micros(i64::MAX);

/// Sets aside the money of a payment that was approved and waits until `until`, under the payment's own key. Its payer is
/// told, and so is whom they trust.
///
/// # Errors
/// Any refusal of the ledger; [`Error::Unavailable`].
pub(crate) async fn begin(
    bank: &Bank,
    payment: Payment,
    (ruling, until): (Ruling, Timestamp),
    key: IdempotencyKey,
    actor: Actor,
) -> Result<Payment, Error> {
    let hold = HoldId::new(bank.ids.next());
    let payment = Payment { wait: Some(Wait { hold, until, reason: ruling.reason, ended_at: None }), ..payment };
    let order = HoldOrder {
        id: hold,
        account: payment.from,
        amount: payment.amount,
        party: payment.payee.clone(),
        expires_at: NEVER,
        payment: Some(Box::new(payment.clone())),
    };
    let command = Command {
        key: Some(key),
        actor,
        at: bank.clock.now(),
        action: Action::Hold(order),
        outbox: vec![OutboxEvent { topic: "payment.waits", subject: payment.id.value() }],
    };
    let receipt = bank.ledger.submit(command).await?;
    if receipt.hold != Some(hold) {
        // Another press was quicker: what it made is what there is.
        let made = bank.payments.payment(payment.customer, payment.id).await?;
        return Ok(made.unwrap_or(payment));
    }
    if ruling.reason.is_for_a_person() {
        business::tell_asked(bank, &payment, until).await?;
    } else {
        tell(bank, &payment, until).await?;
    }
    Ok(payment)
}

async fn tell(bank: &Bank, payment: &Payment, until: Timestamp) -> Result<(), Error> {
    let facts = Facts { name: payment.payee.clone(), when: Some(until), ..Facts::default() };
    security::tell(bank, payment.customer, SecurityEvent::PaymentWaits, &facts).await?;
    security::tell_trusted(bank, payment.customer, SecurityEvent::TrustedWaits).await
}
