//! What most people do not need, closed until somebody opens it. The browser does it.

use leptos::prelude::*;

use super::{Example, Part};
use crate::words::Words;

/// A line that opens what is below it.
#[component]
pub fn Disclosure(
    /// What is in it, so that nobody has to open it to find out.
    #[prop(into)]
    summary: String,
    /// Whether it is open to begin with.
    #[prop(optional)]
    open: bool,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! { <details open=open><summary>{summary}</summary>{children()}</details> }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-disclosure",
    about: "part-disclosure-about",
    examples: &[Example::new("example-closed", closed), Example::new("example-open", open)],
};

fn closed(words: Words) -> AnyView {
    view! { <Disclosure summary=words.say("safe-title")><p>{words.say("safe-text")}</p></Disclosure> }.into_any()
}

fn open(words: Words) -> AnyView {
    view! { <Disclosure summary=words.say("safe-title") open=true><p>{words.say("safe-text")}</p></Disclosure> }
        .into_any()
}
