//! The places of the bank: the same few words on every page, named by what people want.

use leptos::prelude::*;

use model::Shortcuts;

use super::{Example, Icon, Part, Picture};
use crate::{context, words::Words};

/// The places of the bank, named by what people want.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Place {
    /// What is there, what came in and went out.
    Accounts,
    /// Paying.
    Pay,
    /// A person to talk to, and what to do.
    Help,
    /// Settings and security.
    You,
    /// None of them.
    #[default]
    Elsewhere,
}

/// Every place that exists, with its word, its address and its picture. One that does not exist yet is not here.
const PLACES: [(Place, &str, &str, Picture); 4] = [
    (Place::Accounts, "place-accounts", "/", Picture::Accounts),
    (Place::Pay, "place-pay", "/pay", Picture::Pay),
    (Place::Help, "place-help", "/help", Picture::Help),
    (Place::You, "place-you", "/you", Picture::You),
];

/// The keys that lead to `place`, one after the other; `None` for who has not turned them on.
#[must_use]
pub fn keys(place: Place) -> Option<&'static str> {
    let keys = match place {
        Place::Accounts => "g a",
        Place::Pay => "g p",
        Place::Help => "g h",
        Place::You => "g y",
        Place::Elsewhere => return None,
    };
    (context::preferences().shortcuts == Shortcuts::On).then_some(keys)
}

/// The ways to the places.
#[component]
pub fn Places(
    /// Where this page belongs.
    here: Place,
) -> impl IntoView {
    let words = context::words();
    let path = context::path();
    let link = |(place, key, href, picture): (Place, &'static str, &'static str, Picture)| {
        // "page" is only said of the page itself; of those that belong to a place, that the place is the current one.
        let current = if href == path { Some("page") } else { (place == here).then_some("true") };
        view! { <a href=href aria-current=current data-keys=keys(place)><Icon of=picture/>{words.say(key)}</a> }
    };
    view! { <nav class="places" aria-label=words.say("places")>{PLACES.map(link)}</nav> }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-navigation",
    about: "part-navigation-about",
    examples: &[Example::new("example-chosen", chosen)],
};

fn chosen(_: Words) -> AnyView {
    view! { <Places here=Place::Pay/> }.into_any()
}
