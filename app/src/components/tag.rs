//! A word about the state of a thing, beside its name.

use leptos::prelude::*;

use super::{Example, Part, Tone};
use crate::words::Words;

/// One or two words in a box.
#[component]
pub fn Tag(
    /// The words.
    #[prop(into)]
    label: String,
    /// How serious they are.
    #[prop(optional)]
    tone: Tone,
) -> impl IntoView {
    let class = match tone {
        Tone::Calm => "tag",
        Tone::Caution => "tag caution",
        Tone::Danger => "tag danger",
    };
    view! { <strong class=class>{label}</strong> }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-tag",
    about: "part-tag-about",
    examples: &[
        Example::new("example-calm", calm),
        Example::new("example-caution", caution),
        Example::new("example-danger", danger),
    ],
};

fn calm(words: Words) -> AnyView {
    view! { <Tag label=words.say("security-here")/> }.into_any()
}

fn caution(words: Words) -> AnyView {
    view! { <Tag label=words.say("account-frozen") tone=Tone::Caution/> }.into_any()
}

fn danger(words: Words) -> AnyView {
    view! { <Tag label=words.say("session-warning-over") tone=Tone::Danger/> }.into_any()
}
