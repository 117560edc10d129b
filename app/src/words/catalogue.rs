//! The messages of `locales`, read once and kept in the shape in which they are fastest to say.

use std::{borrow::Cow, sync::OnceLock};

use fluent_syntax::ast::{Entry, Resource};
use icu_locale_core::Locale;
use model::Language;
use rustc_hash::FxHashMap;

use super::{
    days::Days,
    message::{Message, Reading},
    numbers::Numbers,
    pseudo,
};

/// Every language's code and the texts of its files.
const LOCALES: &[(&str, &[&str])] = &include!(concat!(env!("OUT_DIR"), "/locales.rs"));

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

/// Every message of one language, and how it writes numbers and days.
pub(super) struct Catalogue {
    /// Looked up hundreds of times for one page, by keys that are all our own: a fast hash will do.
    messages: FxHashMap<String, Message>,
    pub(super) locale: Locale,
    pub(super) numbers: Numbers,
    pub(super) days: Days,
}

impl Catalogue {
    /// The catalogue of `language`, read on first use and then shared by all.
    pub(super) fn of(language: Language) -> &'static Self {
        static READ: [OnceLock<Catalogue>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
        READ[language as usize].get_or_init(|| Self::read(language, &str::to_owned))
    }

    /// English in disguise: every text of ours is recognised as such, and a sentence without it is none of ours.
    pub(super) fn pseudo() -> &'static Self {
        static READ: OnceLock<Catalogue> = OnceLock::new();
        READ.get_or_init(|| {
            let mut catalogue = Self::read(Language::En, &pseudo::disguised);
            for (key, message) in &mut catalogue.messages {
                if pseudo::is_read(key) {
                    message.bracket();
                } else if let Some(plain) = Self::of(Language::En).messages.get(key) {
                    *message = plain.clone();
                }
            }
            catalogue.days.bracket();
            catalogue
        })
    }

    fn read(language: Language, change: &dyn Fn(&str) -> String) -> Self {
        let files = LOCALES.iter().find(|(code, _)| *code == language.code()).map_or(&[][..], |(_, files)| *files);
        let resources: Vec<Resource<&str>> = files.iter().map(|file| parsed(file)).collect();
        let tag = resources.iter().find_map(language_tag).unwrap_or(language.code());
        let locale: Locale = tag.parse().unwrap_or_else(|error| {
            tracing::error!(tag, %error, "a language has no tag that can be read; English rules are used");
            Locale::UNKNOWN
        });
        let reading = Reading::new(&locale, change);
        let mut messages = FxHashMap::default();
        for entry in resources.iter().flat_map(|resource| &resource.body) {
            if let Entry::Message(message) = entry
                && let Some(pattern) = &message.value
            {
                messages.entry(message.id.name.to_owned()).or_insert_with(|| reading.message(pattern));
            }
        }
        let (numbers, days) = (Numbers::of(&locale, &messages), Days::of(&locale));
        Self { messages, locale, numbers, days }
    }

    /// The message `key` without anything put in. `None` where there is no such message, or it wants something.
    pub(super) fn plain(&self, key: &str) -> Option<&str> {
        match self.messages.get(key)? {
            Message::Plain(text) => Some(text),
            Message::Joined(_) => None,
        }
    }

    /// The message `key` with `values` put in. `None` where there is no such message.
    pub(super) fn filled(&self, key: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
        self.messages.get(key).map(|message| message.filled(values))
    }

    /// The keys of all messages.
    #[cfg(test)]
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }
}

/// What can be read of a file; a test and `cargo xtask locales` find what cannot.
fn parsed(file: &'static str) -> Resource<&'static str> {
    fluent_syntax::parser::parse(file).unwrap_or_else(|(resource, errors)| {
        tracing::error!(?errors, "a file of messages has mistakes; what can be read of it is used");
        resource
    })
}

/// The tag that a language gives itself (BCP 47): `language-tag`.
fn language_tag(resource: &Resource<&'static str>) -> Option<&'static str> {
    resource.body.iter().find_map(|entry| match entry {
        Entry::Message(message) if message.id.name == "language-tag" => {
            message.value.as_ref()?.elements.iter().find_map(super::message::text_of)
        }
        _ => None,
    })
}
