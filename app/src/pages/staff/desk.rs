//! Their first page: what their role has for them to do, and nothing else; and how much of it waits.

use bank::{
    Error,
    staff::Duty,
    tickets::{self, Waiting},
};
use leptos::prelude::*;

use super::{CALLS, CHATS, SESSIONS, StaffFrame, TICKETS, frame::places};
use crate::{
    components::{Empty, PageHeading},
    context, pages,
    words::Words,
};

/// What there is to do.
#[component]
pub fn DeskPage() -> impl IntoView {
    pages::answer(desk())
}

async fn desk() -> Result<AnyView, Error> {
    let (member, words) = (context::staff()?, context::words());
    let waiting = if member.role.may(Duty::Tickets) { Some(tickets::waiting(&context::bank()).await?) } else { None };
    let nothing = places(&member).all(|place| place.href == SESSIONS);
    let rows = places(&member).map(|place| {
        let (label, about) = (words.say(place.label), words.say(place.about));
        let count = waiting.and_then(|waiting| count(words, place.href, waiting));
        let count = count.map(|count| view! { <small><strong>{count}</strong></small> });
        view! { <li><a href=place.href><span><b>{label}</b><small>{about}</small>{count}</span></a></li> }
    });
    let rows = rows.collect_view();
    let title = words.say("staff-title");
    Ok(view! {
        <StaffFrame title=title narrow=true>
            <PageHeading title=title/>
            <p>{words.say("staff-text")}</p>
            {nothing.then(|| view! { <Empty text=words.say("staff-nothing")/> })}
            <ul class="rows">{rows}</ul>
        </StaffFrame>
    }
    .into_any())
}

/// How much waits in a place.
fn count(words: Words, href: &str, waiting: Waiting) -> Option<String> {
    let number = |count: i64| words.count(u64::try_from(count).unwrap_or_default());
    match href {
        TICKETS => {
            let (open, late) = (number(waiting.tickets.open), number(waiting.tickets.overdue));
            Some(words.with("staff-tickets-waiting", &[("open", open.into()), ("late", late.into())]))
        }
        CHATS => {
            let (open, late) = (number(waiting.chats.waiting), number(waiting.chats.overdue));
            Some(words.with("staff-tickets-waiting", &[("open", open.into()), ("late", late.into())]))
        }
        CALLS => {
            let calls = words.count(u64::try_from(waiting.calls).unwrap_or(u64::MAX));
            Some(words.with("staff-calls-waiting", &[("count", calls.into())]))
        }
        _ => None,
    }
}
