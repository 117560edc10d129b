//! What one conversation, and one message, says of each measure.

use assistant::Intent;
use model::forms::CloseReason;

use super::Measure;
use crate::{
    conversations::{Conversation, Offer, Reply, Said, Speaker},
    tickets::{Step, Ticket, TicketState},
};

/// From which mark on it went well.
const WELL: u8 = 4;

/// What one of them says: one for yes and nought for no, or seconds; nothing of what cannot be said of it.
pub type Values = Vec<(Measure, i64)>;

/// What a conversation says.
pub struct Measured {
    /// What it is about: what its owner first pressed, or what the program was first sure of.
    pub about: Option<Intent>,
    /// Its values.
    pub values: Values,
}

/// What a conversation says; `None` where it only goes on with one that was full, and is counted as that.
pub fn of_conversation(conversation: &Conversation) -> Option<Measured> {
    let entries = &conversation.entries;
    let asked = entries.iter().position(|entry| matches!(entry.said, Said::Asked(_)));
    if entries.first().is_some_and(|first| asked == Some(0) && first.by == Speaker::Assistant) {
        return None;
    }
    let about = entries.iter().find_map(|entry| match &entry.said {
        Said::Pressed(Offer::Intent(intent)) => Some(*intent),
        _ => entry.about,
    });
    let contained = asked.is_none() && conversation.last_reply().is_some_and(answers);
    let mut values = vec![(Measure::Contained, contained.into()), (Measure::HandedOver, asked.is_some().into())];
    if let Some(asked) = asked {
        let answered = entries[asked..].iter().find(|entry| matches!(entry.said, Said::Answered(_)));
        let took = answered.map(|answered| answered.at.seconds_since(entries[asked].at).max(0));
        values.extend(took.map(|took| (Measure::FirstAnswer, took)));
    }
    Some(Measured { about, values })
}

/// Whether what the program said last was an answer, and not a question or that it did not understand.
const fn answers(reply: &Reply) -> bool {
    match reply {
        Reply::Told(_) | Reply::Go(_) | Reply::Article(_) | Reply::Talk(_) => true,
        Reply::Scam
        | Reply::Emergency
        | Reply::NotUnderstood
        | Reply::Ask { .. }
        | Reply::Which(_)
        | Reply::DidYouMean { .. }
        | Reply::Choose(_)
        | Reply::Note(_)
        | Reply::Cancelled
        | Reply::NothingToCancel
        | Reply::SignIn
        | Reply::Crowded => false,
    }
}

/// What a message says.
pub fn of_ticket(ticket: &Ticket) -> Values {
    let steps = || ticket.entries.iter().map(|entry| &entry.step);
    let closing = steps().rev().find(|step| matches!(step, Step::Settled | Step::Closed(_)));
    let well = matches!(closing, Some(Step::Settled | Step::Closed(CloseReason::Solved | CloseReason::Explained)));
    let solved = ticket.head.state == TicketState::Closed && well;
    let answered = ticket.entries.iter().find(|entry| matches!(entry.step, Step::Answered(_)));
    let took = answered.map(|answered| answered.at.seconds_since(ticket.head.opened_at).max(0));
    let reopened = closing.map(|_| steps().any(|step| matches!(step, Step::Reopened(_))));
    let mark = steps().rev().find_map(|step| if let Step::Rated(mark, _) = step { Some(*mark) } else { None });
    let mut values = vec![(Measure::Solved, solved.into())];
    values.extend(took.map(|took| (Measure::FirstAnswer, took)));
    values.extend(reopened.map(|reopened| (Measure::Reopened, reopened.into())));
    values.extend(mark.map(|mark| (Measure::Satisfied, (mark >= WELL).into())));
    values
}
