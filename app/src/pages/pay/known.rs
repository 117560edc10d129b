//! The people who were paid before: one press begins a payment to one of them, with everything filled in but how much.

use bank::payments::KnownPayee;
use leptos::prelude::*;

use crate::{
    components::{Card, Icon, Picture},
    context,
    words::Words,
};

/// The people who were paid before. Nothing where nobody was.
#[component]
pub fn KnownPayees(
    /// They, the last one first.
    people: Vec<KnownPayee>,
) -> impl IntoView {
    if people.is_empty() {
        return ().into_any();
    }
    let words = context::words();
    let lines = people.into_iter().map(move |known| view! { <li>{button(words, known)}</li> }).collect_view();
    view! { <Card title=words.say("known-title")><ul class="known">{lines}</ul></Card> }.into_any()
}

fn button(words: Words, known: KnownPayee) -> impl IntoView {
    let day = words.day_short(context::calendar().day(known.paid_at));
    let about = words.with("known-about", &[("number", known.number.to_string().into()), ("day", day.into())]);
    view! {
        <form method="post" action="/do/pay/start" role="none">
            <input type="hidden" name="again" value=known.payment.to_string()/>
            <button type="submit" class="button second">
                <Icon of=Picture::Pay/>
                <span>
                    <b>{words.with("known-pay", &[("name", known.name.into())])}</b>
                    <small>{about}</small>
                </span>
            </button>
        </form>
    }
}
