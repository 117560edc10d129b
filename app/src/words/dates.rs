//! Days, months and moments as people write them.

use bank::Calendar;
use jiff::civil::{Date, DateTime};
use model::Timestamp;

use super::Words;

const WEEKDAYS: [&str; 7] = ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];
const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
    "month-11", "month-12",
];
const SHORT_MONTHS: [&str; 12] = [
    "month-short-1",
    "month-short-2",
    "month-short-3",
    "month-short-4",
    "month-short-5",
    "month-short-6",
    "month-short-7",
    "month-short-8",
    "month-short-9",
    "month-short-10",
    "month-short-11",
    "month-short-12",
];

impl Words {
    /// A day in full: "Sunday 22 November 2026", 2026年11月22日 星期日.
    #[must_use]
    pub fn day(self, day: Date) -> String {
        self.dated("date-full", day)
    }

    /// A day without its weekday: "22 November 2026", 2026年11月22日.
    #[must_use]
    pub fn date(self, day: Date) -> String {
        self.dated("date-long", day)
    }

    /// A day of this year: "22 November", 11月22日.
    #[must_use]
    pub fn day_short(self, day: Date) -> String {
        self.dated("date-short", day)
    }

    /// A month of a year: "Nov 2026", 2026年11月.
    #[must_use]
    pub fn month_brief(self, day: Date) -> String {
        let values = [
            ("month", self.month_short(day).into()),
            ("month-number", day.month().into()),
            ("year", i32::from(day.year()).into()),
        ];
        self.with("date-month", &values)
    }

    /// A month where there is little room, as under a chart: "Nov", 11月.
    #[must_use]
    pub fn month_short(self, day: Date) -> &'static str {
        self.say(SHORT_MONTHS[index(day.month(), 12)])
    }

    /// The time of day of a moment: "14:05".
    #[must_use]
    pub fn time(self, moment: Timestamp, calendar: &Calendar) -> String {
        clock(calendar.local(moment))
    }

    /// A moment: "Sunday 22 November 2026 at 14:05", 2026年11月22日 星期日 14:05.
    #[must_use]
    pub fn moment(self, moment: Timestamp, calendar: &Calendar) -> String {
        let local = calendar.local(moment);
        self.with("date-moment", &[("day", self.day(local.date()).into()), ("time", clock(local).into())])
    }

    fn dated(self, pattern: &str, day: Date) -> String {
        let weekday = self.say(WEEKDAYS[index(day.weekday().to_monday_one_offset(), 7)]);
        let month = self.say(MONTHS[index(day.month(), 12)]);
        self.with(
            pattern,
            &[
                ("weekday", weekday.into()),
                ("day", day.day().into()),
                ("month", month.into()),
                ("month-number", day.month().into()),
                ("year", i32::from(day.year()).into()),
            ],
        )
    }
}

fn index(counted_from_one: i8, length: usize) -> usize {
    usize::try_from(counted_from_one).unwrap_or(1).clamp(1, length) - 1
}

fn clock(local: DateTime) -> String {
    format!("{:02}:{:02}", local.hour(), local.minute())
}
