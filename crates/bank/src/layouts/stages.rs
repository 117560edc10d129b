//! What is done about an arrangement, each step by those who may, and the switch that ends everything at once.

use model::{
    ArrangementId, ErrorCode, Language, StaffId, Timestamp,
    forms::{Form, LaunchForm, Launching, NoteForm, ReasonForm, RefuseForm, TakeForm},
};

use super::{
    arrangement::{Arrangement, Launch, Report, Stage, Step, StopReason},
    write::one,
};
use crate::{
    Bank, Error,
    audit::{AuditRow, Deed},
    experiments::{self, Stop},
};

/// The length of a day, in seconds.
const DAY_S: i64 = 86_400;

/// That everybody is shown pages as they are, until somebody ends that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halt {
    /// Who wanted that.
    pub by: StaffId,
    /// Since when.
    pub at: Timestamp,
    /// Why: the [`written`](model::forms::Reason::written) reason.
    pub why: String,
}

/// Says something about it.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`]; [`ErrorCode::ArrangementMoved`]; as [`Arrangement::next`];
/// [`Error::Unavailable`]. So do all below.
pub async fn remark(bank: &Bank, member: StaffId, id: ArrangementId, form: &NoteForm) -> Result<(), Error> {
    let (remark, seen) = form.check(&())?;
    follow(bank, Some(member), id, seen, Step::Remarked(remark)).await
}

/// Its author changes it no more: a browser looks at it next.
///
/// # Errors
/// As [`remark`].
pub async fn submit(bank: &Bank, member: StaffId, id: ArrangementId, form: &TakeForm) -> Result<(), Error> {
    follow(bank, Some(member), id, form.check(&())?, Step::Submitted).await
}

/// Keeps what a browser has seen of it.
///
/// # Errors
/// As [`remark`].
pub async fn checked(bank: &Bank, id: ArrangementId, seen: i64, report: Report) -> Result<(), Error> {
    follow(bank, None, id, seen, Step::Reported(report)).await
}

/// Agrees to it, as somebody else than its author.
///
/// # Errors
/// As [`remark`]; [`ErrorCode::SecondPerson`] for its author.
pub async fn approve(bank: &Bank, member: StaffId, id: ArrangementId, form: &TakeForm) -> Result<(), Error> {
    follow(bank, Some(member), id, form.check(&())?, Step::Approved).await
}

/// Does not agree to it, and says why.
///
/// # Errors
/// As [`remark`].
pub async fn refuse(bank: &Bank, member: StaffId, id: ArrangementId, form: &RefuseForm) -> Result<(), Error> {
    let (why, seen) = form.check(&())?;
    follow(bank, Some(member), id, seen, Step::Refused(why)).await
}

/// Shows it to customers. Of each page one arrangement is shown at a time, so that what is learnt is learnt of it.
///
/// # Errors
/// As [`remark`]; [`ErrorCode::ArrangementBusy`], [`ErrorCode::ArrangementsHalted`].
pub async fn launch(bank: &Bank, member: StaffId, id: ArrangementId, form: &LaunchForm) -> Result<(), Error> {
    let Launching { share, audience, device, tenure, language, wait, days, goal, seen } = form.check(&())?;
    if bank.arrangements.halted().await?.is_some() {
        return Err(ErrorCode::ArrangementsHalted.into());
    }
    let page = one(bank, id).await?.head.page;
    if bank.arrangements.at(Stage::Live).await?.iter().any(|other| other.head.page == page && other.head.id != id) {
        return Err(ErrorCode::ArrangementBusy.into());
    }
    let from = bank.clock.now().plus_seconds(i64::from(wait) * DAY_S);
    let until = from.plus_seconds(i64::from(days) * DAY_S);
    let launch = Launch { share, audience, device, tenure, language, from, until, goal };
    follow(bank, Some(member), id, seen, Step::Launched(launch)).await
}

/// Shows it to everybody, for good, as somebody else than its author. What did harm is shown to nobody, also where its
/// launch has not been ended for that yet.
///
/// # Errors
/// As [`remark`]; [`ErrorCode::SecondPerson`] for its author.
pub async fn promote(bank: &Bank, member: StaffId, id: ArrangementId, form: &TakeForm) -> Result<(), Error> {
    let key = one(bank, id).await?.key();
    if bank.experiments.stops().await?.iter().any(|stop| stop.experiment == key) {
        return Err(ErrorCode::ArrangementStage.into());
    }
    follow(bank, Some(member), id, form.check(&())?, Step::Promoted).await
}

/// Shows it to nobody any more. It can be shown again, unless it did harm.
///
/// # Errors
/// As [`remark`].
pub async fn stop(bank: &Bank, member: StaffId, id: ArrangementId, form: &TakeForm) -> Result<(), Error> {
    let seen = form.check(&())?;
    let reason = reason(bank, &one(bank, id).await?, StopReason::Wanted).await?;
    follow(bank, Some(member), id, seen, Step::Stopped(reason)).await
}

/// Puts it away.
///
/// # Errors
/// As [`remark`].
pub async fn retire(bank: &Bank, member: StaffId, id: ArrangementId, form: &TakeForm) -> Result<(), Error> {
    follow(bank, Some(member), id, form.check(&())?, Step::Retired).await
}

/// Stops what did harm, and what has been tried out for as long as it was to be.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn end_what_is_over(bank: &Bank) -> Result<(), Error> {
    let live = bank.arrangements.at(Stage::Live).await?;
    let tried: Vec<_> = live.into_iter().filter(|one| !one.is_for_good()).collect();
    if tried.is_empty() {
        return Ok(());
    }
    let (stops, now) = (bank.experiments.stops().await?, bank.clock.now());
    for one in tried {
        let key = one.key();
        let is_over = one.launch().is_some_and(|launch| launch.until <= now);
        if !is_over && stops.iter().all(|stop| stop.experiment != key) {
            continue;
        }
        let reason = reason(bank, &one, StopReason::Over).await?;
        match keep(bank, None, &one, Step::Stopped(reason)).await {
            // Somebody was faster.
            Ok(()) | Err(Error::Refused(ErrorCode::ArrangementMoved)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Why what is live is stopped: harm comes before anything else, known already or seen only now. Otherwise whoever is
/// faster than the guardrails could show it again.
async fn reason(bank: &Bank, kept: &Arrangement, otherwise: StopReason) -> Result<StopReason, Error> {
    let key = kept.key();
    if bank.experiments.stops().await?.iter().any(|stop| stop.experiment == key) {
        return Ok(StopReason::Harm);
    }
    let Some((_, experiment)) = kept.comparison().filter(|_| !kept.is_for_good()) else { return Ok(otherwise) };
    let Some((variation, measure)) = experiments::harm(bank, &experiment, kept.journey()).await? else {
        return Ok(otherwise);
    };
    let (bucket_version, stopped_at) = (experiment.bucket_version, bank.clock.now());
    bank.experiments.stop(&Stop { experiment: key, bucket_version, variation, measure, stopped_at }).await?;
    Ok(StopReason::Harm)
}

/// Whether everybody is shown pages as they are.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn is_halted(bank: &Bank) -> Result<Option<Halt>, Error> {
    Ok(bank.arrangements.halted().await?)
}

/// Shows everybody pages as they are, from their next request on, and stops what was shown to them.
///
/// # Errors
/// [`Error::Form`]; [`Error::Unavailable`].
pub async fn halt(bank: &Bank, member: StaffId, form: &ReasonForm) -> Result<(), Error> {
    let why = form.check(&())?.written();
    let at = bank.clock.now();
    // First the switch, which nothing can be in the way of.
    bank.arrangements.halt(&Halt { by: member, at, why: why.clone() }).await?;
    let row =
        AuditRow { actor: Some(member.value()), what: Deed::StaffArrangementsHalted, subject: member.value(), at };
    bank.audit.note_why(&row, &why).await?;
    stop_all(bank, member).await
}

/// Stops everything that is live. Whoever does something about one of them meanwhile does not keep it there.
async fn stop_all(bank: &Bank, member: StaffId) -> Result<(), Error> {
    loop {
        let mut moved = false;
        for one in bank.arrangements.at(Stage::Live).await? {
            let reason = reason(bank, &one, StopReason::Halted).await?;
            match keep(bank, Some(member), &one, Step::Stopped(reason)).await {
                Err(Error::Refused(ErrorCode::ArrangementMoved)) => moved = true,
                done => done?,
            }
        }
        if !moved {
            return Ok(());
        }
    }
}

/// Ends that, and says why. What was stopped stays stopped until somebody shows it again.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`] where nothing was halted; [`Error::Unavailable`].
pub async fn resume(bank: &Bank, member: StaffId, form: &ReasonForm) -> Result<(), Error> {
    let why = form.check(&())?.written();
    if bank.arrangements.halted().await?.is_none() {
        return Err(ErrorCode::NotFound.into());
    }
    // What became live on another server at the very moment of the switch does not come back with its end.
    stop_all(bank, member).await?;
    if !bank.arrangements.resume().await? {
        return Err(ErrorCode::NotFound.into());
    }
    let (what, at) = (Deed::StaffArrangementsResumed, bank.clock.now());
    let row = AuditRow { actor: Some(member.value()), what, subject: member.value(), at };
    Ok(bank.audit.note_why(&row, &why).await?)
}

async fn follow(bank: &Bank, by: Option<StaffId>, id: ArrangementId, seen: i64, step: Step) -> Result<(), Error> {
    let kept = one(bank, id).await?;
    if kept.head.version != seen {
        return Err(ErrorCode::ArrangementMoved.into());
    }
    keep(bank, by, &kept, step).await
}

async fn keep(bank: &Bank, by: Option<StaffId>, kept: &Arrangement, step: Step) -> Result<(), Error> {
    let (at, what) = (bank.clock.now(), deed(&step, by));
    let next = kept.next(step, by, at)?;
    if !bank.arrangements.update(&next, kept.head.version).await? {
        let is_halted = next.head.stage == Stage::Live && bank.arrangements.halted().await?.is_some();
        let code = if is_halted { ErrorCode::ArrangementsHalted } else { ErrorCode::ArrangementMoved };
        return Err(code.into());
    }
    let row = AuditRow { actor: by.map(StaffId::value), what, subject: next.head.id.value(), at };
    Ok(bank.audit.note_why(&row, &said(bank, &next)).await?)
}

/// What the row says: the hash, so that what was agreed to can be proven to be what was shown; and of a launch to whom,
/// when and what for.
fn said(bank: &Bank, after: &Arrangement) -> String {
    let hash = format!("sha256 {}", after.head.sha256);
    let Some(Step::Launched(launch)) = after.entries.last().map(|entry| &entry.step) else { return hash };
    let Launch { share, audience, device, tenure, language, from, until, goal } = launch;
    let (from, until) = (bank.calendar.day(*from), bank.calendar.day(*until));
    let language = language.map_or("all", Language::code);
    format!(
        "{hash}; share {share}; audience {}; device {}; customers {}; language {language}; from {from}; until {until}; \
         goal {}",
        audience.code(),
        device.code(),
        tenure.code(),
        goal.code()
    )
}

fn deed(step: &Step, by: Option<StaffId>) -> Deed {
    match (step, by) {
        (Step::Remarked(_), _) => Deed::StaffArrangementRemarked,
        (Step::Submitted, _) => Deed::StaffArrangementSubmitted,
        (Step::Reported(_), _) => Deed::ArrangementChecked,
        (Step::Approved, _) => Deed::StaffArrangementApproved,
        (Step::Refused(_), _) => Deed::StaffArrangementRefused,
        (Step::Launched(_), _) => Deed::StaffArrangementLaunched,
        (Step::Promoted, _) => Deed::StaffArrangementPromoted,
        (Step::Stopped(_), Some(_)) => Deed::StaffArrangementStopped,
        (Step::Stopped(_), None) => Deed::ArrangementStopped,
        (Step::Retired, _) => Deed::StaffArrangementRetired,
    }
}
