//! The people who were paid before: one press begins a payment to one of them, with everything filled in but how much;
//! or says that the payment under way goes to them.

use bank::payments::KnownPayee;
use leptos::prelude::*;
use model::PaymentId;

use super::people;
use crate::{
    components::{Card, Icon, Link, Picture},
    context,
    words::Words,
};

/// The people who were paid before. Nothing where nobody was.
#[component]
pub fn KnownPayees(
    /// They, favourites first, then the last one.
    people: Vec<KnownPayee>,
    /// The payment that is under way, where one is.
    #[prop(optional)]
    draft: Option<PaymentId>,
) -> impl IntoView {
    if people.is_empty() {
        return ().into_any();
    }
    let words = context::words();
    let lines = people.into_iter().map(move |known| view! { <li>{button(words, known, draft)}</li> }).collect_view();
    view! {
        <Card title=words.say("known-title")>
            <ul class="known">{lines}</ul>
            <Link href=people::list(draft) label=words.say("people-title")/>
        </Card>
    }
    .into_any()
}

fn button(words: Words, known: KnownPayee, draft: Option<PaymentId>) -> impl IntoView {
    let day = words.day_short(context::calendar().day(known.paid_at));
    let about = words.with("known-about", &[("number", known.number.to_string().into()), ("day", day.into())]);
    let called = people::called(words, &known);
    view! {
        <form method="post" action=people::action(draft) role="none">
            {people::fields(known.payment, draft)}
            <button type="submit" class="button second">
                <Icon of=Picture::Pay/>
                <span>
                    <b>{words.with("known-pay", &[("name", known.name.into())])}</b>
                    {called}
                    <small>{about}</small>
                </span>
            </button>
        </form>
    }
}
