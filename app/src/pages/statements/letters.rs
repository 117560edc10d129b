//! What is said where a file was asked for that cannot be made: there is no font for its letters.

use leptos::prelude::*;
use serde::Deserialize;

use crate::{
    components::{Notice, Tone},
    context,
    words::Words,
};

/// What is put behind the address of a page whose file could not be made.
pub const NONE: &str = "?letters=none";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    letters: String,
}

/// What happened, where this request was sent on from such a file; `advice` is the key of what to do instead.
#[must_use]
pub fn notice(words: Words, advice: &'static str) -> Option<AnyView> {
    let asked: Asked = context::query();
    (asked.letters == "none").then(|| {
        view! {
            <Notice title=words.say("letters-title") tone=Tone::Caution>
                <p>{words.say("letters-happened")}</p>
                <p><strong>{words.say("letters-money")}</strong></p>
                <p>{words.say(advice)}</p>
            </Notice>
        }
        .into_any()
    })
}
