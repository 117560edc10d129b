//! Whether a message that chooses by a number has a form for every plural of its language, and none that the
//! language never uses. Which those are, CLDR says.

use std::collections::BTreeSet;

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use super::messages::Messages;
use crate::Outcome;

/// Adds a complaint for every choice that has too few forms or too many.
pub fn check(language: &str, messages: &Messages, complaints: &mut Vec<String>) -> Outcome {
    let wanted = categories(language)?;
    for (key, message) in messages {
        for found in message.plurals.iter().filter(|found| **found != wanted) {
            complaints.push(format!(
                "{}: `{key}` has the plurals {}; {language} has {}.",
                message.file.display(),
                listed(found),
                listed(&wanted),
            ));
        }
    }
    Ok(())
}

fn listed(words: &BTreeSet<String>) -> String {
    words.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn categories(language: &str) -> Outcome<BTreeSet<String>> {
    let locale: Locale = language.parse().map_err(|error| format!("`{language}` is no language: {error}."))?;
    let rules = PluralRules::try_new(locale.into(), PluralRulesOptions::default())
        .map_err(|error| format!("The plurals of `{language}` are not known: {error}."))?;
    Ok(rules.categories().map(|category| word(category).to_owned()).collect())
}

const fn word(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_plurals() {
        for (language, words) in [("en", "one, other"), ("zh", "other"), ("es", "many, one, other")] {
            assert_eq!(listed(&categories(language).expect("a language")), words, "{language}");
        }
    }
}
