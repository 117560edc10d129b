//! How to answer, under the question and before the field.

use leptos::prelude::*;

use super::{Example, Part};
use crate::words::Words;

/// A hint. The field says by this id that it is described by it.
#[component]
pub fn Hint(
    /// The id.
    #[prop(into)]
    id: String,
    /// How to answer.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <p class="hint" id=id>{text}</p> }
}

/// As the gallery shows it.
pub(super) const PART: Part =
    Part { name: "part-hint", about: "part-hint-about", examples: &[Example::new("example-plain", plain)] };

fn plain(words: Words) -> AnyView {
    view! { <Hint id="hint-example" text=words.say("amount-hint")/> }.into_any()
}
