//! Another amount for what is planned.
//!
//! It is approved as planning is: what leaves an account is what somebody was shown and approved. The days stay as they
//! are, so that a standing order of the 31st does not become one of the 28th. More to somebody who is still new is
//! planned anew: all that is asked and said before somebody new is paid belongs to that amount.

use model::{
    CustomerId, ErrorCode, Money, Problems, ScheduleId,
    forms::{ApproveForm, Form, PlanAmountForm, Timing},
};

use super::{
    Schedule, ScheduleState,
    carry_out::order,
    change::{about, one},
};
use crate::{
    Bank, Error,
    audit::{self, Deed},
    payments::within_limits,
    security::{self, SecurityEvent},
    step_up::{self, Purpose, Shown},
    waits,
};

/// Looks at the amount that `owner` has typed for what they have planned. Nothing changes; `None` where it is as much
/// already.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`] also where it has ended; [`ErrorCode::InFlight`] on the day on which it is
/// paid; [`Error::Unavailable`].
pub async fn other_amount(
    bank: &Bank,
    owner: CustomerId,
    id: ScheduleId,
    form: &PlanAmountForm,
) -> Result<Option<Money>, Error> {
    let schedule = changeable(bank, owner, id).await?;
    let to = form.check(&schedule.amount.currency)?;
    if to == schedule.amount {
        return Ok(None);
    }
    may_be(bank, &schedule, to).await?;
    Ok(Some(to))
}

/// What is approved before it changes: of which plan, to whom, from how much to how much, from which day on.
#[must_use]
pub fn changing(schedule: &Schedule, to: Money) -> Shown {
    Shown::of(Purpose::PlanAmount)
        .number(schedule.id.value())
        .number(schedule.version)
        .text(&schedule.payee)
        .money(schedule.amount)
        .money(to)
}

/// Changes how much is paid from the next day on, if the answer approves exactly that. Its waits count from now.
///
/// # Errors
/// As [`other_amount`]; [`ErrorCode::StepUpExpired`]; [`ErrorCode::Frozen`].
pub async fn change_amount(
    bank: &Bank,
    owner: CustomerId,
    (id, to): (ScheduleId, Money),
    form: &ApproveForm,
) -> Result<(), Error> {
    let schedule = changeable(bank, owner, id).await?;
    if to.currency != schedule.amount.currency || to == schedule.amount {
        return Err(ErrorCode::StepUpExpired.into());
    }
    may_be(bank, &schedule, to).await?;
    step_up::approve(bank, owner, &changing(&schedule, to), form).await?;
    let (version, more) = (schedule.version, to.minor > schedule.amount.minor);
    let changed = Schedule { amount: to, approved_at: bank.clock.now(), ..schedule };
    if !bank.schedules.update(&changed, version).await? {
        return Err(ErrorCode::InFlight.into());
    }
    audit::note(bank, owner, Deed::ScheduleAmount, id.value()).await?;
    security::tell(bank, owner, SecurityEvent::ScheduleAmount, &about(&changed)).await?;
    if more && waits_now(bank, owner, &changed).await? {
        security::tell_trusted(bank, owner, SecurityEvent::TrustedWaits).await?;
    }
    Ok(())
}

/// One of `owner` whose next payment is not being made at this moment.
async fn changeable(bank: &Bank, owner: CustomerId, id: ScheduleId) -> Result<Schedule, Error> {
    let schedule = one(bank, owner, id).await?;
    if schedule.state == ScheduleState::Ended {
        return Err(ErrorCode::NotFound.into());
    }
    let today = bank.calendar.day(bank.clock.now());
    if schedule.next().is_some_and(|next| next <= today) {
        return Err(ErrorCode::InFlight.into());
    }
    Ok(schedule)
}

/// Whether as much may be planned: the limits of one payment hold, and more to somebody new is planned anew.
async fn may_be(bank: &Bank, schedule: &Schedule, to: Money) -> Result<(), Error> {
    let payer = bank.customers.customer(schedule.owner).await?.ok_or(ErrorCode::Forbidden)?;
    let order = order(bank, &payer, &Schedule { amount: to, ..schedule.clone() }).await?;
    if order.to_somebody_new && to.minor > schedule.amount.minor {
        return Err(Problems::one("amount", ErrorCode::RaiseToSomebodyNew).into());
    }
    let now = bank.clock.now();
    // What is paused goes on with a later day; the limits of one payment are the same on every day.
    let first = schedule.next().unwrap_or_else(|| bank.calendar.day(now));
    let timing = Some(Timing { first, ..schedule.timing });
    within_limits(bank, schedule.owner, crate::payments::Order { timing, ..order }, now).await.map(drop)
}

/// Whether it would wait if it were paid now.
async fn waits_now(bank: &Bank, owner: CustomerId, schedule: &Schedule) -> Result<bool, Error> {
    let payer = bank.customers.customer(owner).await?.ok_or(ErrorCode::Forbidden)?;
    let order = order(bank, &payer, schedule).await?;
    Ok(waits::ruling(bank, owner, &bank.accounts.list(owner).await?, &order).await?.is_some())
}
