//! Whether what people read is easy to read. Every sentence of the locales is measured in its own language, and words
//! that nobody says at home are found, with what to write instead (`app/locales/LANGUAGE/avoid.toml`).
//!
//! Prints a JSON line for each figure: the longest sentence, how hard the whole is, words to avoid.

mod jargon;
mod scores;
mod sentences;
mod syllables;

use std::collections::BTreeMap;
use std::path::Path;

use scores::Ruler;
use sentences::Sentence;
use serde_json::{Value, json};

use crate::Outcome;
use crate::house::House;
use crate::locales::{self, Messages};
use crate::shell::say;

/// The most words a sentence may have, in languages that write spaces between them.
const MOST_WORDS: usize = 20;
/// The most characters a Chinese sentence may have.
const MOST_CHARACTERS: usize = 30;

/// What was measured, and what is not as it should be.
#[derive(Default)]
pub struct Report {
    /// The figures, as objects.
    pub figures: Vec<Value>,
    complaints: Vec<String>,
}

impl Report {
    fn figure(&mut self, name: &str, value: impl Into<Value>, unit: &str, goal: &str) {
        self.figures.push(json!({"name": name, "value": value.into(), "unit": unit, "goal": goal}));
    }
}

/// Measures every language, and says its figures.
pub fn run(house: &House) -> Outcome {
    let report = report(house)?;
    report.figures.iter().for_each(|figure| say(&figure.to_string()));
    if report.complaints.is_empty() { Ok(()) } else { Err(report.complaints.join("\n").into()) }
}

/// Measures every language.
pub fn report(house: &House) -> Outcome<Report> {
    let mut report = Report::default();
    let mut hits = 0;
    for language in locales::languages(&house.root)? {
        let messages = locales::read(&house.root, &language)?;
        measure(&language, &messages, &mut report);
        let found = jargon::Avoided::of(&house.root, &language)?.found_in(&messages);
        hits += found.len();
        report.complaints.extend(found);
    }
    report.figure("a11y.jargon", hits, "words", "<= 0");
    Ok(report)
}

/// How long the sentences of `language` are, and how hard each file is and the whole.
fn measure(language: &str, messages: &Messages, report: &mut Report) {
    let mut files: BTreeMap<&Path, Vec<Sentence>> = BTreeMap::new();
    for (key, message) in messages {
        let found = message.texts.iter().flat_map(|text| sentences::of(key, text));
        files.entry(&message.file).or_default().extend(found);
    }
    let (unit, most): (_, usize) =
        if language == "zh" { ("characters", MOST_CHARACTERS) } else { ("words", MOST_WORDS) };
    let length = |sentence: &Sentence| if language == "zh" { sentence.characters() } else { sentence.words().count() };
    let mut longest = 0;
    for (file, sentence) in files.iter().flat_map(|(file, all)| all.iter().map(move |one| (file, one))) {
        longest = longest.max(length(sentence));
        if length(sentence) > most {
            let (file, key, has) = (file.display(), &sentence.key, length(sentence));
            report
                .complaints
                .push(format!("{file}: a sentence of `{key}` has {has} {unit}, {most} at most: {sentence}"));
        }
    }
    report.figure(&format!("a11y.longest_sentence_{language}"), longest, unit, &format!("<= {most}"));
    let Some(ruler) = Ruler::of(language) else { return };
    let mut whole = Vec::new();
    for (file, sentences) in files {
        let score = ruler.score(&sentences);
        if score.is_some_and(|score| !ruler.is_easy(score)) {
            let hardest = ruler.hardest(&sentences).map(ToString::to_string).unwrap_or_default();
            report.complaints.push(format!(
                "{}: reads at {:.1}, the goal is {}. Begin with: {hardest}",
                file.display(),
                score.unwrap_or_default(),
                ruler.goal()
            ));
        }
        whole.extend(sentences);
    }
    let score = ruler.score(&whole).unwrap_or_default();
    report.figure(&format!("a11y.reading_{language}"), (score * 100.0).round() / 100.0, ruler.unit(), &ruler.goal());
    if !ruler.is_easy(score) {
        report.complaints.push(format!("{language} as a whole reads at {score:.1}, the goal is {}.", ruler.goal()));
    }
}
