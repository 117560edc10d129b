//! Kinds of things, places, names of people who are not on the list, and references: told by the words around them.

use std::ops::Range;

use super::{
    Person, Value, people,
    text::Text,
    words::{AT, CATEGORIES, HAN_NO_NAME, HAN_VERBS, NO_NAME, REFERENCES, TO},
};
use crate::normalise::is_han;

/// How long a name or a place may be.
const MOST_WORDS: usize = 4;
const MOST_HAN: usize = 8;

/// How long a reference may be, in characters.
const LONGEST_REFERENCE: usize = 18;

/// Every kind of thing.
pub fn categories(text: &Text) -> Vec<(Range<usize>, Value)> {
    every(text, |text, at| {
        let (category, end) =
            CATEGORIES.iter().find_map(|(category, names)| text.first(at, names).map(|end| (*category, end)))?;
        // "My phone" is a thing, "on my phone" an expense only where money is spoken of.
        let phone = text.has(at, "phone").is_some();
        (!phone || spends(text)).then_some((at..end, Value::Category(category)))
    })
}

/// What the payee is to read: said to be that, or between quotation marks.
pub fn references(text: &Text) -> Vec<(Range<usize>, Value)> {
    every(text, |text, at| {
        let after = text.first(at, REFERENCES)?;
        let mut start = text.after_spaces(after);
        while text
            .plain
            .get(start)
            .is_some_and(|mark| matches!(mark, ':' | '"' | '“' | '「' | ' ' | '\'' | '为' | '是'))
        {
            start += 1;
        }
        let stops = |at: usize| {
            text.plain
                .get(at)
                .is_none_or(|mark| matches!(mark, ',' | ';' | '.' | '"' | '”' | '」' | '。' | '!' | '?' | '\n'))
                || text
                    .first(at, &["from", "on", "please", "tomorrow", "today", "every", "to", "转", "给", "谢谢", "从"])
                    .is_some()
        };
        let mut end = start;
        while !stops(end) {
            end += 1;
        }
        while end > start && text.plain[end - 1] == ' ' {
            end -= 1;
        }
        let span = start..end;
        let silent = ["number", "numbers", "code", "is"].iter().any(|word| text.has(start, word).is_some());
        let fits = (1..=LONGEST_REFERENCE).contains(&span.len()) && !silent;
        fits.then(|| (span.clone(), Value::Reference(text.written(&span))))
    })
}

/// Whether a word is in no name.
pub fn is_no_name(word: &str) -> bool {
    NO_NAME.contains(&word) || TO.contains(&word) || AT.contains(&word)
}

/// Shops and companies, and people who are not on the list; those whose name is nearly one of the list are that one.
pub fn names(text: &Text, person: &Person) -> Vec<(Range<usize>, Value)> {
    let mut found = every(text, |text, at| english_name(text, at, person));
    let taken = |span: &Range<usize>, found: &[(Range<usize>, Value)]| {
        found.iter().any(|(other, _)| other.start < span.end && span.start < other.end)
    };
    let han = every(text, |text, at| chinese_name(text, at, person));
    let more: Vec<_> = han.into_iter().filter(|(span, _)| !taken(span, &found)).collect();
    found.extend(more);
    found
}

/// A name that begins with a word: after who is paid, after where something was bought, or before what it did.
fn english_name(text: &Text, at: usize, person: &Person) -> Option<(Range<usize>, Value)> {
    let first = text.word_at(at)?;
    let previous =
        first.checked_sub(1).filter(|before| text.plain[text.words[*before].span.end..at].iter().all(|c| *c == ' '));
    let before = previous.map_or("", |before| text.word(before));
    let (place, person_like) = (AT.contains(&before), TO.contains(&before));
    let whole = at == 0;
    let span = extent(text, first)?;
    let capital = text.shown[at].is_uppercase();
    let written = text.written(&span);
    let after = text.word_at(text.after_spaces(span.end)).map_or("", |word| text.word(word));
    let does = matches!(
        after,
        "take" | "took" | "taken" | "come" | "charge" | "charged" | "go" | "out" | "refund" | "refunded"
    );
    let asked = matches!(before, "does" | "did" | "has" | "will" | "do") && does;
    let about = matches!(before, "about") && capital;
    // Who asks what they spent somewhere must not hear what they spent everywhere: a small letter is enough there.
    let spent_there = matches!(before, "at" | "on") && spends(text) && !NO_SHOP.contains(&text.word(first));
    if !(place || person_like || asked || about || spent_there || (whole && alone(text, &span))) {
        // Somebody of the list may be written nearly right anywhere where a capital letter says it is a name.
        let payments = people::nearly(&written, person).filter(|_| capital && at > 0)?;
        return Some((span, Value::Payee { payments, exact: false }));
    }
    if let Some(payments) = people::nearly(&written, person).filter(|_| !asked && written.chars().count() >= 3) {
        return Some((span, Value::Payee { payments, exact: false }));
    }
    if !(capital || spent_there) {
        return None;
    }
    let value = if place || asked || about || spent_there { Value::Place(written) } else { Value::Name(written) };
    Some((span, value))
}

/// What is spent on, and is no shop.
const NO_SHOP: &[&str] =
    &["average", "things", "stuff", "everything", "weekends", "holidays", "credit", "top", "purpose"];

/// Whether money is spoken of that was spent.
fn spends(text: &Text) -> bool {
    text.words.iter().any(|word| matches!(word.text.as_str(), "spend" | "spent" | "spending" | "cost" | "costs"))
}

/// Whether a name is all that is said, some politeness aside.
fn alone(text: &Text, span: &Range<usize>) -> bool {
    text.words
        .iter()
        .all(|word| span.contains(&word.span.start) || matches!(word.text.as_str(), "please" | "pls" | "thanks"))
        && !text.plain.iter().any(|character| is_han(*character))
        && text.words.iter().filter(|word| span.contains(&word.span.start)).count() >= 2
}

/// The words of a name that begins with one: all of them with a capital letter, where the first has one.
fn extent(text: &Text, first: usize) -> Option<Range<usize>> {
    let word = &text.words[first];
    let letters = word.text.chars().all(char::is_alphabetic);
    if !letters || NO_NAME.contains(&word.text.as_str()) || text.is_taken(word.span.start) || word.text.len() < 2 {
        return None;
    }
    let capital = text.shown[word.span.start].is_uppercase();
    let mut end = word.span.end;
    for number in first + 1..first + MOST_WORDS {
        let Some(next) = text.words.get(number) else { break };
        let between: String = text.plain[end..next.span.start].iter().collect();
        let joined = between == " " || between == " & " || between == "-";
        let goes_on = capital == text.shown[next.span.start].is_uppercase()
            && !text.is_taken(next.span.start)
            && !NO_NAME.contains(&next.text.as_str())
            && next.text.chars().all(char::is_alphabetic);
        if !(joined && goes_on && capital) {
            break;
        }
        end = next.span.end;
    }
    Some(word.span.start..end)
}

/// 给赵小明转, 转给刘洋, 在星巴克花了, 麦当劳扣了, 那乐购呢.
fn chinese_name(text: &Text, at: usize, person: &Person) -> Option<(Range<usize>, Value)> {
    let verb_before = ["转给", "付给", "打给", "汇给", "发给", "还给", "给", "向", "找"];
    if text.follows(at, &verb_before) {
        let end = until(text, at, &[HAN_VERBS, &["要", "收", "借", ",", "，", "。", " ", "的"]].concat());
        return person_named(text, at..end, person);
    }
    if text.follows(at, &["在", "去"]) {
        let end = until(
            text,
            at,
            &[
                "花", "买", "消费", "用", "被扣", "被收", "被刷", "被", "扣", "付", "刷", "的", "上", "里", "吃", ",",
                "，", " ",
            ],
        );
        return place_named(text, at..end);
    }
    if text.follows(at, &["那"])
        || (at == 0 && text.first(at, &["在", "给", "把", "从", "向", "去"]).is_none())
        || (at > 0 && text.is_taken(at - 1))
    {
        let end = until(text, at, &["呢", "扣", "退款", "退", "什么时候扣", "什么时候", "上个月扣"]);
        let end = if end < text.plain.len() || !text.follows(at, &["那"]) { end } else { return None };
        let done = ["呢", "扣", "退款", "什么时候扣"].iter().any(|verb| text.has(end, verb).is_some());
        let taken = text.is_taken(end) && (end..text.plain.len()).any(|at| text.has(at, "扣").is_some());
        return (done || taken).then(|| place_named(text, at..end)).flatten();
    }
    None
}

/// Where a name ends that begins at a place: before a verb, a mark, or what something else was found in.
fn until(text: &Text, at: usize, stops: &[&str]) -> usize {
    let mut end = at;
    while end < text.plain.len()
        && !text.is_taken(end)
        && !stops.iter().any(|stop| {
            text.has(end, stop).is_some()
                && !(stop == &" " && text.plain.get(end + 1).is_some_and(char::is_ascii_alphabetic))
        })
        // A bracket begins the mark of a secret that was taken out.
        && !matches!(text.plain[end], ',' | '?' | '.' | '!' | ';' | ':' | '[')
        && !text.plain[end].is_ascii_digit()
    {
        end += 1;
    }
    end
}

fn person_named(text: &Text, span: Range<usize>, person: &Person) -> Option<(Range<usize>, Value)> {
    let (span, written) = trimmed(text, span)?;
    let han = written.chars().filter(|character| is_han(*character)).count();
    let fits = if han > 0 {
        (2..=4).contains(&han) && !text.plain[span.clone()].iter().any(|c| HAN_NO_NAME.contains(c))
    } else {
        written.len() >= 2
    };
    if !fits {
        return None;
    }
    let value = people::nearly(&written, person)
        .map_or(Value::Name(written), |payments| Value::Payee { payments, exact: false });
    Some((span, value))
}

fn place_named(text: &Text, span: Range<usize>) -> Option<(Range<usize>, Value)> {
    let (span, written) = trimmed(text, span)?;
    let length = written.chars().count();
    let plain = &text.plain[span.clone()];
    let fits = (2..=MOST_HAN * 3).contains(&length) && !plain.iter().any(|character| HAN_NO_NAME.contains(character));
    let short = plain.iter().filter(|character| is_han(**character)).count() <= MOST_HAN;
    let silent = ["哪里", "哪儿", "哪", "线", "家", "外面", "国外", "网上", "手机", "柜台"].contains(&written.as_str());
    (fits && short && !silent).then_some((span, Value::Place(written)))
}

fn trimmed(text: &Text, span: Range<usize>) -> Option<(Range<usize>, String)> {
    let (mut start, mut end) = (span.start, span.end);
    while start < end && text.plain[start] == ' ' {
        start += 1;
    }
    while end > start && text.plain[end - 1] == ' ' {
        end -= 1;
    }
    let span = start..end;
    (start < end && text.is_free(&span)).then(|| (span.clone(), text.written(&span)))
}

/// Everything that `read` finds where nothing else was found, from left to right.
pub fn every(text: &Text, read: impl Fn(&Text, usize) -> Option<(Range<usize>, Value)>) -> Vec<(Range<usize>, Value)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.plain.len() {
        let next = read(text, at).filter(|(span, _)| span.end > at && text.is_free(span));
        at = next.as_ref().map_or(at + 1, |(span, _)| span.end);
        found.extend(next);
    }
    found
}
