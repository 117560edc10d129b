//! Days and spans of days in Chinese, and how often.

use std::ops::Range;

use jiff::civil::Weekday;
use model::{forms::Every, time::Date};

use super::{
    Time,
    calendar::{self, Unit},
    numbers::{Form, digit, number},
    text::Text,
};

/// A time and the place after it.
type Found = Option<(usize, Time)>;

/// Days with a name of their own, the longest first.
const DAYS: &[(&str, i64)] = &[
    ("大前天", -3),
    ("大后天", 3),
    ("今天", 0),
    ("今日", 0),
    ("今早", 0),
    ("今晚", 0),
    ("当天", 0),
    ("昨天", -1),
    ("昨日", -1),
    ("昨晚", -1),
    ("前天", -2),
    ("明天", 1),
    ("明日", 1),
    ("明早", 1),
    ("后天", 2),
];

/// The time that begins at a place.
pub fn time(text: &Text, start: usize, today: Date) -> Option<(Range<usize>, Time)> {
    let reader = Reader { text, today };
    let (end, time) = reader.span(start).or_else(|| reader.since(start)).or_else(|| reader.one(start))?;
    Some((start..end, time))
}

/// How often, and on which day of the week: 每个月, 每周一, 一个月一次.
pub fn every(text: &Text, start: usize) -> Option<(Range<usize>, Every, Option<Weekday>)> {
    let week = &["每个星期", "每个礼拜", "每星期", "每礼拜", "每周", "按周"];
    let month = &["每个月", "每月", "按月"];
    if let Some(end) = text.first(start, month) {
        return Some((start..end, Every::Month, None));
    }
    if let Some(end) = text.first(start, week) {
        let day = text.plain.get(end).and_then(|character| weekday(*character));
        return Some((start..end + usize::from(day.is_some()), Every::Week, day));
    }
    let once = |unit: &[&str]| text.first(start, unit).and_then(|end| text.has(end, "一次"));
    once(&["一个月", "每月"])
        .map(|end| (start..end, Every::Month, None))
        .or_else(|| once(&["一个星期", "一个礼拜", "一周", "一星期"]).map(|end| (start..end, Every::Week, None)))
}

const fn weekday(character: char) -> Option<Weekday> {
    Some(match character {
        '一' | '1' => Weekday::Monday,
        '二' | '2' => Weekday::Tuesday,
        '三' | '3' => Weekday::Wednesday,
        '四' | '4' => Weekday::Thursday,
        '五' | '5' => Weekday::Friday,
        '六' | '6' => Weekday::Saturday,
        '日' | '天' | '7' => Weekday::Sunday,
        _ => return None,
    })
}

struct Reader<'a> {
    text: &'a Text,
    today: Date,
}

impl Reader<'_> {
    fn at(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        self.text.first(at, phrases)
    }

    /// A whole number from one on, and the place after it.
    fn count(&self, at: usize) -> Option<(i64, usize)> {
        let number = number(self.text, at).filter(|number| number.form != Form::Short)?;
        let count = i64::try_from(number.whole()?).ok().filter(|count| (1..=400).contains(count))?;
        Some((count, number.end))
    }

    /// 从周一到现在, 10月1日到15日, 九月到十月.
    fn span(&self, at: usize) -> Found {
        let start = self.at(at, &["从", "自"]).unwrap_or(at);
        let (end, one) = self.one(start)?;
        let to = self.at(end, &["一直到", "到", "至", "-", "~"])?;
        if let Some(end) = self.at(to, &["现在", "今天", "目前", "如今"]) {
            return calendar::since(self.today, one).map(|time| (end, time));
        }
        if let Some((day, after)) = self.count(to)
            && let Some(after) = self.at(after, &["号", "日"])
            && one.past.first == one.past.last
        {
            let of = |date: Date| {
                i8::try_from(day)
                    .ok()
                    .and_then(|day| Date::new(date.year(), date.month(), day).ok())
                    .filter(|last| *last >= date)
            };
            let last = Time {
                past: calendar::day(of(one.past.first)?).past,
                coming: calendar::day(of(one.coming.first)?).coming,
            };
            return calendar::between(one, last).map(|time| (after, time));
        }
        let (after, other) = self.one(to)?;
        calendar::between(one, other).map(|time| (after, time))
    }

    /// 六月以来, 上周至今.
    fn since(&self, at: usize) -> Found {
        let start = self.at(at, &["自从", "自", "从"]).unwrap_or(at);
        let (end, time) = self.one(start)?;
        let end = self
            .at(end, &["以来", "至今", "到现在", "起", "开始到现在"])
            .or_else(|| (start > at).then(|| self.at(end, &["开始"])).flatten())?;
        calendar::since(self.today, time).map(|time| (end, time))
    }

    /// One time.
    fn one(&self, at: usize) -> Found {
        self.named(at)
            .or_else(|| self.week(at))
            .or_else(|| self.month(at))
            .or_else(|| self.year(at))
            .or_else(|| self.latest(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.figures(at))
            .or_else(|| self.dated(at, None))
    }

    fn named(&self, at: usize) -> Found {
        if let Some((end, days)) = DAYS.iter().find_map(|(name, days)| self.text.has(at, name).map(|end| (end, *days)))
        {
            return calendar::shifted(self.today, Unit::Day, days).map(|date| (end, calendar::day(date)));
        }
        if let Some(end) = self.at(at, &["圣诞节", "圣诞"]) {
            return calendar::month_day(self.today, None, 12, 25).map(|time| (end, time));
        }
        let half = |first: i8, last: i8, end: usize| {
            let (first, last) =
                (Date::new(self.today.year(), first, 1).ok()?, Date::new(self.today.year(), last, 1).ok()?);
            Some((end, calendar::fixed(first, last.last_of_month())))
        };
        if let Some(end) = self.at(at, &["上半年"]) {
            return half(1, 6, end);
        }
        if let Some(end) = self.at(at, &["下半年"]) {
            return half(7, 12, end);
        }
        let end = self.at(at, &["月底", "月末"])?;
        calendar::month_end(self.today, None).map(|time| (end, time))
    }

    /// How many units from the present one: 上上 is two back.
    fn step(&self, at: usize) -> Option<(i64, usize)> {
        [("上上", -2), ("下下", 2), ("上", -1), ("这", 0), ("本", 0), ("当", 0), ("下", 1)].iter().find_map(
            |(word, count)| {
                let end = self.text.has(at, word)?;
                Some((*count, self.at(end, &["一个", "个"]).unwrap_or(end)))
            },
        )
    }

    /// 上周, 下周二, 星期五, 这个周末.
    fn week(&self, at: usize) -> Found {
        let (count, start) = self.step(at).map_or((None, at), |(count, end)| (Some(count), end));
        if let Some(end) = self.at(start, &["周末"]) {
            return calendar::weekend(self.today, count).map(|time| (end, time));
        }
        let end = self.at(start, &["星期", "礼拜", "周"])?;
        let day = self.text.plain.get(end).and_then(|character| weekday(*character));
        match (count, day) {
            (Some(count), Some(day)) => {
                calendar::weekday_of(self.today, count, day).map(|date| (end + 1, calendar::day(date)))
            }
            (Some(count), None) => calendar::relative(self.today, Unit::Week, count).map(|time| (end, time)),
            (None, Some(day)) => calendar::weekday(self.today, day).map(|time| (end + 1, time)),
            (None, None) => None,
        }
    }

    /// 上个月, 下个月1号, 本月底.
    fn month(&self, at: usize) -> Found {
        let (count, start) = self.step(at)?;
        let end = self.at(start, &["月份", "月"])?;
        if let Some(end) = self.at(end, &["底", "末"]) {
            return calendar::month_end(self.today, Some(count)).map(|time| (end, time));
        }
        if let Some((day, after)) = self.count(end)
            && let Some(after) = self.at(after, &["号", "日"])
        {
            let day = i8::try_from(day).ok()?;
            return calendar::day_of_relative_month(self.today, count, day).map(|time| (after, time));
        }
        calendar::relative(self.today, Unit::Month, count).map(|time| (end, time))
    }

    /// 去年, 今年三月, 2025年, 2026年10月30日.
    fn year(&self, at: usize) -> Found {
        let named = [("大前年", -3), ("前年", -2), ("去年", -1), ("今年", 0), ("本年", 0), ("明年", 1)];
        let relative = named.iter().find_map(|(word, count)| self.text.has(at, word).map(|end| (end, *count)));
        let (end, year) = match relative {
            Some((end, count)) => (end, self.today.year() + count),
            None => self.written_year(at)?,
        };
        let of = if self.text.plain.get(end) == Some(&'的') { end + 1 } else { end };
        if let Some(found) = self.dated(of, Some(year)) {
            return Some(found);
        }
        calendar::year(self.today, year).map(|time| (end, time))
    }

    /// 2025年, 二零二五年.
    fn written_year(&self, at: usize) -> Option<(usize, i16)> {
        let figures = self.text.plain.get(at..at + 4)?;
        let value = |character: &char| character.to_digit(10).map(i128::from).or_else(|| digit(*character));
        let year = figures.iter().try_fold(0, |sum, character| value(character).map(|value| sum * 10 + value))?;
        let year = i16::try_from(year).ok().filter(|year| (1990..=2100).contains(year))?;
        self.at(at + 4, &["年度", "年"]).map(|end| (end, year))
    }

    /// 最近三个月, 过去两周, 近30天.
    fn latest(&self, at: usize) -> Found {
        let start = self.at(at, &["最近这", "最近的", "最近", "过去的", "过去", "近"])?;
        if let Some(end) = self.at(start, &["半年"]) {
            return calendar::latest(self.today, Unit::Month, 6).map(|time| (end, time));
        }
        if let Some(end) = self.at(start, &["半个月"]) {
            return calendar::latest(self.today, Unit::Day, 15).map(|time| (end, time));
        }
        let (count, end) = self.count(start)?;
        let (unit, end) = self.unit(end)?;
        calendar::latest(self.today, unit, count).map(|time| (end, time))
    }

    fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        let units: [(&[&str], Unit); 4] = [
            (&["天", "日"], Unit::Day),
            (&["个星期", "个礼拜", "星期", "礼拜", "周"], Unit::Week),
            (&["个月"], Unit::Month),
            (&["年"], Unit::Year),
        ];
        units.iter().find_map(|(names, unit)| self.at(at, names).map(|end| (*unit, end)))
    }

    /// 三天前, 两周后.
    fn counted(&self, at: usize) -> Found {
        let (count, end) = self.count(at)?;
        let (unit, end) = self.unit(end)?;
        let back = self.at(end, &["之前", "以前", "前"]).map(|end| (end, -count));
        let (end, count) = back.or_else(|| self.at(end, &["之后", "以后", "后"]).map(|end| (end, count)))?;
        calendar::shifted(self.today, unit, count).map(|date| (end, calendar::day(date)))
    }

    /// 2026-10-30.
    fn figures(&self, at: usize) -> Found {
        let written: String = self.text.plain.get(at..at + 10)?.iter().collect();
        let date = model::time::parse_date(&written.replace('/', "-"))?;
        Some((at + 10, calendar::day(date)))
    }

    /// 三月份, 3月5号, 5号; in a year that was said, a month at least.
    fn dated(&self, at: usize, year: Option<i16>) -> Found {
        let (count, end) = self.count(at)?;
        let count = i8::try_from(count).ok()?;
        if let Some(end) = self.at(end, &["月份", "月"]) {
            let month = Some(count).filter(|month| (1..=12).contains(month))?;
            if let Some((day, after)) = self.count(end)
                && let Some(after) = self.at(after, &["号", "日"])
            {
                let time = calendar::month_day(self.today, year, month, i8::try_from(day).ok()?)?;
                return Some((after, time));
            }
            return calendar::month(self.today, year, month).map(|time| (end, time));
        }
        // The day of a month that has it was read with the month: 2月31号 is not the 31st of another.
        // That of 每个月1号 is: how often was read before.
        let of = at > 0 && self.text.plain[at - 1] == '月' && !self.text.is_taken(at - 1);
        let end = self.at(end, &["号", "日"]).filter(|_| !of && year.is_none() && (1..=31).contains(&count))?;
        // 4号线 is a line of the underground, 3号楼 a house.
        let thing = self.text.plain.get(end).is_some_and(|next| matches!(next, '楼' | '线' | '卡' | '码'));
        (!thing).then(|| calendar::day_of_month(self.today, count).map(|time| (end, time))).flatten()
    }
}
