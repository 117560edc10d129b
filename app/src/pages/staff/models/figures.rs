//! A model beside the one it was compared with, as tables and sentences.

use assistant::{
    Intent,
    compare::{Comparison, Differing, Figures, Refusal, Share},
    language::Spoken,
};
use leptos::prelude::*;
use model::Language;

use crate::{
    components::{Cell, Column, Table},
    words::Words,
};

/// What is measured in each language, by its key.
type Measured = (&'static str, fn(&Figures) -> Share);

const MEASURED: [Measured; 5] = [
    ("models-right", |figures| figures.right),
    ("models-rejected", |figures| figures.rejected),
    ("models-found", |figures| figures.found),
    ("models-scam", |figures| figures.scam),
    ("models-person", |figures| figures.person),
];

/// What a language is called in itself.
pub(super) fn language(spoken: Spoken) -> &'static str {
    let language = match spoken {
        Spoken::English => Language::En,
        Spoken::Chinese => Language::Zh,
    };
    Words::of(language).say("language-name")
}

fn percent(words: Words, share: Share) -> String {
    words.percent(i64::from(share.thousandths()))
}

/// Ten-thousandths as a share of a hundred.
fn error(words: Words, ece: u32) -> String {
    words.percent(i64::from((ece + 5) / 10))
}

pub(super) fn cell(words: Words, share: Option<Share>) -> Cell {
    match share {
        None => Cell::Text(words.say("models-nothing").to_owned()),
        Some(share) => {
            let values =
                [("number", words.count(share.yes.into()).into()), ("all", words.count(share.of.into()).into())];
            Cell::Told(percent(words, share), words.with("quality-of", &values))
        }
    }
}

fn columns(words: Words, first: &'static str) -> Vec<Column> {
    let figures = ["models-before", "models-after"].map(|key| Column::figures(words.say(key)));
    std::iter::once(Column::words(words.say(first))).chain(figures).collect()
}

fn titled(title: &'static str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> AnyView {
    view! { <h3>{title}</h3><Table caption=title columns=columns rows=rows/> }.into_any()
}

/// The figures in each language, before and after.
pub(super) fn tables(words: Words, comparison: &Comparison) -> AnyView {
    let tables = [Spoken::English, Spoken::Chinese].map(|spoken| {
        let now = comparison.candidate.in_language(spoken);
        let was = comparison.live.as_ref().map(|live| live.in_language(spoken));
        let shares = MEASURED.map(|(key, of)| {
            vec![Cell::Text(words.say(key).to_owned()), cell(words, was.map(of)), cell(words, Some(of(now)))]
        });
        let none = || words.say("models-nothing").to_owned();
        let sure = |figures: &Figures| words.percent(i64::from(figures.confidence));
        let error = |figures: &Figures| error(words, figures.ece);
        let figure = |key, of: &dyn Fn(&Figures) -> String| {
            let (was, now) = (was.map_or_else(none, of), of(now));
            vec![Cell::Text(words.say(key).to_owned()), Cell::Text(was), Cell::Text(now)]
        };
        let others = [figure("models-sure", &sure), figure("models-error", &error)];
        let rows = shares.into_iter().chain(others).collect();
        titled(language(spoken), columns(words, "models-what"), rows)
    });
    let intents = intents(words, comparison);
    view! { {tables.into_iter().collect_view()}{intents} }.into_any()
}

/// What an intent is called; what this program does not know is not told.
fn called(words: Words, code: &str) -> Option<&'static str> {
    Intent::from_code(code).map(|intent| words.intent(intent))
}

/// The intents that are recognised more or less often than before, those that lose most first.
fn intents(words: Words, comparison: &Comparison) -> Option<AnyView> {
    comparison.live.as_ref()?;
    let row = |Differing { intent, was, now }| {
        Some(vec![Cell::Text(called(words, intent)?.to_owned()), cell(words, Some(was)), cell(words, Some(now))])
    };
    let rows: Vec<_> = comparison.differing().into_iter().filter_map(row).collect();
    if rows.is_empty() {
        return Some(view! { <p>{words.say("models-intents-same")}</p> }.into_any());
    }
    Some(titled(words.say("models-intents"), columns(words, "models-intent"), rows))
}

/// Why one may not answer.
pub(super) fn reason(words: Words, refusal: &Refusal) -> String {
    let of = |key: &str, spoken: Spoken, now: Share, was: Share| {
        let values = [
            ("language", language(spoken).into()),
            ("now", percent(words, now).into()),
            ("before", percent(words, was).into()),
        ];
        words.with(key, &values)
    };
    let heard = |key: &str, spoken: Spoken, share: Share| {
        let values = [
            ("language", language(spoken).into()),
            ("number", words.count(share.yes.into()).into()),
            ("all", words.count(share.of.into()).into()),
        ];
        words.with(key, &values)
    };
    match refusal {
        Refusal::Large(_) => words.say("models-refused-large").to_owned(),
        Refusal::AskedOther => words.say("models-refused-other").to_owned(),
        Refusal::Right(spoken, now, was) => of("models-refused-right", *spoken, *now, *was),
        Refusal::Rejected(spoken, now, was) => of("models-refused-rejected", *spoken, *now, *was),
        Refusal::Found(spoken, now, was) => of("models-refused-found", *spoken, *now, *was),
        Refusal::Intent(code, now, was) => {
            let name = called(words, code).unwrap_or(words.say("models-intent"));
            let values = [
                ("intent", name.into()),
                ("now", percent(words, *now).into()),
                ("before", percent(words, *was).into()),
            ];
            words.with("models-refused-intent", &values)
        }
        Refusal::Scam(spoken, share) => heard("models-refused-scam", *spoken, *share),
        Refusal::Person(spoken, share) => heard("models-refused-person", *spoken, *share),
        Refusal::Calibration(spoken, ece) => {
            let values = [("language", language(*spoken).into()), ("error", error(words, *ece).into())];
            words.with("models-refused-error", &values)
        }
    }
}
