//! Everybody who may look, was invited to, or could look before.

use bank::{
    Error,
    mandates::{self, Mandate},
    powers::{self, Power, Stands},
};
use leptos::prelude::*;
use model::{CustomerId, Timestamp};

use super::{INVITE, PEOPLE, of, told};
use crate::{
    components::{Button, Card, Empty, Frame, LinkButton, Look, Notice, PageHeading, Place, Tone},
    context,
    pages::{self, you::SECURITY},
    words::Words,
};

/// How many may look, on the page about security.
pub(in crate::pages::you) async fn card(words: Words, owner: CustomerId) -> Result<impl IntoView + use<>, Error> {
    let (bank, now) = (context::bank(), context::visitor().now());
    let given = mandates::given(&bank, owner).await?;
    let open = given.iter().filter(|mandate| mandate.is_open(&bank.calendar, now)).count();
    let powers = powers::given(&bank, owner).await?;
    let open = open + powers.iter().filter(|power| accepted_from(power, now).is_some()).count();
    let text = words.with("look-about", &[("count", open.into())]);
    Ok(view! {
        <Card title=words.say("look-title")>
            <p>{text}</p>
            <div class="actions"><LinkButton href=PEOPLE label=words.say("look-open") look=Look::Second/></div>
        </Card>
    })
}

/// From when on somebody can accept a power of attorney. `None` once they have: then they are among who may look.
fn accepted_from(power: &Power, now: Timestamp) -> Option<Timestamp> {
    match power.stands(&context::calendar(), now) {
        Stands::Agreed(from) => Some(from),
        Stands::Asked | Stands::Running | Stands::Over => None,
    }
}

/// The page with all of them.
#[component]
pub fn PeopleWhoLookPage() -> impl IntoView {
    pages::answer(all())
}

async fn all() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let (given, now) = (mandates::given(&bank, person.id).await?, bank.clock.now());
    let powers = powers::given(&bank, person.id).await?;
    let coming = powers.iter().filter_map(|power| Some(coming(words, power, accepted_from(power, now)?)));
    let coming = coming.collect_view();
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
            {coming}
            <p>{words.say("look-text")}</p>
            <div class="actions"><LinkButton href=INVITE label=words.say("look-invite")/></div>
            <Card title=words.say("look-now")>{open}</Card>
            {over}
        </Frame>
    }
    .into_any())
}

/// Somebody who is to act by power of attorney, and what stops it.
fn coming(words: Words, power: &Power, from: Timestamp) -> impl IntoView + use<> {
    let title = words.with("power-coming-title", &[("name", (&power.attorney_name).into())]);
    let kind = words.with("power-document", &[("kind", words.power_kind(power.kind).into())]);
    let from = words.with("power-coming", &[("when", words.moment(from, &context::calendar()).into())]);
    let id = power.id.to_string();
    view! {
        <Notice title=title tone=Tone::Caution>
            <p>{kind}</p>
            <p>{from}</p>
            <p>{words.say("power-coming-careful")}</p>
            <form method="post" action="/do/power/end" role="none">
                <input type="hidden" name="power" value=id/>
                <div class="actions"><Button label=words.say("power-stop") look=Look::Danger/></div>
            </form>
        </Notice>
    }
}

fn rows(words: Words, mandates: &[Mandate], now: Timestamp) -> impl IntoView + use<> {
    let row = |mandate: &Mandate| {
        let (name, told) = (mandate.name.clone(), told(words, mandate, now));
        view! { <li><a href=of(mandate.id)><span><b>{name}</b><small>{told}</small></span></a></li> }
    };
    let rows = mandates.iter().map(row).collect_view();
    view! { <ul class="rows">{rows}</ul> }
}
