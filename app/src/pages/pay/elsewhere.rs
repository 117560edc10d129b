//! A payment to another bank: which way it takes, and how far it has come.

use bank::{
    payments::{Order, Payment, Receipt},
    rails::{BackReason, Rail, Route, Sending, SendingState},
};
use leptos::prelude::*;
use model::{Timestamp, forms::PayeeKind};

use super::{StartButton, receipt::facts, steps};
use crate::{
    components::{Amount, Card, Fact, Facts, Frame, Icon, Link, LinkButton, Look, Notice, Picture, Place, Tone, aloud},
    context,
    words::Words,
};

/// The way that is shown of `order`, where it leaves at once.
pub(super) fn route_of(order: &Order) -> Option<Route> {
    order.elsewhere.as_ref().and_then(|elsewhere| elsewhere.route)
}

/// When it arrives on this way, and the key of what goes with that.
pub(super) fn arrives(words: Words, route: Route) -> (String, &'static str) {
    match route.rail {
        Rail::Instant => (words.say("review-now").to_owned(), "elsewhere-instant"),
        Rail::Ordinary => {
            (words.with("elsewhere-by", &[("day", words.day(route.arrives).into())]), "elsewhere-ordinary")
        }
        Rail::Abroad => (words.with("elsewhere-by", &[("day", words.day(route.arrives).into())]), "abroad-by"),
    }
}

/// What is said of how far it has come: the title, and what goes with that.
struct Told {
    title: &'static str,
    about: &'static str,
    picture: Picture,
}

impl Told {
    const fn of(state: SendingState) -> Self {
        let (title, about, picture) = match state {
            SendingState::Ready => ("sending-ready-title", "sending-ready", Picture::Pay),
            SendingState::Sent => ("sending-sent-title", "sending-sent", Picture::Pay),
            SendingState::Doubt => ("sending-doubt-title", "sending-doubt", Picture::Pay),
            SendingState::Arrived => ("receipt-title", "sending-arrived", Picture::Done),
            SendingState::Refused => ("sending-refused-title", "sending-back", Picture::Move),
            SendingState::Returned => ("sending-returned-title", "sending-back", Picture::Move),
        };
        Self { title, about, picture }
    }
}

/// What is kept of it, and how far it has come.
pub(super) fn page(words: Words, receipt: Receipt, payer: String) -> AnyView {
    let Some(sending) = receipt.payment.sending else { return ().into_any() };
    let (id, told) = (receipt.payment.id, Told::of(sending.state));
    let title = words.say(told.title);
    let abroad = receipt.payment.exchange.is_some();
    let about = match sending.state {
        SendingState::Refused if abroad => "abroad-refused",
        SendingState::Returned if abroad => "abroad-returned",
        _ => told.about,
    };
    let doubt = (sending.state == SendingState::Doubt).then(|| {
        let again = if abroad { "abroad-doubt" } else { "sending-doubt-again" };
        view! {
            <Notice title=words.say("sending-doubt-what") tone=Tone::Caution>
                <p>{words.say(again)}</p>
                <p>{words.say("sending-doubt-not-twice")}</p>
            </Notice>
        }
    });
    let again = sending.state.is_open().then(|| {
        view! { <LinkButton href=steps::receipt(id) label=words.say("sending-look-again")/> }
    });
    let confirmation = (sending.state == SendingState::Arrived).then(|| {
        view! { <Link href=format!("/payments/{id}/pdf") label=words.say("confirmation-take")/> }
    });
    view! {
        <Frame title=title place=Place::Pay narrow=true>
            <h1 class="done"><Icon of=told.picture/>{title}</h1>
            <p>{words.say(about)}</p>
            {doubt}
            <section class="card">
                {facts(words, &receipt, payer)}
                {aloud::section()}
                {confirmation}
            </section>
            <Card title=words.say("sending-way")>{way(words, &sending, receipt.payment.settled_at)}</Card>
            <div class="actions even">
                {again}
                <LinkButton href="/" label=words.say("receipt-home") look=Look::Second/>
                <StartButton kind=PayeeKind::Elsewhere label="receipt-another" look=Look::Second picture=Picture::Pay/>
            </div>
        </Frame>
    }
    .into_any()
}

/// Those of which it is not known that they arrived, each with how far it has come. Nothing where there are none.
pub(super) fn list(words: Words, payments: Vec<Payment>) -> Option<impl IntoView> {
    let row = |payment: Payment| {
        let state = payment.sending.map_or(SendingState::Ready, |sending| sending.state);
        let (told, amount) = (words.say(Told::of(state).title), payment.amount);
        view! {
            <li>
                <a href=steps::receipt(payment.id)>
                    <span><b>{payment.payee}</b><small>{told}</small></span>
                    <span><Amount of=amount/></span>
                </a>
            </li>
        }
    };
    if payments.is_empty() {
        return None;
    }
    let rows = payments.into_iter().map(row).collect_view();
    Some(view! { <Card title=words.say("sending-list")><ul class="rows">{rows}</ul></Card> })
}

/// Everything that has happened to it, in order, and what is still to happen.
fn way(words: Words, sending: &Sending, left_at: Option<Timestamp>) -> impl IntoView + use<> {
    let happened = move |term: &'static str, at: Option<Timestamp>| {
        let at = at.map(|at| words.moment(at, &context::calendar()));
        at.map(|at| view! { <Fact term=words.say(term)>{at}</Fact> })
    };
    let expected = sending.state.is_open().then(|| {
        let day = words.day(sending.route.arrives);
        view! { <Fact term=words.say("sending-expected")>{words.with("elsewhere-by", &[("day", day.into())])}</Fact> }
    });
    let reason = sending.reason.map(|reason| {
        view! { <Fact term=words.say("sending-why")>{words.say(why(reason))}</Fact> }
    });
    let rail = words.say(match sending.route.rail {
        Rail::Instant => "rail-instant",
        Rail::Ordinary => "rail-ordinary",
        Rail::Abroad => "rail-abroad",
    });
    let left = happened("sending-left-at", left_at);
    let sent = happened("sending-sent-at", sending.sent_at);
    let arrived = happened("sending-arrived-at", sending.arrived_at);
    let back = happened("sending-back-at", sending.back_at);
    view! {
        <Facts>
            <Fact term=words.say("sending-rail")>{rail}</Fact>
            {left}
            {sent}
            {arrived}
            {back}
            {reason}
            {expected}
        </Facts>
    }
}

/// The key of why it came back.
const fn why(reason: BackReason) -> &'static str {
    match reason {
        BackReason::NoAccount => "back-no-account",
        BackReason::Closed => "back-closed",
        BackReason::Unwanted => "back-unwanted",
        BackReason::Unsaid => "back-unsaid",
    }
}
