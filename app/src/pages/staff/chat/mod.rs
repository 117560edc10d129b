//! Conversations that want a person: the queue, and one of them, a customer's behind a reason.

mod actions;
mod one;
mod queue;

pub use one::StaffChatPage;
pub use queue::StaffChatsPage;

use std::collections::HashMap;

use bank::{
    Bank, Error,
    conversations::{ConversationHead, ConversationState},
};
use leptos::prelude::*;
use model::{ConversationId, StaffId, Timestamp};

use super::CHATS;
use crate::{
    components::{Tag, Tone},
    context,
    words::Words,
};

/// Where one conversation is.
fn address(id: ConversationId) -> String {
    format!("{CHATS}/{id}")
}

/// Under what a form of its page waits.
fn waits(id: ConversationId, form: &str) -> String {
    format!("{}?{form}=1", address(id))
}

/// What the bank's own people are called.
async fn names(bank: &Bank) -> Result<HashMap<StaffId, String>, Error> {
    Ok(bank.staff.all().await?.into_iter().map(|one| (one.id, one.name)).collect())
}

/// Who is with it.
fn with(words: Words, head: &ConversationHead, names: &HashMap<StaffId, String>) -> String {
    match head.taken_by.and_then(|member| names.get(&member)) {
        Some(name) => words.with("staff-ticket-with", &[("name", name.into())]),
        None => words.say("staff-ticket-free").to_owned(),
    }
}

/// By when somebody is to say something, and whether that is over.
fn due(words: Words, head: &ConversationHead, now: Timestamp) -> Option<impl IntoView + use<>> {
    let due = words.with("staff-ticket-due", &[("when", words.time(head.due_at?, &context::calendar()).into())]);
    let late = head.is_overdue(now).then(|| view! { <Tag label=words.say("staff-ticket-late") tone=Tone::Danger/>" " });
    Some(view! { {late}{due} })
}

/// Why a person is wanted, or else how it stands.
fn about(words: Words, head: &ConversationHead) -> &'static str {
    head.why.map_or_else(|| words.say(state(head.state)), |why| words.hand_over(why))
}

const fn state(state: ConversationState) -> &'static str {
    match state {
        ConversationState::Assistant => "staff-chat-with-program",
        ConversationState::Waiting => "staff-chat-waits",
        ConversationState::Person => "staff-chat-with-person",
        ConversationState::Closed => "staff-chat-over",
    }
}
