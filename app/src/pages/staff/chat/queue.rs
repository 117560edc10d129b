//! The conversations that want a person, in the order in which somebody is to say something.

use std::collections::HashMap;

use bank::{
    Error,
    conversations::{self, ConversationHead},
    ports::ChatQueue,
    staff::Duty,
};
use leptos::prelude::*;
use model::StaffId;
use serde::Deserialize;

use super::super::queues;
use super::{CHATS, about, address, due};
use crate::{
    addresses::STAFF,
    components::{Empty, PageHeading, Tab, Tabs},
    context, pages,
    pages::staff::StaffFrame,
    words::Words,
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Which conversations: `mine`, `taken`; those that wait otherwise.
    show: String,
}

/// The queue.
#[component]
pub fn StaffChatsPage() -> impl IntoView {
    pages::answer(queue())
}

async fn queue() -> Result<AnyView, Error> {
    let member = context::staff_with(Duty::Tickets)?;
    let (bank, words) = (context::bank(), context::words());
    let Query { show } = context::query();
    let (show, wanted) = match show.as_str() {
        "mine" => ("mine", ChatQueue::Of(member.id)),
        "taken" => ("taken", ChatQueue::Taken),
        _ => ("open", ChatQueue::Waiting),
    };
    let (heads, names) = (conversations::queue(&bank, wanted).await?, queues::names(&bank).await?);
    let none = heads.is_empty().then(|| view! { <Empty text=words.say("staff-chats-none")/> });
    let rows = heads.iter().map(|head| row(words, head, &names)).collect_view();
    let title = words.say("staff-chats");
    Ok(view! {
        <StaffFrame title=title narrow=true>
            <PageHeading title=title back=(STAFF.to_owned(), words.say("staff-back").to_owned())/>
            <Tabs label=words.say("staff-chats-filter") tabs=tabs(words, show)/>
            {none}
            <ul class="rows">{rows}</ul>
        </StaffFrame>
    }
    .into_any())
}

fn tabs(words: Words, show: &str) -> Vec<Tab> {
    let parts = [("open", "staff-chats-open"), ("mine", "staff-chats-mine"), ("taken", "staff-chats-taken")];
    queues::tabs(words, CHATS, show, &parts)
}

fn row(words: Words, head: &ConversationHead, names: &HashMap<StaffId, String>) -> impl IntoView + use<> {
    let (due, about, with) =
        (due(words, head, context::visitor().now()), about(words, head), queues::with(words, head.taken_by, names));
    let language = Words::of(head.language).say("language-name");
    let stranger = head.customer.is_none().then(|| view! { <small>{words.say("staff-chat-stranger")}</small> });
    view! {
        <li>
            <a href=address(head.id)>
                <span>
                    <b>{about}</b>
                    <small>{due}</small>
                    <small>{language}" · "{with}</small>
                    {stranger}
                </span>
            </a>
        </li>
    }
}
