//! Language, size of text, colours and how far they stand apart, data and keys: each with what it looks like. Whoever is
//! not signed in chooses for this browser.

use leptos::prelude::*;
use model::{Contrast, DataUse, Language, Shortcuts, TextSize, Theme, forms::PreferencesForm};
use serde::Deserialize;

use super::PREFERENCES;
use crate::{
    components::{
        Button, Choice, Choices, ErrorSummary, Link, Notice, OpenFrame, PageHeading, Place, Sample, Sentences, Way,
    },
    context, outcome,
    words::Words,
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Whether something has just been kept.
    saved: String,
}

/// The page on which somebody chooses how to read.
#[component]
pub fn PreferencesPage() -> impl IntoView {
    let known = context::visitor().customer().is_some();
    let (words, now) = (context::words(), context::preferences());
    let problems = outcome::flash::<PreferencesForm>(PREFERENCES).map(|flash| flash.problems).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let saved = problems.is_empty() && context::query::<Query>().saved == "1";
    let title = words.say("preferences-title");
    view! {
        <OpenFrame title=title place=Place::You>
            <ErrorSummary problems=problems.clone()/>
            {saved.then(|| view! {
                <Notice title=words.say("preferences-saved-title")><p>{words.say("preferences-saved")}</p></Notice>
            })}
            <PageHeading title=title back=back(words, known)>
                <p class="quiet">{words.say(if known { "preferences-known" } else { "preferences-here" })}</p>
            </PageHeading>
            <form method="post" action="/do/preferences" class="stack roomy">
                <input type="hidden" name="back" value=format!("{PREFERENCES}?saved=1")/>
                <Choices name="language" label=words.say("preferences-language") choices=languages()
                    chosen=now.language.code() problem=problems.at("language")/>
                <Choices name="text" label=words.say("preferences-text") choices=sizes(words)
                    chosen=now.text.code() problem=problems.at("text")/>
                <Choices name="theme" label=words.say("preferences-theme") choices=themes(words)
                    chosen=now.theme.code() problem=problems.at("theme")/>
                <Choices name="contrast" label=words.say("preferences-contrast") choices=contrasts(words)
                    chosen=now.contrast.code() problem=problems.at("contrast")/>
                <Choices name="data" label=words.say("preferences-data") choices=data(words)
                    chosen=now.data.code() problem=problems.at("data")/>
                <Choices name="shortcuts" label=words.say("preferences-shortcuts") choices=shortcuts(words)
                    chosen=now.shortcuts.code() problem=problems.at("shortcuts")/>
                <Link href="/help/shortcuts" label=words.say("preferences-shortcuts-list")/>
                <div class="actions"><Button label=words.say("preferences-save")/></div>
            </form>
        </OpenFrame>
    }
}

/// Where somebody comes from who is signed in, and who is not.
fn back(words: Words, known: bool) -> Way {
    let (href, label) = if known { ("/you", "you-back") } else { ("/help", "help-back") };
    (href.to_owned(), words.say(label).to_owned())
}

/// Each in itself: whoever cannot read this page finds their language all the same.
fn languages() -> Vec<Choice> {
    let own = |language: Language| Choice {
        value: language.code().to_owned(),
        label: Words::of(language).say("language-name").to_owned(),
        sample: Some(Sample {
            lang: Some(Words::of(language).say("language-tag")),
            text: Words::of(language).say("preferences-sample").to_owned(),
            ..Sample::default()
        }),
        ..Choice::default()
    };
    Language::ALL.iter().copied().map(own).collect()
}

fn sizes(words: Words) -> Vec<Choice> {
    let told = |size: TextSize| match size {
        TextSize::Standard => ("preferences-standard", "preferences-standard-hint"),
        TextSize::Large => ("preferences-large", "preferences-large-hint"),
        TextSize::Largest => ("preferences-largest", "preferences-largest-hint"),
    };
    let shown = |size: &TextSize| {
        let sample = Sample { size: Some(size.code()), ..sample(words) };
        Choice { sample: Some(sample), ..choice(words, size.code(), told(*size)) }
    };
    TextSize::ALL.iter().map(shown).collect()
}

fn themes(words: Words) -> Vec<Choice> {
    let told = |theme: Theme| match theme {
        Theme::Device => ("preferences-device", "preferences-device-hint"),
        Theme::Light => ("preferences-light", "preferences-light-hint"),
        Theme::Dark => ("preferences-dark", "preferences-dark-hint"),
    };
    let shown = |theme: &Theme| {
        let sample = Sample { theme: Some(theme.code()), ..sample(words) };
        Choice { sample: Some(sample), ..choice(words, theme.code(), told(*theme)) }
    };
    Theme::ALL.iter().map(shown).collect()
}

fn contrasts(words: Words) -> Vec<Choice> {
    let told = |contrast: Contrast| match contrast {
        Contrast::Device => ("preferences-contrast-device", "preferences-contrast-device-hint"),
        Contrast::More => ("preferences-contrast-more", "preferences-contrast-more-hint"),
    };
    let shown = |contrast: &Contrast| {
        let sample = Sample { contrast: Some(contrast.code()), ..sample(words) };
        Choice { sample: Some(sample), ..choice(words, contrast.code(), told(*contrast)) }
    };
    Contrast::ALL.iter().map(shown).collect()
}

fn data(words: Words) -> Vec<Choice> {
    let told = |data: DataUse| match data {
        DataUse::Usual => ("preferences-data-usual", "preferences-data-usual-hint"),
        DataUse::Less => ("preferences-data-less", "preferences-data-less-hint"),
    };
    DataUse::ALL.iter().map(|data| choice(words, data.code(), told(*data))).collect()
}

fn shortcuts(words: Words) -> Vec<Choice> {
    let told = |shortcuts: Shortcuts| match shortcuts {
        Shortcuts::Off => ("preferences-shortcuts-off", "preferences-shortcuts-off-hint"),
        Shortcuts::On => ("preferences-shortcuts-on", "preferences-shortcuts-on-hint"),
    };
    Shortcuts::ALL.iter().map(|shortcuts| choice(words, shortcuts.code(), told(*shortcuts))).collect()
}

/// A line as it stands on the pages of the bank.
fn sample(words: Words) -> Sample {
    Sample { text: words.say("preferences-sample").to_owned(), ..Sample::default() }
}

fn choice(words: Words, value: &str, (label, hint): (&'static str, &'static str)) -> Choice {
    Choice {
        value: value.to_owned(),
        label: words.say(label).to_owned(),
        hint: words.say(hint).to_owned(),
        ..Choice::default()
    }
}
