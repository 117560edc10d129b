//! A sheet of paper on the paper.

use leptos::prelude::*;

use super::{Example, Link, Part, aloud};
use crate::words::Words;

/// A group of things under a heading, set apart.
#[component]
pub fn Card(
    /// What it is about.
    #[prop(into)]
    title: String,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card">
            <h2>{title}</h2>
            {children()}
            {aloud::section()}
        </section>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part =
    Part { name: "part-card", about: "part-card-about", examples: &[Example::new("example-plain", plain)] };

fn plain(words: Words) -> AnyView {
    view! {
        <Card title=words.say("preferences-title")>
            <p>{words.say("preferences-about")}</p>
            <Link href="#main" label=words.say("preferences-open")/>
        </Card>
    }
    .into_any()
}
