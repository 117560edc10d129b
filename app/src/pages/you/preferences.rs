//! Language, size of text, colours and how far they stand apart.

use bank::Error;
use leptos::prelude::*;
use model::{Contrast, Language, TextSize, Theme, forms::PreferencesForm};
use serde::Deserialize;

use super::PREFERENCES;
use crate::{
    components::{Button, Choice, Choices, ErrorSummary, Frame, Notice, PageHeading, Place, Sentences},
    context, outcome, pages,
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
    pages::answer(std::future::ready(preferences()))
}

fn preferences() -> Result<AnyView, Error> {
    context::person()?;
    let (words, now) = (context::words(), context::preferences());
    let problems = outcome::flash::<PreferencesForm>(PREFERENCES).map(|flash| flash.problems).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let saved = problems.is_empty() && context::query::<Query>().saved == "1";
    let title = words.say("preferences-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            {saved.then(|| view! {
                <Notice title=words.say("preferences-saved-title")><p>{words.say("preferences-saved")}</p></Notice>
            })}
            <PageHeading title=title back=("/you".to_owned(), words.say("you-back").to_owned())/>
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
                <div class="actions"><Button label=words.say("preferences-save")/></div>
            </form>
        </Frame>
    }
    .into_any())
}

/// Each in itself: whoever cannot read this page finds their language all the same.
fn languages() -> Vec<Choice> {
    let own = |language: Language| Choice {
        value: language.code().to_owned(),
        label: match language {
            Language::En => "English",
            Language::Zh => "中文",
        }
        .to_owned(),
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
    TextSize::ALL.iter().map(|size| choice(words, size.code(), told(*size))).collect()
}

fn themes(words: Words) -> Vec<Choice> {
    let told = |theme: Theme| match theme {
        Theme::Device => ("preferences-device", "preferences-device-hint"),
        Theme::Light => ("preferences-light", "preferences-light-hint"),
        Theme::Dark => ("preferences-dark", "preferences-dark-hint"),
    };
    Theme::ALL.iter().map(|theme| choice(words, theme.code(), told(*theme))).collect()
}

fn contrasts(words: Words) -> Vec<Choice> {
    let told = |contrast: Contrast| match contrast {
        Contrast::Device => ("preferences-contrast-device", "preferences-contrast-device-hint"),
        Contrast::More => ("preferences-contrast-more", "preferences-contrast-more-hint"),
    };
    Contrast::ALL.iter().map(|contrast| choice(words, contrast.code(), told(*contrast))).collect()
}

fn choice(words: Words, value: &str, (label, hint): (&'static str, &'static str)) -> Choice {
    Choice {
        value: value.to_owned(),
        label: words.say(label).to_owned(),
        hint: words.say(hint).to_owned(),
        ..Choice::default()
    }
}
