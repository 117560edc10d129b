//! What the bank's own people fill in: whom they look for, and why.

use serde::{Deserialize, Serialize};

use super::{Form, feedback::line};
use crate::{AccountNumber, ErrorCode, Problems, text};

/// The most characters of what a customer is looked for by: what is longer is nobody's.
const WANTED_LENGTH: usize = 64;

/// Looking for a customer.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FindForm {
    /// A user name or an account number.
    pub wanted: String,
}

/// Whom somebody looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Whoever signs in with this name, in lower case.
    Username(String),
    /// Whoever owns this account.
    Number(AccountNumber),
}

// Who was looked for is not for a log.
impl std::fmt::Debug for FindForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FindForm").finish_non_exhaustive()
    }
}

impl Form for FindForm {
    type Context = ();
    type Value = Wanted;

    fn check(&self, (): &()) -> Result<Wanted, Problems> {
        self.wanted().map_err(|code| Problems::one("wanted", code))
    }

    fn kept(&self) -> Self {
        Self { wanted: self.wanted.chars().take(WANTED_LENGTH).collect() }
    }
}

impl FindForm {
    fn wanted(&self) -> Result<Wanted, ErrorCode> {
        let plain = text::one_line(&text::half_width(&self.wanted));
        let is_number = plain.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-'));
        match text::length(&plain) {
            0 => Err(ErrorCode::FindMissing),
            1..=WANTED_LENGTH if is_number => AccountNumber::from_typed(&plain).map(Wanted::Number),
            1..=WANTED_LENGTH => Ok(Wanted::Username(plain.to_lowercase())),
            _ => Err(ErrorCode::CustomerUnknown),
        }
    }
}

crate::coded! {
    /// Why somebody of the bank looks at a customer, or stops something of theirs.
    ReasonKind {
        /// The customer is on the telephone.
        Called = "called",
        /// The customer is in the branch.
        Here = "here",
        /// The customer has written.
        Wrote = "wrote",
        /// Something looks wrong.
        Alarm = "alarm",
        /// A court or an authority asks.
        Authority = "authority",
        /// Anything else: it is said in words.
        Other = "other",
    }
}

/// Why, as it is typed.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReasonForm {
    /// The word of a [`ReasonKind`].
    pub reason: String,
    /// More about it; may be empty.
    pub note: String,
}

/// Why, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Which reason.
    pub kind: ReasonKind,
    /// More about it: one line, perhaps an empty one.
    pub note: String,
}

impl Reason {
    /// As the audit chain keeps it: the word, and what was said about it.
    #[must_use]
    pub fn written(&self) -> String {
        if self.note.is_empty() { self.kind.code().to_owned() } else { format!("{}: {}", self.kind.code(), self.note) }
    }

    /// What [`Self::written`] has written; `None` for anything else.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let (word, note) = written.split_once(": ").unwrap_or((written, ""));
        Some(Self { kind: ReasonKind::from_code(word)?, note: note.to_owned() })
    }
}

// A note may tell of a customer: it is not for a log.
impl std::fmt::Debug for ReasonForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ReasonForm").field("reason", &self.reason).finish_non_exhaustive()
    }
}

impl Form for ReasonForm {
    type Context = ();
    type Value = Reason;

    fn check(&self, (): &()) -> Result<Reason, Problems> {
        let mut problems = Problems::none();
        let kind = problems.keep("reason", self.kind());
        let note = problems.keep("note", self.note(kind));
        match (kind, note) {
            (Some(kind), Some(note)) => Ok(Reason { kind, note }),
            _ => Err(problems),
        }
    }
}

impl ReasonForm {
    fn kind(&self) -> Result<ReasonKind, ErrorCode> {
        ReasonKind::from_code(&self.reason).ok_or(ErrorCode::ReasonMissing)
    }

    fn note(&self, kind: Option<ReasonKind>) -> Result<String, ErrorCode> {
        let note = line(&self.note)?;
        let unsaid = kind == Some(ReasonKind::Other) && note.is_empty();
        if unsaid { Err(ErrorCode::ReasonUnsaid) } else { Ok(note) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(typed: &str) -> Result<Wanted, ErrorCode> {
        let form = FindForm { wanted: typed.to_owned() };
        form.check(&()).map_err(|problems| problems.of("wanted").unwrap())
    }

    fn reason(reason: &str, note: &str) -> Result<Reason, Problems> {
        ReasonForm { reason: reason.to_owned(), note: note.to_owned() }.check(&())
    }

    #[test]
    fn digits_are_an_account_number_and_letters_a_name() {
        let number = AccountNumber::from_serial(1_204_837).unwrap();
        assert_eq!(wanted(" １２０４-8377 "), Ok(Wanted::Number(number)));
        assert_eq!(wanted(" Maya "), Ok(Wanted::Username("maya".to_owned())));
        assert_eq!(wanted("1204 8378"), Err(ErrorCode::AccountNumberWrong));
        assert_eq!(wanted("12"), Err(ErrorCode::AccountNumberLength));
        assert_eq!(wanted(" "), Err(ErrorCode::FindMissing));
        assert_eq!(wanted(&"m".repeat(65)), Err(ErrorCode::CustomerUnknown));
    }

    #[test]
    fn a_reason_is_chosen_and_another_reason_is_said() {
        assert_eq!(reason("called", "").unwrap().written(), "called");
        assert_eq!(reason("", " ").unwrap_err().of("reason"), Some(ErrorCode::ReasonMissing));
        assert_eq!(reason("other", " ").unwrap_err().of("note"), Some(ErrorCode::ReasonUnsaid));
        assert_eq!(reason("here", &"n".repeat(201)).unwrap_err().of("note"), Some(ErrorCode::LineLength));
        assert_eq!(reason("here", "\u{202e}x").unwrap_err().of("note"), Some(ErrorCode::TextNotAllowed));
    }

    #[test]
    fn what_is_written_is_read_again() {
        for (kind, note) in [("alarm", ""), ("other", "new card: lost the old one")] {
            let reason = reason(kind, note).unwrap();
            assert_eq!(Reason::read(&reason.written()), Some(reason));
        }
        assert_eq!(Reason::read("something else"), None);
    }
}
