//! Telling the bank what was hard to see, to hear, to understand or to press.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{ErrorCode, Problems, text};

/// The most characters of what was hard.
pub const HARD_LENGTH: usize = 2_000;
/// The most characters of where it was, and of how to reach the person.
pub const LINE_LENGTH: usize = 200;

/// What was hard, where, and how to reach whoever says so.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FeedbackForm {
    /// What was hard, in a person's own words.
    pub hard: String,
    /// On which page. May be empty.
    pub place: String,
    /// How the bank can answer. May be empty: most people only want it to be put right.
    pub reach: String,
}

/// The same, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What was hard; several lines.
    pub hard: String,
    /// On which page.
    pub place: String,
    /// How to answer.
    pub reach: String,
}

// What somebody cannot do is theirs to tell: it is not for a log.
impl std::fmt::Debug for FeedbackForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FeedbackForm").finish_non_exhaustive()
    }
}

impl Form for FeedbackForm {
    type Context = ();
    type Value = Told;

    fn check(&self, (): &()) -> Result<Told, Problems> {
        let mut problems = Problems::none();
        let hard = problems.keep("hard", self.hard());
        let place = problems.keep("place", line(&self.place));
        let reach = problems.keep("reach", line(&self.reach));
        match (hard, place, reach) {
            (Some(hard), Some(place), Some(reach)) => Ok(Told { hard, place, reach }),
            _ => Err(problems),
        }
    }
}

impl FeedbackForm {
    fn hard(&self) -> Result<String, ErrorCode> {
        let hard = text::lines(&self.hard);
        match text::length(&hard) {
            0 => Err(ErrorCode::FeedbackMissing),
            length if length > HARD_LENGTH => Err(ErrorCode::FeedbackLength),
            _ if text::turns_direction(&hard) => Err(ErrorCode::TextNotAllowed),
            _ => Ok(hard),
        }
    }
}

/// One line of at most [`LINE_LENGTH`], perhaps an empty one.
pub(super) fn line(typed: &str) -> Result<String, ErrorCode> {
    let line = text::one_line(typed);
    if text::length(&line) > LINE_LENGTH {
        Err(ErrorCode::LineLength)
    } else if text::turns_direction(&line) {
        Err(ErrorCode::TextNotAllowed)
    } else {
        Ok(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(hard: &str, place: &str, reach: &str) -> FeedbackForm {
        FeedbackForm { hard: hard.to_owned(), place: place.to_owned(), reach: reach.to_owned() }
    }

    #[test]
    fn what_was_hard_is_enough() {
        let told = form("  The button\r\nis too pale. ", "", "").check(&()).unwrap();
        assert_eq!(told.hard, "The button\nis too pale.");
        assert_eq!((told.place.as_str(), told.reach.as_str()), ("", ""));
    }

    #[test]
    fn each_field_says_what_is_wrong_with_it() {
        let problems = form(" \n ", &"p".repeat(201), "\u{202e}moc").check(&()).unwrap_err();
        let said: Vec<_> = problems.iter().map(|problem| (problem.field.as_str(), problem.code)).collect();
        let wanted = [
            ("hard", ErrorCode::FeedbackMissing),
            ("place", ErrorCode::LineLength),
            ("reach", ErrorCode::TextNotAllowed),
        ];
        assert_eq!(said, wanted);
        let long = form(&"字".repeat(HARD_LENGTH + 1), "", "").check(&()).unwrap_err();
        assert_eq!(long.iter().next().unwrap().code, ErrorCode::FeedbackLength);
        assert!(form(&"字".repeat(HARD_LENGTH), "", "").check(&()).is_ok());
    }
}
