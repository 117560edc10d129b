//! A session that is about to end for being left alone. It is said in time, and one press goes on (WCAG 2.2 criterion
//! 2.2.1).

use leptos::prelude::*;

use super::{Button, Example, LinkButton, Look, Notice, Part, Tone};
use crate::{context, words::Words};

/// How long there is, and the two ways on.
#[component]
pub fn SessionWarning(
    /// How many seconds are left.
    left_s: u32,
    /// The page one is on: asking for it again keeps the session.
    #[prop(into)]
    here: String,
) -> impl IntoView {
    let words = context::words();
    let left = words.with("session-warning-left", &[("seconds", left_s.into())]);
    view! {
        <Notice title=words.say("session-warning-title") tone=Tone::Caution>
            <p>{left}</p>
            <div class="actions">
                <LinkButton href=here label=words.say("session-warning-stay")/>
                <form method="post" action="/do/sign-out" role="none"><Button label=words.say("sign-out") look=Look::Second/></form>
            </div>
        </Notice>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-session-warning",
    about: "part-session-warning-about",
    examples: &[Example::new("example-a-minute", a_minute)],
};

fn a_minute(_: Words) -> AnyView {
    view! { <SessionWarning left_s=60 here="#main"/> }.into_any()
}
