//! A ticket, and what may follow on what.

use model::{
    CustomerId, ErrorCode, Language, StaffId, TicketId, Timestamp,
    forms::{CloseReason, LineOf, TicketKind},
};
use serde::{Deserialize, Serialize};

use crate::{
    Calendar,
    policy::{AnswerTime, OFFICE_CLOSES, answer_time},
    staff::Role,
};

/// The most entries of one ticket. The last few are only for closing it: nothing stays open because it is full.
const MOST_ENTRIES: usize = 100;
/// How many of them are kept for that.
const FOR_CLOSING: usize = 5;

model::coded! {
    /// Whose turn it is.
    TicketState {
        /// The bank's: it owes an answer.
        Open = "open",
        /// The customer's, if they have more to say.
        Answered = "answered",
        /// Nobody's.
        Closed = "closed",
    }
}

/// Who did something about a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Author {
    /// The customer whose it is.
    Customer,
    /// Somebody of the bank.
    Staff(StaffId),
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// The customer wrote.
    Wrote(String),
    /// The customer wrote, and it is open again.
    Reopened(String),
    /// The customer said that it is settled.
    Settled,
    /// The customer said how it went: a mark from 1 to 5, and perhaps words.
    Rated(u8, String),
    /// Somebody of the bank looks after it.
    Taken,
    /// Somebody of the bank answered.
    Answered(String),
    /// Somebody of the bank noted something that only the bank's own people read.
    Noted(String),
    /// It was handed on to those of a role, or to one of them.
    Handed(Role, Option<StaffId>),
    /// Somebody of the bank closed it.
    Closed(CloseReason),
}

impl Step {
    /// Whether the customer is shown it: what the bank's own people do among themselves is theirs.
    #[must_use]
    pub const fn is_for_customer(&self) -> bool {
        !matches!(self, Self::Noted(_) | Self::Handed(..))
    }

    const fn closes(&self) -> bool {
        matches!(self, Self::Settled | Self::Closed(_))
    }
}

/// Something that was done, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Who.
    pub by: Author,
    /// What.
    pub step: Step,
    /// When.
    pub at: Timestamp,
}

/// Where a ticket stands, without what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketHead {
    /// Which one; also the number people quote.
    pub id: TicketId,
    /// Who has written it.
    pub customer: CustomerId,
    /// What it is about.
    pub kind: TicketKind,
    /// The language they wrote in.
    pub language: Language,
    /// Whose turn it is.
    pub state: TicketState,
    /// Of which role whoever answers is.
    pub role: Role,
    /// Who looks after it.
    pub taken_by: Option<StaffId>,
    /// By when the bank answers: there while it is open, and only then.
    pub due_at: Option<Timestamp>,
    /// When it was written.
    pub opened_at: Timestamp,
    /// When something was done about it last.
    pub changed_at: Timestamp,
    /// When it was closed, where it is.
    pub closed_at: Option<Timestamp>,
    /// How often it has changed.
    pub version: i64,
}

impl TicketHead {
    /// Whether it should have been answered by `now`.
    #[must_use]
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        self.due_at.is_some_and(|due| due < now)
    }
}

/// A ticket, with everything that was ever done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// Where it stands.
    pub head: TicketHead,
    /// The line of an account of the customer's that it is about.
    pub about: Option<LineOf>,
    /// What was done, in its order. The first is what they wrote.
    pub entries: Vec<Entry>,
}

/// Something that is to be done now.
#[derive(Debug, Clone, Copy)]
pub struct Move<'a> {
    /// By whom.
    pub by: Author,
    /// When.
    pub at: Timestamp,
    /// On whose calendar.
    pub calendar: &'a Calendar,
    /// For how long after it was closed it can be written to, in days.
    pub reopen_days: i64,
}

impl Ticket {
    /// The ticket after `step`.
    ///
    /// # Errors
    /// [`ErrorCode::TicketClosed`] where it is closed, or was closed too long ago; [`ErrorCode::TicketFull`];
    /// [`ErrorCode::NotFound`] for a mark where none is asked for.
    pub fn next(&self, step: Step, how: Move<'_>) -> Result<Self, ErrorCode> {
        let closed = self.head.state == TicketState::Closed;
        let may = match &step {
            Step::Wrote(_) => !closed || self.can_be_written_to(how.at, how.reopen_days),
            Step::Reopened(_) => closed && self.can_be_written_to(how.at, how.reopen_days),
            Step::Rated(..) if !self.can_be_rated() => return Err(ErrorCode::NotFound),
            Step::Rated(..) | Step::Noted(_) => true,
            Step::Settled | Step::Taken | Step::Answered(_) | Step::Handed(..) | Step::Closed(_) => !closed,
        };
        if !may {
            return Err(ErrorCode::TicketClosed);
        }
        let most = if step.closes() { MOST_ENTRIES } else { MOST_ENTRIES - FOR_CLOSING };
        if self.entries.len() >= most {
            return Err(ErrorCode::TicketFull);
        }
        let mut next = self.clone();
        next.head.follow(&step, how, closed);
        next.head.changed_at = how.at;
        next.head.version += 1;
        next.entries.push(Entry { by: how.by, step, at: how.at });
        Ok(next)
    }

    /// Whether it can be written to: always, until so many days after it was closed.
    #[must_use]
    pub fn can_be_written_to(&self, now: Timestamp, reopen_days: i64) -> bool {
        self.head.closed_at.is_none_or(|closed| now <= closed.plus_seconds(reopen_days * 86_400))
    }

    /// Whether its customer is asked how it went: once each time it was closed.
    #[must_use]
    pub fn can_be_rated(&self) -> bool {
        let since = self.entries.iter().rev().take_while(|entry| !entry.step.closes());
        self.head.state == TicketState::Closed && !since.into_iter().any(|entry| matches!(entry.step, Step::Rated(..)))
    }

    /// What its customer sees of what was done.
    pub fn shown(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.step.is_for_customer())
    }

    /// Whether its customer said `words` last, and nothing has been done since.
    pub(super) fn ends_with(&self, words: &str) -> bool {
        self.entries.last().is_some_and(|last| match &last.step {
            Step::Wrote(said) | Step::Reopened(said) => said == words,
            _ => false,
        })
    }
}

impl TicketHead {
    fn follow(&mut self, step: &Step, how: Move<'_>, was_closed: bool) {
        match step {
            // What is closed stays so where they only say thank you.
            Step::Wrote(_) if was_closed => {}
            Step::Wrote(_) | Step::Reopened(_) => {
                // Who asks again does not wait longer for it.
                let due = due(self.kind, how.at, how.calendar);
                self.due_at = Some(self.due_at.map_or(due, |before| before.min(due)));
                self.state = TicketState::Open;
                self.closed_at = None;
            }
            Step::Answered(_) => {
                self.state = TicketState::Answered;
                self.due_at = None;
                self.take(how.by);
            }
            Step::Settled | Step::Closed(_) => {
                self.state = TicketState::Closed;
                self.due_at = None;
                self.closed_at = Some(how.at);
            }
            Step::Taken => {
                self.taken_by = None;
                self.take(how.by);
            }
            Step::Handed(role, colleague) => {
                self.role = *role;
                self.taken_by = *colleague;
            }
            Step::Rated(..) | Step::Noted(_) => {}
        }
    }

    /// Whoever does something about what nobody looks after looks after it.
    fn take(&mut self, by: Author) {
        if let (Author::Staff(member), None) = (by, self.taken_by) {
            self.taken_by = Some(member);
        }
    }
}

/// By when something of this kind is answered that is written at `at`.
#[must_use]
pub fn due(kind: TicketKind, at: Timestamp, calendar: &Calendar) -> Timestamp {
    match answer_time(kind) {
        AnswerTime::Hours(hours) => at.plus_seconds(hours * 3_600),
        AnswerTime::WorkingDays(days) => {
            calendar.at_hour(Calendar::working_day_after(calendar.day(at), days), OFFICE_CLOSES)
        }
    }
}

/// Of which role whoever answers first is.
#[must_use]
pub const fn first_role(kind: TicketKind) -> Role {
    match kind {
        TicketKind::PaymentUnknown | TicketKind::PaymentWrong => Role::PaymentsOfficer,
        TicketKind::Complaint | TicketKind::Lost | TicketKind::Suspicious | TicketKind::Other => Role::Agent,
    }
}
