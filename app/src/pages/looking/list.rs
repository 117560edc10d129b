//! Everything somebody may look at, and is invited to.

use bank::{
    Error,
    mandates::{self, Mandate, Open, Standing},
};
use leptos::prelude::*;
use model::{CustomerId, Timestamp};

use super::{LOOKING, called, of, until};
use crate::{
    components::{Button, Card, Dialog, Empty, Frame, Link, Look, Notice, PageHeading, Place},
    context, pages,
    words::Words,
};

/// The way there from one's own accounts, for those who may look at others.
pub(in crate::pages) async fn card(words: Words, carer: CustomerId) -> Result<Option<impl IntoView + use<>>, Error> {
    let held = mandates::held(&context::bank(), carer).await?;
    Ok((!held.is_empty()).then(|| {
        view! {
            <Card title=words.say("looking-title")>
                <p>{words.say("looking-about")}</p>
                <Link href=LOOKING label=words.say("looking-open")/>
            </Card>
        }
    }))
}

/// The page with all of it.
#[component]
pub fn LookingPage() -> impl IntoView {
    pages::answer(all())
}

async fn all() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let open = mandates::open(&bank, person.id).await?;
    let none = open.is_empty().then(|| view! { <Empty text=words.say("looking-none")/> });
    let cards = open.iter().map(|one| match one.standing {
        Standing::Invited(until) => invited(words, &one.mandate, until).into_any(),
        _ => running(words, one).into_any(),
    });
    let cards = cards.collect_view();
    let title = words.say("looking-title");
    Ok(view! {
        <Frame title=title place=Place::Accounts narrow=true>
            <PageHeading title=title back=("/accounts".to_owned(), words.say("accounts-all").to_owned())/>
            <p>{words.say("looking-text")}</p>
            {none}
            {cards}
        </Frame>
    }
    .into_any())
}

/// What one would see, before one sees any of it.
fn invited(words: Words, mandate: &Mandate, until: Timestamp) -> impl IntoView + use<> {
    let name = &mandate.owner_name;
    let title = words.with("looking-offer-title", &[("name", name.into())]);
    let (count, last) = (mandate.accounts.len(), words.day(mandate.last));
    let would = words.with("looking-offer", &[("count", count.into()), ("day", last.into())]);
    let sees = words.with("looking-offer-log", &[("name", name.into())]);
    let until = words.with("looking-offer-until", &[("when", words.moment(until, &context::calendar()).into())]);
    let id = mandate.id.to_string();
    view! {
        <Notice title=title>
            <p>{would}</p>
            <p>{sees}</p>
            <p>{words.say("looking-offer-careful")}</p>
            <p class="quiet">{until}</p>
            <div class="actions">
                <form method="post" action="/do/looking/accept" role="none">
                    <input type="hidden" name="mandate" value=id.clone()/>
                    <Button label=words.say("looking-accept")/>
                </form>
                <form method="post" action="/do/looking/stop" role="none">
                    <input type="hidden" name="mandate" value=id/>
                    <Button label=words.say("looking-decline") look=Look::Second/>
                </form>
            </div>
        </Notice>
    }
}

/// The accounts, by name: what is on them is said where it is kept that somebody looked.
fn running(words: Words, open: &Open) -> impl IntoView + use<> {
    let Open { mandate, accounts, .. } = open;
    let title = words.with("looking-of", &[("name", (&mandate.owner_name).into())]);
    let until = until(words, mandate);
    let row = |(account, kind, name): &(_, _, String)| {
        let (href, name) = (of(mandate.id, *account), called(words, *kind, name));
        view! { <li><a href=href><span><b>{name}</b></span></a></li> }
    };
    let accounts = if accounts.is_empty() {
        view! { <Empty text=words.say("looking-nothing")/> }.into_any()
    } else {
        let rows = accounts.iter().map(row).collect_view();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let stop = stop(words, mandate);
    view! {
        <Card title=title>
            <p>{until}</p>
            {accounts}
            {stop}
        </Card>
    }
}

fn stop(words: Words, mandate: &Mandate) -> impl IntoView + use<> {
    let (id, place) = (mandate.id.to_string(), format!("stop-{}", mandate.id));
    let title = words.with("looking-stop-title", &[("name", (&mandate.owner_name).into())]);
    let text = if mandate.power.is_some() { "power-leave-text" } else { "looking-stop-text" };
    view! {
        <div class="actions">
            <Dialog id=place opens=words.say("looking-stop") look=Look::Second title=title
                stay=words.say("looking-stop-not")>
                <p>{words.say(text)}</p>
                <form method="post" action="/do/looking/stop" role="none">
                    <input type="hidden" name="mandate" value=id/>
                    <Button label=words.say("looking-stop") look=Look::Danger/>
                </form>
            </Dialog>
        </div>
    }
}
