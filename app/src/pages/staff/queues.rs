//! What every queue of the bank's own people says: who has it, by when, and what was typed at one of its things.

use std::collections::HashMap;

use bank::{Bank, Error};
use leptos::prelude::*;
use model::{Problems, StaffId, forms::Form};

use crate::{
    components::{Tab, Tag, Tone},
    context, outcome,
    words::Words,
};

/// What the bank's own people are called.
pub(super) async fn names(bank: &Bank) -> Result<HashMap<StaffId, String>, Error> {
    Ok(bank.staff.all().await?.into_iter().map(|one| (one.id, one.name)).collect())
}

/// Who has it.
pub(super) fn with(words: Words, taken_by: Option<StaffId>, names: &HashMap<StaffId, String>) -> String {
    match taken_by.and_then(|member| names.get(&member)) {
        Some(name) => words.with("staff-ticket-with", &[("name", name.into())]),
        None => words.say("staff-ticket-free").to_owned(),
    }
}

/// By when somebody is to say something, and whether that is over.
pub(super) fn due(words: Words, when: &str, is_over: bool) -> impl IntoView + use<> {
    let due = words.with("staff-ticket-due", &[("when", when.into())]);
    let late = is_over.then(|| view! { <Tag label=words.say("staff-ticket-late") tone=Tone::Danger/>" " });
    view! { {late}{due} }
}

/// The parts of the queue at `place`, each a code and the key of its name; `show` is the one that is looked at.
pub(super) fn tabs(words: Words, place: &str, show: &str, parts: &[(&str, &'static str)]) -> Vec<Tab> {
    let tab = |&(code, label): &(&str, &'static str)| Tab {
        label: words.say(label).to_owned(),
        href: format!("{place}?show={code}"),
        current: code == show,
    };
    parts.iter().map(tab).collect()
}

/// Under what the form `word` of the page at `address` waits.
pub(super) fn waits(address: &str, word: &str) -> String {
    format!("{address}?{word}=1")
}

/// What was typed into the form `word` before and was not right; what is wrong with it, where that form was sent last.
pub(super) fn typed<F: Form>(address: &str, word: &str, problems: &mut Problems) -> F {
    let Some(flash) = outcome::flash::<F>(&waits(address, word)) else { return F::default() };
    // What was typed last is about the page as it is now.
    if context::query::<HashMap<String, String>>().contains_key(word) {
        *problems = flash.problems;
    }
    flash.form
}
