//! Questions and their answers, one under the other: a review, a receipt, everything known of a transaction.

use leptos::prelude::*;
use model::{Currency, Money};

use super::{Amount, Example, Part};
use crate::{context, words::Words};

/// A list of [`Fact`]s.
#[component]
pub fn Facts(
    /// The facts.
    children: Children,
) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// One fact, and perhaps the way to change it.
#[component]
pub fn Fact(
    /// What is asked.
    #[prop(into)]
    term: String,
    /// Where it can be changed.
    #[prop(optional_no_strip, into)]
    change: Option<String>,
    /// The answer.
    children: Children,
) -> impl IntoView {
    let change = change.map(|href| {
        view! {
            <dd class="change">
                <a href=href>{context::words().say("change")}<span class="unseen">" "{term.clone()}</span></a>
            </dd>
        }
    });
    view! {
        <div>
            <dt>{term}</dt>
            <dd>{children()}</dd>
            {change}
        </div>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-review-list",
    about: "part-review-list-about",
    examples: &[Example::new("example-plain", plain), Example::new("example-to-change", to_change)],
};

fn plain(words: Words) -> AnyView {
    view! {
        <Facts>
            <Fact term=words.say("security-since")>{words.say("today")}</Fact>
            <Fact term=words.say("security-address")>"203.0.113.7"</Fact>
        </Facts>
    }
    .into_any()
}

fn to_change(words: Words) -> AnyView {
    view! {
        <Facts>
            <Fact term=words.say("fact-amount") change="#main".to_owned()><Amount of=Money::new(2_500, Currency::Gbp) large=true/></Fact>
            <Fact term=words.say("fact-to") change="#main".to_owned()>"Anna Whitfield"<br/><span class="quiet">"2207 4418"</span></Fact>
            <Fact term=words.say("fact-when")>
                {words.say("review-now")}<br/><span class="quiet">{words.say("review-final")}</span>
            </Fact>
        </Facts>
    }
    .into_any()
}
