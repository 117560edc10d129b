//! Days and spans of days in English, and how often.

use std::ops::Range;

use jiff::civil::Weekday;
use model::{forms::Every, time::Date};

use super::{
    Time,
    calendar::{self, Unit},
    numbers::number,
    text::Text,
};

/// The names of the months, and how they are cut short.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb", "febuary"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

const WEEKDAYS: [(&[&str], Weekday); 7] = [
    (&["monday", "mondays", "mon"], Weekday::Monday),
    (&["tuesday", "tuesdays", "tues", "tue"], Weekday::Tuesday),
    (&["wednesday", "wednesdays", "weds"], Weekday::Wednesday),
    (&["thursday", "thursdays", "thurs"], Weekday::Thursday),
    (&["friday", "fridays", "fri"], Weekday::Friday),
    (&["saturday", "saturdays"], Weekday::Saturday),
    (&["sunday", "sundays"], Weekday::Sunday),
];

/// What makes "may" and "march" a month, and a number like 2025 a year.
const TIME_BEFORE: &[&str] = &[
    "in", "since", "of", "from", "during", "last", "next", "this", "until", "early", "late", "till", "for", "to",
    "and", "by", "until",
];

/// A time and the place after it.
type Found = Option<(usize, Time)>;

/// The time that begins with a word.
pub fn time(text: &Text, start: usize, today: Date) -> Option<(Range<usize>, Time)> {
    let number = text.word_at(start)?;
    let reader = Reader { text, today };
    let (after, time) = reader.span(number).or_else(|| reader.since(number)).or_else(|| reader.one(number))?;
    Some((start..text.words[after - 1].span.end, time))
}

/// How often, and on which day of the week: `every month`, `weekly`, `every Monday`.
pub fn every(text: &Text, start: usize) -> Option<(Range<usize>, Every, Option<Weekday>)> {
    let number = text.word_at(start)?;
    let (after, every) = match (text.word(number), text.word(number + 1)) {
        ("monthly", _) => (number + 1, Every::Month),
        ("weekly", _) => (number + 1, Every::Week),
        ("every" | "each" | "per", "month") | ("once", "monthly") => (number + 2, Every::Month),
        ("every" | "each" | "per", "week") | ("once", "weekly") => (number + 2, Every::Week),
        ("once", "a" | "every" | "each") if text.word(number + 2) == "month" => (number + 3, Every::Month),
        ("once", "a" | "every" | "each") if text.word(number + 2) == "week" => (number + 3, Every::Week),
        ("every" | "each", day) if weekday(day).is_some() => (number + 2, Every::Week),
        _ => return None,
    };
    Some((start..text.words[after - 1].span.end, every, weekday(text.word(after - 1))))
}

/// The end of a day that is named with its month and that the month has not: `31 February`, `30th of Feb`, `31/02/2027`.
pub fn no_day(text: &Text, start: usize, today: Date) -> Option<usize> {
    let number = text.word_at(start)?;
    let end = |after: usize| Some(text.words[after - 1].span.end);
    let is_none = |month: i8, day: i8| calendar::month_day(today, None, month, day).is_none();
    if let Some(day) = ordinal(text.word(number), true) {
        let next = if text.word(number + 1) == "of" { number + 2 } else { number + 1 };
        if let Some(month) = month_of(text.word(next)) {
            let beside = next == number + 2 || text.are_beside(number, next);
            return (beside && is_none(month, day)).then(|| end(next + 1)).flatten();
        }
    }
    if let Some(month) = month_of(text.word(number)) {
        let day = ordinal(text.word(number + 1), false)?;
        return (text.are_beside(number, number + 1) && is_none(month, day)).then(|| end(number + 2)).flatten();
    }
    let slash = |left: usize| {
        let (left, right) = (text.words.get(left)?, text.words.get(left + 1)?);
        (text.plain[left.span.end..right.span.start] == ['/']).then_some(())
    };
    slash(number)?;
    let (day, month): (i8, i8) = (text.word(number).parse().ok()?, text.word(number + 1).parse().ok()?);
    let named = (1..=31).contains(&day) && (1..=12).contains(&month) && is_none(month, day);
    named.then(|| end(number + 2 + usize::from(slash(number + 1).is_some()))).flatten()
}

fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(names, _)| names.contains(&word)).map(|(_, weekday)| *weekday)
}

fn unit(word: &str) -> Option<Unit> {
    match word {
        "day" | "days" => Some(Unit::Day),
        "week" | "weeks" => Some(Unit::Week),
        "month" | "months" => Some(Unit::Month),
        "year" | "years" => Some(Unit::Year),
        _ => None,
    }
}

/// `5th`, `21st`, and `5` where `bare` allows it.
fn ordinal(word: &str, bare: bool) -> Option<i8> {
    let digits = word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
    let ending = &word[digits.len()..];
    let fits = (bare && ending.is_empty()) || ["st", "nd", "rd", "th"].contains(&ending);
    digits.parse().ok().filter(|day| fits && (1..=31).contains(day))
}

struct Reader<'a> {
    text: &'a Text,
    today: Date,
}

impl Reader<'_> {
    fn word(&self, number: usize) -> &str {
        self.text.word(number)
    }

    /// Two times that make one: `1 to 15 October`, `between May and July`.
    fn span(&self, number: usize) -> Found {
        let joined = |word: &str| matches!(word, "to" | "until" | "till" | "and");
        let after_first = |after: usize| joined(self.word(after)).then_some(after + 1);
        // "1 and 15 October": the month is said once.
        if let Some(first) = ordinal(self.word(number), true)
            && let Some(second) = after_first(number + 1)
            && let Some((after, last)) = self.dated(second)
            && let Some(month) = (last.past.first == last.past.last).then_some(last.past.first)
            && first < month.day()
        {
            let first = Date::new(month.year(), month.month(), first).ok()?;
            return Some((after, calendar::fixed(first, month)));
        }
        let (after, one) = self.one(number)?;
        let (end, other) = self.one(after_first(after)?)?;
        calendar::between(one, other).map(|time| (end, time))
    }

    fn since(&self, number: usize) -> Found {
        if self.word(number) != "since" {
            return None;
        }
        let next = if matches!(self.word(number + 1), "the" | "this") { number + 2 } else { number + 1 };
        let (after, time) = self.one(next)?;
        calendar::since(self.today, time).map(|time| (after, time))
    }

    /// One time.
    fn one(&self, number: usize) -> Found {
        self.near(number)
            .or_else(|| self.counted(number))
            .or_else(|| self.relative(number))
            .or_else(|| self.dated(number))
            .or_else(|| self.alone(number))
    }

    /// Today and the days beside it.
    fn near(&self, number: usize) -> Found {
        let at = |count: i64| calendar::shifted(self.today, Unit::Day, count).map(calendar::day);
        let (length, days) = match (self.word(number), self.word(number + 1)) {
            ("today" | "tonight", _) => (1, 0),
            ("this", "morning" | "afternoon" | "evening") => (2, 0),
            ("yesterday" | "yesterdays" | "yday" | "yesturday", _) => (1, -1),
            ("last", "night") => (2, -1),
            ("tomorrow" | "tmrw" | "tomorow" | "tommorow" | "tommorrow", _) => (1, 1),
            ("day", "before") if self.word(number + 2) == "yesterday" => (3, -2),
            ("day", "after") if self.word(number + 2) == "tomorrow" => (3, 2),
            _ => return None,
        };
        Some((number + length, at(days)?))
    }

    /// `3 days ago`, `in two weeks`, `the last 30 days`.
    fn counted(&self, number: usize) -> Found {
        let lead = self.word(number);
        let first = if matches!(lead, "in" | "last" | "past" | "previous" | "within") { number + 1 } else { number };
        let start = self.text.words.get(first)?.span.start;
        let (count, after) = match number_of(self.text, start) {
            Some((count, end)) => (count, self.text.word_at(self.text.after_spaces(end))?),
            // "In a day" says how long, "a week ago" when.
            None if matches!(self.word(first), "a" | "an") && lead != "in" => (1, first + 1),
            None if self.word(first) == "a" && self.word(first + 1) == "week" => (1, first + 1),
            None if self.word(first) == "couple" && self.word(first + 1) == "of" => (2, first + 2),
            None => return None,
        };
        let unit = unit(self.word(after))?;
        if first == number {
            let ago = self.word(after + 1) == "ago";
            let date = ago.then(|| calendar::shifted(self.today, unit, -count)).flatten()?;
            return Some((after + 2, calendar::day(date)));
        }
        if lead == "in" && count == 1 && unit == Unit::Day {
            return None;
        }
        if lead == "in" {
            return calendar::shifted(self.today, unit, count).map(|date| (after + 1, calendar::day(date)));
        }
        calendar::latest(self.today, unit, count).map(|time| (after + 1, time))
    }

    /// `last month`, `next Friday`, `this weekend`, `end of the month`.
    fn relative(&self, number: usize) -> Found {
        let today = self.today;
        if matches!(self.word(number), "end") && self.word(number + 1) == "of" {
            return self.end_of_month(number + 2);
        }
        let count = match self.word(number) {
            "last" | "previous" => -1,
            "this" | "current" => 0,
            "next" | "coming" | "following" => 1,
            "past" => {
                let unit = unit(self.word(number + 1))?;
                return calendar::latest(today, unit, 1).map(|time| (number + 2, time));
            }
            _ => return None,
        };
        let what = self.word(number + 1);
        let time = if let Some(unit) = unit(what) {
            calendar::relative(today, unit, count)
        } else if matches!(what, "weekend" | "weekends") {
            calendar::weekend(today, Some(count))
        } else if let Some(weekday) = weekday(what) {
            let either = calendar::weekday(today, weekday)?;
            Some(match count {
                -1 => Time { past: either.past, coming: either.past },
                1 => {
                    let next = if today.weekday() == weekday {
                        calendar::weekday_of(today, 1, weekday)?
                    } else {
                        either.coming.first
                    };
                    calendar::day(next)
                }
                _ => calendar::day(calendar::weekday_of(today, 0, weekday)?),
            })
        } else {
            let month = month_of(what)?;
            calendar::month(today, Some(today.year() + i16::try_from(count).ok()?), month).map(|time| match count {
                // "Last March" is the one that was, be it of this year.
                -1 => calendar::month(today, None, month)
                    .map_or(time, |either| calendar::fixed(either.past.first, either.past.last)),
                1 => calendar::month(today, None, month)
                    .map_or(time, |either| calendar::fixed(either.coming.first, either.coming.last)),
                _ => time,
            })
        }?;
        Some((number + 2, time))
    }

    fn end_of_month(&self, number: usize) -> Found {
        let next = if self.word(number) == "the" { number + 1 } else { number };
        let months = match self.word(next) {
            "last" => Some(-1),
            "next" => Some(1),
            "this" => Some(0),
            "month" => return calendar::month_end(self.today, None).map(|time| (next + 1, time)),
            _ => return None,
        };
        (self.word(next + 1) == "month")
            .then(|| calendar::month_end(self.today, months).map(|time| (next + 2, time)))
            .flatten()
    }

    /// `5 March 2026`, `the 5th of March`, `March 5th`, `March 2026`, `March`, `30/10/2026`.
    fn dated(&self, number: usize) -> Found {
        if let Some(day) = ordinal(self.word(number), true) {
            let next = if self.word(number + 1) == "of" { number + 2 } else { number + 1 };
            if let Some(month) =
                month_of(self.word(next)).filter(|_| next == number + 2 || self.text.are_beside(number, next))
            {
                let year = self.year(next + 1);
                let time = calendar::month_day(self.today, year, month, day)?;
                return Some((next + 1 + usize::from(year.is_some()), time));
            }
        }
        if let Some(found) = self.figures(number) {
            return Some(found);
        }
        let month = month_of(self.word(number))?;
        if let Some(day) = ordinal(self.word(number + 1), true).filter(|_| self.text.are_beside(number, number + 1)) {
            let year = self.year(number + 2);
            let time = calendar::month_day(self.today, year, month, day)?;
            return Some((number + 2 + usize::from(year.is_some()), time));
        }
        if self.follows_day(number) {
            return None;
        }
        let year = self.year(number + 1);
        let before = number.checked_sub(1).map_or("", |before| self.word(before));
        let shown = &self.text.words[number].span;
        let capital = self.text.shown[shown.start].is_uppercase() && number > 0;
        let alone = self.text.words.len() == 1;
        let clear = year.is_some() || capital || alone || TIME_BEFORE.contains(&before);
        if matches!(self.word(number), "may" | "march" | "mar" | "jun" | "jan") && !clear {
            return None;
        }
        let time = calendar::month(self.today, year, month)?;
        Some((number + 1 + usize::from(year.is_some()), time))
    }

    /// Whether a month comes after a day that it has not, as one that it has was read with it: 31 February is no February.
    fn follows_day(&self, number: usize) -> bool {
        let of = usize::from(number > 1 && self.word(number - 1) == "of");
        let day = number.checked_sub(1 + of);
        day.is_some_and(|day| self.text.are_beside(day, day + 1) && ordinal(self.word(day), true).is_some())
    }

    /// `30/10/2026`, `3/12`, `2026-10-30`: the day before the month, as Britain writes it.
    fn figures(&self, number: usize) -> Found {
        let words = &self.text.words;
        let joined = |left: usize| {
            let (left, right) = (words.get(left)?, words.get(left + 1)?);
            let between = &self.text.plain[left.span.end..right.span.start];
            (between.len() == 1 && matches!(between[0], '/' | '-' | '.')).then_some(between[0])
        };
        let mark = joined(number)?;
        let (one, two) = (self.word(number), self.word(number + 1));
        if mark != '/' && one.len() != 4 && joined(number + 1) != Some(mark) {
            return None;
        }
        let Some(_) = joined(number + 1).filter(|second| *second == mark) else {
            let (day, month) = (one.parse().ok()?, two.parse().ok()?);
            return calendar::month_day(self.today, None, month, day).map(|time| (number + 2, time));
        };
        let three = self.word(number + 2);
        let (year, month, day) = if one.len() == 4 { (one, two, three) } else { (three, two, one) };
        let year: i16 = year.parse().ok()?;
        let year = if year < 100 { year + 2_000 } else { year };
        let date = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
        Some((number + 3, calendar::day(date)))
    }

    /// A year.
    fn year(&self, number: usize) -> Option<i16> {
        let word = self.word(number);
        word.parse().ok().filter(|year| word.len() == 4 && (1990..=2100).contains(year))
    }

    /// What is only a time among the right words: `on the 5th`, `Tuesday`, `in 2025`, `Christmas`.
    fn alone(&self, number: usize) -> Found {
        let before = number.checked_sub(1).map_or("", |before| self.word(before));
        let only = self.text.words.len() == 1;
        let word = self.word(number);
        if let Some(weekday) = weekday(word) {
            return calendar::weekday(self.today, weekday).map(|time| (number + 1, time));
        }
        if matches!(word, "christmas" | "xmas") {
            return calendar::month_day(self.today, None, 12, 25).map(|time| (number + 1, time));
        }
        if matches!(word, "weekend") && matches!(before, "the" | "at" | "over") {
            return calendar::weekend(self.today, None).map(|time| (number + 1, time));
        }
        if let Some(year) = self.year(number)
            && (only || matches!(before, "in" | "for" | "during" | "of" | "since" | "all" | "year"))
        {
            return calendar::year(self.today, year).map(|time| (number + 1, time));
        }
        let ordinal = ordinal(word, false).filter(|_| only || matches!(before, "the" | "on" | "by" | "from"))?;
        // "The 1st one" is not a day.
        let next = self.word(number + 1);
        if matches!(next, "one" | "time" | "payment" | "account" | "option" | "person") {
            return None;
        }
        // Nor is the 31st of February one.
        if is_month(next) || (next == "of" && is_month(self.word(number + 2))) {
            return None;
        }
        calendar::day_of_month(self.today, ordinal).map(|time| (number + 1, time))
    }
}

/// Whether a word is the name of a month.
pub fn is_month(word: &str) -> bool {
    month_of(word).is_some()
}

fn month_of(word: &str) -> Option<i8> {
    MONTHS.iter().position(|names| names.contains(&word)).and_then(|place| i8::try_from(place + 1).ok())
}

fn number_of(text: &Text, start: usize) -> Option<(i64, usize)> {
    let number = number(text, start)?;
    let count = i64::try_from(number.whole()?).ok().filter(|count| (1..=400).contains(count))?;
    Some((count, number.end))
}
