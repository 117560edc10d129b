//! Reading aloud: the buttons, and what is said instead of what is written.
//!
//! The texts to say are only on the page where its reader may want them, which is in Large: elsewhere they would be
//! weight for nothing.

use leptos::prelude::*;

use crate::{
    context,
    islands::{ReadAloud, ReadWords},
    words::Words,
};

/// Whether the visitor may want this page to be read to them.
#[must_use]
pub fn is_wanted() -> bool {
    context::preferences().text.is_large()
}

/// The button that reads the section it stands in; nothing where that is not wanted.
#[must_use]
pub fn section() -> Option<AnyView> {
    is_wanted().then(|| button("read-card", false))
}

/// The button that reads the whole page; nothing where that is not wanted.
#[must_use]
pub fn page() -> Option<AnyView> {
    is_wanted().then(|| button("read-page", true))
}

fn button(read: &'static str, page: bool) -> AnyView {
    let words = context::words();
    let said = ReadWords {
        read: words.say(read).to_owned(),
        stop: words.say("read-stop").to_owned(),
        pause: words.say("read-pause").to_owned(),
        go_on: words.say("read-go-on").to_owned(),
    };
    view! { <ReadAloud words=said page=page/> }.into_any()
}

/// What is said instead of what is written: the value of `data-say`, where it is wanted.
pub fn say(words: Words, text: impl FnOnce(Words) -> String) -> Option<String> {
    is_wanted().then(|| text(words.aloud()))
}

/// A text with an amount, a day or a number in it, as it is written and as it is said.
pub fn said(words: Words, text: impl Fn(Words) -> String) -> AnyView {
    let written = text(words);
    match say(words, text) {
        Some(said) => view! { <span data-say=said>{written}</span> }.into_any(),
        None => written.into_any(),
    }
}
