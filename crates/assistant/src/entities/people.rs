//! The people somebody pays and the accounts they have, by the names these go by.

use std::ops::Range;

use model::PaymentId;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::{AccountKind, Person, Value, text::Text, things, things::every};
use crate::{
    lane::{distance, sound},
    normalise::{fold, is_han},
};

/// Names that are words as well: such a name is one where it has a capital letter inside a sentence, or follows on who is
/// paid.
const ALSO_WORDS: &[&str] = &[
    "will", "may", "mark", "rose", "bill", "grace", "june", "april", "hope", "faith", "rich", "bob", "jack", "pat",
    "sue", "art", "joy", "penny", "dawn", "guy", "house", "home", "may", "summer", "august", "chase", "drew", "grant",
    "frank", "young", "long", "king", "price", "day", "bank", "savings", "hill", "wright",
];

/// What stands before somebody who is paid.
const LEADS: &[&str] =
    &["pay", "to", "send", "give", "for", "from", "with", "and", "not", "owe", "ask", "mr", "mrs", "ms", "dr", "dear"];

/// A name somebody goes by.
struct Alias {
    plain: Vec<char>,
    payment: PaymentId,
    /// Whether it is all of the name, or the nickname.
    whole: bool,
}

/// The plain form of a name: as [`fold`], without accents, so that Muller is Müller.
fn bare(name: &str) -> Vec<char> {
    fold(name).nfd().filter(|character| !is_combining_mark(*character)).collect()
}

fn aliases(person: &Person) -> Vec<Alias> {
    let mut aliases = Vec::new();
    for payee in &person.payees {
        let mut add = |name: &str, whole: bool| {
            let plain = bare(name);
            if !plain.is_empty() {
                aliases.push(Alias { plain, payment: payee.payment, whole });
            }
        };
        add(&payee.name, true);
        add(&payee.nickname, true);
        let parts: Vec<&str> = payee.name.split_whitespace().collect();
        if let [first, .., last] = parts[..] {
            add(first, false);
            add(last, false);
        }
        let han: Vec<char> = payee.name.chars().filter(|character| is_han(*character)).collect();
        if han.len() == 3 && payee.name.chars().count() == 3 {
            add(&String::from_iter(&han[1..]), false);
        }
        let nick: Vec<char> = payee.nickname.chars().collect();
        // 妈妈 is 妈 as well.
        if let [one, other] = nick[..]
            && one == other
            && is_han(one)
        {
            add(&one.to_string(), false);
        }
    }
    aliases
}

/// The characters of a text without accents, one for one.
fn unaccented(text: &Text) -> Vec<char> {
    let base = |character: &char| [*character].into_iter().nfd().next().unwrap_or(*character);
    text.plain.iter().map(base).collect()
}

/// Everybody who is named as they are called.
pub fn payees(text: &Text, person: &Person) -> Vec<(Range<usize>, Value)> {
    let (aliases, plain) = (aliases(person), unaccented(text));
    every(text, |text, at| payee_at(text, &plain, at, &aliases, person))
}

fn payee_at(
    text: &Text,
    plain: &[char],
    at: usize,
    aliases: &[Alias],
    person: &Person,
) -> Option<(Range<usize>, Value)> {
    let stands = |alias: &&Alias| {
        let end = at + alias.plain.len();
        let han = alias.plain.iter().all(|character| is_han(*character));
        // In Chinese an amount follows on a name without a space.
        let ends = text.is_edge(end) || plain.get(end).is_some_and(char::is_ascii_digit);
        let alone = alias.plain.len() == plain.len();
        let called = han && (alone || text.follows(at, &["给", "转给", "付给"]));
        plain.get(at..end) == Some(&alias.plain[..])
            && (han || (text.is_edge(at) && ends))
            && (alias.whole || alias.plain.len() >= if han { 2 } else { 3 } || called)
            && is_meant(text, at, &alias.plain)
    };
    let longest = aliases.iter().filter(stands).map(|alias| alias.plain.len()).max()?;
    let those = || aliases.iter().filter(stands).filter(|alias| alias.plain.len() == longest);
    let span = at..at + longest;
    if !those().any(|alias| alias.whole)
        && let Some(other) = longer_name(text, &span, person)
    {
        return other;
    }
    let mut payments: Vec<PaymentId> = those().map(|alias| alias.payment).collect();
    payments.sort_unstable();
    payments.dedup();
    Some((span, Value::Payee { payments, exact: true }))
}

/// Anna Smith is not Anna Kowalska: where a part of a name stands beside another word with a capital letter, both are the
/// name, be it of somebody on the list with an error in it. `Some(None)` where the name began before.
#[expect(clippy::option_option, reason = "there is no longer name, or there is one that is read elsewhere")]
fn longer_name(text: &Text, span: &Range<usize>, person: &Person) -> Option<Option<(Range<usize>, Value)>> {
    let number = text.word_at(span.start)?;
    let is_part = |number: usize| {
        let word = &text.words[number];
        text.shown[word.span.start].is_uppercase() && word.text.chars().all(char::is_alphabetic)
    };
    if number > 0
        && text.are_beside(number - 1, number)
        && is_part(number - 1)
        && !things::is_no_name(text.word(number - 1))
    {
        return Some(None);
    }
    let next = number + 1;
    if next >= text.words.len()
        || !text.are_beside(number, next)
        || !is_part(next)
        || things::is_no_name(text.word(next))
    {
        return None;
    }
    let whole = span.start..text.words[next].span.end;
    let written = text.written(&whole);
    let value =
        nearly(&written, person).map_or(Value::Name(written), |payments| Value::Payee { payments, exact: false });
    Some(Some((whole, value)))
}

/// Whether a name that is a word as well is meant as a name.
fn is_meant(text: &Text, at: usize, alias: &[char]) -> bool {
    let alias = String::from_iter(alias);
    let capital = text.shown[at].is_uppercase();
    !ALSO_WORDS.contains(&alias.as_str()) || (capital && at > 0) || text.follows(at, LEADS) || text.words.len() == 1
}

/// Somebody whose name is nearly `name`; one letter of five may be wrong, in Chinese a character of the same sound.
pub fn nearly(name: &str, person: &Person) -> Option<Vec<PaymentId>> {
    let name = bare(name);
    let allowed = match name.len() {
        0..=2 => 0,
        3..=7 => 1,
        _ => 2,
    };
    let han = name.iter().all(|character| is_han(*character));
    let alike = |alias: &&Alias| {
        if han {
            let same = name.iter().zip(&alias.plain).filter(|(one, other)| sound(**one) == sound(**other)).count();
            return name.len() == alias.plain.len() && same == name.len() && name.len() >= 2;
        }
        alias.plain.first() == name.first()
            && alias.plain.len().abs_diff(name.len()) <= allowed
            && distance(&alias.plain, &name) <= allowed
    };
    let mut payments: Vec<PaymentId> = aliases(person).iter().filter(alike).map(|alias| alias.payment).collect();
    payments.sort_unstable();
    payments.dedup();
    (!payments.is_empty()).then_some(payments)
}

/// What an account of a kind is called, the longest first.
const KINDS: &[(AccountKind, &[&str])] = &[
    (
        AccountKind::Current,
        &[
            "current account",
            "checking account",
            "everyday account",
            "current",
            "活期账户",
            "活期",
            "日常账户",
            "往来账户",
            "经常账户",
        ],
    ),
    (
        AccountKind::Savings,
        &["savings account", "saving account", "savings", "saver", "储蓄账户", "储蓄", "存款账户", "定期账户"],
    ),
    (AccountKind::Joint, &["joint account", "shared account", "joint", "联名账户", "联名", "共同账户", "夫妻账户"]),
    (AccountKind::Business, &["business account", "company account", "business", "企业账户", "公司账户", "对公账户"]),
];

/// What says that the number of an account follows.
const ENDINGS: &[&str] = &["ending in", "ending with", "ending", "ends in", "尾号是", "尾号为", "尾号"];

/// Every account that is named.
pub fn accounts(text: &Text, person: &Person) -> Vec<(Range<usize>, Value)> {
    every(text, |text, at| account_at(text, at, person))
}

fn account_at(text: &Text, at: usize, person: &Person) -> Option<(Range<usize>, Value)> {
    named(text, at, person).or_else(|| by_ending(text, at, person)).or_else(|| by_kind(text, at, person))
}

/// An account by the name its owner gave it.
fn named(text: &Text, at: usize, person: &Person) -> Option<(Range<usize>, Value)> {
    let mut best: Option<(usize, Vec<model::AccountId>)> = None;
    for account in &person.accounts {
        let name: String = bare(&account.name).into_iter().collect();
        let Some(end) = (!name.is_empty()).then(|| text.has(at, &name)).flatten() else { continue };
        let longer = text.first(text.after_spaces(end), &["account", "账户", "户头"]);
        // "House" is an account, "my house" and "move house" are not.
        let common = ALSO_WORDS.contains(&name.as_str()) && !text.shown[at].is_uppercase();
        if common && longer.is_none() {
            continue;
        }
        let end = longer.unwrap_or(end);
        match &mut best {
            Some((longest, ids)) if *longest == end => ids.push(account.id),
            Some((longest, _)) if *longest > end => {}
            _ => best = Some((end, vec![account.id])),
        }
    }
    best.map(|(end, ids)| (at..end, Value::Account(ids)))
}

/// An account by the last digits of its number.
fn by_ending(text: &Text, at: usize, person: &Person) -> Option<(Range<usize>, Value)> {
    let ids: Vec<_> = person
        .accounts
        .iter()
        .filter(|account| {
            !account.ending.is_empty() && text.has(at, &account.ending).is_some() && text.follows(at, ENDINGS)
        })
        .map(|account| account.id)
        .collect();
    let end = at + person.accounts.iter().find(|account| ids.contains(&account.id))?.ending.len();
    Some((at..end, Value::Account(ids)))
}

/// An account by what it is for, of which there may be several, and none.
fn by_kind(text: &Text, at: usize, person: &Person) -> Option<(Range<usize>, Value)> {
    let (kind, end) = KINDS.iter().find_map(|(kind, names)| text.first(at, names).map(|end| (*kind, end)))?;
    let ids: Vec<_> = person.accounts.iter().filter(|account| account.kind == kind).map(|account| account.id).collect();
    (!ids.is_empty()).then_some((at..end, Value::Account(ids)))
}
