//! How somebody wants to be told things.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{ErrorCode, Problems};

crate::coded! {
    /// By which ways somebody is told, beside their own page.
    By {
        /// By mail and by short message.
        Both = "both",
        /// By mail.
        Email = "email",
        /// By short message.
        Sms = "sms",
        /// By neither.
        Here = "here",
    }
}

/// The hours in which nothing is sent that can wait, by the bank's clock: from a whole hour until another, perhaps of the
/// next day. The same hour twice is no time at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    /// The first hour, 0 to 23.
    pub from: u8,
    /// The hour at which it is over.
    pub until: u8,
}

impl QuietHours {
    /// None.
    pub const NONE: Self = Self { from: 0, until: 0 };
    /// What is offered to somebody who has chosen nothing yet.
    pub const NIGHT: Self = Self { from: 22, until: 7 };

    /// Whether there are any.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.from == self.until
    }

    /// Whether `hour` is one of them.
    #[must_use]
    pub const fn holds(self, hour: u8) -> bool {
        if self.from <= self.until {
            self.from <= hour && hour < self.until
        } else {
            self.from <= hour || hour < self.until
        }
    }
}

/// What somebody has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoticeChoices {
    /// How they are told of payments.
    pub payments: By,
    /// How they are told of an answer to what they wrote.
    pub messages: By,
    /// When nothing is sent.
    pub quiet: QuietHours,
}

impl Default for NoticeChoices {
    fn default() -> Self {
        Self { payments: By::Both, messages: By::Email, quiet: QuietHours::NONE }
    }
}

/// The same as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoticesForm {
    /// A [`By`] code.
    pub payments: String,
    /// A [`By`] code.
    pub messages: String,
    /// `night` for some hours of peace, anything else that is known for none.
    pub quiet: String,
    /// The first of those hours.
    pub from: String,
    /// The hour at which they are over.
    pub until: String,
}

impl NoticesForm {
    /// Nothing is held back.
    pub const ANY_TIME: &str = "any";
    /// There are hours of peace.
    pub const NIGHT: &str = "night";
}

impl From<NoticeChoices> for NoticesForm {
    fn from(choices: NoticeChoices) -> Self {
        let quiet = if choices.quiet.is_none() { Self::ANY_TIME } else { Self::NIGHT };
        let shown = if choices.quiet.is_none() { QuietHours::NIGHT } else { choices.quiet };
        Self {
            payments: choices.payments.code().to_owned(),
            messages: choices.messages.code().to_owned(),
            quiet: quiet.to_owned(),
            from: shown.from.to_string(),
            until: shown.until.to_string(),
        }
    }
}

impl Form for NoticesForm {
    type Context = ();
    type Value = NoticeChoices;

    fn check(&self, (): &()) -> Result<NoticeChoices, Problems> {
        let by = |code: &str| By::from_code(code).ok_or(ErrorCode::ChoiceUnknown);
        let mut problems = Problems::none();
        let payments = problems.keep("payments", by(&self.payments));
        let messages = problems.keep("messages", by(&self.messages));
        let quiet = match self.quiet.as_str() {
            Self::ANY_TIME => Some(QuietHours::NONE),
            Self::NIGHT => {
                let (from, until) =
                    (problems.keep("from", hour(&self.from)), problems.keep("until", hour(&self.until)));
                from.zip(until).and_then(|(from, until)| {
                    let quiet = QuietHours { from, until };
                    problems.keep("until", if quiet.is_none() { Err(ErrorCode::QuietHours) } else { Ok(quiet) })
                })
            }
            _ => problems.keep("quiet", Err(ErrorCode::ChoiceUnknown)),
        };
        match (payments, messages, quiet) {
            (Some(payments), Some(messages), Some(quiet)) => Ok(NoticeChoices { payments, messages, quiet }),
            _ => Err(problems),
        }
    }
}

fn hour(typed: &str) -> Result<u8, ErrorCode> {
    typed.parse().ok().filter(|hour| *hour < 24).ok_or(ErrorCode::ChoiceUnknown)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_chosen_is_what_is_shown_and_chosen_again(
            payments in 0..By::ALL.len(), messages in 0..By::ALL.len(), from in 0..24_u8, until in 0..24_u8,
        ) {
            let quiet = if from == until { QuietHours::NONE } else { QuietHours { from, until } };
            let chosen = NoticeChoices { payments: By::ALL[payments], messages: By::ALL[messages], quiet };
            prop_assert_eq!(NoticesForm::from(chosen).check(&()), Ok(chosen));
        }

        #[test]
        fn as_many_hours_are_quiet_as_lie_between(from in 0..24_u8, until in 0..24_u8) {
            let quiet = QuietHours { from, until };
            let hours = (0..24).filter(|hour| quiet.holds(*hour)).count();
            prop_assert_eq!(hours, usize::from((24 + until - from) % 24));
            prop_assert!(!quiet.holds(until));
        }
    }

    #[test]
    fn hours_that_begin_when_they_end_are_put_right() {
        let same = NoticesForm { from: "7".to_owned(), until: "7".to_owned(), ..night() };
        assert_eq!(same.check(&()), Err(Problems::one("until", ErrorCode::QuietHours)));
        let none = NoticesForm { quiet: NoticesForm::ANY_TIME.to_owned(), ..same };
        assert_eq!(none.check(&()).map(|chosen| chosen.quiet), Ok(QuietHours::NONE));
        let late = NoticesForm { from: "24".to_owned(), ..night() };
        assert_eq!(late.check(&()), Err(Problems::one("from", ErrorCode::ChoiceUnknown)));
    }

    fn night() -> NoticesForm {
        NoticesForm::from(NoticeChoices { quiet: QuietHours::NIGHT, ..NoticeChoices::default() })
    }
}
