//! A wait is over: the payment leaves, or it is called off.

use model::{CustomerId, ErrorCode, PaymentId, Timestamp, TransferId, forms::HistoryKind};

use super::{Wait, WaitReason};
use crate::{
    Bank, Error,
    abroad::Exchange,
    business::{self, MadeFor},
    calendar::day_number,
    customers::Customer,
    ledger::{Action, Actor, Command, LedgerError, Limited, OutboxEvent, Refusal},
    payments::{Payment, PaymentState, stays, transfer_of},
    rails,
    security::{self, Facts, SecurityEvent},
};

/// How long it is until what could not be paid is tried again, in seconds.
const AGAIN_S: i64 = 15 * 60;
/// After how long it is called off, in seconds: by then every limit of a day has begun anew.
const GIVE_UP_S: i64 = 25 * 60 * 60;

/// Pays what has waited long enough. However often this is done, it is paid once. What cannot be paid is tried again for
/// a day and then called off; in a freeze it is called off at once. Its payer is told.
///
/// # Errors
/// [`Error::Unavailable`], [`ErrorCode::Busy`], [`ErrorCode::InFlight`]: nothing is lost, and it is to be tried again, but
/// not at once. Any other refusal: it cannot even be called off.
pub async fn carry_out(bank: &Bank, payment: &Payment) -> Result<(), Error> {
    let Some(wait) = open(payment) else { return Ok(()) };
    if wait.until > bank.clock.now() {
        return Ok(());
    }
    let tried = attempt(bank, payment, wait).await;
    // Rows that do not fit together: they are looked at by people, and must not keep others waiting.
    if let Err(Error::Refused(code)) = &tried
        && !matches!(code, ErrorCode::Busy | ErrorCode::InFlight)
    {
        bank.waits.postpone(payment.id, bank.clock.now().plus_seconds(AGAIN_S)).await?;
    }
    tried
}

async fn attempt(bank: &Bank, payment: &Payment, wait: Wait) -> Result<(), Error> {
    match wait.reason {
        // Time alone never lets it leave.
        WaitReason::Second => return give_up(bank, payment, SecurityEvent::SecondLapsed).await,
        WaitReason::Refused => return give_up(bank, payment, SecurityEvent::SecondRefused).await,
        _ => {}
    }
    let now = bank.clock.now();
    let payer = bank.customers.customer(payment.customer).await?.filter(|payer| !payer.is_frozen(now));
    let Some(payer) = payer else { return not_made(bank, payment).await };
    let made = bank.business.made(payment.id).await?;
    if let Some(made) = &made
        && business::is_stopped(bank, made).await?
    {
        return not_made(bank, payment).await;
    }
    // Without a line to other banks the money would leave, and nobody would be told.
    if payment.payee_number.leaves() && !rails::is_open(bank) {
        return not_now(bank, payment, wait).await;
    }
    match capture(bank, &payer, (payment, wait), made.as_ref()).await? {
        Ok(()) | Err(LedgerError::Refused(Refusal::HoldNotOpen)) => Ok(()),
        Err(LedgerError::Refused(_)) => not_now(bank, payment, wait).await,
        Err(error) => Err(error.into()),
    }
}

/// It is tried again, or called off once that was done for long enough.
async fn not_now(bank: &Bank, payment: &Payment, wait: Wait) -> Result<(), Error> {
    let now = bank.clock.now();
    if wait.until.plus_seconds(GIVE_UP_S) <= now {
        return not_made(bank, payment).await;
    }
    Ok(bank.waits.postpone(payment.id, now.plus_seconds(AGAIN_S)).await?)
}

/// The wait of a payment that still waits.
fn open(payment: &Payment) -> Option<Wait> {
    payment.wait.filter(|_| payment.state == PaymentState::Submitted)
}

/// Moves the money that was set aside. The limits of this day count, and who is somebody new now: to the business, where
/// it was made for one.
async fn capture(
    bank: &Bank,
    payer: &Customer,
    (payment, wait): (&Payment, Wait),
    made: Option<&MadeFor>,
) -> Result<Result<(), LedgerError>, Error> {
    let at = bank.clock.now();
    let (whose, payer) = match made.filter(|made| !made.by_owner) {
        Some(made) => (made.owner, &made.business),
        None => (payer.id, &payer.name),
    };
    let limited = limited(bank, whose, payment).await?;
    let id = TransferId::new(bank.ids.next());
    let payment = payment.clone().leaving(&bank.calendar, at);
    let transfer = transfer_of(&payment, payer, id, HistoryKind::Payment, limited);
    let outbox = vec![OutboxEvent { topic: "payment.settled", subject: payment.id.value() }];
    let action = Exchange::with(&payment, Action::Capture { hold: wait.hold, transfer });
    Ok(bank.ledger.submit(Command { key: None, actor: Actor::System, at, action, outbox }).await.map(drop))
}

/// Against which limits of today a payment counts, which `whose` account pays. What takes another person may be a move
/// between accounts of one owner, which is to nobody new and perhaps counts against none.
async fn limited(bank: &Bank, whose: CustomerId, payment: &Payment) -> Result<Option<Limited>, Error> {
    let now = bank.clock.now();
    let from = bank.accounts.account(whose, payment.from).await?;
    let to = bank.accounts.account(whose, payment.to).await?;
    if from.zip(to.as_ref()).is_some_and(|(from, to)| stays(&from, to)) {
        return Ok(None);
    }
    let known = bank.limits.acquaintance(whose, payment.from, payment.to).await?;
    let to_somebody_new = to.is_none() && known.is_new(now);
    Ok(Some(Limited { day: day_number(bank.calendar.day(now)), to_somebody_new }))
}

/// Calls off a payment of `owner` that waits: the money is theirs to spend again. Nothing happens where it does not wait
/// any more.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is none of theirs; [`Error::Unavailable`].
pub async fn call_off(bank: &Bank, owner: CustomerId, id: PaymentId) -> Result<(), Error> {
    let payment = bank.payments.payment(owner, id).await?.ok_or(ErrorCode::NotFound)?;
    release(bank, &payment, Actor::Customer(owner)).await.map(drop)
}

/// Calls off everything of `owner` that waits.
pub(crate) async fn call_off_all(bank: &Bank, owner: CustomerId) -> Result<(), Error> {
    // One that cannot be must not keep the others.
    let mut outcome = Ok(());
    for payment in bank.waits.waiting(owner).await? {
        outcome = outcome.and(release(bank, &payment, Actor::System).await.map(drop));
    }
    outcome
}

async fn not_made(bank: &Bank, payment: &Payment) -> Result<(), Error> {
    give_up(bank, payment, SecurityEvent::PaymentNotMade).await
}

/// Calls off a payment that waits, and tells its payer `why`. Nothing happens where it does not wait any more.
pub(crate) async fn give_up(bank: &Bank, payment: &Payment, why: SecurityEvent) -> Result<(), Error> {
    if release(bank, payment, Actor::System).await? {
        let facts = Facts { name: payment.payee.clone(), ..Facts::default() };
        security::tell(bank, payment.customer, why, &facts).await?;
    }
    Ok(())
}

/// Frees the money of a payment that waits, and whether it was this that did.
async fn release(bank: &Bank, payment: &Payment, actor: Actor) -> Result<bool, Error> {
    let Some(wait) = open(payment) else { return Ok(false) };
    let action = Action::Release { hold: wait.hold, payment: Some(payment.id) };
    let outbox = vec![OutboxEvent { topic: "payment.cancelled", subject: payment.id.value() }];
    let at: Timestamp = bank.clock.now();
    match bank.ledger.submit(Command { key: None, actor, at, action, outbox }).await {
        Ok(_) => Ok(true),
        // It has just left, or was called off.
        Err(LedgerError::Refused(Refusal::HoldNotOpen)) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
