//! How much of something there is: of a goal, of a limit.

use leptos::prelude::*;
use model::{Currency, Money};

use super::{Example, Part};
use crate::words::Words;

/// A bar, with what it says in words above it.
#[component]
pub fn Progress(
    /// What it is about: the bar's name.
    #[prop(into)]
    label: String,
    /// How much there is, in words.
    #[prop(into)]
    said: String,
    /// How much there is.
    now: i64,
    /// How much there could be; above zero.
    of: i64,
) -> impl IntoView {
    // A bar cannot be longer than it is; the words still say what is true.
    let now = now.clamp(0, of.max(1));
    view! {
        <div class="progress">
            <label>
                <span>{label}</span>
                <progress value=now.to_string() max=of.max(1).to_string()></progress>
            </label>
            <p class="small quiet">{said}</p>
        </div>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-progress",
    about: "part-progress-about",
    examples: &[
        Example::new("example-none", none),
        Example::new("example-half", half),
        Example::new("example-full", full),
    ],
};

fn saved(words: Words, now: i64) -> AnyView {
    let [now_said, of_said] = [now, 200_000].map(|minor| words.money(Money::new(minor, Currency::Gbp)));
    let said = words.with("progress-of", &[("now", now_said.into()), ("of", of_said.into())]);
    view! { <Progress label=words.say("account-kind-savings") said=said now=now of=200_000/> }.into_any()
}

fn none(words: Words) -> AnyView {
    saved(words, 0)
}

fn half(words: Words) -> AnyView {
    saved(words, 98_050)
}

fn full(words: Words) -> AnyView {
    saved(words, 214_000)
}
