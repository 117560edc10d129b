//! The messages of `locales`, read once and kept in the shape in which they are fastest to say.

use std::{borrow::Cow, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast;
use model::Language;
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

/// The files of one language, in alphabetical order.
macro_rules! files {
    ($language:literal) => {
        [
            include_str!(concat!("../../locales/", $language, "/accessibility.ftl")),
            include_str!(concat!("../../locales/", $language, "/accounts.ftl")),
            include_str!(concat!("../../locales/", $language, "/articles.ftl")),
            include_str!(concat!("../../locales/", $language, "/common.ftl")),
            include_str!(concat!("../../locales/", $language, "/components.ftl")),
            include_str!(concat!("../../locales/", $language, "/errors.ftl")),
            include_str!(concat!("../../locales/", $language, "/gallery.ftl")),
            include_str!(concat!("../../locales/", $language, "/help.ftl")),
            include_str!(concat!("../../locales/", $language, "/home.ftl")),
            include_str!(concat!("../../locales/", $language, "/islands.ftl")),
            include_str!(concat!("../../locales/", $language, "/offline.ftl")),
            include_str!(concat!("../../locales/", $language, "/pay.ftl")),
            include_str!(concat!("../../locales/", $language, "/sign-in.ftl")),
            include_str!(concat!("../../locales/", $language, "/you.ftl")),
        ]
    };
}

/// A value put into a message.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// Text, put in as it is.
    Text(Cow<'a, str>),
    /// A number that a message may choose a plural by.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                // A count that does not fit 63 bits is not a count of anything in this bank.
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}

numbers!(i8, i32, i64, u8, u32, u64, usize);

/// One message, as it is said.
enum Message {
    /// Nothing to put in.
    Plain(String),
    /// Text and the names of what stands between.
    Joined(Vec<Piece>),
    /// It chooses by a number or a word.
    Chosen,
}

enum Piece {
    Text(String),
    Name(String),
}

/// Every message of one language.
pub(super) struct Catalogue {
    /// Looked up hundreds of times for one page, by keys that are all our own: a fast hash will do.
    messages: FxHashMap<String, Message>,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The catalogue of `language`, read on first use and then shared by all.
    pub(super) fn of(language: Language) -> &'static Self {
        static EN: OnceLock<Catalogue> = OnceLock::new();
        static ZH: OnceLock<Catalogue> = OnceLock::new();
        match language {
            Language::En => EN.get_or_init(|| Self::read(language, &files!("en"))),
            Language::Zh => ZH.get_or_init(|| Self::read(language, &files!("zh"))),
        }
    }

    fn read(language: Language, files: &[&str]) -> Self {
        // Only plurals look at it, and they are of the language whatever the country.
        let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // The marks around what is put in would stand in titles, mails and copied text; the pages isolate names.
        bundle.set_use_isolating(false);
        let mut messages = FxHashMap::default();
        for file in files {
            let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, errors)| {
                tracing::error!(?errors, "a file of messages has mistakes; what can be read of it is used");
                resource
            });
            collect(&resource, &mut messages);
            if let Err(errors) = bundle.add_resource(resource) {
                tracing::error!(?errors, "a message is there twice; the first is used");
            }
        }
        Self { messages, bundle }
    }

    /// The message `key` without anything put in. `None` where there is no such message, or it wants something.
    pub(super) fn plain(&self, key: &str) -> Option<&str> {
        match self.messages.get(key)? {
            Message::Plain(text) => Some(text),
            Message::Joined(_) | Message::Chosen => None,
        }
    }

    /// The message `key` with `values` put in. `None` where there is no such message.
    pub(super) fn filled(&self, key: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
        match self.messages.get(key)? {
            Message::Plain(text) => Some(text.clone()),
            Message::Joined(pieces) => Some(join(pieces, values)),
            Message::Chosen => self.chosen(key, values),
        }
    }

    fn chosen(&self, key: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            let value = match value {
                Value::Text(text) => FluentValue::from(text.as_ref()),
                Value::Number(number) => FluentValue::from(*number),
            };
            arguments.set(*name, value);
        }
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "a message was not given what it wants");
        }
        Some(said)
    }

    /// The keys of all messages.
    #[cfg(test)]
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }
}

fn join(pieces: &[Piece], values: &[(&str, Value<'_>)]) -> String {
    let mut said = String::with_capacity(64);
    for piece in pieces {
        match piece {
            Piece::Text(text) => said.push_str(text),
            Piece::Name(name) => match values.iter().find(|(known, _)| known == name) {
                Some((_, Value::Text(text))) => said.push_str(text),
                Some((_, Value::Number(number))) => said.push_str(&number.to_string()),
                None => {
                    tracing::error!(name, "a message was not given what it wants");
                    said.push_str(name);
                }
            },
        }
    }
    said
}

fn collect(resource: &FluentResource, messages: &mut FxHashMap<String, Message>) {
    for entry in resource.entries() {
        if let ast::Entry::Message(message) = entry
            && let Some(pattern) = &message.value
        {
            messages.entry(message.id.name.to_owned()).or_insert_with(|| shape(pattern));
        }
    }
}

fn shape(pattern: &ast::Pattern<&str>) -> Message {
    let pieces: Option<Vec<Piece>> = pattern.elements.iter().map(piece).collect();
    match pieces {
        None => Message::Chosen,
        Some(pieces) if pieces.iter().all(|piece| matches!(piece, Piece::Text(_))) => {
            Message::Plain(join(&pieces, &[]))
        }
        Some(pieces) => Message::Joined(pieces),
    }
}

fn piece(element: &ast::PatternElement<&str>) -> Option<Piece> {
    match element {
        ast::PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
        ast::PatternElement::Placeable { expression: ast::Expression::Inline(inline) } => match inline {
            ast::InlineExpression::VariableReference { id } => Some(Piece::Name(id.name.to_owned())),
            ast::InlineExpression::StringLiteral { value } if !value.contains('\\') => {
                Some(Piece::Text((*value).to_owned()))
            }
            _ => None,
        },
        ast::PatternElement::Placeable { .. } => None,
    }
}
