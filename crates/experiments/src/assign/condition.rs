//! Whom an experiment is for.
//!
//! The language is GrowthBook's, as far as it speaks of single values: what is known of a visitor here is a mode, a
//! language, a kind of device and how long they have been a customer. What it cannot say is refused when it is read;
//! an operator that is not understood must not quietly be true of nobody.

use std::{cmp::Ordering, collections::BTreeMap};

use serde::Deserialize;
use serde_json::{Map, Value};

/// How deep a condition may be nested.
const DEEPEST: usize = 8;

/// One thing that is known of a visitor.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Attribute {
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A word of a closed list.
    Text(String),
}

impl Attribute {
    /// As a number, the way JavaScript and so GrowthBook compare; nothing known is zero.
    fn number(known: Option<&Self>) -> Option<f64> {
        match known {
            None => Some(0.0),
            Some(Self::Flag(flag)) => Some(f64::from(u8::from(*flag))),
            Some(Self::Number(number)) => Some(*number),
            Some(Self::Text(text)) => text.trim().parse().ok(),
        }
    }
}

/// What is known of a visitor, by name. What is not known is not there.
pub type Attributes = BTreeMap<String, Attribute>;

/// Why a condition was not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Something else than an object of attributes and operators.
    #[error("a condition is an object, and `{0}` takes another kind of value")]
    Shape(String),
    /// An operator that is not in the language.
    #[error("there is no operator `{0}`: $eq $ne $in $nin $lt $lte $gt $gte $exists $not $and $or $nor")]
    Operator(String),
    /// A value that is neither a text, a number, yes or no, nor null.
    #[error("`{0}` is compared with a single value")]
    Value(String),
    /// More nesting than anybody can read.
    #[error("the condition is nested deeper than {DEEPEST}")]
    Depth,
}

/// What must be true of a visitor.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "Value")]
pub struct Condition(Node);

#[derive(Debug, Clone, PartialEq)]
enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Of(String, Test),
}

#[derive(Debug, Clone, PartialEq)]
enum Test {
    All(Vec<Test>),
    Not(Box<Test>),
    Is(Option<Attribute>),
    In(Vec<Option<Attribute>>),
    Exists(bool),
    Compared(Option<Attribute>, &'static [Ordering]),
}

impl TryFrom<Value> for Condition {
    type Error = Wrong;

    fn try_from(value: Value) -> Result<Self, Wrong> {
        Node::read(&value, "a condition", 0).map(Self)
    }
}

impl Condition {
    /// Whether it is true of whom this is known.
    #[must_use]
    pub fn holds(&self, attributes: &Attributes) -> bool {
        self.0.holds(attributes)
    }

    /// Whether it asks for one of `attributes`.
    #[must_use]
    pub fn asks(&self, attributes: &[&str]) -> bool {
        self.0.asks(attributes)
    }

    /// The first attribute it asks for that is not among `known`.
    #[must_use]
    pub fn unknown(&self, known: &[&str]) -> Option<&str> {
        self.0.unknown(known)
    }
}

impl Node {
    fn read(value: &Value, name: &str, depth: usize) -> Result<Self, Wrong> {
        if depth > DEEPEST {
            return Err(Wrong::Depth);
        }
        let parts = object(value, name)?.iter().map(|(key, value)| match key.as_str() {
            "$and" => Self::list(value, key, depth).map(Self::All),
            "$or" => Self::list(value, key, depth).map(Self::Any),
            "$nor" => Self::list(value, key, depth).map(|nodes| Self::Not(Box::new(Self::Any(nodes)))),
            "$not" => Self::read(value, key, depth + 1).map(|node| Self::Not(Box::new(node))),
            operator if operator.starts_with('$') => Err(Wrong::Operator(operator.to_owned())),
            attribute => Test::read(value, attribute, depth + 1).map(|test| Self::Of(attribute.to_owned(), test)),
        });
        parts.collect::<Result<_, _>>().map(Self::All)
    }

    fn list(value: &Value, name: &str, depth: usize) -> Result<Vec<Self>, Wrong> {
        array(value, name)?.iter().map(|node| Self::read(node, name, depth + 1)).collect()
    }

    fn unknown(&self, known: &[&str]) -> Option<&str> {
        match self {
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().find_map(|node| node.unknown(known)),
            Self::Not(node) => node.unknown(known),
            Self::Of(name, _) => (!known.contains(&name.as_str())).then_some(name),
        }
    }

    fn asks(&self, attributes: &[&str]) -> bool {
        match self {
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().any(|node| node.asks(attributes)),
            Self::Not(node) => node.asks(attributes),
            Self::Of(name, _) => attributes.contains(&name.as_str()),
        }
    }

    fn holds(&self, attributes: &Attributes) -> bool {
        match self {
            Self::All(nodes) => nodes.iter().all(|node| node.holds(attributes)),
            // One of nothing asks for nothing.
            Self::Any(nodes) => nodes.is_empty() || nodes.iter().any(|node| node.holds(attributes)),
            Self::Not(node) => !node.holds(attributes),
            Self::Of(name, test) => test.holds(attributes.get(name)),
        }
    }
}

impl Test {
    fn read(value: &Value, name: &str, depth: usize) -> Result<Self, Wrong> {
        if depth > DEEPEST {
            return Err(Wrong::Depth);
        }
        let Value::Object(operators) = value else {
            return single(value, name).map(Self::Is);
        };
        if operators.keys().any(|key| !key.starts_with('$')) {
            return Err(Wrong::Value(name.to_owned()));
        }
        let tests = operators.iter().map(|(operator, value)| Self::operator(operator, value, depth));
        tests.collect::<Result<_, _>>().map(Self::All)
    }

    fn operator(operator: &str, value: &Value, depth: usize) -> Result<Self, Wrong> {
        use Ordering::{Equal, Greater, Less};
        let compared = |orders| single(value, operator).map(|with| Self::Compared(with, orders));
        match operator {
            "$eq" => single(value, operator).map(Self::Is),
            "$ne" => single(value, operator).map(|value| Self::Not(Box::new(Self::Is(value)))),
            "$in" => Self::list(value, operator),
            "$nin" => Self::list(value, operator).map(|list| Self::Not(Box::new(list))),
            "$lt" => compared(&[Less]),
            "$lte" => compared(&[Less, Equal]),
            "$gt" => compared(&[Greater]),
            "$gte" => compared(&[Greater, Equal]),
            "$exists" => value.as_bool().map(Self::Exists).ok_or_else(|| Wrong::Shape(operator.to_owned())),
            "$not" => Self::read(value, operator, depth + 1).map(|test| Self::Not(Box::new(test))),
            _ => Err(Wrong::Operator(operator.to_owned())),
        }
    }

    fn list(value: &Value, operator: &str) -> Result<Self, Wrong> {
        array(value, operator)?.iter().map(|item| single(item, operator)).collect::<Result<_, _>>().map(Self::In)
    }

    fn holds(&self, known: Option<&Attribute>) -> bool {
        match self {
            Self::All(tests) => tests.iter().all(|test| test.holds(known)),
            Self::Not(test) => !test.holds(known),
            Self::Is(value) => value.as_ref() == known,
            Self::In(values) => values.iter().any(|value| value.as_ref() == known),
            Self::Exists(exists) => known.is_some() == *exists,
            Self::Compared(with, orders) => compare(known, with.as_ref()).is_some_and(|order| orders.contains(&order)),
        }
    }
}

/// Texts as texts, everything else as numbers.
fn compare(known: Option<&Attribute>, with: Option<&Attribute>) -> Option<Ordering> {
    if let (Some(Attribute::Text(known)), Some(Attribute::Text(with))) = (known, with) {
        return Some(known.cmp(with));
    }
    Attribute::number(known)?.partial_cmp(&Attribute::number(with)?)
}

fn object<'a>(value: &'a Value, name: &str) -> Result<&'a Map<String, Value>, Wrong> {
    value.as_object().ok_or_else(|| Wrong::Shape(name.to_owned()))
}

fn array<'a>(value: &'a Value, name: &str) -> Result<&'a [Value], Wrong> {
    value.as_array().map(Vec::as_slice).ok_or_else(|| Wrong::Shape(name.to_owned()))
}

/// A single value; `null` is what is not known.
fn single(value: &Value, name: &str) -> Result<Option<Attribute>, Wrong> {
    match value {
        Value::Null => Ok(None),
        Value::Bool(flag) => Ok(Some(Attribute::Flag(*flag))),
        Value::Number(number) => Ok(number.as_f64().map(Attribute::Number)),
        Value::String(text) => Ok(Some(Attribute::Text(text.clone()))),
        Value::Array(_) | Value::Object(_) => Err(Wrong::Value(name.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn condition(value: Value) -> Condition {
        Condition::try_from(value).unwrap()
    }

    fn known(mode: &str, days: f64) -> Attributes {
        [("mode".to_owned(), Attribute::Text(mode.to_owned())), ("days_known".to_owned(), Attribute::Number(days))]
            .into()
    }

    #[test]
    fn people_with_large_text_who_are_no_longer_new() {
        let condition = condition(json!({"mode": "large", "days_known": {"$gte": 30}}));
        assert!(condition.holds(&known("large", 30.0)));
        assert!(!condition.holds(&known("standard", 30.0)));
        assert!(!condition.holds(&known("large", 29.0)));
    }

    #[test]
    fn what_it_asks_for_is_found_however_deep_it_stands() {
        let condition = condition(json!({"$or": [{"mode": "large"}, {"$not": {"device": "phone"}}]}));
        assert!(condition.asks(&["joined", "device"]) && condition.asks(&["mode"]));
        assert!(!condition.asks(&["joined"]) && !condition.asks(&[]));
    }

    #[test]
    fn what_is_not_known_is_in_no_list_and_outside_of_every_list() {
        let nobody = Attributes::new();
        assert!(!condition(json!({"mode": {"$in": ["large", "standard"]}})).holds(&nobody));
        assert!(condition(json!({"mode": {"$nin": ["large", "standard"]}})).holds(&nobody));
        assert!(condition(json!({"mode": null})).holds(&nobody));
    }

    #[test]
    fn what_is_not_understood_is_refused_when_it_is_read() {
        let wrong = |value| Condition::try_from(value).unwrap_err();
        assert_eq!(wrong(json!({"mode": {"$regex": ".*"}})), Wrong::Operator("$regex".to_owned()));
        assert_eq!(wrong(json!({"mode": {"$in": "large"}})), Wrong::Shape("$in".to_owned()));
        assert_eq!(wrong(json!({"mode": ["large"]})), Wrong::Value("mode".to_owned()));
        let deep = (0..20).fold(json!({"mode": "large"}), |inner, _| json!({"$not": inner}));
        assert_eq!(wrong(deep), Wrong::Depth);
    }

    proptest! {
        #[test]
        fn either_a_condition_holds_or_its_opposite(mode in "large|standard", days in 0_u16..90, limit in 0_u16..90) {
            let inner = json!({"mode": "large", "days_known": {"$lt": limit}});
            let attributes = known(&mode, f64::from(days));
            prop_assert_ne!(
                condition(inner.clone()).holds(&attributes),
                condition(json!({"$not": inner})).holds(&attributes)
            );
        }
    }
}
