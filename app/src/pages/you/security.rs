//! How this person proves who they are, who is signed in as them, and how to end that.

use bank::{
    Error,
    security::{self as safety, Device, Happened},
    sessions::{self, OpenSession},
    step_up::Purpose,
};
use leptos::prelude::*;

use super::{FREEZE, browser, confirm, passkeys, people, trusted};
use crate::{
    components::{Button, Card, Frame, LinkButton, Look, PageHeading, Place},
    context,
    pages::{self, recover, session},
    words::Words,
};

/// The page with every passkey and every open session.
#[component]
pub fn SecurityPage() -> impl IntoView {
    pages::answer(security())
}

async fn security() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let here = context::visitor().key();
    let recovery = recover::under_way().await?;
    let passkeys = bank::passkeys::list(&bank, person.id).await?;
    let trusted = safety::trusted(&bank, person.id).await?.map(|trusted| trusted.name);
    let people = people::card(words, person.id).await?;
    let codes = context::auth().recovery_codes_left(person.id).await?;
    let happened = safety::happened(&bank, person.id).await?;
    let all = sessions::list(&bank, person.id).await?;
    let (here, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| Some(one.key) == here);
    let none = others.is_empty().then(|| view! { <p>{words.say("security-alone")}</p> });
    let end_all = (!others.is_empty()).then(|| {
        view! {
            <form method="post" action="/do/sessions/end-others" role="none">
                <Button label=words.say("security-end-others") look=Look::Danger/>
            </form>
        }
    });
    let title = words.say("security-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            {recovery}
            <PageHeading title=title back=("/you".to_owned(), words.say("you-back").to_owned())/>
            {passkeys::card(words, &passkeys)}
            {other_ways(words, codes)}
            <h2>{words.say("security-where")}</h2>
            <p>{words.say("security-text")}</p>
            {here.iter().map(|one| card(words, one, true)).collect_view()}
            <h2>{words.say("security-others")}</h2>
            {none}
            {others.iter().map(|one| card(words, one, false)).collect_view()}
            {end_all}
            {trusted::card(words, trusted)}
            {people}
            <Card title=words.say("freeze-title")>
                <p>{words.say("freeze-everything-what")}</p>
                <div class="actions"><LinkButton href=FREEZE label=words.say("freeze-open") look=Look::Second/></div>
            </Card>
            {events(words, &happened)}
        </Frame>
    }
    .into_any())
}

/// The ways in beside passkeys, and how to change each.
fn other_ways(words: Words, codes: u32) -> impl IntoView + use<> {
    let left = words.with("codes-left", &[("count", codes.into())]);
    let change = move |purpose, label| {
        view! {
            <li><a href=confirm::address(purpose)><span><b>{words.say(label)}</b></span></a></li>
        }
    };
    view! {
        <Card title=words.say("ways-title")>
            <p>{words.say("ways-text")}</p>
            <p>{left}</p>
            <ul class="rows">
                {change(Purpose::ChangePassword, "password-title")}
                {change(Purpose::ChangeApp, "app-title")}
                {change(Purpose::NewCodes, "codes-title")}
            </ul>
        </Card>
    }
}

/// What happened lately, the latest first.
fn events(words: Words, happened: &[Happened]) -> Option<impl IntoView + use<>> {
    if happened.is_empty() {
        return None;
    }
    let calendar = context::calendar();
    let rows = happened.iter().map(|one| {
        let (what, when) = (words.security_event(one.event), words.moment(one.at, &calendar));
        let from = browser::name(words, &one.device.agent);
        let from = match one.device.address.as_str() {
            "" => from,
            address => words.with("event-from", &[("browser", from.into()), ("address", address.into())]),
        };
        // What the bank itself has done came from no browser of theirs.
        let from = (one.device != Device::default()).then(|| view! { " · "{from} });
        view! { <li><div><span><b>{what}</b><small>{when}{from}</small></span></div></li> }
    });
    let rows = rows.collect_view();
    Some(view! {
        <Card title=words.say("events-title")>
            <p>{words.say("events-text")}</p>
            <ul class="rows">{rows}</ul>
        </Card>
    })
}

fn card(words: Words, session: &OpenSession, here: bool) -> impl IntoView + use<> {
    session::card(words, session, here, |name| view! { <h3>{name}</h3> }.into_any(), "/do/sessions/end")
}
