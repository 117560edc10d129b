//! Making the payments that are planned, each on its day.

use model::{
    ErrorCode, PaymentId,
    forms::{Every, HistoryKind},
};

use super::{Schedule, change::about};
use crate::{
    Bank, Error,
    accounts::{Account, AccountStatus},
    business,
    customers::Customer,
    ledger::Actor,
    payments::{self, Making, Order, Second, stays},
    security::{self, SecurityEvent},
    waits,
};

/// How long it is until what could not be paid is tried again, in seconds.
const AGAIN_S: i64 = 15 * 60;

/// Makes the next payment of `schedule`, if its day has come. However often this is done, it is made once.
///
/// # Errors
/// [`Error::Unavailable`], [`ErrorCode::Busy`], [`ErrorCode::InFlight`]: nothing is lost, and it is to be tried again, but
/// not at once.
pub async fn carry_out(bank: &Bank, schedule: Schedule) -> Result<(), Error> {
    let today = bank.calendar.day(bank.clock.now());
    if schedule.next().is_none_or(|day| day > today) {
        return Ok(());
    }
    // By another server, or just before this one stopped.
    let made = bank.payments.payment(schedule.owner, schedule.next_payment).await?.is_some();
    match if made { Ok(()) } else { pay(bank, &schedule).await } {
        Ok(()) => advance(bank, schedule).await,
        // That says nothing about the payment: whoever asks again later is told.
        Err(error @ (Error::Unavailable(_) | Error::Refused(ErrorCode::Busy | ErrorCode::InFlight))) => Err(error),
        Err(_) => wait(bank, schedule).await,
    }
}

async fn pay(bank: &Bank, schedule: &Schedule) -> Result<(), Error> {
    let payer = bank.customers.customer(schedule.owner).await?.ok_or(ErrorCode::Forbidden)?;
    if payer.is_frozen(bank.clock.now()) {
        return Err(ErrorCode::Frozen.into());
    }
    let order = order(bank, &payer, schedule).await?;
    let kind = match schedule.timing.every {
        Every::Once => HistoryKind::Payment,
        Every::Week | Every::Month => HistoryKind::StandingOrder,
    };
    payments::pay(bank, &payer, &order, Making { actor: Actor::System, kind, approved_at: Some(schedule.approved_at) })
        .await
        .map(drop)
}

/// The payment as it is made today. Who is somebody new, what stays with the same person and what waits is looked up
/// again; the wait began when it was approved.
pub(super) async fn order(bank: &Bank, payer: &Customer, schedule: &Schedule) -> Result<Order, Error> {
    let accounts = bank.accounts.list(payer.id).await?;
    let is_open = |account: &&Account| account.id == schedule.from && account.status == AccountStatus::Open;
    let from = accounts.iter().find(is_open).cloned().ok_or(ErrorCode::AccountNotOpen)?;
    let to = accounts.iter().find(|account| account.id == schedule.to);
    let known = bank.limits.acquaintance(payer.id, from.id, schedule.to).await?;
    let order = Order {
        id: schedule.next_payment,
        to: schedule.to,
        payee: schedule.payee.clone(),
        payee_number: schedule.payee_number,
        own: to.is_some(),
        stays: to.is_some_and(|to| stays(&from, to)),
        amount: schedule.amount,
        reference: schedule.reference.clone(),
        to_somebody_new: to.is_none() && known.is_new(bank.clock.now()),
        purpose: schedule.purpose,
        told_safety: false,
        timing: None,
        wait: None,
        second: None,
        elsewhere: None,
        from,
    };
    let wait = waits::ruling(bank, payer.id, &accounts, &order).await?;
    let asked = business::needs_another(bank, payer.id, &order.from, (order.amount, false)).await?;
    Ok(Order { wait, second: asked.map(|asked| Second { asked, name: None }), ..order })
}

/// One of its days is done with. Where its owner has changed it meanwhile, that counts: a payment is made once anyway.
async fn advance(bank: &Bank, schedule: Schedule) -> Result<(), Error> {
    let version = schedule.version;
    let next = schedule.advanced(PaymentId::new(bank.ids.next()));
    bank.schedules.update(&next, version).await?;
    Ok(())
}

/// It could not be paid: it is tried again until its day, or the day on which it was tried first, is over.
async fn wait(bank: &Bank, schedule: Schedule) -> Result<(), Error> {
    let now = bank.clock.now();
    let today = bank.calendar.day(now);
    let (version, owner, facts) = (schedule.version, schedule.owner, about(&schedule));
    let since = schedule.waits_since.unwrap_or(now);
    let over = bank.calendar.day(since) < today;
    let first = schedule.waits_since.is_none();
    let then = if over {
        schedule.advanced(PaymentId::new(bank.ids.next()))
    } else {
        Schedule { waits_since: Some(since), try_at: now.plus_seconds(AGAIN_S), ..schedule }
    };
    // Only who has changed it tells of it: several servers may have tried.
    if !bank.schedules.update(&then, version).await? {
        return Ok(());
    }
    let event = match (over, first) {
        (true, _) => SecurityEvent::ScheduleMissed,
        (false, true) => SecurityEvent::ScheduleWaits,
        (false, false) => return Ok(()),
    };
    Ok(security::tell(bank, owner, event, &facts).await?)
}
