//! Money in figures that stand under one another, with the direction in a word.

use leptos::prelude::*;
use model::{Currency, Money};

use super::{Example, Part, aloud};
use crate::{context, words::Words};

/// An amount.
#[component]
pub fn Amount(
    /// How much.
    of: Money,
    /// Whether it is what the page is about.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let class = if large { "balance" } else { "money" };
    let words = context::words();
    view! { <span class=class data-say=aloud::say(words, |words| words.money(of))>{words.money(of)}</span> }
}

/// An amount that came in or went out, with that word before it and no sign: "paid out £20.00".
#[component]
pub fn Moved(
    /// How much, negative where it went out.
    amount: Money,
    /// The keys of the words for in and out.
    #[prop(default = ("line-in", "line-out"))]
    said: (&'static str, &'static str),
) -> impl IntoView {
    let words = context::words();
    let (class, word) = if amount.is_negative() { (None, said.1) } else { (Some("in"), said.0) };
    let unsigned = Money::new(amount.minor.saturating_abs(), amount.currency);
    let spoken = aloud::say(words, |words| format!("{} {}", words.say(word), words.money(unsigned)));
    view! { <b class=class data-say=spoken><i>{words.say(word)}</i>" "{words.money(unsigned)}</b> }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-money",
    about: "part-money-about",
    examples: &[
        Example::new("example-plain", plain),
        Example::new("example-large", large),
        Example::new("example-in-and-out", moved),
        Example::new("example-every-currency", currencies),
    ],
};

fn plain(_: Words) -> AnyView {
    view! { <p><Amount of=Money::new(123_450, Currency::Gbp)/></p> }.into_any()
}

fn large(_: Words) -> AnyView {
    view! { <p><Amount of=Money::new(-241_806, Currency::Gbp) large=true/></p> }.into_any()
}

fn moved(_: Words) -> AnyView {
    view! {
        <ul class="rows">
            <li><div><span>"Anna Whitfield"</span><span><Moved amount=Money::new(2_500, Currency::Gbp)/></span></div></li>
            <li><div><span>"City Water"</span><span><Moved amount=Money::new(-3_175, Currency::Gbp)/></span></div></li>
        </ul>
    }
    .into_any()
}

fn currencies(words: Words) -> AnyView {
    let lines = Currency::ALL.iter().map(|currency| {
        let amount = words.money(Money::new(123_456, *currency));
        view! { <li><div><span>{currency.code()}</span><span>{amount}</span></div></li> }
    });
    view! { <ul class="rows">{lines.collect_view()}</ul> }.into_any()
}
