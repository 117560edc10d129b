//! Which messages the source asks for.

use std::collections::BTreeSet;
use std::fs;

use super::{LOCALES, messages::Messages};
use crate::Outcome;
use crate::files;
use crate::house::House;

/// Where messages are used.
pub const SOURCES: &[&str] = &["app/src", "server/src", "crates"];

/// A string of the source, and where it stands.
#[derive(Debug)]
pub struct Literal {
    /// What it says.
    pub text: String,
    /// The function or macro it is the first argument of, or nothing.
    called: String,
    place: String,
}

/// Every string of the source.
pub fn literals_of(house: &House) -> Outcome<Vec<Literal>> {
    let mut found = Vec::new();
    for source in SOURCES {
        for path in files::below(&house.root.join(source), "rs")? {
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
pub fn used(key: &str, literals: &BTreeSet<&str>, beginnings: &BTreeSet<&str>) -> bool {
    literals.contains(key)
        || beginnings.iter().any(|beginning| key.strip_prefix(beginning).is_some_and(|rest| literals.contains(rest)))
}

/// How keys begin that are put together: `error-` of `"error-"` and of `"error-{code}"`.
pub fn beginning(literal: &str) -> Option<&str> {
    let start = literal.split_once('{').map_or(literal, |(start, _)| start);
    let could_be_key = start.starts_with(|c: char| c.is_ascii_lowercase())
        && start.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    (start.ends_with('-') && could_be_key).then_some(start)
}

/// The methods whose first argument is a key.
const CALLS: &[&str] = &[".say", ".with"];

/// Keys that the source asks for and nobody wrote.
pub fn missing(literals: &[Literal], messages: &Messages) -> Vec<String> {
    literals
        .iter()
        .filter(|literal| CALLS.iter().any(|call| literal.called.ends_with(call)))
        .filter(|literal| !messages.contains_key(&literal.text))
        .map(|literal| format!("{}: `{}` is in no file of {LOCALES}.", literal.place, literal.text))
        .collect()
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
}
