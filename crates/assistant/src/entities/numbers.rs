//! Numbers, in digits and in words.

use super::text::Text;

/// Numbers are kept in parts of this size: four decimals, as 1.2345万 needs them.
pub const PARTS: i128 = 10_000;

/// The largest that is read: a million millions.
const LARGEST: i128 = 1_000_000_000_000 * PARTS;

/// A number and where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// In ten-thousandths.
    pub parts: i128,
    /// The place after it.
    pub end: usize,
    /// How it was written.
    pub form: Form,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// In digits.
    Digits,
    /// In digits with k, m, 万 or the like.
    Short,
    /// In English words.
    Words,
    /// In Chinese characters.
    Han,
}

impl Number {
    /// The number where it is whole.
    pub const fn whole(self) -> Option<i128> {
        if self.parts % PARTS == 0 { Some(self.parts / PARTS) } else { None }
    }
}

/// The number that begins at a place, as long as it goes.
pub fn number(text: &Text, at: usize) -> Option<Number> {
    let first = *text.plain.get(at)?;
    let number = if first.is_ascii_digit() {
        digits(text, at)
    } else if digit(first).is_some() || first == '十' {
        han(&text.plain, at)
    } else {
        words(text, at)
    }?;
    // Nor is the one part or the other of "three point five" a number, or that of a range.
    let spaces = text.after_spaces(number.end);
    let range = text.plain.get(number.end) == Some(&'-')
        && text.plain.get(number.end + 1).is_some_and(char::is_ascii_digit)
        && text.plain.get(number.end + 2..).is_some_and(|rest| !rest.contains(&'-'));
    let parted = text.first(spaces, &["point", "and a half", "and a quarter"]).is_some()
        || text.follows(at, &["point"])
        || is_point(text, number.end)
        || at.checked_sub(1).is_some_and(|before| is_point(text, before));
    (number.parts <= LARGEST && !range && !parted).then_some(number)
}

/// Whether 点 stands between two Chinese digits, as in 三点五.
fn is_point(text: &Text, at: usize) -> bool {
    let is_digit = |at: usize| text.plain.get(at).is_some_and(|character| digit(*character).is_some());
    text.plain.get(at) == Some(&'点') && at.checked_sub(1).is_some_and(is_digit) && is_digit(at + 1)
}

/// Whether a word multiplies the number before it.
pub fn is_size(word: &str) -> bool {
    size(word).is_some()
}

/// Digits, with marks between thousands, decimals, and a letter or character that multiplies.
fn digits(text: &Text, at: usize) -> Option<Number> {
    let plain = &text.plain;
    let count = |from: usize| plain[from.min(plain.len())..].iter().take_while(|c| c.is_ascii_digit()).count();
    let before = at.checked_sub(1).map(|before| plain[before]);
    // "1,50" is read whole or not at all.
    let decimal = before == Some(',') && at.checked_sub(2).is_some_and(|at| plain[at].is_ascii_digit());
    if decimal || before.is_some_and(|before| before.is_ascii_alphanumeric() || before == '.') {
        return None;
    }
    let mut end = at + count(at);
    let mut whole: String = plain[at..end].iter().collect();
    while plain.get(end) == Some(&',') && count(end + 1) == 3 && whole.len() <= 12 {
        whole.extend(&plain[end + 1..end + 4]);
        end += 4;
    }
    let mut decimals = String::new();
    if plain.get(end) == Some(&'.') && (1..=4).contains(&count(end + 1)) {
        decimals.extend(&plain[end + 1..end + 1 + count(end + 1)]);
        end += 1 + decimals.len();
    }
    if whole.len() > 13 || plain.get(end) == Some(&',') && count(end + 1) > 0 {
        return None;
    }
    let parts: i128 = format!("{whole}{decimals:0<4}").parse().ok()?;
    let (times, longer) = match plain.get(end) {
        Some('k') if text.is_edge(end + 1) => (1_000, 1),
        Some('m') if text.is_edge(end + 1) => (1_000_000, 1),
        Some('千') => (1_000, 1),
        Some('百') => (100, 1),
        Some('万') => (10_000, 1),
        Some('亿') => (100_000_000, 1),
        _ => (1, 0),
    };
    // "3万5" is thirty-five thousand to one reader and thirty thousand and five to another.
    if longer == 1 && plain.get(end + 1).is_some_and(|next| next.is_ascii_digit() || digit(*next).is_some()) {
        return None;
    }
    let form = if longer == 1 { Form::Short } else { Form::Digits };
    Some(Number { parts: parts.checked_mul(times)?, end: end + longer, form })
}

/// The value of a Chinese digit.
pub const fn digit(character: char) -> Option<i128> {
    Some(match character {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

const fn unit(character: char) -> Option<i128> {
    Some(match character {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        _ => return None,
    })
}

/// A Chinese numeral: 一万零五百; also as it is spoken, with the last unit left out: 三千五.
fn han(plain: &[char], at: usize) -> Option<Number> {
    let (mut total, mut section, mut waiting) = (0_i128, 0_i128, None);
    // What the last unit was, for a digit without one; nothing after 零.
    let mut last_unit = None;
    let mut end = at;
    while let Some(&character) = plain.get(end) {
        if let Some(value) = digit(character) {
            // 二零二六 is a year and 一二三 no number of money.
            if waiting.is_some_and(|before| before != 0) {
                return None;
            }
            waiting = Some(value);
            last_unit = if value == 0 { None } else { last_unit };
        } else if let Some(size) = unit(character) {
            section += waiting.filter(|value| *value != 0).unwrap_or(1) * size;
            (waiting, last_unit) = (None, Some(size));
        } else if let Some(size) = match character {
            '万' => Some(10_000),
            '亿' => Some(100_000_000),
            _ => None,
        } {
            section += waiting.take().unwrap_or(0);
            if section == 0 {
                break;
            }
            // Too large to be told is too large to be read as something else.
            total = total.saturating_add(section).saturating_mul(size);
            (section, last_unit) = (0, Some(size));
        } else {
            break;
        }
        end += 1;
    }
    let last = waiting.unwrap_or(0);
    let tail = match last_unit {
        Some(size) if size >= 100 && last != 0 => last * size / 10,
        _ => last,
    };
    let parts = total.saturating_add(section + tail).saturating_mul(PARTS);
    (end > at).then_some(Number { parts, end, form: Form::Han })
}

const ONES: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn small(word: &str) -> Option<i128> {
    let place =
        |list: &[&str]| list.iter().position(|known| *known == word).and_then(|place| i128::try_from(place).ok());
    place(ONES).or_else(|| place(TENS).map(|place| (place + 2) * 10)).or_else(|| (word == "fourty").then_some(40))
}

fn size(word: &str) -> Option<i128> {
    match word {
        "hundred" => Some(100),
        "thousand" => Some(1_000),
        "million" => Some(1_000_000),
        _ => None,
    }
}

/// English words: "three hundred and fifty", "a hundred", "twenty-five".
fn words(text: &Text, at: usize) -> Option<Number> {
    let first = text.word_at(at)?;
    // "Five twenty" is five pounds twenty to one reader and five hundred and twenty to another: no part of it is read alone.
    if first > 0 && text.are_beside(first - 1, first) && small(text.word(first - 1)).is_some() {
        return None;
    }
    let (mut total, mut section, mut number) = (0_i128, 0_i128, first);
    let mut before: Option<i128> = None;
    if text.word(first) == "a" && text.are_beside(first, first + 1) && size(text.word(first + 1)).is_some() {
        (section, number) = (1, first + 1);
    }
    loop {
        let word = text.word(number);
        let beside = number == first || text.are_beside(number - 1, number);
        if let Some(value) = small(word).filter(|_| beside) {
            // "twenty five" is one number, "five twenty" and "ten five" are none.
            let fits = match before {
                None => true,
                Some(tens) => (20..100).contains(&tens) && value < 10,
            };
            if !fits {
                break;
            }
            section += value;
            before = Some(value);
        } else if let Some(times) = size(word).filter(|_| beside && (section > 0)) {
            if times == 100 {
                section *= 100;
            } else {
                total += section * times;
                section = 0;
            }
            before = None;
        } else if word == "and"
            && number > first
            && beside
            && before.is_none()
            && small(text.word(number + 1)).is_some()
        {
            before = None;
        } else {
            break;
        }
        number += 1;
        if number > first + 14 {
            return None;
        }
    }
    let last = text.words.get(number.checked_sub(1)?)?;
    let none = number == first || (number == first + 1 && text.word(first) == "a");
    (!none).then(|| Number { parts: (total + section) * PARTS, end: last.span.end, form: Form::Words })
}
