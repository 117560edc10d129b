//! The keys that lead to the places of the bank, for who wants them, and how to turn them on and off.

use leptos::prelude::*;
use model::Shortcuts;

use crate::{
    components::{Button, Card, Fact, Facts, OpenFrame, PageHeading, Place},
    context,
    words::Words,
};

/// Where it is.
const ADDRESS: &str = "/help/shortcuts";

/// Each pair of keys, with the word of where it leads.
const KEYS: [(&str, &str); 5] =
    [("a", "place-accounts"), ("p", "place-pay"), ("h", "place-help"), ("y", "place-you"), ("t", "talk")];

/// The page.
#[component]
pub fn ShortcutsPage() -> impl IntoView {
    let words = context::words();
    let on = context::preferences().shortcuts == Shortcuts::On;
    let title = words.say("shortcuts-title");
    let (state, other, press) = if on {
        ("shortcuts-are-on", Shortcuts::Off, "shortcuts-turn-off")
    } else {
        ("shortcuts-are-off", Shortcuts::On, "shortcuts-turn-on")
    };
    view! {
        <OpenFrame title=title place=Place::Help>
            <PageHeading title=title back=super::back(words)>
                <p class="quiet">{words.say("shortcuts-about")}</p>
            </PageHeading>
            <p>{words.say("shortcuts-text")}</p>
            <Card title=words.say(state)>
                {keys(words)}
                <form method="post" action="/do/preferences" role="none">
                    <input type="hidden" name="back" value=ADDRESS/>
                    <input type="hidden" name="shortcuts" value=other.code()/>
                    <Button label=words.say(press)/>
                </form>
            </Card>
        </OpenFrame>
    }
}

fn keys(words: Words) -> impl IntoView {
    let fact = move |(key, place): (&'static str, &'static str)| {
        view! { <Fact term=words.say(place)>{words.with("shortcuts-then", &[("key", key.into())])}</Fact> }
    };
    view! {
        <Facts>
            {KEYS.map(fact).collect_view()}
            <Fact term=words.say("shortcuts-list")><kbd>"?"</kbd></Fact>
        </Facts>
    }
}
