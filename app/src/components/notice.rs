//! Something to know before going on.

use leptos::prelude::*;

use super::{Example, Icon, Part, Picture, aloud};
use crate::words::Words;

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
            {aloud::section()}
        </section>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-notice",
    about: "part-notice-about",
    examples: &[
        Example::new("example-calm", calm),
        Example::new("example-caution", caution),
        Example::new("example-danger", danger),
    ],
};

fn calm(words: Words) -> AnyView {
    view! { <Notice title=words.say("preferences-saved-title")><p>{words.say("preferences-saved")}</p></Notice> }
        .into_any()
}

fn caution(words: Words) -> AnyView {
    view! {
        <Notice title=words.say("review-close-title") tone=Tone::Caution>
            <p>{words.say("review-close-advice")}</p>
        </Notice>
    }
    .into_any()
}

fn danger(words: Words) -> AnyView {
    view! {
        <Notice title=words.say("trouble-fault-title") tone=Tone::Danger>
            <p>{words.say("trouble-fault-happened")}</p>
            <p>{words.say("trouble-fault-money")}</p>
        </Notice>
    }
    .into_any()
}
