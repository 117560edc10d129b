//! What is named and cannot be taken as it is: a day that no month has, a rhythm nothing is planned in, a part of an amount,
//! more than one time. It is found so that it can be said; what is left of it would be another day and another amount.

use std::ops::Range;

use model::time::Date;

use super::{Person, Value, amounts, english, numbers::number, text::Text};

/// What is not taken as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    /// 31 February.
    Day,
    /// Every other week.
    Rhythm,
    /// Half of an amount, or twice as much.
    Share,
    /// Twice.
    Times,
}

/// The longest first.
const RHYTHMS: &[&str] = &[
    "every fortnight",
    "each fortnight",
    "fortnightly",
    "biweekly",
    "bi weekly",
    "bi-weekly",
    "every quarter",
    "quarterly",
    "every year",
    "each year",
    "once a year",
    "yearly",
    "annually",
    "every day",
    "each day",
    "daily",
    "twice a week",
    "twice a month",
    "twice a year",
    "twice monthly",
    "twice weekly",
    "每个工作日",
    "每隔",
    "隔周",
    "隔月",
    "每半个月",
    "半个月一次",
    "半月一次",
    "每半年",
    "每个季度",
    "每季度",
    "每季",
    "每年",
    "每天",
    "每日",
    "每周两次",
    "每星期两次",
    "每月两次",
    "每个月两次",
    "一个月两次",
    "一周两次",
];

/// What comes after a number that says every how many.
const UNITS: &[&str] = &["weeks", "months", "days", "years", "周", "个星期", "星期", "个礼拜", "个月", "天"];

const PARTS_OF: &[&str] = &[
    "half of",
    "half my",
    "half the",
    "half our",
    "a third of",
    "a quarter of",
    "two thirds of",
    "double the",
    "double my",
    "double that",
    "twice the",
    "twice as much",
    "twice what",
    "twice that",
    "一半",
    "两倍",
    "双倍",
    "三分之一",
    "三分之二",
    "四分之一",
];

/// What is a part of an amount that comes after it, or before it in Chinese.
const BEFORE_AMOUNT: &[&str] = &["half of", "half", "double", "twice"];
const AFTER_AMOUNT: &[&str] = &["的一半", "一半", "的两倍", "两倍", "的双倍", "的三分之一", "的三分之二", "的四分之一"];

const TIMES: &[&str] = &[
    "twice",
    "two times",
    "three times",
    "four times",
    "2 times",
    "3 times",
    "4 times",
    "两次",
    "2次",
    "三次",
    "3次",
    "两遍",
    "三遍",
    "两回",
];

/// What begins at a place and cannot be taken as it is.
pub fn odd(text: &Text, at: usize, person: &Person) -> Option<(Range<usize>, Value)> {
    let found = day(text, at, person.today)
        .map(|end| (end, Odd::Day))
        .or_else(|| rhythm(text, at).map(|end| (end, Odd::Rhythm)))
        .or_else(|| share(text, at, person).map(|end| (end, Odd::Share)))
        .or_else(|| text.first(at, TIMES).map(|end| (end, Odd::Times)));
    found.map(|(end, odd)| (at..end, Value::Odd(odd)))
}

/// A day with its month that no year has, or not the next one.
fn day(text: &Text, at: usize, today: Date) -> Option<usize> {
    english::no_day(text, at, today).or_else(|| chinese_day(text, at, today))
}

/// 2月31号, 二月三十日.
fn chinese_day(text: &Text, at: usize, today: Date) -> Option<usize> {
    // 十二月三十号 is no 二月三十号.
    let inside = |before: usize| text.plain[before].is_ascii_digit() || number(text, before).is_some();
    if at.checked_sub(1).is_some_and(inside) {
        return None;
    }
    let month = number(text, at)?;
    let after = text.has(month.end, "月")?;
    let day = number(text, after)?;
    let end = text.first(day.end, &["号", "日"])?;
    let whole = |value: Option<i128>| i8::try_from(value?).ok();
    let (month, day) = (whole(month.whole())?, whole(day.whole())?);
    let named = (1..=12).contains(&month) && day > 0;
    (named && super::calendar::month_day(today, None, month, day).is_none()).then_some(end)
}

/// Every other week, every three months, 每两周.
fn rhythm(text: &Text, at: usize) -> Option<usize> {
    if let Some(end) = text.first(at, RHYTHMS) {
        return Some(end);
    }
    if let Some(other) = text.first(at, &["every other", "every second"]) {
        let word = text.word_at(text.after_spaces(other))?;
        return Some(text.words[word].span.end);
    }
    let start = text.first(at, &["every", "each", "每"]);
    let start = start.map(|start| text.after_spaces(start));
    let (count, once) = match start {
        Some(start) => (number(text, start)?, None),
        None => (number(text, at)?, Some("一次")),
    };
    let end = text.first(text.after_spaces(count.end), UNITS)?;
    let end = once.map_or(Some(end), |once| text.has(end, once))?;
    // Once in one month is every month.
    (count.whole() != Some(1)).then_some(end)
}

/// Half of £60, twice £20, 60镑的一半, and without an amount half of the rent.
fn share(text: &Text, at: usize, person: &Person) -> Option<usize> {
    let amount = |at: usize| {
        (at < text.plain.len()).then(|| amounts::amount(text, at, person)).flatten().map(|(span, _)| span.end)
    };
    let before = text.first(at, BEFORE_AMOUNT).and_then(|end| amount(text.after_spaces(end)));
    before.or_else(|| amount(at).and_then(|end| text.first(end, AFTER_AMOUNT))).or_else(|| text.first(at, PARTS_OF))
}
