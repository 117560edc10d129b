//! What is done about a ticket: looking, taking, answering, noting, handing on and closing.

use bank::{Bank, Error, staff::Duty, tickets};
use leptos::prelude::*;
use model::{
    StaffId, TicketId,
    forms::{CloseForm, Form, HandForm, NoteForm, ReasonForm, ReplyForm, TakeForm},
};

use super::super::queues;
use super::address;
use crate::{context, outcome};

/// The ticket a form names. A name that cannot be one is that of none: ids begin above zero.
fn named(id: &str) -> TicketId {
    id.parse().unwrap_or(TicketId::new(0))
}

/// Who does it, in which bank.
fn at_work() -> Result<(Bank, StaffId), Error> {
    Ok((context::bank(), context::staff_with(Duty::Tickets)?.id))
}

/// Ends an action on the page of the ticket; what was wrong waits there under `word`.
fn ended<F: Form>(result: Result<(), Error>, id: TicketId, word: &str, form: &F) {
    outcome::ended(result, &address(id), &queues::waits(&address(id), word), form);
}

/// Opens a ticket, for a reason.
#[server(prefix = "/do", endpoint = "staff/tickets/look")]
pub async fn look_at_ticket(
    #[server(flatten)] form: ReasonForm,
    #[server(default)] ticket: String,
) -> Result<(), ServerFnError> {
    let id = named(&ticket);
    ended(look(&form, id).await, id, "why", &form);
    Ok(())
}

async fn look(form: &ReasonForm, id: TicketId) -> Result<(), Error> {
    let (bank, member) = at_work()?;
    tickets::look(&bank, member, id, form).await
}

/// Takes a ticket.
#[server(prefix = "/do", endpoint = "staff/tickets/take")]
pub async fn take_ticket(
    #[server(flatten)] form: TakeForm,
    #[server(default)] ticket: String,
) -> Result<(), ServerFnError> {
    let id = named(&ticket);
    ended(take(&form, id).await, id, "take", &form);
    Ok(())
}

async fn take(form: &TakeForm, id: TicketId) -> Result<(), Error> {
    let (bank, member) = at_work()?;
    tickets::take(&bank, member, id, form).await
}

/// Answers a ticket.
#[server(prefix = "/do", endpoint = "staff/tickets/answer")]
pub async fn answer_ticket(
    #[server(flatten)] form: ReplyForm,
    #[server(default)] ticket: String,
) -> Result<(), ServerFnError> {
    let id = named(&ticket);
    ended(answer(&form, id).await, id, "answer", &form);
    Ok(())
}

async fn answer(form: &ReplyForm, id: TicketId) -> Result<(), Error> {
    let (bank, member) = at_work()?;
    tickets::answer(&bank, member, id, form).await
}

/// Notes something for colleagues.
#[server(prefix = "/do", endpoint = "staff/tickets/note")]
pub async fn note_ticket(
    #[server(flatten)] form: NoteForm,
    #[server(default)] ticket: String,
) -> Result<(), ServerFnError> {
    let id = named(&ticket);
    ended(note(&form, id).await, id, "note", &form);
    Ok(())
}

async fn note(form: &NoteForm, id: TicketId) -> Result<(), Error> {
    let (bank, member) = at_work()?;
    tickets::note(&bank, member, id, form).await
}

/// Hands a ticket on.
#[server(prefix = "/do", endpoint = "staff/tickets/hand")]
pub async fn hand_ticket(
    #[server(flatten)] form: HandForm,
    #[server(default)] ticket: String,
) -> Result<(), ServerFnError> {
    let id = named(&ticket);
    ended(hand(&form, id).await, id, "hand", &form);
    Ok(())
}

async fn hand(form: &HandForm, id: TicketId) -> Result<(), Error> {
    let (bank, member) = at_work()?;
    tickets::hand(&bank, member, id, form).await
}

/// Closes a ticket.
#[server(prefix = "/do", endpoint = "staff/tickets/close")]
pub async fn close_ticket(
    #[server(flatten)] form: CloseForm,
    #[server(default)] ticket: String,
) -> Result<(), ServerFnError> {
    let id = named(&ticket);
    ended(close(&form, id).await, id, "close", &form);
    Ok(())
}

async fn close(form: &CloseForm, id: TicketId) -> Result<(), Error> {
    let (bank, member) = at_work()?;
    tickets::close(&bank, member, id, form).await
}
