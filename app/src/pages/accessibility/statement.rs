//! The accessibility statement. Its figures are those of the last run of `make a11y`, which writes them beside this
//! file: nobody can state what was not measured.

use std::sync::LazyLock;

use leptos::prelude::*;
use serde::Deserialize;

use super::FEEDBACK;
use crate::{
    components::{Call, Card, LinkButton, PageHeading},
    context, pages,
    words::Words,
};

/// What the last run came to.
#[derive(Debug, Deserialize)]
struct Figures {
    /// The day of the run, as ISO 8601 writes it.
    date: String,
    /// How often a page was looked at: every page in every state and every way of reading.
    looks: u64,
    /// What was found wrong on all of them, by every check.
    faults: u64,
    /// Of a hundred journeys, how many were completed with the keyboard alone, rounded down.
    keyboard_pct: u64,
    /// And how many without scripts.
    no_script_pct: u64,
}

/// Of the last run; of none where there has not been one since the checks were last changed.
static FIGURES: LazyLock<Option<Figures>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("figures.json")).expect("a test reads the figures that are built in")
});

/// What does not work yet, as keys of sentences. When one of these is mended, its line goes.
const NOT_YET: [&str; 2] = ["statement-not-yet-people", "statement-not-yet-names"];

/// The page that says how well everybody can use the bank.
#[component]
pub fn StatementPage() -> impl IntoView {
    let words = context::words();
    let title = words.say("statement-title");
    let not_yet = NOT_YET.map(|key| view! { <li>{words.say(key)}</li> });
    pages::for_anyone(title, move || {
        view! {
            <PageHeading title=title/>
            <div>
                <p>{words.say("statement-intro")}</p>
                <p>{words.say("statement-rules")}</p>
            </div>
            {FIGURES.as_ref().map_or_else(|| untested(words), |figures| tested(words, figures))}
            <section class="stack">
                <h2>{words.say("statement-not-yet")}</h2>
                <ul class="bullets">{not_yet}</ul>
            </section>
            <section class="stack">
                <h2>{words.say("statement-hard")}</h2>
                <p>{words.say("statement-hard-text")}</p>
                <div class="actions">
                    <LinkButton href=FEEDBACK label=words.say("feedback-open")/>
                </div>
                <Call/>
                <p>{words.say("statement-complain")}</p>
            </section>
        }
    })
}

fn untested(words: Words) -> AnyView {
    view! { <p>{words.say("statement-untested")}</p> }.into_any()
}

fn tested(words: Words, figures: &Figures) -> AnyView {
    let day = figures.date.parse().map(|day| words.date(day)).unwrap_or_default();
    let (looks, faults) = (words.count(figures.looks), words.count(figures.faults));
    let looked = words.with("statement-looked", &[("day", day.into()), ("looks", looks.into())]);
    let found = if figures.faults == 0 {
        words.say("statement-found-none").to_owned()
    } else {
        words.with("statement-found", &[("faults", faults.into())])
    };
    let done = |key: &str, pct: u64| words.with(key, &[("pct", words.count(pct).into())]);
    let keyboard = done("statement-keyboard", figures.keyboard_pct);
    let no_script = done("statement-no-script", figures.no_script_pct);
    view! {
        <Card title=words.say("statement-tested")>
            <p>{looked}</p>
            <p>{words.say("statement-ways")}</p>
            <p><strong>{found}</strong></p>
            <p>{keyboard}</p>
            <p>{no_script}</p>
        </Card>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_that_are_built_in_are_those_of_a_run() {
        if let Some(figures) = FIGURES.as_ref() {
            assert!(figures.looks > 0 && figures.date.parse::<jiff::civil::Date>().is_ok(), "{figures:?}");
        }
    }
}
