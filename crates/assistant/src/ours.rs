//! The bank's own utterances: what its model learns from.

use crate::{
    classify::OUT_OF_SCOPE,
    data::{OUTSIDE, Utterance},
    language::Spoken,
};

/// Every utterance in `intents/`, in the order of languages and files, with its intent for a label.
#[must_use]
pub fn utterances() -> Vec<Utterance> {
    let files: &[(&str, Spoken, &str)] = include!(concat!(env!("OUT_DIR"), "/intents.rs"));
    let labelled = |(stem, lines): (&'static str, &'static str)| {
        let label = if stem == OUTSIDE { OUT_OF_SCOPE } else { stem };
        let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(move |line| Utterance { text: line.to_owned(), label: label.to_owned() })
    };
    files.iter().map(|&(stem, _, lines)| (stem, lines)).flat_map(labelled).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::{data, intent::Intent, normalise::fold};

    #[test]
    fn there_are_utterances_of_every_intent_and_of_nothing_else() {
        let labels: BTreeSet<String> = utterances().into_iter().map(|utterance| utterance.label).collect();
        let intents = Intent::ALL.iter().map(|intent| intent.code().to_owned());
        assert_eq!(labels, intents.chain([OUT_OF_SCOPE.to_owned()]).collect());
    }

    /// What only differs in signs, case or Traditional characters is the same.
    fn letters(text: &str) -> String {
        fold(text).chars().filter(|character| character.is_alphanumeric()).collect()
    }

    /// Otherwise what was written apart would say how well something is known by heart. It says how many there are, and not
    /// which: who writes utterances to learn from has not seen those.
    #[test]
    fn nothing_is_learnt_from_that_is_asked_about() {
        let files =
            [include_bytes!("../tests/utterances/en.csv").as_slice(), include_bytes!("../tests/utterances/zh.csv")];
        let asked: BTreeSet<String> =
            files.iter().flat_map(|file| data::read(file).unwrap().train).map(|said| letters(&said.text)).collect();
        let both = utterances().iter().filter(|said| asked.contains(&letters(&said.text))).count();
        assert!(asked.len() > 2_000);
        assert_eq!(both, 0, "so many utterances are asked about as well");
    }

    /// One that is written twice under one intent teaches nothing; under two it cannot be right.
    #[test]
    fn no_utterance_is_of_two_intents() {
        let mut labels: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for said in utterances() {
            labels.entry(letters(&said.text)).or_default().insert(said.label);
        }
        let two: Vec<_> = labels.into_iter().filter(|(_, labels)| labels.len() > 1).collect();
        assert!(two.is_empty(), "{two:?}");
    }

    #[test]
    fn the_list_of_intents_is_the_one_that_is_compiled() {
        #[derive(serde::Deserialize)]
        struct List {
            intent: Vec<Entry>,
        }
        #[derive(serde::Deserialize)]
        struct Entry {
            id: String,
            kind: String,
        }
        let list: List = toml::from_str(include_str!("../intents/list.toml")).unwrap();
        let listed: Vec<(String, String)> = list.intent.into_iter().map(|entry| (entry.id, entry.kind)).collect();
        let compiled: Vec<(String, String)> =
            Intent::ALL.iter().map(|intent| (intent.code().to_owned(), intent.kind().code().to_owned())).collect();
        assert_eq!(listed, compiled);
    }
}
