//! Days relative to one that is given. What somebody names without its year is the last one to whoever looks back and the
//! next one to whoever plans.

use jiff::{Span, ToSpan, civil::Weekday};
use model::time::Date;

use super::{Days, Time};

/// Units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// A step of so many units.
fn span(unit: Unit, count: i64) -> Span {
    match unit {
        Unit::Day => count.days(),
        Unit::Week => count.weeks(),
        Unit::Month => count.months(),
        Unit::Year => count.years(),
    }
}

/// A time that is the same whichever way one looks.
pub const fn fixed(first: Date, last: Date) -> Time {
    let days = Days { first, last };
    Time { past: days, coming: days }
}

/// One day.
pub const fn day(date: Date) -> Time {
    fixed(date, date)
}

/// The day so many units from a day, earlier where negative.
pub fn shifted(from: Date, unit: Unit, count: i64) -> Option<Date> {
    if count.abs() > 4_000 {
        return None;
    }
    from.checked_add(span(unit, count)).ok()
}

/// The whole day, week from Monday, month or year that `from` is in, moved by `count`.
fn whole(from: Date, unit: Unit, count: i64) -> Option<Days> {
    let inside = shifted(from, unit, count)?;
    Some(match unit {
        Unit::Day => Days { first: inside, last: inside },
        Unit::Week => {
            let first = shifted(inside, Unit::Day, -i64::from(inside.weekday().to_monday_zero_offset()))?;
            Days { first, last: shifted(first, Unit::Day, 6)? }
        }
        Unit::Month => Days { first: inside.first_of_month(), last: inside.last_of_month() },
        Unit::Year => Days { first: inside.first_of_year(), last: inside.last_of_year() },
    })
}

/// The unit that is so many from the present one. Of the present one the past is up to today, and what comes from today.
pub fn relative(today: Date, unit: Unit, count: i64) -> Option<Time> {
    let days = whole(today, unit, count)?;
    Some(if count == 0 { around(today, days) } else { Time { past: days, coming: days } })
}

/// A span that today is in.
const fn around(today: Date, days: Days) -> Time {
    Time { past: Days { first: days.first, last: today }, coming: Days { first: today, last: days.last } }
}

/// So many units up to today, today among them.
pub fn latest(today: Date, unit: Unit, count: i64) -> Option<Time> {
    let before = shifted(today, unit, -count)?;
    Some(fixed(shifted(before, Unit::Day, 1)?, today))
}

/// A day of the week: the last one before today, and the next after it.
pub fn weekday(today: Date, weekday: Weekday) -> Option<Time> {
    let days = i64::from(today.weekday().since(weekday));
    let back = if days == 0 { 7 } else { days };
    let past = shifted(today, Unit::Day, -back)?;
    let coming = shifted(past, Unit::Day, if days == 0 { 14 } else { 7 })?;
    Some(Time { past: Days { first: past, last: past }, coming: Days { first: coming, last: coming } })
}

/// A day of the week so many weeks from this one.
pub fn weekday_of(today: Date, weeks: i64, weekday: Weekday) -> Option<Date> {
    let monday = whole(today, Unit::Week, weeks)?.first;
    shifted(monday, Unit::Day, i64::from(weekday.to_monday_zero_offset()))
}

/// The weekend: the last one before today, and the one that comes or is.
pub fn weekend(today: Date, weeks: Option<i64>) -> Option<Time> {
    let of = |weeks: i64| {
        let first = weekday_of(today, weeks, Weekday::Saturday)?;
        Some(Days { first, last: shifted(first, Unit::Day, 1)? })
    };
    Some(match weeks {
        Some(0) | None => Time { past: if of(0)?.first <= today { of(0)? } else { of(-1)? }, coming: of(0)? },
        Some(weeks) => Time { past: of(weeks)?, coming: of(weeks)? },
    })
}

/// A month, of a year or of whichever year fits.
pub fn month(today: Date, year: Option<i16>, month: i8) -> Option<Time> {
    let of = |year: i16| {
        let first = Date::new(year, month, 1).ok()?;
        Some(Days { first, last: first.last_of_month() })
    };
    if let Some(year) = year {
        let days = of(year)?;
        return Some(if days.first <= today && today <= days.last {
            around(today, days)
        } else {
            Time { past: days, coming: days }
        });
    }
    let this = of(today.year())?;
    Some(if this.last < today {
        Time { past: this, coming: of(today.year() + 1)? }
    } else if this.first > today {
        Time { past: of(today.year() - 1)?, coming: this }
    } else {
        around(today, this)
    })
}

/// A day of a month, of a year or of whichever year fits.
pub fn month_day(today: Date, year: Option<i16>, month: i8, number: i8) -> Option<Time> {
    let of = |year: i16| Date::new(year, month, number).ok();
    if let Some(year) = year {
        return of(year).map(day);
    }
    // The 29th of February is not in every year.
    let past = (0..8).find_map(|back| of(today.year() - back).filter(|date| *date <= today))?;
    let coming = (0..8).find_map(|on| of(today.year() + on).filter(|date| *date >= today))?;
    Some(Time { past: Days { first: past, last: past }, coming: Days { first: coming, last: coming } })
}

/// A day of whichever month fits.
pub fn day_of_month(today: Date, number: i8) -> Option<Time> {
    let of = |months: i64| {
        let month = shifted(today.first_of_month(), Unit::Month, months)?;
        Date::new(month.year(), month.month(), number).ok()
    };
    let past = (0..3).find_map(|back| of(-back).filter(|date| *date <= today))?;
    let coming = (0..3).find_map(|on| of(on).filter(|date| *date >= today))?;
    Some(Time { past: Days { first: past, last: past }, coming: Days { first: coming, last: coming } })
}

/// A day of the month that is so many from this one.
pub fn day_of_relative_month(today: Date, months: i64, number: i8) -> Option<Time> {
    let month = shifted(today.first_of_month(), Unit::Month, months)?;
    Date::new(month.year(), month.month(), number).ok().map(day)
}

/// A whole year.
pub fn year(today: Date, number: i16) -> Option<Time> {
    let first = Date::new(number, 1, 1).ok()?;
    let days = Days { first, last: first.last_of_year() };
    Some(if number == today.year() { around(today, days) } else { Time { past: days, coming: days } })
}

/// The last day of the month that was, and of the one that is.
pub fn month_end(today: Date, months: Option<i64>) -> Option<Time> {
    let end = |months: i64| shifted(today.first_of_month(), Unit::Month, months).map(Date::last_of_month);
    if let Some(months) = months {
        return Some(day(end(months)?));
    }
    let last = if end(0)? <= today { end(0)? } else { end(-1)? };
    Some(Time { past: Days { first: last, last }, coming: Days { first: end(0)?, last: end(0)? } })
}

/// From the beginning of something up to today.
pub fn since(today: Date, time: Time) -> Option<Time> {
    (time.past.first <= today).then(|| fixed(time.past.first, today))
}

/// From the beginning of one to the end of another, in the order of the calendar.
pub fn between(one: Time, other: Time) -> Option<Time> {
    let past = Days { first: one.past.first, last: other.past.last };
    let coming = Days { first: one.coming.first, last: other.coming.last };
    match (past.first <= past.last, coming.first <= coming.last) {
        (true, true) => Some(Time { past, coming }),
        (true, false) => Some(Time { past, coming: past }),
        (false, true) => Some(Time { past: coming, coming }),
        (false, false) => None,
    }
}
