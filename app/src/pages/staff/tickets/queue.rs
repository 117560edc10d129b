//! The queue: what is due first stands first, and says so where it is late. Nothing in it tells who has written, or what.

use std::collections::HashMap;

use bank::{
    Error,
    ports::Queue,
    staff::Duty,
    tickets::{self, TicketHead, TicketState},
};
use leptos::prelude::*;
use model::StaffId;
use serde::Deserialize;

use super::super::queues;
use super::{TICKETS, address, due};
use crate::{
    addresses::STAFF,
    components::{Empty, PageHeading, Tab, Tabs},
    context, pages,
    pages::staff::StaffFrame,
    words::{Words, in_fours},
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Which tickets: `answered`, `closed`, `mine`; those that wait otherwise.
    show: String,
}

/// The queue.
#[component]
pub fn StaffTicketsPage() -> impl IntoView {
    pages::answer(queue())
}

async fn queue() -> Result<AnyView, Error> {
    let member = context::staff_with(Duty::Tickets)?;
    let (bank, words) = (context::bank(), context::words());
    let Query { show } = context::query();
    let (show, wanted) = match show.as_str() {
        "answered" => ("answered", Queue::In(TicketState::Answered)),
        "closed" => ("closed", Queue::In(TicketState::Closed)),
        "mine" => ("mine", Queue::Of(member.id)),
        _ => ("open", Queue::In(TicketState::Open)),
    };
    let (heads, names) = (tickets::queue(&bank, wanted).await?, queues::names(&bank).await?);
    let none = heads.is_empty().then(|| view! { <Empty text=words.say("staff-tickets-none")/> });
    let rows = heads.iter().map(|head| row(words, head, &names)).collect_view();
    let title = words.say("staff-tickets");
    Ok(view! {
        <StaffFrame title=title narrow=true>
            <PageHeading title=title back=(STAFF.to_owned(), words.say("staff-back").to_owned())/>
            <Tabs label=words.say("staff-tickets-filter") tabs=tabs(words, show)/>
            {none}
            <ul class="rows">{rows}</ul>
        </StaffFrame>
    }
    .into_any())
}

fn tabs(words: Words, show: &str) -> Vec<Tab> {
    let parts = [
        ("open", "staff-tickets-open"),
        ("answered", "staff-tickets-answered"),
        ("closed", "staff-tickets-closed"),
        ("mine", "staff-tickets-mine"),
    ];
    queues::tabs(words, TICKETS, show, &parts)
}

fn row(words: Words, head: &TicketHead, names: &HashMap<StaffId, String>) -> impl IntoView + use<> {
    let due = due(words, head, context::visitor().now());
    let (kind, role, with) =
        (words.ticket_kind(head.kind), words.role(head.role), queues::with(words, head.taken_by, names));
    let (number, language) = (in_fours(head.id), Words::of(head.language).say("language-name"));
    view! {
        <li>
            <a href=address(head.id)>
                <span>
                    <b>{kind}</b>
                    <small>{due}</small>
                    <small>{role}" · "{with}</small>
                    <small>{language}" · "{number}</small>
                </span>
            </a>
        </li>
    }
}
