//! One message: text, gaps, and choices by a number or a word (Fluent 1.0). What a plural is, ICU says.

use std::sync::Arc;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use super::Value;

/// A message, as it is said.
#[derive(Debug, Clone)]
pub(super) enum Message {
    /// Nothing to put in.
    Plain(String),
    /// Text, and what stands between.
    Joined(Vec<Piece>),
}

/// A part of a message.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Text(String),
    /// The name of a value.
    Gap(String),
    Choice(Choice),
}

/// One of several texts, chosen by a value.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    by: String,
    variants: Vec<(Case, Vec<Piece>)>,
    otherwise: Vec<Piece>,
    /// Whose plurals are meant.
    locale: Arc<Locale>,
}

/// When a variant is meant.
#[derive(Debug, Clone, PartialEq)]
enum Case {
    Exactly(i64),
    /// By this word, or by the category of a number.
    Named(String),
}

impl Message {
    /// What it says with `values` put in.
    pub(super) fn filled(&self, values: &[(&str, Value<'_>)]) -> String {
        match self {
            Self::Plain(text) => text.clone(),
            Self::Joined(pieces) => {
                let mut said = String::with_capacity(64);
                join(pieces, values, &mut said);
                said
            }
        }
    }

    /// Puts brackets around it.
    pub(super) fn bracket(&mut self) {
        match self {
            Self::Plain(text) => *text = format!("[{text}]"),
            Self::Joined(pieces) => {
                pieces.insert(0, Piece::Text("[".to_owned()));
                pieces.push(Piece::Text("]".to_owned()));
            }
        }
    }
}

fn join(pieces: &[Piece], values: &[(&str, Value<'_>)], said: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => said.push_str(text),
            Piece::Gap(name) => match value(name, values) {
                Some(Value::Text(text)) => said.push_str(text),
                Some(Value::Number(number)) => said.push_str(&number.to_string()),
                None => said.push_str(name),
            },
            Piece::Choice(choice) => join(choice.chosen(values), values, said),
        }
    }
}

fn value<'a>(name: &str, values: &'a [(&str, Value<'a>)]) -> Option<&'a Value<'a>> {
    let found = values.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
    if found.is_none() {
        tracing::error!(name, "a message was not given what it wants");
    }
    found
}

impl Choice {
    fn chosen(&self, values: &[(&str, Value<'_>)]) -> &[Piece] {
        let fits = |case: &Case| match value(&self.by, values) {
            Some(Value::Number(number)) => match case {
                Case::Exactly(exact) => exact == number,
                Case::Named(name) => name == category(&self.locale, *number),
            },
            Some(Value::Text(text)) => matches!(case, Case::Named(name) if name == text),
            None => false,
        };
        self.variants.iter().find(|(case, _)| fits(case)).map_or(&self.otherwise, |(_, pieces)| pieces)
    }
}

/// The plural of a number: there are few such messages, and fewer of them on a page.
fn category(locale: &Locale, number: i64) -> &'static str {
    let rules = PluralRules::try_new_cardinal(locale.into()).expect("ICU has rules for every language, if only one");
    match rules.category_for(number) {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// How the messages of one language are read.
pub(super) struct Reading<'a> {
    locale: Arc<Locale>,
    /// What becomes of each text.
    change: &'a dyn Fn(&str) -> String,
}

impl<'a> Reading<'a> {
    /// Of the language of `locale`.
    pub(super) fn new(locale: &Locale, change: &'a dyn Fn(&str) -> String) -> Self {
        Self { locale: Arc::new(locale.clone()), change }
    }

    /// The message of a pattern.
    pub(super) fn message(&self, pattern: &Pattern<&str>) -> Message {
        let pieces = self.pieces(pattern);
        if pieces.iter().any(|piece| !matches!(piece, Piece::Text(_))) {
            return Message::Joined(pieces);
        }
        let mut said = String::new();
        join(&pieces, &[], &mut said);
        Message::Plain(said)
    }

    fn pieces(&self, pattern: &Pattern<&str>) -> Vec<Piece> {
        pattern.elements.iter().map(|element| self.piece(element)).collect()
    }

    fn piece(&self, element: &PatternElement<&str>) -> Piece {
        if let Some(text) = text_of(element) {
            return Piece::Text((self.change)(text));
        }
        match element {
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Piece::Gap(id.name.to_owned()),
            PatternElement::Placeable {
                expression: Expression::Select { selector: InlineExpression::VariableReference { id }, variants },
            } => self.choice(id.name, variants),
            // `cargo xtask locales` refuses whatever else Fluent knows: nothing here needs it.
            _ => Piece::Text(String::new()),
        }
    }

    fn choice(&self, by: &str, variants: &[Variant<&str>]) -> Piece {
        let default = variants.iter().find(|variant| variant.default);
        let cases = variants.iter().map(|variant| (case(&variant.key), self.pieces(&variant.value))).collect();
        Piece::Choice(Choice {
            by: by.to_owned(),
            variants: cases,
            otherwise: default.map(|variant| self.pieces(&variant.value)).unwrap_or_default(),
            locale: Arc::clone(&self.locale),
        })
    }
}

fn case(key: &VariantKey<&str>) -> Case {
    match key {
        VariantKey::Identifier { name } => Case::Named((*name).to_owned()),
        VariantKey::NumberLiteral { value } => {
            value.parse().map_or_else(|_| Case::Named((*value).to_owned()), Case::Exactly)
        }
    }
}

/// The text of an element that is nothing else.
pub(super) fn text_of<'a>(element: &PatternElement<&'a str>) -> Option<&'a str> {
    match element {
        PatternElement::TextElement { value } => Some(value),
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
            Some(value)
        }
        PatternElement::Placeable { .. } => None,
    }
}
