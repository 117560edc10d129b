//! Everybody who may look, was invited to, or could look before.

use bank::{
    Error,
    mandates::{self, Mandate},
};
use leptos::prelude::*;
use model::{CustomerId, Timestamp};

use super::{INVITE, PEOPLE, of, told};
use crate::{
    components::{Card, Empty, Frame, LinkButton, Look, PageHeading, Place},
    context,
    pages::{self, you::SECURITY},
    words::Words,
};

/// How many may look, on the page about security.
pub(in crate::pages::you) async fn card(words: Words, owner: CustomerId) -> Result<impl IntoView + use<>, Error> {
    let (bank, now) = (context::bank(), context::visitor().now());
    let given = mandates::given(&bank, owner).await?;
    let open = given.iter().filter(|mandate| mandate.is_open(&bank.calendar, now)).count();
    let text = words.with("look-about", &[("count", open.into())]);
    Ok(view! {
        <Card title=words.say("look-title")>
            <p>{text}</p>
            <div class="actions"><LinkButton href=PEOPLE label=words.say("look-open") look=Look::Second/></div>
        </Card>
    })
}

/// The page with all of them.
#[component]
pub fn PeopleWhoLookPage() -> impl IntoView {
    pages::answer(all())
}

async fn all() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let (given, now) = (mandates::given(&bank, person.id).await?, bank.clock.now());
    let (open, over): (Vec<_>, Vec<_>) = given.into_iter().partition(|one| one.is_open(&bank.calendar, now));
    let open = if open.is_empty() {
        view! { <Empty text=words.say("look-none")/> }.into_any()
    } else {
        rows(words, &open, now).into_any()
    };
    let over = (!over.is_empty()).then(|| {
        view! { <Card title=words.say("look-past")>{rows(words, &over, now)}</Card> }
    });
    let title = words.say("look-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <PageHeading title=title back=(SECURITY.to_owned(), words.say("security-back").to_owned())/>
            <p>{words.say("look-text")}</p>
            <div class="actions"><LinkButton href=INVITE label=words.say("look-invite")/></div>
            <Card title=words.say("look-now")>{open}</Card>
            {over}
        </Frame>
    }
    .into_any())
}

fn rows(words: Words, mandates: &[Mandate], now: Timestamp) -> impl IntoView + use<> {
    let row = |mandate: &Mandate| {
        let (name, told) = (mandate.name.clone(), told(words, mandate, now));
        view! { <li><a href=of(mandate.id)><span><b>{name}</b><small>{told}</small></span></a></li> }
    };
    let rows = mandates.iter().map(row).collect_view();
    view! { <ul class="rows">{rows}</ul> }
}
