//! What is done: writing, writing more, saying that it is settled, and how it went.

use bank::{
    Error,
    experiments::{EventKind, Journey},
    tickets,
};
use leptos::prelude::*;
use model::{
    TicketId,
    forms::{RatingForm, TicketForm, TicketMessageForm},
};

use super::{TICKETS, address, rating, write_address};
use crate::{context, layouts, outcome};

/// Writes to the bank.
#[server(prefix = "/do", endpoint = "help/write")]
pub async fn open_ticket(#[server(flatten)] form: TicketForm) -> Result<(), ServerFnError> {
    let page = write_address(form.about());
    match open(&form).await {
        Ok(id) => outcome::ended(Ok(()), &address(id), &page, &form),
        Err(error) => outcome::failed(&error, &page, &form),
    }
    Ok(())
}

async fn open(form: &TicketForm) -> Result<TicketId, Error> {
    let person = context::person()?;
    let opened = tickets::open(&context::bank(), person.id, context::preferences().language, form).await;
    let id = layouts::counted(Journey::Ticket, opened)?;
    layouts::tell(&person, Journey::Ticket, EventKind::Completed, None);
    Ok(id)
}

/// The ticket a form names. A name that cannot be one is that of none: ids begin above zero.
fn named(id: &str) -> TicketId {
    id.parse().unwrap_or(TicketId::new(0))
}

/// Adds to what was written.
#[server(prefix = "/do", endpoint = "help/tickets/write")]
pub async fn write_to_ticket(
    #[server(flatten)] form: TicketMessageForm,
    #[server(default)] ticket: String,
) -> Result<(), ServerFnError> {
    let (id, page) = (named(&ticket), address(named(&ticket)));
    outcome::ended(write(id, &form).await, &page, &page, &form);
    Ok(())
}

async fn write(id: TicketId, form: &TicketMessageForm) -> Result<(), Error> {
    tickets::write(&context::bank(), context::person()?.id, id, form).await
}

/// It is settled.
#[server(prefix = "/do", endpoint = "help/tickets/settle")]
pub async fn settle_ticket(#[server(default)] ticket: String) -> Result<(), ServerFnError> {
    let Ok(id) = ticket.parse::<TicketId>() else {
        outcome::done(TICKETS);
        return Ok(());
    };
    let settled = settle(id).await;
    if settled.is_ok() {
        // What was wrong with a letter that is not sent any more is none of anybody's business.
        outcome::forget(&address(id));
    }
    outcome::finished(settled, &address(id));
    Ok(())
}

async fn settle(id: TicketId) -> Result<(), Error> {
    tickets::settle(&context::bank(), context::person()?.id, id).await
}

/// Keeps how it went.
#[server(prefix = "/do", endpoint = "help/tickets/rate")]
pub async fn rate_ticket(
    #[server(flatten)] form: RatingForm,
    #[server(default)] ticket: String,
) -> Result<(), ServerFnError> {
    let id = named(&ticket);
    outcome::ended(rate(id, &form).await, &address(id), &rating(id), &form);
    Ok(())
}

async fn rate(id: TicketId, form: &RatingForm) -> Result<(), Error> {
    tickets::rate(&context::bank(), context::person()?.id, id, form).await
}
