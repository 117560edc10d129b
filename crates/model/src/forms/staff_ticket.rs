//! What the bank's own people do about a ticket. Each form carries the version of the ticket that they saw: whoever has
//! not seen what another did a moment ago does nothing before they have.

use serde::{Deserialize, Serialize};

use super::{Form, ticket::message};
use crate::{ErrorCode, Problems};

crate::coded! {
    /// Why the bank closes a ticket.
    CloseReason {
        /// What was wrong is put right.
        Solved = "solved",
        /// Nothing was wrong, and that was explained.
        Explained = "explained",
        /// The customer was asked something, and did not answer.
        Unanswered = "unanswered",
        /// It goes on under another number.
        Elsewhere = "elsewhere",
    }
}

/// Taking a ticket, as it was seen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TakeForm {
    /// The version that was seen.
    pub seen: String,
}

impl Form for TakeForm {
    type Context = ();
    type Value = i64;

    fn check(&self, (): &()) -> Result<i64, Problems> {
        Ok(version(&self.seen))
    }
}

/// An answer, which the customer reads.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReplyForm {
    /// What is answered.
    pub answer: String,
    /// The version that was seen.
    pub seen: String,
}

impl std::fmt::Debug for ReplyForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ReplyForm").field("seen", &self.seen).finish_non_exhaustive()
    }
}

impl Form for ReplyForm {
    type Context = ();
    type Value = (String, i64);

    fn check(&self, (): &()) -> Result<(String, i64), Problems> {
        let answer = message(&self.answer).map_err(|code| Problems::one("answer", code))?;
        Ok((answer, version(&self.seen)))
    }
}

/// A note, which only the bank's own people read.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoteForm {
    /// What is noted.
    pub note: String,
    /// The version that was seen.
    pub seen: String,
}

impl std::fmt::Debug for NoteForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NoteForm").field("seen", &self.seen).finish_non_exhaustive()
    }
}

impl Form for NoteForm {
    type Context = ();
    type Value = (String, i64);

    fn check(&self, (): &()) -> Result<(String, i64), Problems> {
        let note = message(&self.note).map_err(|code| Problems::one("note", code))?;
        Ok((note, version(&self.seen)))
    }
}

/// Handing a ticket on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HandForm {
    /// To whom: the word of a role, or the id of somebody of the bank.
    pub to: String,
    /// The version that was seen.
    pub seen: String,
}

impl Form for HandForm {
    type Context = ();
    type Value = (String, i64);

    fn check(&self, (): &()) -> Result<(String, i64), Problems> {
        if self.to.is_empty() {
            return Err(Problems::one("to", ErrorCode::HandMissing));
        }
        Ok((self.to.clone(), version(&self.seen)))
    }
}

/// Closing a ticket.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CloseForm {
    /// The word of a [`CloseReason`].
    pub reason: String,
    /// The version that was seen.
    pub seen: String,
}

impl Form for CloseForm {
    type Context = ();
    type Value = (CloseReason, i64);

    fn check(&self, (): &()) -> Result<(CloseReason, i64), Problems> {
        let reason = CloseReason::from_code(&self.reason);
        let reason = reason.ok_or_else(|| Problems::one("reason", ErrorCode::CloseReasonMissing))?;
        Ok((reason, version(&self.seen)))
    }
}

/// The version that was seen; one that nothing has where what came is none: nobody typed it.
pub(super) fn version(seen: &str) -> i64 {
    seen.parse().unwrap_or(-1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_seen_is_no_version() {
        assert_eq!(TakeForm { seen: "4".to_owned() }.check(&()), Ok(4));
        assert_eq!(TakeForm::default().check(&()), Ok(-1));
    }

    #[test]
    fn an_answer_says_something_and_a_hand_over_to_whom() {
        assert_eq!(ReplyForm::default().check(&()).unwrap_err().of("answer"), Some(ErrorCode::TicketWordsMissing));
        assert_eq!(NoteForm::default().check(&()).unwrap_err().of("note"), Some(ErrorCode::TicketWordsMissing));
        assert_eq!(HandForm::default().check(&()).unwrap_err().of("to"), Some(ErrorCode::HandMissing));
        assert_eq!(CloseForm::default().check(&()).unwrap_err().of("reason"), Some(ErrorCode::CloseReasonMissing));
        let form = CloseForm { reason: "solved".to_owned(), seen: "2".to_owned() };
        assert_eq!(form.check(&()), Ok((CloseReason::Solved, 2)));
    }
}
