//! Questions and their answers, one under the other: a review, a receipt, everything known of a transaction.

use leptos::prelude::*;

use crate::context;

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
    #[prop(optional, into)]
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
