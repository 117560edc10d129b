//! When a payment is made: at once, on a day to come, or again and again from that day on.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::Form;
use crate::{ErrorCode, Problems, time};

/// How many years ahead the first day of a payment can be.
pub const PLAN_YEARS: i64 = 2;

crate::coded! {
    /// How often something regular happens.
    Every {
        /// Once, on its first day.
        Once = "once",
        /// Every seven days.
        Week = "week",
        /// On the same day of each month, or the month's last where it has no such day.
        Month = "month",
    }
}

/// The days on which something happens: from the first on, and not after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Timing {
    /// The first day, in the bank's time zone.
    pub first: Date,
    /// How often.
    pub every: Every,
    /// The last day on which it may happen; `None` where it goes on until somebody ends it.
    pub last: Option<Date>,
}

impl Timing {
    /// The day of the `nth` time, counted from 0; `None` after the last.
    #[must_use]
    pub fn day(&self, nth: i64) -> Option<Date> {
        let day = match self.every {
            Every::Once => (nth == 0).then_some(self.first),
            Every::Week => self.first.checked_add(nth.weeks()).ok(),
            // Always from the first day, so that the 31st does not become the 28th for good after a February.
            Every::Month => self.first.checked_add(nth.months()).ok(),
        };
        day.filter(|day| self.last.is_none_or(|last| *day <= last))
    }
}

/// When a payment is to be made, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WhenForm {
    /// An [`Every`] code; empty for at once.
    pub every: String,
    /// The first day, `2026-12-01`.
    pub day: String,
    /// The last day on which it may be made again; empty for none.
    pub last: String,
}

impl WhenForm {
    /// Whether it is to be made at once.
    #[must_use]
    pub fn is_now(&self) -> bool {
        self.every.is_empty()
    }
}

impl Form for WhenForm {
    /// Today, in the bank's time zone.
    type Context = Date;
    /// The days; `None` for at once.
    type Value = Option<Timing>;

    fn check(&self, today: &Date) -> Result<Option<Timing>, Problems> {
        if self.is_now() {
            return Ok(None);
        }
        let mut problems = Problems::none();
        let every = problems.keep("every", Every::from_code(&self.every).ok_or(ErrorCode::ChoiceUnknown));
        let first = problems.keep("day", first(&self.day, *today));
        // Whoever has chosen one day may have left what was typed into the other field before.
        let last = if every == Some(Every::Once) { Some(None) } else { problems.keep("last", last(&self.last, first)) };
        match (every, first, last) {
            (Some(every), Some(first), Some(last)) => Ok(Some(Timing { first, every, last })),
            _ => Err(problems),
        }
    }
}

fn first(typed: &str, today: Date) -> Result<Date, ErrorCode> {
    if typed.trim().is_empty() {
        return Err(ErrorCode::DayMissing);
    }
    let day = time::parse_date(typed).ok_or(ErrorCode::DateUnclear)?;
    if day <= today {
        Err(ErrorCode::DayPassed)
    } else if day > today.saturating_add(PLAN_YEARS.years()) {
        Err(ErrorCode::DayTooFar)
    } else {
        Ok(day)
    }
}

fn last(typed: &str, first: Option<Date>) -> Result<Option<Date>, ErrorCode> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let day = time::parse_date(typed).ok_or(ErrorCode::DateUnclear)?;
    if first.is_some_and(|first| day < first) { Err(ErrorCode::DateRange) } else { Ok(Some(day)) }
}
