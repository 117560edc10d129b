//! What customers have written: the queue, and one ticket behind a reason.

mod actions;
mod one;
mod queue;

pub use one::StaffTicketPage;
pub use queue::StaffTicketsPage;

use std::collections::HashMap;

use bank::{Bank, Error, tickets::TicketHead};
use leptos::prelude::*;
use model::{StaffId, TicketId, Timestamp};

use super::TICKETS;
use crate::{
    components::{Tag, Tone},
    context,
    words::Words,
};

/// Where one ticket is.
fn address(id: TicketId) -> String {
    format!("{TICKETS}/{id}")
}

/// Under what a form of its page waits.
fn waits(id: TicketId, form: &str) -> String {
    format!("{}?{form}=1", address(id))
}

/// What the bank's own people are called.
async fn names(bank: &Bank) -> Result<HashMap<StaffId, String>, Error> {
    Ok(bank.staff.all().await?.into_iter().map(|one| (one.id, one.name)).collect())
}

/// Who looks after it.
fn with(words: Words, head: &TicketHead, names: &HashMap<StaffId, String>) -> String {
    match head.taken_by.and_then(|member| names.get(&member)) {
        Some(name) => words.with("staff-ticket-with", &[("name", name.into())]),
        None => words.say("staff-ticket-free").to_owned(),
    }
}

/// By when it is to be answered, and whether that is over.
fn due(words: Words, head: &TicketHead, now: Timestamp) -> Option<impl IntoView + use<>> {
    let due = words.with("staff-ticket-due", &[("when", words.moment(head.due_at?, &context::calendar()).into())]);
    let late = head.is_overdue(now).then(|| view! { <Tag label=words.say("staff-ticket-late") tone=Tone::Danger/>" " });
    Some(view! { {late}{due} })
}
