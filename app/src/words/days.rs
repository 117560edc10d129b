//! Days as each language writes them. ICU says how, once for each language: the order of a date, and what its months
//! and weekdays are called there. A date is then joined from these pieces, because a page has one for every day.

use std::fmt::{self, Write};

use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::{
    FixedCalendarDateTimeFormatter,
    fieldsets::{M, MD, YM, YMD, YMDE},
    parts,
};
use icu_locale_core::Locale;
use jiff::civil::{Date, date};
use writeable::{Part, PartsWrite, Writeable};

/// How one language writes days and months.
pub(super) struct Days {
    pub(super) full: Pattern,
    pub(super) long: Pattern,
    pub(super) short: Pattern,
    pub(super) month_of_year: Pattern,
    pub(super) month_in_full: Pattern,
    pub(super) month: Pattern,
}

/// One way to write a date.
pub(super) struct Pattern {
    pieces: Vec<Piece>,
    months: Vec<String>,
    weekdays: Vec<String>,
}

/// A part of a date.
#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Text(String),
    Weekday,
    Day,
    Month,
    Year,
}

macro_rules! pattern {
    ($locale:expr, $fields:expr) => {{
        let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new($locale.into(), $fields)
            .expect("ICU can write dates in every language, if only as in English");
        Pattern::of(|day| {
            let mut pieces = Collected::default();
            // Collecting into memory cannot fail.
            let _ = formatter.format(&in_icu(day)).write_to_parts(&mut pieces);
            pieces.0
        })
    }};
}

impl Days {
    /// As the language of `locale` has it.
    pub(super) fn of(locale: &Locale) -> Self {
        Self {
            full: pattern!(locale, YMDE::long()),
            long: pattern!(locale, YMD::long()),
            short: pattern!(locale, MD::long()),
            month_of_year: pattern!(locale, YM::medium()),
            month_in_full: pattern!(locale, YM::long()),
            month: pattern!(locale, M::medium()),
        }
    }

    /// Puts brackets around every day.
    pub(super) fn bracket(&mut self) {
        let dates = [&mut self.full, &mut self.long, &mut self.short];
        let months = [&mut self.month_of_year, &mut self.month_in_full, &mut self.month];
        for pattern in dates.into_iter().chain(months) {
            pattern.pieces.insert(0, Piece::Text("[".to_owned()));
            pattern.pieces.push(Piece::Text("]".to_owned()));
        }
    }
}

fn in_icu(day: Date) -> IcuDate<Gregorian> {
    let (month, day_of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    IcuDate::try_new_gregorian(i32::from(day.year()), month, day_of_month).expect("both count as the calendar does")
}

impl Pattern {
    /// Asks for a date of each month and of each weekday.
    fn of(written: impl Fn(Date) -> Vec<(Piece, String)>) -> Self {
        let named = |day: Date, wanted: &Piece| {
            let found = written(day).into_iter().find(|(piece, _)| piece == wanted);
            found.map(|(_, text)| text).unwrap_or_default()
        };
        let piece = |(piece, text): (Piece, String)| {
            if piece == Piece::Text(String::new()) { Piece::Text(text) } else { piece }
        };
        // 1 January 2024 was a Monday.
        Self {
            pieces: written(date(2024, 1, 1)).into_iter().map(piece).collect(),
            months: (1..=12).map(|month| named(date(2024, month, 1), &Piece::Month)).collect(),
            weekdays: (1..=7).map(|day| named(date(2024, 1, day), &Piece::Weekday)).collect(),
        }
    }

    /// `day`, written like this.
    pub(super) fn write(&self, day: Date) -> String {
        let mut text = String::with_capacity(32);
        for piece in &self.pieces {
            let written = match piece {
                Piece::Text(between) => text.write_str(between),
                Piece::Weekday => text.write_str(self.weekday(day)),
                Piece::Day => write!(text, "{}", day.day()),
                Piece::Month => text.write_str(self.month(day)),
                Piece::Year => write!(text, "{}", day.year()),
            };
            written.expect("writing to a string cannot fail");
        }
        text
    }

    /// What the month of `day` is called here.
    pub(super) fn month(&self, day: Date) -> &str {
        named(&self.months, day.month())
    }

    /// What the weekday of `day` is called here.
    pub(super) fn weekday(&self, day: Date) -> &str {
        named(&self.weekdays, day.weekday().to_monday_one_offset())
    }
}

fn named(names: &[String], counted_from_one: i8) -> &str {
    let at = usize::try_from(counted_from_one).unwrap_or(1).saturating_sub(1);
    names.get(at).map_or("", String::as_str)
}

/// What ICU wrote, part by part; the text between has an empty [`Piece::Text`].
#[derive(Default)]
struct Collected(Vec<(Piece, String)>);

impl Write for Collected {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        match self.0.last_mut() {
            Some((Piece::Text(_), between)) => between.push_str(text),
            _ => self.0.push((Piece::Text(String::new()), text.to_owned())),
        }
        Ok(())
    }
}

impl PartsWrite for Collected {
    type SubPartsWrite = Self;

    fn with_part(&mut self, part: Part, mut write: impl FnMut(&mut Self) -> fmt::Result) -> fmt::Result {
        let known = [
            (parts::WEEKDAY, Piece::Weekday),
            (parts::DAY, Piece::Day),
            (parts::MONTH, Piece::Month),
            (parts::YEAR, Piece::Year),
        ];
        let Some((_, piece)) = known.into_iter().find(|(known, _)| *known == part) else { return write(self) };
        let mut inside = Self::default();
        write(&mut inside)?;
        let text = inside.0.into_iter().map(|(_, text)| text).collect();
        self.0.push((piece, text));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;
    use crate::words::Words;

    /// What ICU itself writes is what we write, for every language and every day of a leap year and the next.
    #[test]
    fn days_are_written_as_icu_writes_them() {
        for language in Language::ALL {
            let catalogue = Words::of(*language).catalogue;
            let formatter =
                FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new((&catalogue.locale).into(), YMD::long())
                    .expect("a formatter");
            let mut day = date(2024, 1, 1);
            while day.year() < 2026 {
                let by_icu = formatter.format(&in_icu(day)).to_string();
                assert_eq!(catalogue.days.long.write(day), by_icu, "{language:?}");
                day = day.tomorrow().expect("it goes on");
            }
        }
    }
}
