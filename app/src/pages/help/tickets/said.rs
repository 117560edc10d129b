//! What was said and done about a ticket, in plain words.

use bank::{
    accounts::TransactionView,
    tickets::{Author, Entry, Step, TicketState},
};
use leptos::prelude::*;
use model::{Money, StaffId};

use crate::{
    components::{Fact, Facts, Moment, Tag, aloud},
    context,
    words::Words,
};

/// The key of where a ticket stands, as its customer reads it.
pub(super) const fn state(state: TicketState) -> &'static str {
    match state {
        TicketState::Open => "ticket-open",
        TicketState::Answered => "ticket-answered",
        TicketState::Closed => "ticket-closed",
    }
}

/// What was done, in its order. `who` says who somebody is: the customer is told "you" and "the bank".
pub(crate) fn timeline<'a>(
    words: Words,
    entries: impl Iterator<Item = &'a Entry>,
    who: impl Fn(Author) -> String,
    name: impl Fn(StaffId) -> String,
) -> AnyView {
    let rows: Vec<_> = entries
        .map(|entry| {
            let (by, when) = (who(entry.by), words.moment(entry.at, &context::calendar()));
            let (done, text) = (done(words, &entry.step, &name), text(&entry.step).map(said));
            let ours = (!entry.step.is_for_customer()).then(|| view! { <Tag label=words.say("ticket-step-ours")/> });
            view! { <li><div class="stack close"><p><b>{by}</b>" · "{done}" "{ours}<br/><small>{when}</small></p>{text}</div></li> }
        })
        .collect();
    view! { <ol class="stack roomy">{rows}</ol> }.into_any()
}

/// What somebody wrote, in its lines.
fn said(text: &str) -> impl IntoView + use<> {
    let text = text.to_owned();
    view! { <p class="said">{text}</p> }
}

fn text(step: &Step) -> Option<&str> {
    match step {
        Step::Wrote(text) | Step::Reopened(text) | Step::Answered(text) | Step::Noted(text) => Some(text),
        Step::Rated(_, text) => Some(text.as_str()).filter(|text| !text.is_empty()),
        Step::Settled | Step::Taken | Step::Handed(..) | Step::Closed(_) => None,
    }
}

fn done(words: Words, step: &Step, name: &impl Fn(StaffId) -> String) -> String {
    let plain = match step {
        Step::Wrote(_) => "ticket-step-wrote",
        Step::Reopened(_) => "ticket-step-reopened",
        Step::Settled => "ticket-step-settled",
        Step::Taken => "ticket-step-taken",
        Step::Answered(_) => "ticket-step-answered",
        Step::Noted(_) => "ticket-step-noted",
        Step::Rated(mark, _) => return words.with("ticket-step-rated", &[("mark", words.ticket_score(*mark).into())]),
        Step::Handed(role, member) => {
            let to = member.map_or_else(|| words.role(*role).to_owned(), name);
            return words.with("ticket-step-handed", &[("to", to.into())]);
        }
        Step::Closed(reason) => return words.close_reason(*reason).to_owned(),
    };
    words.say(plain).to_owned()
}

/// The line of an account that a ticket is about.
pub(crate) fn line(words: Words, view: &TransactionView) -> AnyView {
    let line = &view.detail.line;
    let key = if line.amount.is_negative() { "line-out" } else { "line-in" };
    let amount = Money::new(line.amount.minor.saturating_abs(), line.amount.currency);
    let (party, when) = (line.party.clone(), line.booked_at);
    view! {
        <Facts>
            <Fact term=words.say(key)>{aloud::said(words, move |words| words.money(amount))}</Fact>
            <Fact term=words.say("ticket-fact-party")>{party}</Fact>
            <Fact term=words.say("fact-when")><Moment of=when/></Fact>
        </Facts>
    }
    .into_any()
}
