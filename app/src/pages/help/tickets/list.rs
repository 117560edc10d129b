//! Everything somebody has written to the bank, the newest first.

use bank::{
    Error,
    tickets::{self, TicketHead, TicketState},
};
use leptos::prelude::*;

use super::{WRITE, address};
use crate::{
    components::{Empty, Frame, LinkButton, PageHeading, Place, Tag, Tone},
    context, pages,
    words::Words,
};

/// The list.
#[component]
pub fn TicketsPage() -> impl IntoView {
    pages::answer(list())
}

async fn list() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let written = tickets::list(&bank, person.id).await?;
    let title = words.say("tickets-title");
    let none = written.is_empty().then(|| view! { <Empty text=words.say("tickets-none")/> });
    let rows = written.iter().map(|head| row(words, head)).collect_view();
    Ok(view! {
        <Frame title=title place=Place::Help narrow=true>
            <PageHeading title=title back=pages::help::back(words)/>
            {none}
            <ul class="rows">{rows}</ul>
            <div class="actions"><LinkButton href=WRITE label=words.say("write-title")/></div>
        </Frame>
    }
    .into_any())
}

fn row(words: Words, head: &TicketHead) -> impl IntoView + use<> {
    let (kind, when) = (words.ticket_kind(head.kind), words.moment(head.opened_at, &context::calendar()));
    let state = words.say(super::said::state(head.state));
    let tone = if head.state == TicketState::Answered { Tone::Caution } else { Tone::Calm };
    view! {
        <li>
            <a href=address(head.id)>
                <span><b>{kind}</b><small>{when}</small></span>
                <span><Tag label=state tone=tone/></span>
            </a>
        </li>
    }
}
