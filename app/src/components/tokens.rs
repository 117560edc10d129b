//! What everything is made of, to look at: colours and type. The tokens themselves are in `style/tokens.css`.

use leptos::prelude::*;

use super::{Example, Part};
use crate::words::Words;

/// The colours, as the gallery shows them.
pub(super) const COLOURS: Part =
    Part { name: "part-colours", about: "part-colours-about", examples: &[Example::new("example-all", colours)] };

/// The type, as the gallery shows it.
pub(super) const TYPE: Part =
    Part { name: "part-type", about: "part-type-about", examples: &[Example::new("example-all", faces)] };

/// The roles of colours, by the ends of their tokens.
const ROLES: [&str; 14] = [
    "paper",
    "card",
    "ink",
    "quiet",
    "line",
    "control",
    "action",
    "strong",
    "on-action",
    "tint",
    "danger",
    "danger-tint",
    "caution",
    "caution-tint",
];

fn colours(_: Words) -> AnyView {
    let swatches = ROLES.map(|role| {
        view! { <li class="pictured"><i class="swatch" data-role=role></i><code translate="no">{role}</code></li> }
    });
    view! { <ul class="swatches">{swatches.collect_view()}</ul> }.into_any()
}

fn faces(words: Words) -> AnyView {
    view! {
        <h2>{words.say("history-title")}</h2>
        <p>{words.say("review-scam")}</p>
        <p class="small quiet">{words.say("safe-text")}</p>
        <p class="balance">"£2,418.06"</p>
    }
    .into_any()
}
