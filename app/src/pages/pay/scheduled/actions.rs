//! What is done with what is planned.

use bank::{
    Error,
    schedules::{self, Change},
};
use leptos::prelude::*;
use model::{
    ErrorCode, ScheduleId,
    forms::{ApproveForm, PlanAmountForm},
};

use super::{SCHEDULED, amount_of, approve_of, of};
use crate::{context, outcome, session::WantedAmount};

/// Passes a day over, pauses, goes on, or ends.
#[server(prefix = "/do", endpoint = "pay/scheduled")]
pub async fn change_schedule(
    /// Which.
    #[server(default)]
    schedule: String,
    /// A [`Change`] code.
    #[server(default)]
    change: String,
) -> Result<(), ServerFnError> {
    let id = schedule.parse::<ScheduleId>();
    let then = id.map_or_else(|_| SCHEDULED.to_owned(), of);
    outcome::finished(done(id.ok(), Change::from_code(&change)).await, &then);
    Ok(())
}

async fn done(id: Option<ScheduleId>, change: Option<Change>) -> Result<(), Error> {
    let (bank, person) = (context::bank(), context::person()?);
    let (id, change) = id.zip(change).ok_or(ErrorCode::NotFound)?;
    schedules::change(&bank, person.id, id, change).await
}

/// Keeps another amount until it is approved. As much as before changes nothing.
#[server(prefix = "/do", endpoint = "pay/scheduled/amount")]
pub async fn set_schedule_amount(
    /// Of which.
    #[server(default)]
    schedule: String,
    /// How much it is to be.
    #[server(flatten)]
    form: PlanAmountForm,
) -> Result<(), ServerFnError> {
    let Ok(id) = schedule.parse::<ScheduleId>() else {
        // Whether there is one is told to nobody who is not signed in.
        outcome::finished(Err(context::person().err().unwrap_or(ErrorCode::NotFound.into())), SCHEDULED);
        return Ok(());
    };
    match wanted(id, &form).await {
        Ok(true) => outcome::ended(Ok(()), &approve_of(id), &amount_of(id), &form),
        Ok(false) => outcome::ended(Ok(()), &of(id), &amount_of(id), &form),
        Err(error) => outcome::failed(&error, &amount_of(id), &form),
    }
    Ok(())
}

async fn wanted(id: ScheduleId, form: &PlanAmountForm) -> Result<bool, Error> {
    let (bank, person, visitor) = (context::bank(), context::person()?, context::visitor());
    let Some(to) = schedules::other_amount(&bank, person.id, id, form).await? else { return Ok(false) };
    let wanted = WantedAmount { owner: person.id, schedule: id, to, at: visitor.now() };
    visitor.change(|kept| kept.amount = Some(wanted));
    outcome::forget(&approve_of(id));
    Ok(true)
}

/// Changes the amount that was typed before.
#[server(prefix = "/do", endpoint = "pay/scheduled/approve")]
pub async fn approve_schedule_amount(
    /// What was typed.
    #[server(flatten)]
    form: ApproveForm,
) -> Result<(), ServerFnError> {
    // Where none was typed any more, the page of what is planned is the one to begin on.
    let Some(wanted) = context::visitor().wanted_amount() else {
        outcome::finished(context::person().map(drop), SCHEDULED);
        return Ok(());
    };
    let page = approve_of(wanted.schedule);
    match approve(&wanted, &form).await {
        Ok(()) => outcome::ended(Ok(()), &of(wanted.schedule), &page, &form),
        // It is more than may be: that is put right where it was typed.
        Err(Error::Form(problems)) if problems.iter().any(|problem| problem.field == "amount") => {
            let typed = PlanAmountForm { amount: wanted.to.plain() };
            outcome::failed(&Error::Form(problems), &amount_of(wanted.schedule), &typed);
        }
        Err(error) => outcome::failed(&error, &page, &form),
    }
    Ok(())
}

async fn approve(wanted: &WantedAmount, form: &ApproveForm) -> Result<(), Error> {
    let (bank, person, visitor) = (context::bank(), context::person()?, context::visitor());
    schedules::change_amount(&bank, person.id, (wanted.schedule, wanted.to), form).await?;
    visitor.change(|kept| kept.amount = None);
    Ok(())
}
