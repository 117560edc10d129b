//! What was said, in its order, as both sides read it.

use assistant::redact::Secret;
use bank::conversations::{Entry, Said, Speaker};
use leptos::prelude::*;
use model::{ConversationId, StaffId, Timestamp};

use super::told;
use crate::{
    components::{Moment, Tag},
    context,
    words::Words,
};

/// Everything that is taken out of what people write.
const SECRETS: [Secret; 7] =
    [Secret::Card, Secret::Iban, Secret::Resident, Secret::Phone, Secret::Code, Secret::Password, Secret::Number];

/// A conversation to be shown.
pub(crate) struct Log<'a> {
    /// Which one it is.
    pub(crate) id: ConversationId,
    /// What it is called.
    pub(crate) label: &'static str,
    /// What was said, each with its number.
    pub(crate) entries: Vec<(i64, &'a Entry)>,
    /// Who somebody is: to its owner "you" and "the bank".
    pub(crate) who: &'a dyn Fn(Speaker) -> String,
    /// What a colleague is called; nobody asks that for an owner.
    pub(crate) name: &'a dyn Fn(StaffId) -> String,
    /// Who reads it: what they said themselves stands on the other side.
    pub(crate) reader: Speaker,
    /// Up to which of what the reader said the other side has read.
    pub(crate) read: i64,
    /// Whether the reader may see what the books say.
    pub(crate) sees_books: bool,
    /// Where the page hears that there is more: another place for another conversation. Nowhere, where nothing will be.
    pub(crate) stream: Option<String>,
    /// Whether the page goes on listening while nobody looks at it.
    pub(crate) stays: bool,
}

/// The conversation: what comes in new is read out by itself (WAI-ARIA 1.2, role log).
pub(crate) fn log(words: Words, log: &Log<'_>) -> AnyView {
    let newest = log.entries.last().map(|(number, _)| *number);
    let mine = log.entries.iter().rev().find(|(_, entry)| is_side(entry.by, log.reader)).map(|(number, _)| *number);
    let row = |(number, entry): &(i64, &Entry)| {
        let id = if Some(*number) == newest { "newest".to_owned() } else { format!("said-{number}") };
        let class = match (is_side(entry.by, log.reader), &entry.said) {
            (_, Said::Noted(_)) => "talk-note",
            (true, _) => "talk-mine",
            (false, _) => "talk-theirs",
        };
        let (by, when) = ((log.who)(entry.by), when(words, entry.at));
        let ours = (!entry.said.is_for_owner()).then(|| view! { " "<Tag label=words.say("ticket-step-ours")/> });
        let mark = (Some(*number) == mine && matches!(entry.said, Said::Wrote(_) | Said::Answered(_))).then(|| {
            let mark = words.say(if *number <= log.read { "chat-read" } else { "chat-sent" });
            view! { <p class="talk-mark" aria-live="off"><small>{mark}</small></p> }
        });
        view! {
            <li class=class id=id data-said=number.to_string()>
                <p class="talk-by"><b>{by}</b>{ours}" "<small>{when}</small></p>
                {told(words, &entry.said, *number, log)}
                {mark}
            </li>
        }
    };
    let rows = log.entries.iter().map(row).collect_view();
    let stream = log.stream.clone();
    view! {
        <div role="log" aria-label=words.say(log.label) data-chat=stream data-stays=log.stays.then_some("")>
            <ol class="talk">{rows}</ol>
        </div>
    }
    .into_any()
}

/// Whether `by` speaks for the side of the reader: the bank is one side, whoever of it reads.
fn is_side(by: Speaker, reader: Speaker) -> bool {
    matches!((by, reader), (Speaker::Owner, Speaker::Owner) | (Speaker::Staff(_), Speaker::Staff(_)))
}

/// The time of day where that is enough.
fn when(words: Words, at: Timestamp) -> AnyView {
    let calendar = context::calendar();
    if calendar.day(at) == calendar.day(context::visitor().now()) {
        words.time(at, &calendar).into_any()
    } else {
        view! { <Moment of=at/> }.into_any()
    }
}

fn told(words: Words, said: &Said, number: i64, log: &Log<'_>) -> AnyView {
    match said {
        hidden if hidden.tells_of_books() && !log.sees_books => event(words, "staff-chat-hidden"),
        Said::Wrote(text) | Said::Answered(text) | Said::Noted(text) => {
            view! { <p class="said">{shown(words, text)}</p> }.into_any()
        }
        Said::Pressed(offer) => view! { <p class="said">{told::offer(words, offer)}</p> }.into_any(),
        Said::Replied(reply) => told::replied(words, reply, (log.reader == Speaker::Owner).then_some((log.id, number))),
        Said::Handed(colleague) => {
            let to = colleague.map_or_else(|| words.say("staff-chat-next").to_owned(), log.name);
            view! { <p class="quiet">{words.with("staff-chat-handed", &[("to", to.into())])}</p> }.into_any()
        }
        Said::Asked(_) => event(words, "chat-event-asked"),
        Said::Taken => event(words, "chat-event-taken"),
        Said::GaveBack => event(words, "chat-event-given-back"),
        Said::Closed => event(words, "chat-event-closed"),
    }
}

fn event(words: Words, key: &'static str) -> AnyView {
    view! { <p class="quiet">{words.say(key)}</p> }.into_any()
}

/// What somebody wrote. What was taken out before it was kept is said in the reader's words.
pub(super) fn shown(words: Words, text: &str) -> String {
    SECRETS.iter().fold(text.to_owned(), |text, secret| text.replace(secret.mark(), words.say("chat-taken-out")))
}
