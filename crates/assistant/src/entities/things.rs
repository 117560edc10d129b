//! Kinds of things, places, names of people who are not on the list, and references: told by the words around them.

use std::ops::Range;

use super::{Category, Person, Value, people, text::Text};
use crate::normalise::is_han;

/// How long a name or a place may be.
const MOST_WORDS: usize = 4;
const MOST_HAN: usize = 8;

/// How long a reference may be, in characters.
const LONGEST_REFERENCE: usize = 18;

/// What a kind of thing is called, the longest first where one begins another.
const CATEGORIES: &[(Category, &[&str])] = &[
    (
        Category::Groceries,
        &[
            "food shopping",
            "groceries",
            "grocery",
            "supermarkets",
            "supermarket",
            "food shop",
            "买菜",
            "超市",
            "食品",
            "日用品",
            "菜钱",
            "伙食",
        ],
    ),
    (
        Category::EatingOut,
        &[
            "eating out",
            "restaurants",
            "restaurant",
            "takeaways",
            "takeaway",
            "take away",
            "coffee",
            "cafes",
            "pubs",
            "dining out",
            "meals out",
            "lunches",
            "外卖",
            "吃饭",
            "餐饮",
            "餐馆",
            "饭店",
            "下馆子",
            "咖啡",
            "聚餐",
            "吃喝",
        ],
    ),
    (
        Category::Transport,
        &[
            "public transport",
            "transport",
            "trains",
            "train fares",
            "train tickets",
            "petrol",
            "fuel",
            "buses",
            "taxis",
            "parking",
            "travel to work",
            "交通",
            "打车",
            "加油",
            "坐车",
            "地铁",
            "火车票",
            "停车",
            "车费",
        ],
    ),
    (Category::Shopping, &["clothes", "clothing", "shoes", "shopping", "衣服", "购物", "网购", "买衣服", "鞋子"]),
    (
        Category::Health,
        &[
            "chemist",
            "pharmacy",
            "dentist",
            "doctor",
            "doctors",
            "medicine",
            "medicines",
            "prescriptions",
            "optician",
            "看病",
            "买药",
            "医疗",
            "药费",
            "牙医",
            "看牙",
        ],
    ),
    (
        Category::Leisure,
        &[
            "holidays",
            "holiday",
            "cinema",
            "gym",
            "entertainment",
            "going out",
            "concerts",
            "hobbies",
            "旅游",
            "旅行",
            "娱乐",
            "电影",
            "健身",
            "度假",
        ],
    ),
    (
        Category::Communication,
        &[
            "phone bills",
            "phone bill",
            "mobile bill",
            "broadband",
            "internet",
            "subscriptions",
            "phone",
            "电话费",
            "话费",
            "宽带",
            "网费",
            "会员费",
            "订阅",
            "手机费",
        ],
    ),
    (
        Category::Home,
        &[
            "council tax",
            "gas and electricity",
            "electricity",
            "energy bills",
            "energy",
            "utilities",
            "water bill",
            "gas bill",
            "rent",
            "mortgage",
            "房租",
            "水电费",
            "水电",
            "电费",
            "水费",
            "燃气费",
            "煤气费",
            "物业费",
            "房贷",
        ],
    ),
    (
        Category::Income,
        &[
            "state pension",
            "pension",
            "wages",
            "wage",
            "salary",
            "paycheck",
            "pay cheque",
            "benefits",
            "universal credit",
            "养老金",
            "退休金",
            "工资",
            "薪水",
            "薪资",
            "奖金",
            "补贴",
            "低保",
        ],
    ),
    (Category::Cash, &["cash", "现金"]),
    (Category::Bank, &["bank charges", "bank fees", "银行手续费"]),
];

/// What says in English that a reference follows.
const REFERENCES: &[&str] = &[
    "with reference",
    "with the reference",
    "reference",
    "ref",
    "with the message",
    "备注写",
    "备注",
    "附言写",
    "附言",
    "留言写",
    "留言",
];

/// Every kind of thing.
pub fn categories(text: &Text) -> Vec<(Range<usize>, Value)> {
    every(text, |text, at| {
        let (category, end) =
            CATEGORIES.iter().find_map(|(category, names)| text.first(at, names).map(|end| (*category, end)))?;
        // "My phone" is a thing, "on my phone" an expense only where money is spoken of.
        let phone = text.has(at, "phone").is_some();
        let spent =
            ["spend", "spent", "cost", "costs"].iter().any(|verb| text.words.iter().any(|word| word.text == *verb));
        (!phone || spent).then_some((at..end, Value::Category(category)))
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

/// What stands before a shop, before who is paid, and what ends either.
const AT: &[&str] = &["at", "from", "by"];
const TO: &[&str] = &["pay", "paid", "paying", "send", "give", "to", "ask"];
const NO_NAME: &[&str] = &[
    "a",
    "an",
    "the",
    "my",
    "me",
    "you",
    "your",
    "our",
    "his",
    "her",
    "their",
    "it",
    "them",
    "him",
    "someone",
    "somebody",
    "anyone",
    "anybody",
    "everyone",
    "all",
    "any",
    "this",
    "that",
    "these",
    "those",
    "last",
    "next",
    "for",
    "on",
    "in",
    "at",
    "from",
    "to",
    "by",
    "of",
    "with",
    "and",
    "or",
    "is",
    "was",
    "has",
    "have",
    "do",
    "does",
    "did",
    "if",
    "so",
    "but",
    "when",
    "what",
    "where",
    "why",
    "how",
    "who",
    "which",
    "please",
    "pls",
    "money",
    "bank",
    "account",
    "accounts",
    "friend",
    "family",
    "people",
    "person",
    "abroad",
    "again",
    "back",
    "more",
    "less",
    "not",
    "no",
    "yes",
    "today",
    "tomorrow",
    "yesterday",
    "now",
    "then",
    "every",
    "each",
    "once",
    "twice",
    "i",
    "we",
    "they",
    "he",
    "she",
    "bills",
    "bill",
    "see",
    "use",
    "get",
    "change",
    "make",
    "open",
    "close",
    "stop",
    "know",
    "find",
    "check",
    "pay",
    "send",
    "transfer",
    "move",
    "another",
    "other",
    "one",
    "two",
    "home",
    "work",
    "night",
    "least",
    "most",
    "time",
    "page",
    "mistake",
    "phone",
    "text",
    "email",
    "post",
    "sending",
    "paying",
    "same",
    "over",
    "into",
    "because",
    "about",
    "just",
    "instead",
    "since",
    "until",
    "weekly",
    "monthly",
    "card",
    "cash",
    "savings",
    "current",
    "joint",
    "here",
    "there",
    "off",
    "up",
    "out",
    "down",
    "be",
    "can",
    "could",
    "will",
    "would",
    "should",
    "also",
    "too",
    "still",
    "already",
    "dont",
    "didnt",
    "took",
    "take",
    "taken",
    "charge",
    "charged",
    "come",
    "comes",
    "go",
    "goes",
    "ref",
    "reference",
    "quid",
    "pounds",
    "pound",
    "euros",
    "dollars",
    "yuan",
    "starting",
    "between",
    "during",
    "own",
    "new",
    "wrong",
    "right",
    "first",
    "second",
    "extra",
    "some",
    "anything",
    "something",
    "nothing",
];

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
    if !(place || person_like || asked || about || (whole && alone(text, &span))) {
        // Somebody of the list may be written nearly right anywhere where a capital letter says it is a name.
        let payments = people::nearly(&written, person).filter(|_| capital && at > 0)?;
        return Some((span, Value::Payee { payments, exact: false }));
    }
    if let Some(payments) = people::nearly(&written, person).filter(|_| !asked && written.chars().count() >= 3) {
        return Some((span, Value::Payee { payments, exact: false }));
    }
    if !capital {
        return None;
    }
    let value = if place || asked || about { Value::Place(written) } else { Value::Name(written) };
    Some((span, value))
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

/// What stands around who is paid in Chinese, and around a shop.
const HAN_VERBS: &[&str] = &["转", "付", "打", "汇", "寄", "还", "发", "交"];
const HAN_NO_NAME: &[char] = &[
    '我', '你', '您', '他', '她', '它', '谁', '别', '人', '钱', '的', '这', '那', '哪', '什', '家', '大', '自', '银',
    '账', '户', '里', '了', '一', '们',
];

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
        && !matches!(text.plain[end], ',' | '?' | '.' | '!' | ';' | ':')
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
