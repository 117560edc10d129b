//! Days on which banks settle with one another.

use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};
use model::Currency;

/// Whether banks that keep `currency` settle with one another on `day`: pounds not on the bank holidays of England and
/// Wales (Banking and Financial Dealings Act 1971), euros not on the closing days of TARGET (ECB, 2000). Holidays that are
/// proclaimed for one year are not known.
#[must_use]
pub fn is_bank_day(day: Date, currency: Currency) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let holiday = match currency {
        Currency::Eur => is_target_holiday(day),
        _ => is_english_holiday(day),
    };
    !weekend && !holiday
}

/// The first bank day after `day`.
#[must_use]
pub fn next_bank_day(day: Date, currency: Currency) -> Date {
    let ahead = std::iter::successors(day.tomorrow().ok(), |day| day.tomorrow().ok());
    ahead.take(30).find(|day| is_bank_day(*day, currency)).unwrap_or(day)
}

fn is_target_holiday(day: Date) -> bool {
    matches!((day.month(), day.day()), (1 | 5, 1) | (12, 25 | 26)) || is_at_easter(day)
}

fn is_english_holiday(day: Date) -> bool {
    let (month, of_month, weekday) = (day.month(), day.day(), day.weekday());
    let monday = weekday == Weekday::Monday;
    // Where it falls on a weekend, the Monday after.
    let new_year = month == 1 && (of_month == 1 || (monday && of_month <= 3));
    // Where one of the two falls on a weekend, the first working days after both.
    let moved = matches!(weekday, Weekday::Monday | Weekday::Tuesday) && matches!(of_month, 27 | 28);
    let christmas = month == 12 && (matches!(of_month, 25 | 26) || moved);
    let (first, last) = (monday && of_month <= 7, monday && of_month > 24);
    let spring_or_summer = (month == 5 && (first || last)) || (month == 8 && last);
    new_year || christmas || spring_or_summer || is_at_easter(day)
}

/// Good Friday and Easter Monday.
fn is_at_easter(day: Date) -> bool {
    let sunday = easter(day.year());
    day == sunday.saturating_sub(2.days()) || day == sunday.saturating_add(1.day())
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature, 1876).
fn easter(year: i16) -> Date {
    let year = i32::from(year);
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * week) / 451;
    let (month, day) = ((moon + week - 7 * late + 114) / 31, (moon + week - 7 * late + 114) % 31 + 1);
    let small = |number: i32| i8::try_from(number).unwrap_or(1);
    date(i16::try_from(year).unwrap_or(2000), small(month), small(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What gov.uk says for England and Wales.
    const ENGLISH: [(i16, i8, i8); 24] = [
        (2026, 1, 1),
        (2026, 4, 3),
        (2026, 4, 6),
        (2026, 5, 4),
        (2026, 5, 25),
        (2026, 8, 31),
        (2026, 12, 25),
        (2026, 12, 28),
        (2027, 1, 1),
        (2027, 3, 26),
        (2027, 3, 29),
        (2027, 5, 3),
        (2027, 5, 31),
        (2027, 8, 30),
        (2027, 12, 27),
        (2027, 12, 28),
        (2028, 1, 3),
        (2028, 4, 14),
        (2028, 4, 17),
        (2028, 5, 1),
        (2028, 5, 29),
        (2028, 8, 28),
        (2028, 12, 25),
        (2028, 12, 26),
    ];

    #[test]
    fn pounds_rest_on_the_holidays_of_england_and_wales_and_on_no_other_weekday() {
        let mut day = date(2026, 1, 1);
        while day.year() < 2029 {
            let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            let listed = ENGLISH.contains(&(day.year(), day.month(), day.day()));
            assert_eq!(is_bank_day(day, Currency::Gbp), !weekend && !listed, "{day}");
            day = day.tomorrow().unwrap();
        }
    }

    #[test]
    fn euros_rest_on_six_days_a_year() {
        let (workday, easter_monday) = (date(2026, 5, 4), date(2026, 4, 6));
        assert!(is_bank_day(workday, Currency::Eur) && !is_bank_day(workday, Currency::Gbp));
        assert!(!is_bank_day(easter_monday, Currency::Eur) && !is_bank_day(date(2026, 5, 1), Currency::Eur));
    }

    #[test]
    fn the_day_after_thursday_before_easter_is_tuesday() {
        assert_eq!(next_bank_day(date(2026, 4, 2), Currency::Gbp), date(2026, 4, 7));
        assert_eq!(next_bank_day(date(2026, 12, 24), Currency::Gbp), date(2026, 12, 29));
        assert_eq!(next_bank_day(date(2026, 12, 24), Currency::Eur), date(2026, 12, 28));
    }
}
