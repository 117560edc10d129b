//! The way past what stands on every page (WCAG 2.2 criterion 2.4.1): first in the order of tabs, seen when it has the
//! focus.

use leptos::prelude::*;

use super::{Example, Part};
use crate::{context, words::Words};

/// A link to the page itself.
#[component]
pub fn SkipLink(
    /// The id of what it leads to.
    #[prop(default = "main")]
    to: &'static str,
) -> impl IntoView {
    view! { <a class="skip" href=format!("#{to}")>{context::words().say("skip")}</a> }
}

/// As the gallery shows it.
pub(super) const PART: Part =
    Part { name: "part-skip-link", about: "part-skip-link-about", examples: &[Example::new("example-plain", plain)] };

fn plain(words: Words) -> AnyView {
    // The gallery's own heading: there is something to skip to.
    view! { <p>{words.say("example-tab-here")}</p><SkipLink/> }.into_any()
}
