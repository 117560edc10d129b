//! A session that is about to end for being left alone. It is said in time, and one press goes on (WCAG 2.2 criterion
//! 2.2.1).

use leptos::prelude::*;

use super::{Button, Example, Look, Notice, Part, Tone};
use crate::{context, words::Words};

/// Stands on every page of somebody who is signed in, and is not seen: `session.js` shows it before the session ends.
/// Where there is no script, whoever comes back too late signs in again, and finds what they typed.
#[component]
pub fn SessionWarning(
    /// How long the session may be left alone, in seconds.
    idle_s: i64,
) -> impl IntoView {
    view! { <div hidden role="alert" data-idle=idle_s>{warning()}</div> }
}

fn warning() -> impl IntoView {
    let words = context::words();
    let (extend, left, ended) = if context::is_staff() {
        ("/do/staff/session/extend", "staff-warning-left", "staff-warning-ended")
    } else {
        ("/do/session/extend", "session-warning-left", "session-warning-ended")
    };
    view! {
        <Notice title=words.say("session-warning-title") tone=Tone::Caution>
            <p data-left>{words.say(left)}</p>
            <p data-over hidden>{words.say(ended)}</p>
            <form method="post" action=extend role="none">
                <Button label=words.say("session-warning-stay") look=Look::Second/>
            </form>
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
    warning().into_any()
}
