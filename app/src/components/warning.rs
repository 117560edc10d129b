//! One sentence that must not be missed, without a box around it.

use leptos::prelude::*;

use super::{Example, Icon, Part, Picture};
use crate::words::Words;

/// A sentence beside the sign for care.
#[component]
pub fn Warning(
    /// The sentence.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <p class="warning"><Icon of=Picture::Care/><span>{text}</span></p> }
}

/// As the gallery shows it.
pub(super) const PART: Part =
    Part { name: "part-warning", about: "part-warning-about", examples: &[Example::new("example-plain", plain)] };

fn plain(words: Words) -> AnyView {
    view! { <Warning text=words.say("review-scam")/> }.into_any()
}
