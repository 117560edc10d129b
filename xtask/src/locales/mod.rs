//! Whether all languages say the same things: the same messages with the same variables, each of them used by the
//! source and none used that is missing, and a form for every plural that the language has.
//!
//! No list of languages is kept: each folder of the locales is one.

mod messages;
mod plurals;
mod source;

use std::collections::BTreeSet;

pub use messages::{GAP, Messages, languages, read};

use crate::Outcome;
use crate::house::House;
use crate::shell::say;

/// Where the sentences are; every folder below is one language.
pub const LOCALES: &str = "app/locales";

/// Compares the languages with one another and with the source.
pub fn run(house: &House) -> Outcome {
    let mut complaints = Vec::new();
    let names = languages(&house.root)?;
    let all = names.iter().map(|language| read(&house.root, language)).collect::<Outcome<Vec<_>>>()?;
    let (first, others) = all.split_first().ok_or("There are no languages.")?;
    for (messages, language) in others.iter().zip(&names[1..]) {
        compare((&names[0], first), (language, messages), &mut complaints);
    }
    for (language, messages) in names.iter().zip(&all) {
        plurals::check(language, messages, &mut complaints)?;
    }
    let literals = source::literals_of(house)?;
    let texts: BTreeSet<&str> = literals.iter().map(|literal| literal.text.as_str()).collect();
    let beginnings: BTreeSet<&str> = texts.iter().filter_map(|text| source::beginning(text)).collect();
    for (key, message) in first {
        let whole = key.split('.').next().unwrap_or(key);
        if !source::used(whole, &texts, &beginnings) {
            let sources = source::SOURCES.join(", ");
            complaints.push(format!("{}: `{whole}` is used nowhere in {sources}.", message.file.display()));
        }
    }
    complaints.extend(source::missing(&literals, first));
    if !complaints.is_empty() {
        complaints.dedup();
        return Err(complaints.join("\n").into());
    }
    say(&format!("locales: {} messages in {} agree, and all of them are used.", first.len(), names.join(", ")));
    Ok(())
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

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{messages::Message, *};

    #[test]
    fn languages_are_compared_both_ways() {
        let message = |variables: &[&str]| Message {
            variables: variables.iter().map(ToString::to_string).collect(),
            file: PathBuf::from("f.ftl"),
            ..Message::default()
        };
        let en = Messages::from([("a".into(), message(&["n"])), ("b".into(), message(&[]))]);
        let zh = Messages::from([("a".into(), message(&["m"])), ("c".into(), message(&[]))]);
        let mut complaints = Vec::new();
        compare(("en", &en), ("zh", &zh), &mut complaints);
        assert_eq!(complaints.len(), 3, "{complaints:?}");
    }
}
