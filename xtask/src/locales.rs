//! Whether English and Chinese say the same things: the same messages with the same variables, each
//! of them used by the source, and none used that is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::Outcome;
use crate::house::House;
use crate::shell::say;

/// Where the sentences are; every folder below is one language.
const LOCALES: &str = "app/locales";

/// The languages that must agree; the first is the one the others are compared with.
const LANGUAGES: &[&str] = &["en", "zh"];

/// Where messages are used.
const SOURCES: &[&str] = &["app/src", "server/src", "crates"];

/// Every message of one language: its name (`key` or `key.attribute`), its variables, its file.
type Messages = BTreeMap<String, Message>;

#[derive(Debug, Default)]
struct Message {
    variables: BTreeSet<String>,
    file: PathBuf,
}

/// Compares the languages with one another and with the source.
pub fn run(house: &House) -> Outcome {
    let mut complaints = Vec::new();
    let languages =
        LANGUAGES.iter().map(|language| read_language(&house.root, language)).collect::<Outcome<Vec<_>>>()?;
    let (first, others) = languages.split_first().ok_or("there are no languages")?;
    for (messages, language) in others.iter().zip(&LANGUAGES[1..]) {
        compare((LANGUAGES[0], first), (language, messages), &mut complaints);
    }
    let literals = literals_of(house)?;
    let texts: BTreeSet<&str> = literals.iter().map(|literal| literal.text.as_str()).collect();
    let beginnings: BTreeSet<&str> = texts.iter().filter_map(|text| beginning(text)).collect();
    for (key, message) in first {
        let whole = key.split('.').next().unwrap_or(key);
        if !used(whole, &texts, &beginnings) {
            complaints.push(format!(
                "{}: `{whole}` is used nowhere in {}.",
                message.file.display(),
                SOURCES.join(", ")
            ));
        }
    }
    complaints.extend(missing(&literals, first));
    if !complaints.is_empty() {
        complaints.dedup();
        return Err(complaints.join("\n").into());
    }
    say(&format!("locales: {} messages in {} agree, and all of them are used.", first.len(), LANGUAGES.join(" and ")));
    Ok(())
}

fn read_language(root: &Path, language: &str) -> Outcome<Messages> {
    let mut messages = Messages::new();
    let folder = Path::new(LOCALES).join(language);
    let mut files = files_below(&root.join(&folder), "ftl")?;
    files.sort();
    for path in files {
        let text = fs::read_to_string(&path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))?;
        let file = path.strip_prefix(root).unwrap_or(&path).to_path_buf();
        let resource = fluent_syntax::parser::parse(text.as_str())
            .map_err(|(_, errors)| format!("{}: {}", file.display(), errors[0]))?;
        for entry in &resource.body {
            if let Entry::Message(message) = entry {
                let mut patterns: Vec<(String, &Pattern<&str>)> = message
                    .attributes
                    .iter()
                    .map(|attribute| (format!("{}.{}", message.id.name, attribute.id.name), &attribute.value))
                    .collect();
                patterns.extend(message.value.iter().map(|value| (message.id.name.to_owned(), value)));
                for (key, pattern) in patterns {
                    let mut variables = BTreeSet::new();
                    collect(pattern, &mut variables);
                    let message = Message { variables, file: file.clone() };
                    if let Some(earlier) = messages.insert(key.clone(), message) {
                        let sentence =
                            format!("`{key}` stands in {} and again in {}.", earlier.file.display(), file.display());
                        return Err(sentence.into());
                    }
                }
            }
        }
    }
    Ok(messages)
}

/// The variables of a pattern, those inside selections and function calls too.
fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, variables);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, variables),
        Expression::Select { selector, variants } => {
            collect_inline(selector, variables);
            for variant in variants {
                collect(&variant.value, variables);
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            // A language may write a month's name or its number; the source gives both.
            variables.insert(id.name.trim_end_matches("-number").to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                collect_inline(argument, variables);
            }
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, variables),
        _ => {}
    }
}

fn compare(first: (&str, &Messages), other: (&str, &Messages), complaints: &mut Vec<String>) {
    for ((here, messages), (there, against)) in [(first, other), (other, first)] {
        for (key, message) in messages {
            if !against.contains_key(key) {
                complaints.push(format!("{}: `{key}` is in {here} but not in {there}.", message.file.display()));
            }
        }
    }
    for (key, message) in first.1 {
        if let Some(twin) = other.1.get(key)
            && twin.variables != message.variables
        {
            complaints.push(format!(
                "{}: `{key}` has the variables {:?}, in {} it has {:?}.",
                twin.file.display(),
                twin.variables,
                first.0,
                message.variables,
            ));
        }
    }
}

/// A string of the source, and where it stands.
#[derive(Debug)]
struct Literal {
    text: String,
    /// The function or macro it is the first argument of, or nothing.
    called: String,
    place: String,
}

fn literals_of(house: &House) -> Outcome<Vec<Literal>> {
    let mut found = Vec::new();
    for source in SOURCES {
        for path in files_below(&house.root.join(source), "rs")? {
            let text =
                fs::read_to_string(&path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))?;
            let file = path.strip_prefix(&house.root).unwrap_or(&path).display().to_string();
            literals_in(&text, &file, &mut found);
        }
    }
    Ok(found)
}

/// The plain strings of a source file, comments passed over line by line.
fn literals_in(text: &str, file: &str, found: &mut Vec<Literal>) {
    let lines: Vec<&str> =
        text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line }).collect();
    let code = lines.join("\n");
    let mut at = 0;
    while let Some(start) = code[at..].find('"').map(|offset| at + offset) {
        // A quotation mark that is itself quoted does not begin a string, and one that is escaped does not end it.
        if code[..start].ends_with(['\'', '\\']) {
            at = start + 1;
            continue;
        }
        let Some(length) = length_of(&code[start + 1..]) else { break };
        let end = start + 1 + length;
        found.push(Literal {
            text: code[start + 1..end].to_owned(),
            called: called(&code[..start]),
            place: format!("{file}:{}", code[..start].matches('\n').count() + 1),
        });
        at = end + 1;
    }
}

/// How long a string is of which `rest` is the text and what follows it.
fn length_of(rest: &str) -> Option<usize> {
    let mut escaped = false;
    rest.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

/// The name of the function, method or macro whose first argument comes next, if one does.
fn called(before: &str) -> String {
    let Some(before) = before.trim_end().strip_suffix('(') else { return String::new() };
    let name = before.rfind(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '!' | '.')));
    before[name.map_or(0, |index| index + 1)..].to_owned()
}

/// Whether the source uses a key: as one string, or put together from a beginning and a word of its
/// own, as in `coded("error-", "busy")` or `"error-{code}"`.
fn used(key: &str, literals: &BTreeSet<&str>, beginnings: &BTreeSet<&str>) -> bool {
    literals.contains(key)
        || beginnings.iter().any(|beginning| key.strip_prefix(beginning).is_some_and(|rest| literals.contains(rest)))
}

/// How keys begin that are put together: `error-` of `"error-"` and of `"error-{code}"`.
fn beginning(literal: &str) -> Option<&str> {
    let start = literal.split_once('{').map_or(literal, |(start, _)| start);
    let could_be_key = start.starts_with(|c: char| c.is_ascii_lowercase())
        && start.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    (start.ends_with('-') && could_be_key).then_some(start)
}

/// The methods whose first argument is a key.
const CALLS: &[&str] = &[".say", ".with"];

/// Keys that the source asks for and nobody wrote.
fn missing(literals: &[Literal], messages: &Messages) -> Vec<String> {
    literals
        .iter()
        .filter(|literal| CALLS.iter().any(|call| literal.called.ends_with(call)))
        .filter(|literal| !messages.contains_key(&literal.text))
        .map(|literal| format!("{}: `{}` is in no file of {LOCALES}.", literal.place, literal.text))
        .collect()
}

fn files_below(folder: &Path, extension: &str) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| format!("Cannot read {}: {error}.", folder.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            files.extend(files_below(&path, extension)?);
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_used_whole_or_put_together() {
        let literals = BTreeSet::from(["title", "error-{code}", "busy", "/accounts/{id}", "kind-", "card"]);
        let beginnings: BTreeSet<&str> = literals.iter().filter_map(|text| beginning(text)).collect();
        assert_eq!(beginnings, BTreeSet::from(["error-", "kind-"]));
        for key in ["title", "error-busy", "kind-card"] {
            assert!(used(key, &literals, &beginnings), "{key}");
        }
        for key in ["error-gone", "accounts", "card-kind"] {
            assert!(!used(key, &literals, &beginnings), "{key}");
        }
    }

    #[test]
    fn strings_are_found_with_the_call_they_stand_in() {
        let mut found = Vec::new();
        literals_in(
            "words.with(\n  \"home-title\", &[]);\n// say(\"no\")\nlet b = (\"plain\", '\"', \"c\", \"<a b=\\\"\");",
            "x.rs",
            &mut found,
        );
        let told: Vec<_> = found.iter().map(|l| (l.text.as_str(), l.called.as_str(), l.place.as_str())).collect();
        assert_eq!(
            told,
            [
                ("home-title", "words.with", "x.rs:2"),
                ("plain", "", "x.rs:4"),
                ("c", "", "x.rs:4"),
                ("<a b=\\\"", "", "x.rs:4")
            ]
        );
    }

    #[test]
    fn languages_are_compared_both_ways() {
        let message = |variables: &[&str]| Message {
            variables: variables.iter().map(ToString::to_string).collect(),
            file: PathBuf::from("f.ftl"),
        };
        let en = Messages::from([("a".into(), message(&["n"])), ("b".into(), message(&[]))]);
        let zh = Messages::from([("a".into(), message(&["m"])), ("c".into(), message(&[]))]);
        let mut complaints = Vec::new();
        compare(("en", &en), ("zh", &zh), &mut complaints);
        assert_eq!(complaints.len(), 3, "{complaints:?}");
    }
}
