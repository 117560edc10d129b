//! What its owner does with what is planned.

use model::{CustomerId, ErrorCode, PaymentId, ScheduleId, Timestamp, forms::Timing};

use super::{Schedule, ScheduleState};
use crate::{
    Bank, Error,
    audit::{self, Deed},
    payments::Order,
    security::{self, Facts, SecurityEvent},
    waits,
};

/// The most that one person has planned at a time.
const MOST: usize = 100;

model::coded! {
    /// What can be done with it.
    Change {
        /// Its next day is passed over.
        Skip = "skip",
        /// The day that was passed over last is paid after all.
        TakeBack = "take-back",
        /// Nothing is paid for a while.
        Pause = "pause",
        /// It goes on.
        Resume = "resume",
        /// It ends.
        Stop = "stop",
    }
}

/// Everything that `owner` has planned and that has not ended, the soonest first; what is paused comes last.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(bank: &Bank, owner: CustomerId) -> Result<Vec<Schedule>, Error> {
    let mut planned = bank.schedules.list(owner).await?;
    planned.sort_by_key(|schedule| (schedule.next().is_none(), schedule.next(), schedule.id));
    Ok(planned)
}

/// One that `owner` has planned, ended or not.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn one(bank: &Bank, owner: CustomerId, id: ScheduleId) -> Result<Schedule, Error> {
    Ok(bank.schedules.one(owner, id).await?.ok_or(ErrorCode::NotFound)?)
}

/// What was planned in the draft `id` of `owner`.
pub(crate) async fn planned(bank: &Bank, owner: CustomerId, id: PaymentId) -> Result<Option<Schedule>, Error> {
    Ok(bank.schedules.one(owner, ScheduleId::new(id.value())).await?)
}

/// Keeps what `owner` has approved: `order`, on the days of `timing`. Keeping it twice is keeping it once.
///
/// # Errors
/// [`ErrorCode::SchedulesFull`]; [`Error::Unavailable`].
pub(crate) async fn keep(bank: &Bank, owner: CustomerId, order: &Order, timing: Timing) -> Result<Schedule, Error> {
    if bank.schedules.list(owner).await?.len() >= MOST {
        return Err(ErrorCode::SchedulesFull.into());
    }
    let schedule = Schedule {
        id: ScheduleId::new(order.id.value()),
        owner,
        from: order.from.id,
        to: order.to,
        payee: order.payee.clone(),
        payee_number: order.payee_number,
        amount: order.amount,
        reference: order.reference.clone(),
        timing,
        done: 0,
        next_payment: PaymentId::new(bank.ids.next()),
        waits_since: None,
        try_at: Timestamp::EPOCH,
        state: ScheduleState::Active,
        version: 0,
        approved_at: bank.clock.now(),
        purpose: order.purpose,
    };
    if bank.schedules.keep(&schedule).await? {
        audit::note(bank, owner, Deed::ScheduleMade, schedule.id.value()).await?;
        security::tell(bank, owner, SecurityEvent::ScheduleMade, &about(&schedule)).await?;
        // What would wait if it were paid now is told of as well: its days may be so far that it never does.
        if waits::ruling(bank, owner, &bank.accounts.list(owner).await?, order).await?.is_some() {
            security::tell_trusted(bank, owner, SecurityEvent::TrustedWaits).await?;
        }
    }
    Ok(schedule)
}

/// Does what `owner` wants with it. What is so already, or cannot be any more, changes nothing.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`ErrorCode::InFlight`] where it changes at this moment; [`Error::Unavailable`].
pub async fn change(bank: &Bank, owner: CustomerId, id: ScheduleId, change: Change) -> Result<(), Error> {
    let schedule = one(bank, owner, id).await?;
    let today = bank.calendar.day(bank.clock.now());
    let payment = PaymentId::new(bank.ids.next());
    let (version, state) = (schedule.version, schedule.state);
    let changed = match change {
        Change::Skip if schedule.can_skip(today) => schedule.advanced(payment),
        Change::TakeBack if schedule.skipped(today).is_some() => schedule.taken_back(payment),
        Change::Pause if state == ScheduleState::Active && schedule.repeats() => {
            schedule.stopped(ScheduleState::Paused)
        }
        Change::Resume if state == ScheduleState::Paused => schedule.resumed(today, payment),
        Change::Stop if state != ScheduleState::Ended => schedule.stopped(ScheduleState::Ended),
        _ => return Ok(()),
    };
    if !bank.schedules.update(&changed, version).await? {
        return Err(ErrorCode::InFlight.into());
    }
    Ok(audit::note(bank, owner, deed(change), id.value()).await?)
}

/// Pauses what `owner` has planned to somebody to whom none of their accounts has ever paid anything.
pub(crate) async fn pause_to_strangers(bank: &Bank, owner: CustomerId) -> Result<(), Error> {
    let accounts = bank.accounts.list(owner).await?;
    let active = bank.schedules.list(owner).await?.into_iter().filter(|one| one.state == ScheduleState::Active);
    for schedule in active.filter(|one| accounts.iter().all(|account| account.id != one.to)) {
        if bank.limits.acquaintance(owner, schedule.from, schedule.to).await?.since.is_some() {
            continue;
        }
        let (id, version) = (schedule.id.value(), schedule.version);
        // What changes at this moment is looked at again when the end of the freeze is asked for.
        if bank.schedules.update(&schedule.stopped(ScheduleState::Paused), version).await? {
            audit::note(bank, owner, Deed::SchedulePaused, id).await?;
        }
    }
    Ok(())
}

const fn deed(change: Change) -> Deed {
    match change {
        Change::Skip => Deed::ScheduleSkipped,
        Change::TakeBack => Deed::ScheduleTakenBack,
        Change::Pause => Deed::SchedulePaused,
        Change::Resume => Deed::ScheduleResumed,
        Change::Stop => Deed::ScheduleStopped,
    }
}

/// What is said of it in a notice: to whom. No amount goes by mail or telephone.
pub(super) fn about(schedule: &Schedule) -> Facts {
    Facts { name: schedule.payee.clone(), ..Facts::default() }
}
