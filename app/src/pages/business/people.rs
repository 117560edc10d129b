//! Who may act for an account, and from how much on its payments take two people.

use bank::{
    Error,
    accounts::Account,
    business::{self, Delegate, People, TwoPeople},
};
use leptos::prelude::*;
use model::{Money, Timestamp};

use super::{BUSINESS, invite_to, most, role, rule_of, told};
use crate::{
    components::{Button, Card, Dialog, Empty, Fact, Facts, Frame, Link, LinkButton, Look, PageHeading, Place},
    context,
    pages::{self, accounts::account_name},
    words::Words,
};

/// The page with everybody who may act for an account.
#[component]
pub fn PeopleWhoActPage() -> impl IntoView {
    pages::answer(all())
}

async fn all() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let People { account, delegates, rule } = business::people(&bank, person.id, context::part("id")?).await?;
    let now = bank.clock.now();
    let (open, over): (Vec<_>, Vec<_>) = delegates.into_iter().partition(|one| one.is_open(now));
    let open = if open.is_empty() {
        view! { <Empty text=words.say("act-none")/> }.into_any()
    } else {
        open.iter().map(|one| person_who_acts(words, one, now)).collect_view().into_any()
    };
    let over = (!over.is_empty()).then(|| {
        let rows = over.iter().map(|one| row(words, one, now)).collect_view();
        view! { <Card title=words.say("look-past")><ul class="rows">{rows}</ul></Card> }
    });
    let (title, to) = (words.say("act-title"), format!("/accounts/{}", account.id));
    let name = account_name(words, &account);
    let invite = invite_to(account.id);
    Ok(view! {
        <Frame title=title place=Place::Accounts narrow=true>
            <PageHeading title=title back=(to, name)/>
            <p>{words.say("act-text")}</p>
            <p><Link href=BUSINESS label=words.say("second-open")/></p>
            {two_people(words, &account, rule, now)}
            <section class="stack">
                <h2>{words.say("act-now")}</h2>
                {open}
                <div class="actions"><LinkButton href=invite label=words.say("act-invite")/></div>
            </section>
            {over}
        </Frame>
    }
    .into_any())
}

/// From how much on a payment takes two people, and what that will be.
fn two_people(words: Words, account: &Account, rule: TwoPeople, now: Timestamp) -> impl IntoView + use<> {
    let (holds, change) = (said(words, account, rule.at(now)), rule_of(account.id));
    let looser = rule.waiting(now).map(|looser| {
        let when = words.moment(looser.holds_from(), &context::calendar());
        let then = words.with("two-later", &[("when", when.into()), ("rule", said(words, account, looser.to).into())]);
        view! { <p>{then}</p> }
    });
    view! {
        <Card title=words.say("two-title")>
            <p>{holds}</p>
            {looser}
            <div class="actions">
                <LinkButton href=change label=words.say("two-change") look=Look::Second/>
            </div>
        </Card>
    }
}

/// A rule, in words.
pub(super) fn said(words: Words, account: &Account, rule: Option<i64>) -> String {
    match rule {
        None => words.say("two-off").to_owned(),
        Some(0) => words.say("two-all").to_owned(),
        Some(from) => {
            let from = words.money(Money::new(from, account.currency()));
            words.with("two-from", &[("amount", from.into())])
        }
    }
}

fn person_who_acts(words: Words, delegate: &Delegate, now: Timestamp) -> impl IntoView + use<> {
    let (name, number) = (delegate.name.clone(), delegate.number.to_string());
    let (role, most, stands) = (role(words, delegate.role), most(words, delegate), told(words, delegate, now));
    view! {
        <section class="card">
            <h3>{name}</h3>
            <Facts>
                <Fact term=words.say("look-stands")>{stands}</Fact>
                <Fact term=words.say("act-role")>{role}</Fact>
                <Fact term=words.say("act-most-term")>{most}</Fact>
                <Fact term=words.say("look-number-of")>{number}</Fact>
            </Facts>
            {end(words, delegate)}
        </section>
    }
}

fn row(words: Words, delegate: &Delegate, now: Timestamp) -> impl IntoView + use<> {
    let (name, told) = (delegate.name.clone(), told(words, delegate, now));
    view! { <li><div><span><b>{name}</b><small>{told}</small></span></div></li> }
}

fn end(words: Words, delegate: &Delegate) -> impl IntoView + use<> {
    let (account, id, place) = (delegate.account.to_string(), delegate.id.to_string(), format!("end-{}", delegate.id));
    let title = words.with("act-end-title", &[("name", (&delegate.name).into())]);
    view! {
        <div class="actions">
            <Dialog id=place opens=words.say("look-end") look=Look::Second title=title stay=words.say("look-end-not")>
                <p>{words.say("act-end-text")}</p>
                <form method="post" action="/do/business/end" role="none">
                    <input type="hidden" name="account" value=account/>
                    <input type="hidden" name="delegate" value=id/>
                    <Button label=words.say("look-end") look=Look::Danger/>
                </form>
            </Dialog>
        </div>
    }
}
