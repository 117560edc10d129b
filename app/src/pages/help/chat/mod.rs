//! Talking with the bank by writing: with a program first, and with a person whenever somebody wants one.

mod actions;
mod example;
mod offers;
mod page;
mod parts;
mod said;
mod told;
mod transcript;

pub use page::ChatPage;
pub use transcript::{Transcript, transcript};

pub(crate) use said::{Log, log};

use bank::{Bank, Error, conversations::Whose};
use model::forms::Whereabouts;

use super::whereabouts;
use crate::context::{self, Visit};

/// Where it is.
pub const CHAT: &str = "/help/chat";
/// Where its page hears that something was said.
pub const STREAM: &str = "/help/chat/stream";
/// Where it is as a file.
pub const TRANSCRIPT: &str = "/help/chat/transcript";

/// Where one begins to talk about the page `from`.
pub(crate) fn chat_address(from: &str) -> String {
    if context::is_own_page(from) { format!("{CHAT}?from={}", context::encoded(from)) } else { CHAT.to_owned() }
}

/// The last that was said, on that page: where they came from is still known there.
fn newest(from: &str) -> String {
    format!("{}#newest", chat_address(from))
}

/// The kind of page somebody came from.
fn page_of(from: &str) -> Option<Whereabouts> {
    whereabouts::of(from).filter(|_| !from.is_empty())
}

/// Whose conversation it is: the customer's, or that of whoever has this session. What they began before they signed in
/// goes on, and is theirs once they look at it or say something.
async fn whose(bank: &Bank) -> Result<Whose, Error> {
    let visit = context::visit();
    if let (Some(person), Some(begun)) = (visit.person(), visit.session.read(|kept| kept.chat))
        && bank::conversations::adopt(bank, person.id, begun).await?
    {
        visit.session.change(|kept| kept.chat = None);
    }
    Ok(whose_in(&visit))
}

/// The same of a visit that only asks: what was begun before signing in stands first, until it is the customer's.
#[must_use]
pub fn whose_in(visit: &Visit) -> Whose {
    match (visit.person(), visit.session.read(|kept| kept.chat)) {
        (Some(person), None) => Whose::Customer(person.id),
        (_, begun) => Whose::Visitor(begun),
    }
}

/// How much of the conversation its owner has not read.
pub(super) async fn unread(bank: &Bank) -> Result<usize, Error> {
    let current = bank::conversations::current(bank, whose_in(&context::visit())).await?;
    Ok(current.map_or(0, |current| current.unread()))
}
