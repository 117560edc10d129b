//! Days, months and moments as people write them.

use bank::Calendar;
use jiff::civil::{Date, DateTime};
use model::Timestamp;

use super::Words;

impl Words {
    /// A day in full: "Sunday 22 November 2026", 2026年11月22日 星期日; spoken, "Sunday the twenty-second of November".
    /// How the weekday stands beside the date is each language's own choice: CLDR puts a comma where English letters
    /// have none.
    #[must_use]
    pub fn day(self, day: Date) -> String {
        if self.aloud {
            return self.spoken_day(day);
        }
        let days = &self.catalogue.days;
        self.with("date-day", &[("weekday", days.full.weekday(day).into()), ("date", days.long.write(day).into())])
    }

    /// A day of the next weeks: "Sunday 22 November", 11月22日 星期日.
    #[must_use]
    pub fn day_soon(self, day: Date) -> String {
        if self.aloud {
            return self.spoken_day(day);
        }
        let days = &self.catalogue.days;
        self.with("date-day", &[("weekday", days.full.weekday(day).into()), ("date", days.short.write(day).into())])
    }

    /// A day without its weekday: "22 November 2026", 2026年11月22日.
    #[must_use]
    pub fn date(self, day: Date) -> String {
        if self.aloud { self.spoken_date(day) } else { self.catalogue.days.long.write(day) }
    }

    /// A day of this year: "22 November", 11月22日.
    #[must_use]
    pub fn day_short(self, day: Date) -> String {
        if self.aloud { self.spoken_day(day) } else { self.catalogue.days.short.write(day) }
    }

    /// A month of a year: "Nov 2026", 2026年11月.
    #[must_use]
    pub fn month_brief(self, day: Date) -> String {
        self.catalogue.days.month_of_year.write(day)
    }

    /// A month of a year in full: "November 2026", 2026年11月.
    #[must_use]
    pub fn month_of_year(self, day: Date) -> String {
        self.catalogue.days.month_in_full.write(day)
    }

    /// A month where there is little room, as under a chart: "Nov", 11月.
    #[must_use]
    pub fn month_short(self, day: Date) -> String {
        self.catalogue.days.month.write(day)
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
}

fn clock(local: DateTime) -> String {
    format!("{:02}:{:02}", local.hour(), local.minute())
}
