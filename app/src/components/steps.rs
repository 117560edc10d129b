//! How far a journey has come.

use leptos::prelude::*;

use super::{Example, Part};
use crate::{context, words::Words};

/// "Step 2 of 4", and as much of a line drawn.
#[component]
pub fn Steps(
    /// Which step this is, from 1.
    now: u8,
    /// How many there are.
    of: u8,
) -> impl IntoView {
    let text = context::words().with("step", &[("now", now.into()), ("of", of.into())]);
    let marks = (1..=of).map(|step| view! { <i class=(step <= now).then_some("done")></i> });
    view! { <p class="steps"><span aria-hidden="true">{marks.collect_view()}</span>{text}</p> }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-steps",
    about: "part-steps-about",
    examples: &[
        Example::new("example-first", first),
        Example::new("example-middle", middle),
        Example::new("example-last", last),
    ],
};

fn first(_: Words) -> AnyView {
    view! { <Steps now=1 of=4/> }.into_any()
}

fn middle(_: Words) -> AnyView {
    view! { <Steps now=2 of=3/> }.into_any()
}

fn last(_: Words) -> AnyView {
    view! { <Steps now=4 of=4/> }.into_any()
}
