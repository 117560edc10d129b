//! What the files of one language say, message by message.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use super::LOCALES;
use crate::Outcome;
use crate::files;

/// Stands in a text for whatever is put in there.
pub const GAP: char = '\u{fffc}';

/// Every message of one language under its name, `key` or `key.attribute`.
pub type Messages = BTreeMap<String, Message>;

/// One message.
#[derive(Debug, Default)]
pub struct Message {
    /// What is put into it.
    pub variables: BTreeSet<String>,
    /// For each choice by a number: the categories it tells apart.
    pub plurals: Vec<BTreeSet<String>>,
    /// All it can say, with [`GAP`] for whatever is put in.
    pub texts: Vec<String>,
    /// Where it stands.
    pub file: PathBuf,
}

/// The categories that a plural can have (CLDR); a choice among other words is none of number.
const CATEGORIES: &[&str] = &["zero", "one", "two", "few", "many", "other"];

/// Every language there is: each folder of the locales is one. English comes first: the others are compared with it.
pub fn languages(root: &Path) -> Outcome<Vec<String>> {
    let folder = root.join(LOCALES);
    let entries = fs::read_dir(&folder).map_err(|error| format!("Cannot read {}: {error}.", folder.display()))?;
    let mut found: Vec<String> = entries
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    found.sort_by_key(|language| (language != "en", language.clone()));
    Ok(found)
}

/// All messages of `language`.
pub fn read(root: &Path, language: &str) -> Outcome<Messages> {
    let mut messages = Messages::new();
    let mut files = files::below(&root.join(LOCALES).join(language), "ftl")?;
    files.sort();
    for path in files {
        let text = fs::read_to_string(&path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))?;
        let file = path.strip_prefix(root).unwrap_or(&path).to_path_buf();
        let resource = fluent_syntax::parser::parse(text.as_str())
            .map_err(|(_, errors)| format!("{}: {}", file.display(), errors[0]))?;
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut patterns: Vec<(String, &Pattern<&str>)> = message
                .attributes
                .iter()
                .map(|attribute| (format!("{}.{}", message.id.name, attribute.id.name), &attribute.value))
                .collect();
            patterns.extend(message.value.iter().map(|value| (message.id.name.to_owned(), value)));
            for (key, pattern) in patterns {
                let message = Message { file: file.clone(), ..said(pattern) };
                if let Some(earlier) = messages.insert(key.clone(), message) {
                    let (first, again) = (earlier.file.display(), file.display());
                    return Err(format!("`{key}` stands in {first} and again in {again}.").into());
                }
            }
        }
    }
    Ok(messages)
}

/// What a pattern can say.
fn said(pattern: &Pattern<&str>) -> Message {
    let mut message = Message { texts: vec![String::new()], ..Message::default() };
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => message.texts.iter_mut().for_each(|text| text.push_str(value)),
            PatternElement::Placeable { expression } => put_in(expression, &mut message),
        }
    }
    message
}

fn put_in(expression: &Expression<&str>, message: &mut Message) {
    match expression {
        Expression::Inline(inline) => inline_in(inline, message),
        Expression::Select { selector, variants } => {
            variables_of(selector, &mut message.variables);
            let keys: BTreeSet<String> = variants.iter().filter_map(|variant| named(&variant.key)).collect();
            if keys.iter().all(|key| CATEGORIES.contains(&key.as_str())) {
                message.plurals.push(keys);
            }
            let before = std::mem::take(&mut message.texts);
            for variant in variants {
                let one = said(&variant.value);
                message.variables.extend(one.variables);
                message.plurals.extend(one.plurals);
                let joined = before.iter().flat_map(|start| one.texts.iter().map(move |end| format!("{start}{end}")));
                message.texts.extend(joined);
            }
        }
    }
}

/// The word of a key; an exact number is no category.
fn named(key: &VariantKey<&str>) -> Option<String> {
    match key {
        VariantKey::Identifier { name } => Some((*name).to_owned()),
        VariantKey::NumberLiteral { .. } => None,
    }
}

fn inline_in(inline: &InlineExpression<&str>, message: &mut Message) {
    variables_of(inline, &mut message.variables);
    let text = match inline {
        InlineExpression::StringLiteral { value } => (*value).to_owned(),
        InlineExpression::Placeable { expression } => return put_in(expression, message),
        _ => GAP.to_string(),
    };
    message.texts.iter_mut().for_each(|whole| whole.push_str(&text));
}

fn variables_of(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            // A language may write a month's name or its number; the source gives both.
            variables.insert(id.name.trim_end_matches("-number").to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| variables_of(argument, variables));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> Message {
        let resource = fluent_syntax::parser::parse(text).expect("it can be read");
        let Some(Entry::Message(message)) = resource.body.first() else { panic!("{text} is no message") };
        said(message.value.as_ref().expect("it has a text"))
    }

    #[test]
    fn a_choice_says_each_of_its_texts() {
        let found = message(
            "found =\n    { $count ->\n        [one] One line of { $day }.\n       *[other] { $count } lines.\n    }",
        );
        assert_eq!(found.texts, [format!("One line of {GAP}."), format!("{GAP} lines.")]);
        assert_eq!(found.variables, BTreeSet::from(["count".to_owned(), "day".to_owned()]));
        assert_eq!(found.plurals, [BTreeSet::from(["one".to_owned(), "other".to_owned()])]);
    }

    #[test]
    fn a_choice_by_a_word_is_no_plural() {
        let said = message("x = { $size ->\n    [large] Big\n   *[standard] Small\n  }");
        assert!(said.plurals.is_empty());
        assert_eq!(message("a = Balance:{ \" \" }").texts, ["Balance: "]);
    }
}
