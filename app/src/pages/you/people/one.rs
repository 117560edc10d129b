//! One person who may look: at what, until when, when they did; and ending it.

use bank::{
    Error,
    accounts::Account,
    mandates::{self, Mandate},
};
use leptos::prelude::*;
use model::{AccountId, MandateId};

use super::{PEOPLE, told};
use crate::{
    components::{Button, Card, Dialog, Empty, Fact, Facts, Frame, Look, PageHeading, Place},
    context,
    pages::{self, accounts::account_name},
    words::Words,
};

/// The page of one of them.
#[component]
pub fn PersonWhoLooksPage() -> impl IntoView {
    pages::answer(one())
}

async fn one() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: MandateId = context::part("id")?;
    let (mandate, looks) = mandates::one(&bank, person.id, id).await?;
    let accounts = bank::accounts::list(&bank, person.id).await?;
    let now = bank.clock.now();
    let shown: Vec<String> = mandate.accounts.iter().map(|id| called(words, &accounts, *id)).collect();
    let (number, stands) = (mandate.number.to_string(), told(words, &mandate, now));
    let end = mandate.is_open(&bank.calendar, now).then(|| end(words, &mandate));
    let title = mandate.name.clone();
    Ok(view! {
        <Frame title=title.clone() place=Place::You narrow=true>
            <PageHeading title=title back=(PEOPLE.to_owned(), words.say("look-back").to_owned())/>
            <section class="card">
                <Facts>
                    <Fact term=words.say("look-stands")>{stands}</Fact>
                    <Fact term=words.say("look-number-of")>{number}</Fact>
                    <Fact term=words.say("look-what")>{words.list(&shown)}</Fact>
                </Facts>
                {end}
            </section>
            {log(words, &accounts, &looks)}
        </Frame>
    }
    .into_any())
}

/// What an account is called; one that is closed has no name any more.
fn called(words: Words, accounts: &[Account], id: AccountId) -> String {
    let known = accounts.iter().find(|account| account.id == id);
    known.map_or_else(|| words.say("look-closed").to_owned(), |account| account_name(words, account))
}

/// When they looked, the last day first.
fn log(words: Words, accounts: &[Account], looks: &[mandates::Look]) -> impl IntoView + use<> {
    let calendar = context::calendar();
    let rows = looks.iter().map(|look| {
        let (day, first) = (words.day(look.day), words.time(look.first_at, &calendar));
        let when = if look.times == 1 {
            words.with("look-log-once", &[("time", first.into())])
        } else {
            let last = words.time(look.last_at, &calendar);
            let values = [("count", look.times.into()), ("first", first.into()), ("last", last.into())];
            words.with("look-log-often", &values)
        };
        let account = called(words, accounts, look.account);
        view! { <li><div><span><b>{day}</b><small>{account}" · "{when}</small></span></div></li> }
    });
    let rows = if looks.is_empty() {
        view! { <Empty text=words.say("look-log-none")/> }.into_any()
    } else {
        view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
    };
    view! { <Card title=words.say("look-log-title")>{rows}</Card> }
}

fn end(words: Words, mandate: &Mandate) -> impl IntoView + use<> {
    let by_power = mandate.power.is_some();
    let title = if by_power { "power-end-title" } else { "look-end-title" };
    let (id, title) = (mandate.id.to_string(), words.with(title, &[("name", (&mandate.name).into())]));
    let text = words.say(if by_power { "power-end-text" } else { "look-end-text" });
    view! {
        <div class="actions">
            <Dialog id="end" opens=words.say("look-end") title=title stay=words.say("look-end-not")>
                <p>{text}</p>
                <form method="post" action="/do/people/end" role="none">
                    <input type="hidden" name="mandate" value=id/>
                    <Button label=words.say("look-end") look=Look::Danger/>
                </form>
            </Dialog>
        </div>
    }
}
