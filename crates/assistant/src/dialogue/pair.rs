//! Two payments in one message: "pay Anna £20 and £30 to Thomas".

use super::state::Known;
use crate::{
    entities::{Entity, Value},
    normalise::fold,
};

/// What stands between two payments.
const JOINS: &[&str] = &["and", "also", "then", "plus", ",", ";", "和", "跟", "再", "还", "另", "然后", "、", "给"];

/// What stands there where the second is said instead of the first, or not at all.
const OPPOSES: &[&str] = &["not", "instead", "or", "rather", "sorry", "mean", "不", "还是", "或", "而是", "错"];

/// The number of the entity with which the second of two payments begins: each has somebody and an amount, and all of the
/// first is said before anything of the second.
pub fn boundary(text: &str, entities: &[Entity]) -> Option<usize> {
    let places = |wanted: fn(&Value) -> bool| -> Vec<usize> {
        entities.iter().enumerate().filter(|(_, entity)| wanted(&entity.value)).map(|(place, _)| place).collect()
    };
    let people = places(|value| matches!(value, Value::Payee { exact: true, .. } | Value::Name(_)));
    let amounts = places(|value| matches!(value, Value::Amount { .. }));
    let ([who, other], [amount, more]) = (&people[..], &amounts[..]) else { return None };
    let (last, first) = (*who.max(amount), *other.min(more));
    if last >= first || entities[*who].value == entities[*other].value {
        return None;
    }
    let between = fold(&text[entities[last].span.end..entities[first].span.start]);
    let words: Vec<&str> = between.split(|mark: char| mark.is_whitespace()).collect();
    let has = |phrases: &[&str]| {
        phrases.iter().any(|phrase| {
            if phrase.is_ascii() && phrase.chars().all(char::is_alphabetic) {
                words.iter().any(|word| word.trim_matches(|mark: char| !mark.is_alphanumeric()) == *phrase)
            } else {
                between.contains(phrase)
            }
        })
    };
    (has(JOINS) && !has(OPPOSES)).then_some(first)
}

/// What is said once of when and from where holds for both.
pub fn shared(one: &Known, other: &Known) -> (Known, Known) {
    let with = |part: &Known, rest: &Known| Known {
        account: part.account.or(rest.account),
        time: part.time.or(rest.time),
        every: part.every.or(rest.every),
        ..part.clone()
    };
    (with(one, other), with(other, one))
}
