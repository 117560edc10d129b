//! Where the months of an account end.

use model::{AccountId, Timestamp};

use crate::Calendar;

/// Where a month ended in an account's history.
///
/// It says that nothing was booked from `last_booked_at` to `ended_at`, which stays true whatever is booked later: how
/// the account stood at any moment between the two is how line `version` left it. Totals of months rest on it; where
/// one is missing, they are found by halving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthEnd {
    /// Whose history.
    pub account: AccountId,
    /// The first moment that was not of that month, nor of any empty one behind it.
    pub ended_at: Timestamp,
    /// How many lines there were.
    pub version: i64,
    /// When the last of them was booked; the epoch where there was none.
    pub last_booked_at: Timestamp,
}

/// Tells which bookings are the first of a month. Bookings of one month are told apart without the calendar.
#[derive(Debug, Clone)]
pub struct Months {
    calendar: Calendar,
    began_at: Timestamp,
    ends_at: Timestamp,
}

impl Months {
    /// The months of `calendar`.
    #[must_use]
    pub fn new(calendar: Calendar) -> Self {
        Self { calendar, began_at: Timestamp::EPOCH, ends_at: Timestamp::EPOCH }
    }

    /// The month end that a booking at `booked_at` leaves behind: on an account with so many lines, the last of them
    /// booked at `last_booked_at`. `None` within a month.
    pub fn ended(
        &mut self,
        account: AccountId,
        version: i64,
        last_booked_at: Timestamp,
        booked_at: Timestamp,
    ) -> Option<MonthEnd> {
        if !(self.began_at..self.ends_at).contains(&booked_at) {
            let first = self.calendar.day(booked_at).first_of_month();
            self.began_at = self.calendar.start_of(first);
            self.ends_at = self.calendar.end_of(first.last_of_month());
        }
        let ended_at = self.began_at;
        (last_booked_at < ended_at).then_some(MonthEnd { account, ended_at, version, last_booked_at })
    }
}

impl Default for Months {
    fn default() -> Self {
        Self::new(Calendar::utc())
    }
}
