//! Amounts of money.

use std::ops::Range;

use model::{Currency, Money, amount::LARGEST_MAJOR};

use super::{
    Person, Value, english,
    numbers::{Form, Number, PARTS, digit, is_size, number},
    text::Text,
    things::every,
};
use crate::normalise::is_han;

/// Signs before an amount. That of the yuan is also that of the yen.
const SIGNS: &[(char, Currency, bool)] = &[
    ('£', Currency::Gbp, false),
    ('$', Currency::Usd, false),
    ('€', Currency::Eur, false),
    ('¥', Currency::Cny, true),
];

/// What is said after an amount, the longest first.
const WORDS: &[(&str, Currency)] = &[
    ("pounds sterling", Currency::Gbp),
    ("pounds", Currency::Gbp),
    ("pound", Currency::Gbp),
    ("pouns", Currency::Gbp),
    ("quid", Currency::Gbp),
    ("gbp", Currency::Gbp),
    ("euros", Currency::Eur),
    ("euro", Currency::Eur),
    ("eur", Currency::Eur),
    ("us dollars", Currency::Usd),
    ("dollars", Currency::Usd),
    ("dollar", Currency::Usd),
    ("usd", Currency::Usd),
    ("yuan", Currency::Cny),
    ("rmb", Currency::Cny),
    ("cny", Currency::Cny),
    ("renminbi", Currency::Cny),
    ("yen", Currency::Jpy),
    ("jpy", Currency::Jpy),
    ("块钱人民币", Currency::Cny),
    ("元人民币", Currency::Cny),
    ("块人民币", Currency::Cny),
    ("人民币", Currency::Cny),
    ("英镑", Currency::Gbp),
    ("英磅", Currency::Gbp),
    ("镑", Currency::Gbp),
    ("磅", Currency::Gbp),
    ("美元", Currency::Usd),
    ("美金", Currency::Usd),
    ("刀", Currency::Usd),
    ("欧元", Currency::Eur),
    ("欧", Currency::Eur),
    ("日元", Currency::Jpy),
    ("日圆", Currency::Jpy),
];

/// What is said after an amount of whichever currency people mean.
const PIECES: &[&str] = &["块钱", "元钱", "块", "元", "圆"];

/// Amounts that have a name.
const NAMED: &[(&str, i128)] = &[("a fiver", 5), ("fiver", 5), ("a tenner", 10), ("tenner", 10), ("a grand", 1_000)];

/// Every amount that nothing else was found in.
pub fn amounts(text: &Text, person: &Person) -> Vec<(Range<usize>, Value)> {
    every(text, |text, at| amount(text, at, person))
}

/// The amount that begins at a place.
pub fn amount(text: &Text, at: usize, person: &Person) -> Option<(Range<usize>, Value)> {
    // Less than nothing, and "20-30": there is no such amount.
    let minus = at > 0 && matches!(text.plain[at - 1], '-' | '−');
    if minus || !text.is_edge(at) {
        return None;
    }
    signed(text, at, person)
        .or_else(|| pence(text, at))
        .or_else(|| worded(text, at, person))
        .or_else(|| named(text, at))
        .or_else(|| bare(text, at, person))
}

/// `£20`, `£1k`, `人民币300元`.
fn signed(text: &Text, at: usize, person: &Person) -> Option<(Range<usize>, Value)> {
    let sign = SIGNS.iter().find(|(sign, _, _)| text.plain[at] == *sign);
    let (start, currency, assumed) = match sign {
        Some(&(_, currency, both)) => {
            let yen = both && person.currency == Currency::Jpy;
            (at + 1, if yen { Currency::Jpy } else { currency }, both)
        }
        None => (text.has(at, "人民币")?, Currency::Cny, false),
    };
    let number = number(text, text.after_spaces(start)).filter(|number| number.form != Form::Words)?;
    let end = text.first(number.end, PIECES).unwrap_or(number.end);
    let end = if text.plain.get(end) == Some(&'p') && text.is_edge(end + 1) { end + 1 } else { end };
    // £2O has a letter for a nought, and "£20 million" is no £20.
    let more = text.word_at(text.after_spaces(end)).is_some_and(|word| is_size(text.word(word)));
    if more || !text.is_edge(end) {
        return None;
    }
    value(at..end, number, currency, assumed)
}

/// `50p`, `fifty pence`.
fn pence(text: &Text, at: usize) -> Option<(Range<usize>, Value)> {
    let number = number(text, at).filter(|number| number.form != Form::Han && number.parts <= 1_000 * PARTS)?;
    let end = match text.plain.get(number.end) {
        Some('p') if text.is_edge(number.end + 1) => number.end + 1,
        _ => text.first(text.after_spaces(number.end), PENCE)?,
    };
    value(at..end, Number { parts: number.parts / 100, ..number }, Currency::Gbp, false)
}

/// `twenty quid`, `10 pounds 50`, `五块五毛`, `300人民币`.
fn worded(text: &Text, at: usize, person: &Person) -> Option<(Range<usize>, Value)> {
    let number = number(text, at)?;
    let after = text.after_spaces(number.end);
    let unit = WORDS.iter().find_map(|(word, currency)| {
        // 10 欧 is euros, 欧洲 is not.
        text.has(after, word)
            .filter(|end| *word != "欧" || text.plain.get(*end) != Some(&'洲'))
            .map(|end| (end, *currency))
    });
    let sign = text.plain.get(after).and_then(|mark| SIGNS.iter().find(|(sign, _, both)| mark == sign && !both));
    let sign = sign.filter(|_| !text.plain.get(after + 1).is_some_and(char::is_ascii_digit));
    if let Some((end, currency)) = unit.or_else(|| sign.map(|(_, currency, _)| (after + 1, *currency))) {
        let (end, number) = with_small(text, end, number);
        return value(at..end, number, currency, false);
    }
    let end = text.first(after, PIECES)?;
    let (end, number) = with_small(text, end, number);
    let (currency, assumed) = spoken_currency(person);
    value(at..end, number, currency, assumed)
}

/// What 块 and 元 are of: the yuan where the person keeps some, otherwise what they pay with every day. Only where that
/// is the yuan nothing is assumed.
fn spoken_currency(person: &Person) -> (Currency, bool) {
    let yuan = person.accounts.iter().any(|account| account.currency == Currency::Cny);
    let currency = if yuan { Currency::Cny } else { person.currency };
    (currency, person.currency != Currency::Cny)
}

/// The smaller coins after the larger ones: "pounds forty", "块五", "块五毛".
fn with_small(text: &Text, end: usize, whole: Number) -> (usize, Number) {
    let none = (end, whole);
    if whole.parts % PARTS != 0 {
        return none;
    }
    let plain = &text.plain;
    if let Some(tenth) =
        plain.get(end).and_then(|character| digit(*character).or_else(|| character.to_digit(10).map(i128::from)))
    {
        let after = plain.get(end + 1);
        let ends = after.is_none_or(|next| {
            digit(*next).is_none() && !next.is_alphanumeric() || matches!(next, '毛' | '角' | '给' | '转' | '到')
        });
        if plain.get(end.wrapping_sub(1)).is_some_and(|before| is_han(*before)) && tenth > 0 && ends {
            let longer = usize::from(matches!(after, Some('毛' | '角')));
            return (end + 1 + longer, Number { parts: whole.parts + tenth * PARTS / 10, ..whole });
        }
    }
    let start = text.after_spaces(end);
    let joined = text.has(start, "and").map(|after| text.after_spaces(after));
    let start = joined.unwrap_or(start);
    let Some(small) = number(text, start) else { return none };
    let said = text.first(text.after_spaces(small.end), PENCE).is_some();
    // "20 pounds and 50 to Thomas" are two amounts.
    if (start == end || joined.is_some()) && !said {
        return none;
    }
    let pence = small.whole().filter(|pence| (1..100).contains(pence) && small.form != Form::Short);
    let two = small.form == Form::Words || small.end - start == 2;
    // "10 pounds 50" ends there; "10 pounds 3 times" is something else.
    let ends = text.word_at(text.after_spaces(small.end)).is_none_or(|next| SMALL_ENDS.contains(&text.word(next)));
    match pence {
        Some(pence) if said || (two && ends) => {
            (pence_word(text, small.end), Number { parts: whole.parts + pence * PARTS / 100, ..whole })
        }
        _ => none,
    }
}

/// The place after "pence", where it is said.
fn pence_word(text: &Text, end: usize) -> usize {
    text.first(text.after_spaces(end), PENCE).unwrap_or(end)
}

/// What pence are called.
const PENCE: &[&str] = &["pence", "pennies", "penny", "便士"];

/// What may follow on pence.
const SMALL_ENDS: &[&str] = &[
    "for",
    "to",
    "from",
    "p",
    "pence",
    "please",
    "on",
    "into",
    "and",
    "today",
    "tomorrow",
    "ref",
    "reference",
    "with",
];

fn named(text: &Text, at: usize) -> Option<(Range<usize>, Value)> {
    let (end, worth) = NAMED.iter().find_map(|(word, worth)| text.has(at, word).map(|end| (end, *worth)))?;
    value(at..end, Number { parts: worth * PARTS, end, form: Form::Words }, Currency::Gbp, false)
}

/// Words that make a number beside them money.
const VERBS: &[&str] = &[
    "pay",
    "paid",
    "paying",
    "send",
    "sent",
    "sending",
    "transfer",
    "transfered",
    "transferred",
    "give",
    "gave",
    "move",
    "put",
    "owe",
    "owes",
    "lend",
    "limit",
    "raise",
    "lower",
    "increase",
    "amount",
    "request",
    "ask",
    "split",
    "payment",
    "make",
    "should",
    "meant",
    "actually",
    "wire",
    "shift",
    "no",
];

/// What may follow on a number that is money though nothing says so.
const AFTER: &[&str] = &[
    "to",
    "from",
    "for",
    "on",
    "into",
    "please",
    "pls",
    "each",
    "every",
    "per",
    "a",
    "in",
    "at",
    "as",
    "instead",
    "today",
    "tomorrow",
    "not",
    "by",
    "over",
    "via",
    "with",
    "ref",
    "reference",
    "and",
    "now",
    "or",
    "then",
    "out",
    "back",
    "next",
    "this",
    "of",
    "weekly",
    "monthly",
    "ok",
    "thanks",
    "starting",
    "more",
    "is",
    "i",
];

/// What may not stand before it.
const BEFORE: &[&str] = &[
    "ending",
    "ends",
    "number",
    "no",
    "code",
    "order",
    "page",
    "top",
    "last",
    "past",
    "next",
    "account",
    "aged",
    "version",
    "flat",
    "room",
    "first",
    "invoice",
    "inv",
    "reference",
    "ref",
    "at",
    "in",
    "step",
    "question",
    "chapter",
    "card",
];

/// What stands just before or after a bare number in Chinese.
const HAN_BEFORE: &[&str] = &[
    "转",
    "付",
    "打",
    "汇",
    "还",
    "存",
    "要",
    "收",
    "提到",
    "提高到",
    "升到",
    "调到",
    "降到",
    "降低到",
    "改成",
    "改为",
    "改到",
    "换成",
    "设成",
    "设为",
    "是",
    "款",
    "借",
    "取",
    "共",
    "那笔",
    "钱",
    "花",
    "付了",
    "转了",
    "收到",
    "应该是",
    "不对",
    "不是",
    "的",
    "块",
    "先",
    "转账",
    "汇款",
    "付款",
    "金额",
];
const HAN_AFTER: &[&str] = &[
    "给",
    "到",
    "转给",
    "转到",
    "转",
    "从",
    "付给",
    "打给",
    "汇给",
    "吧",
    "就行",
    "就好",
    "就可以",
    "过去",
    "的",
    "进",
    "那",
];

/// A number that stands for itself, where the words around it are about money.
fn bare(text: &Text, at: usize, person: &Person) -> Option<(Range<usize>, Value)> {
    let number = number(text, at)?;
    let span = at..number.end;
    let other = |character: &char| character.is_alphanumeric();
    let alone = !text.plain[..at].iter().chain(&text.plain[number.end..]).any(other);
    let short = number.form == Form::Digits && number.end - at > 7;
    if short
        || at
            .checked_sub(1)
            .is_some_and(|before| matches!(text.plain[before], '-' | '/' | '#' | ':' | '.' | '£' | '$' | '€'))
        || !text.is_edge(number.end)
    {
        return None;
    }
    let next = text.after_spaces(number.end);
    let marked = text.plain.get(number.end).is_some_and(|next| matches!(next, '/' | ':' | '%' | '-'));
    let after_is_han = text.plain.get(next).is_some_and(|next| is_han(*next));
    let fits = if number.form == Form::Han || after_is_han || text.follows(at, HAN_BEFORE) {
        let ends = text.plain.get(next).is_none_or(|next| !next.is_alphanumeric())
            || text.first(next, HAN_AFTER).is_some()
            || text.is_taken(next);
        let long = number.form != Form::Han || number.end - at >= 2;
        let opens = text.follows(at, HAN_BEFORE)
            || (text.is_taken(at.wrapping_sub(1)) || at == 0) && long && text.first(next, HAN_AFTER).is_some();
        ends && opens && long || (text.follows(at, HAN_BEFORE) && text.is_taken(next))
    } else {
        let after = text.word_at(next).is_none_or(|word| AFTER.contains(&text.word(word)) || text.is_taken(next));
        let verb = text.words.iter().any(|word| VERBS.contains(&word.text.as_str()));
        let before = text.words.iter().rposition(|word| word.span.end <= at);
        // "no, 30" is an amount; "order no 30" is none.
        let stopped = before.is_some_and(|word| {
            let close = text.plain[text.words[word].span.end..at].iter().all(|between| *between == ' ');
            (BEFORE.contains(&text.word(word)) || english::is_month(text.word(word)))
                && close
                && !(text.word(word) == "no" && word == 0)
        });
        // "The 31st of February" is no day, and no amount either.
        let day = text.word_at(next).is_some_and(|of| text.word(of) == "of" && english::is_month(text.word(of + 1)));
        verb && after && !stopped && !day && number.whole() != Some(1)
    };
    ((fits || alone) && !marked).then(|| value(span, number, person.currency, true)).flatten()
}

/// An amount, where there is one so large and so small in that currency.
fn value(span: Range<usize>, number: Number, currency: Currency, assumed: bool) -> Option<(Range<usize>, Value)> {
    let minor = number.parts.checked_mul(i128::from(currency.minor_per_major()))?;
    if minor % PARTS != 0 || number.parts > i128::from(LARGEST_MAJOR) * PARTS {
        return None;
    }
    let minor = i64::try_from(minor / PARTS).ok().filter(|minor| *minor > 0)?;
    Some((span, Value::Amount { money: Money::new(minor, currency), assumed }))
}
