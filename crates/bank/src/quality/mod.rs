//! How well people are served who talk with the bank or write to it: sums of what is kept of it anyway.
//!
//! Nothing is kept for them. They are added up when somebody looks, and of few people none are told
//! ([`crate::few`]).

mod measured;
mod sums;

use assistant::Intent;
use model::{ConversationId, Language, TextSize, TicketId, Timestamp, forms::TicketKind};

pub use self::sums::{Row, Table, Value};
use self::{
    measured::{of_conversation, of_ticket},
    sums::Sums,
};
use crate::{Bank, Error};

/// How many are read at a time.
const SLICE: u32 = 500;
/// How many are added up at most, the latest first: nobody waits for a page while a large bank is read through.
const MOST: usize = 20_000;

const DAY_S: i64 = 86_400;

model::coded! {
    /// How far back is looked.
    Period {
        /// Four weeks.
        Month = "28",
        /// One week.
        Week = "7",
        /// A quarter of a year.
        Quarter = "90",
    }

    /// By what they are told apart.
    By {
        /// By the language that whoever wrote reads.
        Language = "language",
        /// By what it is about.
        About = "about",
        /// By the size of text that its customer has chosen.
        Text = "text",
    }

    /// What is measured.
    Measure {
        /// Conversations that the program answered and that no person was wanted for.
        Contained = "contained",
        /// Conversations that a person was wanted for.
        HandedOver = "handed-over",
        /// How long it took until a person first answered.
        FirstAnswer = "first-answer",
        /// Messages that are closed, and not because nothing more was heard, or because somebody else sees to them.
        Solved = "solved",
        /// Messages that were closed and then taken up again.
        Reopened = "reopened",
        /// Messages of which their customer said at last that it went well or very well.
        Satisfied = "satisfied",
    }
}

impl Period {
    /// How many days it has.
    #[must_use]
    pub const fn days(self) -> i64 {
        match self {
            Self::Week => 7,
            Self::Month => 28,
            Self::Quarter => 90,
        }
    }
}

/// What some of them have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Nothing: all of them.
    All,
    /// The language.
    In(Language),
    /// What a conversation is about; `None` where the program was never sure.
    About(Option<Intent>),
    /// What a message is about.
    Kind(TicketKind),
    /// The size of text: whether it is large; `None` for who is not signed in.
    Large(Option<bool>),
}

/// What there is to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quality {
    /// Of conversations.
    pub conversations: Table,
    /// Of messages.
    pub messages: Table,
    /// Whether there were more than are added up.
    pub is_cut: bool,
}

/// How well those were served who began something in the last days of `period`.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn seen(bank: &Bank, period: Period, by: By) -> Result<Quality, Error> {
    let since = bank.clock.now().plus_seconds(-period.days() * DAY_S);
    let (conversations, some) = conversations(bank, since, by).await?;
    let (messages, others) = messages(bank, since, by).await?;
    Ok(Quality { conversations: conversations.told(), messages: messages.told(), is_cut: some || others })
}

async fn conversations(bank: &Bank, since: Timestamp, by: By) -> Result<(Sums, bool), Error> {
    let mut sums = Sums::of(&[Measure::Contained, Measure::HandedOver, Measure::FirstAnswer]);
    let (mut before, mut read): (Option<ConversationId>, usize) = (None, 0);
    loop {
        let slice = bank.conversations.begun(since, before, SLICE).await?;
        for (conversation, text) in &slice {
            let head = &conversation.head;
            let Some(measured) = of_conversation(conversation) else { continue };
            let group = match by {
                By::Language => Group::In(head.language),
                By::About => Group::About(measured.about),
                By::Text => Group::Large(text.map(TextSize::is_large)),
            };
            // Nobody knows who a stranger is, nor whether two of them are one.
            let who = head.customer.map_or_else(|| head.id.value(), model::CustomerId::value);
            sums.add(who, group, &measured.values);
        }
        read += slice.len();
        before = slice.last().map(|(last, _)| last.head.id);
        if slice.len() < SLICE as usize || read >= MOST {
            return Ok((sums, slice.len() == SLICE as usize));
        }
    }
}

async fn messages(bank: &Bank, since: Timestamp, by: By) -> Result<(Sums, bool), Error> {
    let mut sums = Sums::of(&[Measure::FirstAnswer, Measure::Solved, Measure::Reopened, Measure::Satisfied]);
    let (mut before, mut read): (Option<TicketId>, usize) = (None, 0);
    loop {
        let slice = bank.tickets.begun(since, before, SLICE).await?;
        for (ticket, text) in &slice {
            let head = &ticket.head;
            let group = match by {
                By::Language => Group::In(head.language),
                By::About => Group::Kind(head.kind),
                By::Text => Group::Large(Some(text.is_large())),
            };
            sums.add(head.customer.value(), group, &of_ticket(ticket));
        }
        read += slice.len();
        before = slice.last().map(|(last, _)| last.head.id);
        if slice.len() < SLICE as usize || read >= MOST {
            return Ok((sums, slice.len() == SLICE as usize));
        }
    }
}
