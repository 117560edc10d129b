//! Where there is nothing to show.

use leptos::prelude::*;

use super::{Card, Example, LinkButton, Part};
use crate::words::Words;

/// What is said where there is nothing to show, and perhaps what to do about it.
#[component]
pub fn Empty(
    /// Why there is nothing, or what to do.
    #[prop(into)]
    text: String,
    /// What to do.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! { <div class="empty"><p>{text}</p>{children.map(|children| children())}</div> }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-empty-state",
    about: "part-empty-state-about",
    examples: &[Example::new("example-plain", plain), Example::new("example-with-action", with_action)],
};

fn plain(words: Words) -> AnyView {
    view! { <Card title=words.say("coming-title")><Empty text=words.say("coming-none")/></Card> }.into_any()
}

fn with_action(words: Words) -> AnyView {
    view! {
        <Empty text=words.say("history-nothing-fits")>
            <LinkButton href="#main" label=words.say("filter-clear")/>
        </Empty>
    }
    .into_any()
}
