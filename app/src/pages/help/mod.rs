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
use leptos::prelude::*;

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

/// The way back to the page `from`, or to the place for whoever came from nowhere else.
fn back_to(words: Words, from: &str) -> Way {
    let (href, label) =
        if from.is_empty() || from.starts_with("/help") { ("/help", "help-back") } else { (from, "person-back") };
    (href.to_owned(), words.say(label).to_owned())
}

/// A line of a list: where it leads, what that is called, and what it is about.
fn row(href: impl Into<String>, title: &'static str, about: &'static str) -> impl IntoView {
    view! { <li><a href=href.into()><span><b>{title}</b><small>{about}</small></span></a></li> }
}

/// Who asks for a call: the customer, or whoever has this session.
fn asker() -> Asker {
    let visitor = context::visitor();
    match visitor.customer() {
        Some(customer) => Asker::Customer(customer.id),
        None => Asker::Visitor(visitor.read(|kept| kept.calls.clone())),
    }
}
