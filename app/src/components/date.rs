//! Days and moments, in full and as machines read them.

use jiff::civil::Date;
use leptos::prelude::*;
use model::Timestamp;

use super::{Example, Part, aloud};
use crate::{context, words::Words};

/// A day: "Sunday 22 November 2026".
#[component]
pub fn Day(
    /// Which.
    of: Date,
) -> impl IntoView {
    let words = context::words();
    let spoken = aloud::say(words, |words| words.day(of));
    view! { <time class="date" datetime=of.to_string() data-say=spoken>{words.day(of)}</time> }
}

/// A moment, on the clock of the bank: "Sunday 22 November 2026 at 13:05".
#[component]
pub fn Moment(
    /// Which.
    of: Timestamp,
) -> impl IntoView {
    let calendar = context::calendar();
    let local = calendar.local(of).strftime("%Y-%m-%dT%H:%M").to_string();
    let words = context::words();
    let spoken = aloud::say(words, |words| words.moment(of, &calendar));
    view! { <time class="date" datetime=local data-say=spoken>{words.moment(of, &calendar)}</time> }
}

/// As the gallery shows it.
pub(super) const PART: Part =
    Part { name: "part-date", about: "part-date-about", examples: &[Example::new("example-day", day)] };

fn day(_: Words) -> AnyView {
    view! { <p><Day of=jiff::civil::date(2026, 11, 22)/></p> }.into_any()
}
