//! What is done with what is planned.

use bank::{
    Error,
    schedules::{self, Change},
};
use leptos::prelude::*;
use model::{ErrorCode, ScheduleId};

use super::{SCHEDULED, of};
use crate::{context, outcome};

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
