//! The accounts that can pay, each with what is used of its day.

use bank::{
    Error,
    limits::{self, AccountLimits, LimitKind},
    waits,
};
use leptos::prelude::*;
use model::Timestamp;

use super::{WAITING, of, waiting};
use crate::{
    components::{Frame, PageHeading, Place},
    context,
    pages::{self, accounts::account_name},
    words::Words,
};

/// The page with the limits of every account.
#[component]
pub fn LimitsPage() -> impl IntoView {
    pages::answer(all())
}

async fn all() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let now = bank.clock.now();
    let rows = limits::overview(&bank, person.id).await?.iter().map(|one| row(words, one, now)).collect_view();
    let own = waits::own_wait(&bank, person.id).await?;
    let wait = waiting::holds(words, own, now);
    let title = words.say("limits-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <PageHeading title=title back=("/you".to_owned(), words.say("you-back").to_owned())/>
            <div>
                <p>{words.say("limits-text")}</p>
                <p>{words.say("limits-change")}</p>
            </div>
            <ul class="rows">
                {rows}
                <li><a href=WAITING><span><b>{words.say("wait-title")}</b><small>{wait}</small></span></a></li>
            </ul>
            <p class="quiet">{words.say("limits-own")}</p>
        </Frame>
    }
    .into_any())
}

fn row(words: Words, one: &AccountLimits, now: Timestamp) -> impl IntoView + use<> {
    let (href, name, used) = (of(one.account.id), account_name(words, &one.account), used(words, one, now));
    let waits = one.account.limits.waiting_until(now).is_some();
    let waits = waits.then(|| view! { " · "{words.say("limits-waits")} });
    let number = one.account.number.to_string();
    view! { <li><a href=href><span><b>{name}</b><small>{number}" · "{used}{waits}</small></span></a></li> }
}

/// How much of the day is used, in words.
pub(super) fn used(words: Words, one: &AccountLimits, now: Timestamp) -> String {
    let most = one.account.limit(LimitKind::Day, now);
    words.with("limits-used", &[("used", words.money(one.spent).into()), ("most", words.money(most).into())])
}
