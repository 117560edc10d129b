//! The limits of one account, what is used of them, and what waits to be raised.

use bank::{
    Error,
    limits::{self, AccountLimits, LimitKind, Newcomer, Raise},
};
use leptos::prelude::*;
use model::{AccountId, ErrorCode, Money, Timestamp};
use serde::Deserialize;

use super::{LIMITS, change_of, list::used, name};
use crate::{
    components::{Button, Card, Fact, Facts, Frame, Look, Notice, PageHeading, Place, Progress, Tone},
    context,
    pages::{self, accounts::account_name},
    words::Words,
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Whether a limit has just been lowered.
    lowered: String,
}

/// The page with the limits of one account.
#[component]
pub fn LimitsOfAccountPage() -> impl IntoView {
    pages::answer(account())
}

async fn account() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: AccountId = context::part("id")?;
    let now = bank.clock.now();
    let mut all = limits::overview(&bank, person.id).await?.into_iter();
    let one = all.find(|one| one.account.id == id).ok_or(ErrorCode::NotFound)?;
    let title = words.with("limits-of", &[("account", account_name(words, &one.account).into())]);
    let lowered = (context::query::<Query>().lowered == "1").then(|| {
        view! { <Notice title=words.say("limits-lowered-title")><p>{words.say("limits-lowered")}</p></Notice> }
    });
    let waiting = LimitKind::ALL
        .iter()
        .filter_map(|kind| one.account.limits.of(*kind).waiting(now).map(|raise| waiting(words, &one, *kind, raise)));
    let waiting = waiting.collect_view();
    Ok(view! {
        <Frame title=title.clone() place=Place::You narrow=true>
            <PageHeading title=title back=(LIMITS.to_owned(), words.say("limits-back").to_owned())/>
            {lowered}
            {waiting}
            <Progress label=words.say("limits-today") said=used(words, &one, now) now=one.spent.minor
                of=one.account.limit(LimitKind::Day, now).minor/>
            {facts(words, &one, now)}
            {newcomers(words, &one)}
        </Frame>
    }
    .into_any())
}

fn facts(words: Words, one: &AccountLimits, now: Timestamp) -> impl IntoView + use<> {
    let facts = LimitKind::ALL.iter().map(|kind| {
        let most = words.money(one.account.limit(*kind, now));
        view! { <Fact term=words.say(name(*kind)) change=change_of(one.account.id, *kind)>{most}</Fact> }
    });
    let facts = facts.collect_view();
    view! { <Facts>{facts}</Facts> }
}

/// A raise that waits: to how much, from when, and calling it off.
fn waiting(words: Words, one: &AccountLimits, kind: LimitKind, raise: Raise) -> impl IntoView + use<> {
    let to = words.money(Money::new(raise.to, one.account.currency()));
    let when = words.moment(raise.holds_from(), &context::calendar());
    let text = words.with("limit-waits", &[("amount", to.into()), ("when", when.into())]);
    let (id, limit) = (one.account.id.to_string(), words.say(name(kind)));
    let title = words.with("limit-waits-title", &[("limit", limit.into())]);
    view! {
        <Notice title=title tone=Tone::Caution>
            <p>{text}</p>
            <p>{words.say("limit-waits-new")}</p>
            <form method="post" action="/do/limits/call-off" role="none">
                <input type="hidden" name="account" value=id/>
                <input type="hidden" name="limit" value=kind.code()/>
                <div class="actions">
                    <Button label=words.say("limit-call-off") look=Look::Second/>
                </div>
            </form>
        </Notice>
    }
}

/// Whom it has paid for the first time just now.
fn newcomers(words: Words, one: &AccountLimits) -> Option<impl IntoView + use<>> {
    if one.newcomers.is_empty() {
        return None;
    }
    let row = |newcomer: &Newcomer| {
        let until = words.moment(newcomer.until(), &context::calendar());
        let (name, paid) = (newcomer.name.clone(), words.money(newcomer.paid));
        let so_far = words.with("limit-newcomer", &[("amount", paid.into()), ("when", until.into())]);
        view! { <li><div><span><b>{name}</b><small>{so_far}</small></span></div></li> }
    };
    let rows = one.newcomers.iter().map(row).collect_view();
    Some(view! {
        <Card title=words.say("limit-newcomers-title")>
            <p>{words.say("limit-newcomers")}</p>
            <ul class="rows">{rows}</ul>
        </Card>
    })
}
