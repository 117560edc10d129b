//! What customers have written: the queue, and one ticket behind a reason.

mod actions;
mod one;
mod queue;

pub use one::StaffTicketPage;
pub use queue::StaffTicketsPage;

use bank::tickets::TicketHead;
use leptos::prelude::*;
use model::{TicketId, Timestamp};

use super::{TICKETS, queues};
use crate::{context, words::Words};

/// Where one ticket is.
fn address(id: TicketId) -> String {
    format!("{TICKETS}/{id}")
}

/// By when it is to be answered, and whether that is over.
fn due(words: Words, head: &TicketHead, now: Timestamp) -> Option<impl IntoView + use<>> {
    let when = words.moment(head.due_at?, &context::calendar());
    Some(queues::due(words, &when, head.is_overdue(now)))
}
