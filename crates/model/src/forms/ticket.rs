//! Writing to the bank about something, saying more of it, and saying how it went.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{AccountId, ErrorCode, Problems, text};

/// The most characters of one message.
pub const MESSAGE_LENGTH: usize = 2_000;

crate::coded! {
    /// What somebody writes to the bank about.
    TicketKind {
        /// Money left that they know nothing of.
        PaymentUnknown = "payment-unknown",
        /// A payment of theirs that went wrong.
        PaymentWrong = "payment-wrong",
        /// They are not content with the bank.
        Complaint = "complaint",
        /// A card or a telephone is lost or was stolen.
        Lost = "lost",
        /// Somebody may be trying to trick them.
        Suspicious = "suspicious",
        /// Anything else.
        Other = "other",
    }

    /// What a message to something that is closed is for: whoever writes it chooses.
    Further {
        /// It is not settled: it is open again.
        Reopen = "reopen",
        /// It stays closed; they only wanted to say it.
        Thanks = "thanks",
    }
}

impl TicketKind {
    /// Whether money may be leaving while somebody waits: they are told at once what to do themselves.
    #[must_use]
    pub const fn is_urgent(self) -> bool {
        matches!(self, Self::PaymentUnknown | Self::Lost | Self::Suspicious)
    }
}

/// A line of an account that a ticket is about, as its customer has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineOf {
    /// Which account.
    pub account: AccountId,
    /// The how-manieth line of it.
    pub version: i64,
}

/// What is written first.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TicketForm {
    /// A [`TicketKind`] code.
    pub kind: String,
    /// What happened, in a person's own words.
    pub words: String,
    /// The account whose line it is about. May be empty.
    pub account: String,
    /// The line. Empty where the account is.
    pub line: String,
}

/// The same, as it is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTicket {
    /// What it is about.
    pub kind: TicketKind,
    /// What happened; several lines.
    pub words: String,
    /// The line it was begun from; whose it is, is not known yet.
    pub about: Option<LineOf>,
}

// What somebody writes to their bank is not for a log; nor is any other message below.
impl std::fmt::Debug for TicketForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TicketForm").field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl Form for TicketForm {
    type Context = ();
    type Value = NewTicket;

    fn check(&self, (): &()) -> Result<NewTicket, Problems> {
        let mut problems = Problems::none();
        let kind = problems.keep("kind", TicketKind::from_code(&self.kind).ok_or(ErrorCode::TicketKindMissing));
        let words = problems.keep("words", message(&self.words));
        match (kind, words) {
            (Some(kind), Some(words)) => Ok(NewTicket { kind, words, about: self.about() }),
            _ => Err(problems),
        }
    }
}

impl TicketForm {
    /// The line it is about. An address that names none is an address without one: nobody typed it.
    #[must_use]
    pub fn about(&self) -> Option<LineOf> {
        Some(LineOf { account: self.account.parse().ok()?, version: self.line.parse().ok().filter(|line| *line > 0)? })
    }
}

/// Something more about a ticket.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TicketMessageForm {
    /// What there is to say.
    pub words: String,
    /// A [`Further`] code, where the ticket is closed.
    pub further: String,
}

impl std::fmt::Debug for TicketMessageForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TicketMessageForm").field("further", &self.further).finish_non_exhaustive()
    }
}

impl Form for TicketMessageForm {
    /// Whether the ticket is closed.
    type Context = bool;
    type Value = (String, Further);

    fn check(&self, closed: &bool) -> Result<(String, Further), Problems> {
        let mut problems = Problems::none();
        let words = problems.keep("words", message(&self.words));
        let further = if *closed {
            problems.keep("further", Further::from_code(&self.further).ok_or(ErrorCode::TicketFurtherMissing))
        } else {
            Some(Further::Reopen)
        };
        words.zip(further).ok_or(problems)
    }
}

/// How it went, once it is closed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RatingForm {
    /// From 1 to 5.
    pub score: String,
    /// More about it; may be empty.
    pub more: String,
}

impl std::fmt::Debug for RatingForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RatingForm").finish_non_exhaustive()
    }
}

impl RatingForm {
    /// The marks there are: 1 is very bad, 5 very good.
    pub const SCORES: std::ops::RangeInclusive<u8> = 1..=5;
}

impl Form for RatingForm {
    type Context = ();
    type Value = (u8, String);

    fn check(&self, (): &()) -> Result<(u8, String), Problems> {
        let mut problems = Problems::none();
        let score = self.score.parse().ok().filter(|score| Self::SCORES.contains(score));
        let score = problems.keep("score", score.ok_or(ErrorCode::TicketScoreMissing));
        let more = problems
            .keep("more", if text::lines(&self.more).is_empty() { Ok(String::new()) } else { message(&self.more) });
        score.zip(more).ok_or(problems)
    }
}

/// A message as it is kept: several lines, not empty, at most [`MESSAGE_LENGTH`] characters.
pub(super) fn message(typed: &str) -> Result<String, ErrorCode> {
    let words = text::lines(typed);
    match text::length(&words) {
        0 => Err(ErrorCode::TicketWordsMissing),
        length if length > MESSAGE_LENGTH => Err(ErrorCode::TicketWordsLength),
        _ if text::turns_direction(&words) => Err(ErrorCode::TextNotAllowed),
        _ => Ok(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(kind: &str, words: &str) -> TicketForm {
        TicketForm { kind: kind.to_owned(), words: words.to_owned(), ..TicketForm::default() }
    }

    fn said<T: std::fmt::Debug>(checked: Result<T, Problems>) -> Vec<(String, ErrorCode)> {
        checked.unwrap_err().iter().map(|problem| (problem.field.clone(), problem.code)).collect()
    }

    #[test]
    fn what_it_is_about_and_a_few_words_are_enough() {
        let new = first("lost", " My card is gone.\r\n\r\n\r\nSince noon. ").check(&()).unwrap();
        assert_eq!((new.kind, new.words.as_str()), (TicketKind::Lost, "My card is gone.\n\nSince noon."));
        assert_eq!(new.about, None);
    }

    #[test]
    fn each_field_says_what_is_wrong_with_it() {
        let both =
            [("kind".to_owned(), ErrorCode::TicketKindMissing), ("words".to_owned(), ErrorCode::TicketWordsMissing)];
        assert_eq!(said(first("", " \n").check(&())), both);
        let long = first("other", &"字".repeat(MESSAGE_LENGTH + 1)).check(&());
        assert_eq!(said(long), [("words".to_owned(), ErrorCode::TicketWordsLength)]);
        assert!(first("other", &"字".repeat(MESSAGE_LENGTH)).check(&()).is_ok());
        let turned = first("other", "\u{202e}moc").check(&());
        assert_eq!(said(turned), [("words".to_owned(), ErrorCode::TextNotAllowed)]);
    }

    #[test]
    fn a_line_is_named_whole_or_not_at_all() {
        let account = AccountId::new(7);
        let about = |account: &str, line: &str| {
            let (account, line) = (account.to_owned(), line.to_owned());
            TicketForm { account, line, ..first("other", "x") }.check(&()).unwrap().about
        };
        assert_eq!(about(&account.to_string(), "3"), Some(LineOf { account, version: 3 }));
        for (account, line) in
            [("", "3"), ("x", "3"), (account.to_string().as_str(), ""), (account.to_string().as_str(), "0")]
        {
            assert_eq!(about(account, line), None);
        }
    }

    #[test]
    fn only_of_what_is_closed_it_is_asked_what_a_message_is_for() {
        let more = |further: &str| TicketMessageForm { words: "Thank you".to_owned(), further: further.to_owned() };
        assert_eq!(more("").check(&false).unwrap().1, Further::Reopen);
        assert_eq!(said(more("").check(&true)), [("further".to_owned(), ErrorCode::TicketFurtherMissing)]);
        assert_eq!(more("thanks").check(&true).unwrap().1, Further::Thanks);
    }

    #[test]
    fn a_mark_is_one_to_five_and_words_may_be_left_out() {
        let rating = |score: &str| RatingForm { score: score.to_owned(), more: " ".to_owned() }.check(&());
        assert_eq!(rating("5").unwrap(), (5, String::new()));
        for score in ["", "0", "6", "good"] {
            assert_eq!(said(rating(score)), [("score".to_owned(), ErrorCode::TicketScoreMissing)]);
        }
    }
}
