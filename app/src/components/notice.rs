//! Something to know before going on.

use leptos::prelude::*;

use super::{Icon, Picture};

/// How serious it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    #[default]
    Calm,
    /// Stop and read.
    Caution,
    /// Something went wrong.
    Danger,
}

/// A few words set apart, with a heading.
#[component]
pub fn Notice(
    /// The heading.
    #[prop(into)]
    title: String,
    /// How serious it is.
    #[prop(optional)]
    tone: Tone,
    /// The words.
    children: Children,
) -> impl IntoView {
    let class = match tone {
        Tone::Calm => "note",
        Tone::Caution => "note caution",
        Tone::Danger => "note danger",
    };
    let icon = (tone != Tone::Calm).then(|| view! { <Icon of=Picture::Care/> });
    view! {
        <section class=class>
            <h2>{icon}{title}</h2>
            {children()}
        </section>
    }
}
