//! A conversation, and what may follow on what.

use assistant::Intent;
use model::{ConversationId, CustomerId, ErrorCode, Language, StaffId, Timestamp, forms::Whereabouts};
use serde::{Deserialize, Serialize};

use super::{
    by_owner::Pressed,
    reply::{Offer, Reply},
};
use crate::{payments::Prepared, policy};

/// The most entries of one conversation. Whoever writes more begins the next one.
const MOST_ENTRIES: usize = 300;
/// How many of them are kept for closing it: nothing stays open because it is full.
const FOR_CLOSING: usize = 5;

model::coded! {
    /// Who is to speak with whoever writes.
    ConversationState {
        /// The program.
        Assistant = "assistant",
        /// A person, who has not come yet.
        Waiting = "waiting",
        /// A person.
        Person = "person",
        /// Nobody: it is over.
        Closed = "closed",
    }

    /// Why a person is fetched. The more urgent comes first.
    HandOver {
        /// Somebody is in danger.
        Emergency = "emergency",
        /// Somebody is being deceived, or has been.
        Scam = "scam",
        /// A line of an account is not theirs.
        Dispute = "dispute",
        /// They complain.
        Complaint = "complaint",
        /// They want one.
        Wanted = "wanted",
        /// The program did not understand, more than once.
        NotUnderstood = "not-understood",
        /// The program could not do it.
        Failed = "failed",
    }
}

impl HandOver {
    /// Whether money or more may be lost while somebody waits.
    #[must_use]
    pub const fn is_urgent(self) -> bool {
        matches!(self, Self::Emergency | Self::Scam)
    }
}

/// Who said or did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speaker {
    /// Whoever wrote to the bank.
    Owner,
    /// The program.
    Assistant,
    /// Somebody of the bank.
    Staff(StaffId),
}

/// What was said or done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// The owner wrote.
    Wrote(String),
    /// The owner pressed something that the program had offered.
    Pressed(Offer),
    /// The program replied.
    Replied(Reply),
    /// A person was asked for, by the owner or by the program.
    Asked(HandOver),
    /// Somebody of the bank is there now.
    Taken,
    /// Somebody of the bank answered.
    Answered(String),
    /// Somebody of the bank noted something that only the bank's own people read.
    Noted(String),
    /// It was handed on to a colleague, or to whoever comes next.
    Handed(Option<StaffId>),
    /// The program goes on with it.
    GaveBack,
    /// It is over.
    Closed,
}

impl Said {
    /// Whether the owner is shown it: what the bank's own people do among themselves is theirs.
    #[must_use]
    pub const fn is_for_owner(&self) -> bool {
        !matches!(self, Self::Noted(_) | Self::Handed(_))
    }

    /// Whether it tells what the books do: amounts, accounts, and the people they pay. Of the bank, only those are shown
    /// it who see balances.
    #[must_use]
    pub const fn tells_of_books(&self) -> bool {
        match self {
            Self::Pressed(offer) => matches!(offer, Offer::Account(_) | Offer::Payee { .. }),
            Self::Replied(Reply::Told(_) | Reply::DidYouMean { .. }) => true,
            Self::Replied(Reply::Go(errand)) => {
                errand.who.is_some() || errand.amount.is_some() || errand.from.is_some()
            }
            _ => false,
        }
    }
}

/// How a model read some words. It follows from them and says nothing that they do not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What the model is called.
    pub model: String,
    /// How sure it was of the likeliest, in thousandths.
    pub confidence: u16,
    /// Whether it took them for the bank's business.
    pub accepted: bool,
}

/// Something that was said or done, by whom and when. Its number is its place, from 1 on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Who.
    pub by: Speaker,
    /// What.
    pub said: Said,
    /// When.
    pub at: Timestamp,
    /// What its sender calls it, so that what is sent twice is kept once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What the program was sure that whoever wrote it wants; nothing where it was not, and where nobody wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Intent>,
    /// How a model read what its owner wrote; nothing where none was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<Reading>,
}

/// Where a conversation stands, without what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationHead {
    /// Which one.
    pub id: ConversationId,
    /// Whose it is; `None` for somebody who is not signed in, whose session knows the id.
    pub customer: Option<CustomerId>,
    /// The language its owner reads.
    pub language: Language,
    /// Who is to speak.
    pub state: ConversationState,
    /// Why a person is wanted, once one is.
    pub why: Option<HandOver>,
    /// Where its owner was when they asked, if they wanted that to be known.
    pub page: Option<Whereabouts>,
    /// Who of the bank is there.
    pub taken_by: Option<StaffId>,
    /// By when the bank is to say something: there while a person owes an answer, and only then.
    pub due_at: Option<Timestamp>,
    /// When it began.
    pub opened_at: Timestamp,
    /// When something was said last.
    pub changed_at: Timestamp,
    /// When it ended, where it has.
    pub closed_at: Option<Timestamp>,
    /// How many entries it has; also the number of the last one.
    pub version: i64,
    /// Up to which of them its owner has read.
    pub owner_read: i64,
    /// Up to which of them somebody of the bank has.
    pub bank_read: i64,
}

impl ConversationHead {
    /// Whether a person should have said something by `now`.
    #[must_use]
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        self.due_at.is_some_and(|due| due < now)
    }

    /// Whether it goes on.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state != ConversationState::Closed
    }
}

/// A conversation, with everything that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// Where it stands.
    pub head: ConversationHead,
    /// What the program has in mind: its dialogue, as it writes it down; empty where it has nothing.
    pub dialogue: String,
    /// What was said, in its order.
    pub entries: Vec<Entry>,
}

impl Conversation {
    /// One that begins now.
    #[must_use]
    pub fn new(id: ConversationId, customer: Option<CustomerId>, language: Language, at: Timestamp) -> Self {
        Self {
            head: ConversationHead {
                id,
                customer,
                language,
                state: ConversationState::Assistant,
                why: None,
                page: None,
                taken_by: None,
                due_at: None,
                opened_at: at,
                changed_at: at,
                closed_at: None,
                version: 0,
                owner_read: 0,
                bank_read: 0,
            },
            dialogue: String::new(),
            entries: Vec::new(),
        }
    }

    /// The conversation after `entry`.
    ///
    /// # Errors
    /// [`ErrorCode::TicketClosed`] where it is over; [`ErrorCode::TicketFull`]; [`ErrorCode::TicketMoved`] where the
    /// program would speak while a person does, or a person takes what nobody waits with.
    pub fn next(&self, entry: Entry) -> Result<Self, ErrorCode> {
        let state = self.head.state;
        let may = match &entry.said {
            Said::Noted(_) => true,
            _ if state == ConversationState::Closed => return Err(ErrorCode::TicketClosed),
            Said::Wrote(_) | Said::Asked(_) | Said::Closed => true,
            Said::Replied(_) | Said::Pressed(_) => state == ConversationState::Assistant,
            Said::Taken | Said::Answered(_) | Said::Handed(_) | Said::GaveBack => state != ConversationState::Assistant,
        };
        if !may {
            return Err(ErrorCode::TicketMoved);
        }
        let most = if entry.said == Said::Closed { MOST_ENTRIES } else { MOST_ENTRIES - FOR_CLOSING };
        if self.entries.len() >= most {
            return Err(ErrorCode::TicketFull);
        }
        let mut next = self.clone();
        next.head.follow(&entry);
        next.head.changed_at = entry.at;
        next.head.version += 1;
        next.entries.push(entry);
        Ok(next)
    }

    /// What the next one, `next`, begins with: where this one is over only because it was full, a person who was to come
    /// still is, by the same moment, and one who was there is there.
    pub(super) fn carried(&self, mut next: Self) -> Result<Self, ErrorCode> {
        let full = |last: &Entry| (last.by, &last.said) == (Speaker::Assistant, &Said::Closed);
        let Some((_, before)) = self.entries.split_last().filter(|(last, _)| full(last)) else { return Ok(next) };
        let at = next.head.opened_at;
        let mut head = Self::new(self.head.id, self.head.customer, self.head.language, at).head;
        for entry in before {
            head.follow(entry);
        }
        let Some(why) = head.why else { return Ok(next) };
        // Asked for at the moment from which an answer was due when it is.
        let since = head.due_at.map_or(at, |due| due.plus_seconds(-policy::chat_answer_s(Some(why))));
        let entry = |said| Entry { by: Speaker::Assistant, said, at: since, key: None, about: None, reading: None };
        next = next.next(entry(Said::Asked(why)))?;
        if head.taken_by.is_some() {
            next = next.next(entry(Said::Handed(head.taken_by)))?;
        }
        next.head.page = self.head.page;
        Ok(next)
    }

    /// What its owner sees, each with its number.
    pub fn shown(&self) -> impl Iterator<Item = (i64, &Entry)> {
        self.numbered().filter(|(_, entry)| entry.said.is_for_owner())
    }

    /// Everything, each with its number.
    pub fn numbered(&self) -> impl Iterator<Item = (i64, &Entry)> {
        (1..).zip(&self.entries)
    }

    /// How much of it its owner has not read.
    #[must_use]
    pub fn unread(&self) -> usize {
        let new = |(number, entry): &(i64, &Entry)| *number > self.head.owner_read && entry.by != Speaker::Owner;
        self.shown().filter(new).count()
    }

    /// What the last that `by` has said is called by them: what they sent under that key has arrived.
    #[must_use]
    pub fn arrived(&self, by: Speaker) -> Option<&str> {
        self.entries.iter().rev().find(|entry| entry.by == by && entry.key.is_some())?.key.as_deref()
    }

    /// Whether the program speaks in it.
    pub(super) fn is_with_assistant(&self) -> bool {
        self.head.state == ConversationState::Assistant
    }

    /// Whether a person does, or is to.
    pub(super) fn is_with_person(&self) -> bool {
        matches!(self.head.state, ConversationState::Waiting | ConversationState::Person)
    }

    /// What the program said last.
    pub(crate) fn last_reply(&self) -> Option<&Reply> {
        self.entries.iter().rev().find_map(|entry| match &entry.said {
            Said::Replied(reply) => Some(reply),
            _ => None,
        })
    }

    /// What can be pressed now, with the number of the entry that offers it: nothing once something else was said.
    #[must_use]
    pub fn offers(&self) -> (i64, Vec<Offer>) {
        match self.entries.last().map(|last| &last.said) {
            Some(Said::Replied(reply)) => (self.head.version, reply.offers()),
            _ => (self.head.version, Vec::new()),
        }
    }

    pub(super) fn offered(&self, pressed: Pressed) -> Option<Offer> {
        let (said, offers) = if self.entries.is_empty() { (0, Offer::starters()) } else { self.offers() };
        (said == pressed.said).then(|| offers.into_iter().nth(pressed.offer)).flatten()
    }

    /// The payment that was prepared in the entry with the number `said`.
    pub(super) fn prepared(&self, said: i64) -> Option<Prepared> {
        self.numbered().find(|(number, _)| *number == said).and_then(|(_, entry)| match &entry.said {
            Said::Replied(Reply::Go(errand)) => errand.payment.clone(),
            _ => None,
        })
    }

    /// Whether something has been kept under `key` already.
    pub(super) fn knows(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| entry.key.as_deref() == Some(key))
    }

    /// Whether somebody of the bank has said or done something behind `seen`.
    pub(super) fn moved_since(&self, seen: i64) -> bool {
        seen < 0 || self.numbered().any(|(number, entry)| number > seen && matches!(entry.by, Speaker::Staff(_)))
    }
}

impl ConversationHead {
    fn follow(&mut self, entry: &Entry) {
        match &entry.said {
            Said::Wrote(_) if self.state == ConversationState::Person => self.owe(entry.at, self.why),
            Said::Asked(why) => {
                self.why = Some(self.why.map_or(*why, |before| before.min(*why)));
                if self.state == ConversationState::Assistant {
                    self.state = ConversationState::Waiting;
                }
                self.owe(entry.at, self.why);
            }
            Said::Taken => {
                self.taken_by = None;
                self.take(entry.by);
            }
            Said::Answered(_) => {
                self.take(entry.by);
                self.due_at = None;
            }
            Said::Handed(colleague) => {
                self.taken_by = *colleague;
                self.state = if colleague.is_some() { ConversationState::Person } else { ConversationState::Waiting };
                self.owe(entry.at, self.why);
            }
            Said::GaveBack => {
                self.state = ConversationState::Assistant;
                (self.taken_by, self.due_at, self.why) = (None, None, None);
            }
            Said::Closed => {
                self.state = ConversationState::Closed;
                self.due_at = None;
                self.closed_at = Some(entry.at);
            }
            Said::Wrote(_) | Said::Pressed(_) | Said::Replied(_) | Said::Noted(_) => {}
        }
    }

    /// Who waits already does not wait longer because something else was said.
    fn owe(&mut self, at: Timestamp, why: Option<HandOver>) {
        let due = at.plus_seconds(policy::chat_answer_s(why));
        self.due_at = Some(self.due_at.map_or(due, |before| before.min(due)));
    }

    fn take(&mut self, by: Speaker) {
        if let (Speaker::Staff(member), None) = (by, self.taken_by) {
            self.taken_by = Some(member);
        }
        self.state = ConversationState::Person;
    }
}
