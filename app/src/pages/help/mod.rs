//! Help: a person to talk to, what to do when something is lost or wrong, and how to stay safe.

mod actions;
mod articles;
mod call;
pub mod chat;
mod overview;
mod person;
mod shortcuts;
pub(crate) mod tickets;
mod whereabouts;

pub use actions::{AskCall, CancelCall};
pub use articles::ArticlePage;
pub use call::CallPage;
pub use chat::ChatPage;
pub use overview::HelpPage;
pub use person::PersonPage;
pub use shortcuts::ShortcutsPage;
pub use tickets::{TicketPage, TicketsPage, WritePage};

use bank::help::Asker;

use crate::{components::Way, context, words::Words};

/// Where one talks to a person.
const PERSON: &str = "/help/person";

/// The address at which one talks to a person about the page `from`, and from which one comes back to it.
#[must_use]
pub fn person_address(from: &str) -> String {
    if context::is_own_page(from) { format!("{PERSON}?from={}", context::encoded(from)) } else { PERSON.to_owned() }
}

/// The way back to the place.
fn back(words: Words) -> Way {
    ("/help".to_owned(), words.say("help-back").to_owned())
}

/// Who asks for a call: the customer, or whoever has this session.
fn asker() -> Asker {
    let visitor = context::visitor();
    match visitor.customer() {
        Some(customer) => Asker::Customer(customer.id),
        None => Asker::Visitor(visitor.read(|kept| kept.calls.clone())),
    }
}
