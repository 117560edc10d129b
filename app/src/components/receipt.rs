//! What one keeps: a sheet with the double rule of a closed account above it, that prints as a letter.

use leptos::prelude::*;
use model::{Currency, Money};

use super::{Amount, Example, Fact, Facts, Part};
use crate::{context, words::Words};

/// A receipt.
#[component]
pub fn Receipt(
    /// Its facts, and how to keep it.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card receipt">
            <PrintHead/>
            {children()}
        </section>
    }
}

/// Who the letter is from, where it is printed: on paper there is no page around it.
#[component]
pub fn PrintHead() -> impl IntoView {
    let words = context::words();
    view! {
        <p class="on-paper"><b>{words.say("bank-name")}</b>" · "{words.say("help-phone")}</p>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part =
    Part { name: "part-receipt", about: "part-receipt-about", examples: &[Example::new("example-plain", plain)] };

/// The frame around what is printed, as the gallery shows it.
pub(super) const PRINT: Part = Part {
    name: "part-print-frame",
    about: "part-print-frame-about",
    examples: &[Example::new("example-plain", print)],
};

fn plain(words: Words) -> AnyView {
    view! {
        <Receipt>
            <Facts>
                <Fact term=words.say("fact-paid")><Amount of=Money::new(2_500, Currency::Gbp) large=true/></Fact>
                <Fact term=words.say("fact-to")>"Anna Whitfield"<br/><span class="quiet">"2207 4418"</span></Fact>
                <Fact term=words.say("fact-when")>{words.day(jiff::civil::date(2026, 11, 22))}</Fact>
                <Fact term=words.say("fact-number")><span class="number">"0000 1000 0000 0"</span></Fact>
            </Facts>
        </Receipt>
    }
    .into_any()
}

fn print(words: Words) -> AnyView {
    view! { <div class="paper"><PrintHead/><p>{words.say("receipt-next-keep")}</p></div> }.into_any()
}
