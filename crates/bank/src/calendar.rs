//! Days and months as the bank counts them: in one time zone, its own.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
    tz::TimeZone,
};
use model::Timestamp;

/// The bank's time zone, and what follows from it.
#[derive(Debug, Clone)]
pub struct Calendar {
    zone: TimeZone,
}

impl Calendar {
    /// A calendar in the IANA time zone `name`, `Europe/London`.
    ///
    /// # Errors
    /// Where there is no such zone.
    pub fn in_zone(name: &str) -> Result<Self, jiff::Error> {
        TimeZone::get(name).map(|zone| Self { zone })
    }

    /// A calendar in Coordinated Universal Time.
    #[must_use]
    pub fn utc() -> Self {
        Self { zone: TimeZone::UTC }
    }

    /// The day in which `moment` falls.
    #[must_use]
    pub fn day(&self, moment: Timestamp) -> Date {
        self.local(moment).date()
    }

    /// The wall-clock time of `moment`.
    #[must_use]
    pub fn local(&self, moment: Timestamp) -> jiff::civil::DateTime {
        let instant = jiff::Timestamp::from_microsecond(moment.micros()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        self.zone.to_datetime(instant)
    }

    /// The first moment of `day`.
    #[must_use]
    pub fn start_of(&self, day: Date) -> Timestamp {
        let start = self.zone.to_ambiguous_timestamp(day.at(0, 0, 0, 0)).compatible();
        Timestamp::from_micros(start.unwrap_or(jiff::Timestamp::UNIX_EPOCH).as_microsecond())
    }

    /// The first moment after `day`.
    #[must_use]
    pub fn end_of(&self, day: Date) -> Timestamp {
        day.tomorrow().map_or(Timestamp::from_micros(i64::MAX), |next| self.start_of(next))
    }

    /// The moment at which the clocks of the bank say that it is `hour` on `day`.
    #[must_use]
    pub fn at_hour(&self, day: Date, hour: i8) -> Timestamp {
        let moment = self.zone.to_ambiguous_timestamp(day.at(hour, 0, 0, 0)).compatible();
        Timestamp::from_micros(moment.unwrap_or(jiff::Timestamp::UNIX_EPOCH).as_microsecond())
    }

    /// The how-manieth working day after `day`: no Saturday and no Sunday. Holidays differ by country and are not known.
    #[must_use]
    pub fn working_day_after(day: Date, count: i64) -> Date {
        let works = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let ahead = std::iter::successors(day.tomorrow().ok(), |day| day.tomorrow().ok());
        ahead.filter(works).take(usize::try_from(count).unwrap_or(0)).last().unwrap_or(day)
    }

    /// The first days of the `count` months that end with the month of `today`, oldest first.
    #[must_use]
    pub fn months_until(today: Date, count: u8) -> Vec<Date> {
        let this = today.first_of_month();
        (0..i64::from(count)).rev().filter_map(|back| this.checked_sub(back.months()).ok()).collect()
    }
}

/// The number the database keeps for a day: days since 1970-01-01.
#[must_use]
pub fn day_number(day: Date) -> i64 {
    day.duration_since(jiff::civil::date(1970, 1, 1)).as_secs() / 86_400
}

/// The day with that number; the nearest day there is, for a number out of range.
#[must_use]
pub fn day_from_number(number: i64) -> Date {
    jiff::civil::date(1970, 1, 1).saturating_add(number.clamp(-700_000, 2_900_000).days())
}
