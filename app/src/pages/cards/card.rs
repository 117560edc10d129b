//! One card: what has become of it, what it may pay for, and what it has paid.

use bank::{
    Error,
    cards::{self, Block, Blockable, CardState, CardUse, CardView},
};
use leptos::prelude::*;
use model::{CardId, Money, Timestamp};

use super::{
    CARDS, arrived_of, block_name, block_of, card_name, limit_of, lost_of, of, payments, pin_of, reach_name, reach_of,
    state_name, unlock_of, use_name,
};
use crate::{
    components::{Button, Card, Fact, Facts, Frame, Link, LinkButton, Look, Notice, PageHeading, Place, Tone},
    context,
    pages::{self, accounts::account_name},
    words::Words,
};

/// The page of one card.
#[component]
pub fn CardPage() -> impl IntoView {
    pages::answer(one())
}

async fn one() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let view = cards::card(&bank, person.id, context::part("id")?).await?;
    let id = view.card.id;
    let others = cards::list(&bank, person.id).await?;
    let next = others.iter().find(|other| other.card.replaces == Some(id)).map(|other| other.card.id);
    let paid = payments::card(words, &cards::payments(&bank, person.id, id).await?);
    let (title, now) = (card_name(words, &view.card), bank.clock.now());
    let (state, standing, facts) =
        (state_name(words, &view, person.is_frozen(now)), standing(words, &view, next), facts(words, &view));
    let changes = view.can_change().then(|| changes(words, &view, now));
    Ok(view! {
        <Frame title=title.clone() place=Place::You narrow=true>
            <PageHeading title=title back=(CARDS.to_owned(), words.say("cards-back").to_owned())>
                <p>{state}</p>
            </PageHeading>
            {standing}
            {facts}
            {changes}
            {paid}
        </Frame>
    }
    .into_any())
}

/// What has become of it, and the one thing to do about that.
fn standing(words: Words, view: &CardView, next: Option<CardId>) -> AnyView {
    let card = &view.card;
    let (unlock, arrived) = (unlock_of(card.id), arrived_of(card.id));
    let can_order = context::bank().card_processor.is_some();
    match card.state {
        _ if !view.can_change() => {
            let next = match next {
                Some(next) => Some(view! { <Link href=of(next) label=words.say("card-next")/> }),
                // Nobody has made another yet.
                None if can_order && matches!(card.state, CardState::Lost | CardState::Stolen) => {
                    Some(view! { <Link href=lost_of(card.id) label=words.say("card-lost-open")/> })
                }
                None => None,
            };
            view! { <Notice title=words.say("card-over-title")><p>{words.say("card-over")}</p>{next}</Notice> }
                .into_any()
        }
        CardState::Locked => {
            let since = words.moment(card.since, &context::calendar());
            let since = words.with("card-locked-since", &[("when", since.into())]);
            view! {
                <Notice title=words.say("card-locked-title") tone=Tone::Caution>
                    <p>{since}</p>
                    <p>{words.say("card-locked")}</p>
                    <div class="actions"><LinkButton href=unlock label=words.say("card-unlock")/></div>
                </Notice>
            }
            .into_any()
        }
        CardState::Coming => view! {
            <Notice title=words.say("card-coming-title")>
                <p>{words.say("card-coming")}</p>
                <p>{words.say("card-coming-moved")}</p>
                <div class="actions"><LinkButton href=arrived label=words.say("card-arrived")/></div>
            </Notice>
        }
        .into_any(),
        _ => lock(words, card.id),
    }
}

fn lock(words: Words, id: CardId) -> AnyView {
    view! {
        <form method="post" action="/do/cards/lock" class="stack" role="none">
            <input type="hidden" name="card" value=id.to_string()/>
            <p>{words.say("card-lock-what")}</p>
            <div class="actions"><Button label=words.say("card-lock")/></div>
        </form>
    }
    .into_any()
}

fn facts(words: Words, view: &CardView) -> impl IntoView + use<> {
    let (account, until) = (account_name(words, &view.account), words.month_of_year(view.card.expires_on));
    view! {
        <Facts>
            <Fact term=words.say("card-account")>{account}</Fact>
            <Fact term=words.say("card-until")>{until}</Fact>
        </Facts>
    }
}

/// What may be changed of it.
fn changes(words: Words, view: &CardView, now: Timestamp) -> impl IntoView + use<> {
    let id = view.card.id;
    let told = context::bank().card_processor.is_some();
    let pin = told && matches!(view.card.state, CardState::Active | CardState::Locked);
    let pin = pin.then(|| {
        view! {
            <Card title=words.say("card-pin-title")>
                <p>{words.say("card-pin-about")}</p>
                <Link href=pin_of(id) label=words.say("card-pin-see")/>
            </Card>
        }
    });
    view! {
        {waiting(words, view, now)}
        {limits(words, view, now)}
        {blocks(words, view, now)}
        {pin}
        <Card title=words.say("card-lost-title")>
            <p>{words.say("card-lost-about")}</p>
            <div class="actions">
                <LinkButton href=lost_of(id) label=words.say("card-lost-open") look=Look::Second/>
            </div>
        </Card>
    }
}

fn limits(words: Words, view: &CardView, now: Timestamp) -> impl IntoView + use<> {
    let card = &view.card;
    let fact = |way: &CardUse| {
        let most = card.limit(*way, now);
        let most = if most.minor == 0 { words.say("card-use-off").to_owned() } else { words.money(most) };
        view! { <Fact term=words.say(use_name(*way)) change=limit_of(card.id, *way)>{most}</Fact> }
    };
    let facts = CardUse::ALL.iter().map(fact).collect_view();
    let change = reach_of(card.id);
    let reach = words.say(reach_name(card.rules.reach(now)));
    view! {
        <Card title=words.say("card-limits-title")>
            <p>{words.say("card-limits-text")}</p>
            <Facts>
                {facts}
                <Fact term=words.say("card-reach") change=change>{reach}</Fact>
            </Facts>
        </Card>
    }
}

/// Whatever was asked for and does not hold yet, each with the way to stop it.
fn waiting(words: Words, view: &CardView, now: Timestamp) -> impl IntoView + use<> {
    let card = &view.card;
    let limits = CardUse::ALL.iter().filter_map(|way| {
        let raise = card.rules.of(*way).waiting(now)?;
        let to = words.money(Money::new(raise.to, card.currency));
        Some(notice(words, card.id, (way.code(), use_name(*way)), &to, raise.holds_from()))
    });
    let limits = limits.collect_view();
    let reach = card
        .rules
        .reach_waiting(now)
        .map(|(to, from)| notice(words, card.id, ("reach", "card-reach"), words.say(reach_name(to)), from));
    view! { {limits}{reach} }
}

fn notice(
    words: Words,
    id: CardId,
    (what, name): (&'static str, &'static str),
    to: &str,
    from: Timestamp,
) -> impl IntoView + use<> {
    let when = words.moment(from, &context::calendar());
    let text = words.with("card-waits", &[("to", to.into()), ("when", when.into())]);
    let title = words.with("card-waits-title", &[("what", words.say(name).into())]);
    view! {
        <Notice title=title tone=Tone::Caution>
            <p>{text}</p>
            <p>{words.say("card-waits-you")}</p>
            <form method="post" action="/do/cards/call-off" role="none">
                <input type="hidden" name="card" value=id.to_string()/>
                <input type="hidden" name="what" value=what/>
                <div class="actions"><Button label=words.say("card-call-off") look=Look::Second/></div>
            </form>
        </Notice>
    }
}

fn blocks(words: Words, view: &CardView, now: Timestamp) -> impl IntoView + use<> {
    let card = &view.card;
    let row = |what: &Blockable| {
        let state = match card.rules.block_of(*what, now).map(Block::ends_at) {
            None => words.say("card-block-open").to_owned(),
            Some(None) => words.say("card-block-holds").to_owned(),
            Some(Some(ends)) => {
                words.with("card-block-ends", &[("when", words.moment(ends, &context::calendar()).into())])
            }
        };
        let (href, name) = (block_of(card.id, *what), words.say(block_name(*what)));
        view! { <li><a href=href><span><b>{name}</b><small>{state}</small></span></a></li> }
    };
    let rows = Blockable::ALL.iter().map(row).collect_view();
    view! {
        <Card title=words.say("card-blocks-title")>
            <p>{words.say("card-blocks-text")}</p>
            <ul class="rows">{rows}</ul>
        </Card>
    }
}
