//! All cards of a person.

use bank::{
    Error,
    cards::{self, CardView},
};
use leptos::prelude::*;

use super::{card_name, of, state_name};
use crate::{
    components::{Card, Empty, Frame, PageHeading, Place},
    context,
    pages::{self, accounts::account_name},
    words::Words,
};

/// The page with every card.
#[component]
pub fn CardsPage() -> impl IntoView {
    pages::answer(all())
}

async fn all() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let cards = cards::list(&bank, person.id).await?;
    let frozen = person.is_frozen(bank.clock.now());
    let (now, over): (Vec<_>, Vec<_>) = cards.iter().partition(|view| view.can_change());
    let over = (!over.is_empty()).then(|| {
        let rows = rows(words, &over, frozen);
        view! { <Card title=words.say("cards-over")><ul class="rows">{rows}</ul></Card> }
    });
    let now = if now.is_empty() {
        view! { <Empty text=words.say("cards-none")/> }.into_any()
    } else {
        let rows = rows(words, &now, frozen);
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let title = words.say("cards-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <PageHeading title=title back=("/you".to_owned(), words.say("you-back").to_owned())/>
            <p>{words.say("cards-text")}</p>
            {now}
            {over}
        </Frame>
    }
    .into_any())
}

fn rows(words: Words, cards: &[&CardView], frozen: bool) -> impl IntoView + use<> {
    let row = |view: &&CardView| {
        let (href, name, state) = (of(view.card.id), card_name(words, &view.card), state_name(words, view, frozen));
        let account = words.with("card-of", &[("account", account_name(words, &view.account).into())]);
        view! { <li><a href=href><span><b>{name}</b><small>{state}" · "{account}</small></span></a></li> }
    };
    cards.iter().map(row).collect_view()
}
