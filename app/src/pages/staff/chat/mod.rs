//! Conversations that want a person: the queue, and one of them, a customer's behind a reason.

mod actions;
mod one;
mod queue;
mod suggested;

pub use one::StaffChatPage;
pub use queue::StaffChatsPage;

use bank::conversations::{ConversationHead, ConversationState};
use leptos::prelude::*;
use model::{ConversationId, Timestamp};

use super::{CHATS, queues};
use crate::{context, words::Words};

/// Where one conversation is.
fn address(id: ConversationId) -> String {
    format!("{CHATS}/{id}")
}

/// By when somebody is to say something, and whether that is over.
fn due(words: Words, head: &ConversationHead, now: Timestamp) -> Option<impl IntoView + use<>> {
    let when = words.time(head.due_at?, &context::calendar());
    Some(queues::due(words, &when, head.is_overdue(now)))
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
