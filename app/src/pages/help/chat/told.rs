//! What the program says, in words and with what it rests on.

use assistant::{
    Intent,
    dialogue::{Note, Slot},
    entities::Days,
};
use bank::{
    Calendar,
    conversations::{AccountName, Errand, Fact, LineTold, Offer, Reply, Sum},
    payments::Prepared,
};
use leptos::prelude::*;
use model::{ConversationId, Money, forms::Every};

use crate::{
    components::{Button, Call, Disclosure, Link, LinkButton, Look, Notice, Tone, aloud},
    context,
    pages::help::articles,
    words::Words,
};

/// What the program said in the entry with the number `said`; `None` where somebody reads it whose errands these are not.
pub(super) fn replied(words: Words, reply: &Reply, said: Option<(ConversationId, i64)>) -> AnyView {
    match reply {
        Reply::Scam => scam(words),
        Reply::Emergency => view! {
            <Notice title=words.say("chat-emergency-title") tone=Tone::Danger>
                <p>{words.say("chat-emergency-text")}</p>
                <Call/>
            </Notice>
        }
        .into_any(),
        Reply::Told(fact) => told(words, fact),
        Reply::Go(errand) => go(words, errand, said),
        Reply::Article(slug) => {
            let title = articles::title_of(words, slug).unwrap_or_else(|| slug.clone());
            view! {
                <p>{words.say("chat-article")}</p>
                <p><Link href=format!("/help/articles/{slug}") label=title/></p>
            }
            .into_any()
        }
        Reply::Crowded => view! { <p>{words.say("chat-crowded")}</p><Call/> }.into_any(),
        Reply::SignIn => view! {
            <p>{words.say("chat-sign-in")}</p>
            <p><Link href="/sign-in?next=%2Fhelp%2Fchat" label=words.say("chat-sign-in-go")/></p>
        }
        .into_any(),
        _ => view! { <p>{plain(words, &context::calendar(), reply)}</p> }.into_any(),
    }
}

fn scam(words: Words) -> AnyView {
    view! {
        <Notice title=words.say("chat-scam-title") tone=Tone::Danger>
            <p>{words.say("chat-scam-1")}</p>
            <p>{words.say("chat-scam-2")}</p>
            <p>{words.say("chat-scam-3")}</p>
            <div class="actions"><LinkButton href="/freeze" label=words.say("chat-scam-freeze") look=Look::Danger/></div>
            <Link href="/help/articles/pressed-to-pay" label=words.say("chat-scam-read")/>
        </Notice>
    }
    .into_any()
}

/// What the program said, as plain words: all of it, where there is nothing to press.
pub(super) fn plain(words: Words, calendar: &Calendar, reply: &Reply) -> String {
    let key = match reply {
        Reply::Scam => {
            return lines([
                words.say("chat-scam-title").to_owned(),
                words.say("chat-scam-1").to_owned(),
                words.say("chat-scam-2").to_owned(),
                words.say("chat-scam-3").to_owned(),
            ]);
        }
        Reply::Emergency => {
            return lines([words.say("chat-emergency-title").to_owned(), words.say("chat-emergency-text").to_owned()]);
        }
        Reply::DidYouMean { heard, name } => {
            return words.with("chat-did-you-mean", &[("heard", heard.into()), ("name", name.into())]);
        }
        Reply::Told(fact) => return lines(sentences(words, calendar, fact)),
        Reply::Go(errand) => {
            let about = about(words, errand);
            return lines(about.into_iter().chain([words.errand(errand.kind).to_owned()]));
        }
        Reply::Article(slug) => {
            let title = articles::title_of(words, slug).unwrap_or_else(|| slug.clone());
            return lines([words.say("chat-article").to_owned(), title]);
        }
        Reply::Note(note) => noted(*note),
        Reply::NotUnderstood => "chat-not-understood",
        Reply::Ask { slot, .. } => asked(*slot),
        Reply::Which(_) => "chat-which",
        Reply::Choose(_) => "chat-choose-two",
        Reply::Talk(intent) => talk(*intent),
        Reply::Cancelled => "chat-cancelled",
        Reply::NothingToCancel => "chat-nothing-to-cancel",
        Reply::SignIn => "chat-sign-in",
        Reply::Crowded => "chat-crowded",
    };
    words.say(key).to_owned()
}

fn lines(all: impl IntoIterator<Item = String>) -> String {
    all.into_iter().collect::<Vec<_>>().join("\n")
}

const fn noted(note: Note) -> &'static str {
    match note {
        Note::NoDay => "chat-note-no-day",
        Note::NoRhythm => "chat-note-no-rhythm",
        Note::NoShare => "chat-note-no-share",
        Note::OneAtATime => "chat-note-one",
    }
}

const fn asked(slot: Slot) -> &'static str {
    match slot {
        Slot::Payee => "chat-ask-payee",
        Slot::Amount => "chat-ask-amount",
        Slot::Account => "chat-ask-account",
        Slot::ToAccount => "chat-ask-to-account",
        Slot::Day => "chat-ask-day",
        Slot::Every => "chat-ask-every",
        Slot::Range => "chat-ask-range",
    }
}

const fn talk(intent: Intent) -> &'static str {
    match intent {
        Intent::Thanks => "chat-talk-thanks",
        Intent::Goodbye => "chat-talk-goodbye",
        Intent::WhatCanYouDo => "chat-talk-can",
        Intent::AreYouHuman => "chat-talk-human",
        _ => "chat-talk-hello",
    }
}

/// What an account is called: its owner's name for it, or what it is for.
fn account(words: Words, account: &AccountName) -> String {
    let name = if account.name.is_empty() { words.account_kind(account.kind).to_owned() } else { account.name.clone() };
    words.with("chat-account", &[("name", name.into()), ("ending", account.ending.clone().into())])
}

fn positive(money: Money) -> Money {
    Money::new(money.minor.saturating_abs(), money.currency)
}

/// An answer in sentences.
fn sentences(words: Words, calendar: &Calendar, fact: &Fact) -> Vec<String> {
    let found = match fact {
        Fact::Balances(all) => all
            .iter()
            .map(|one| {
                let values = [
                    ("account", account(words, &one.account).into()),
                    ("balance", words.money(one.balance).into()),
                    ("available", words.money(one.available).into()),
                ];
                words.with("chat-fact-balance", &values)
            })
            .collect(),
        Fact::Spent(sum) => counted(words, "chat-fact-spent", sum),
        Fact::CameIn(sum) => counted(words, "chat-fact-came-in", sum),
        Fact::Compared(now, before) => {
            [summed(words, "chat-fact-spent", now), summed(words, "chat-fact-spent", before)].concat()
        }
        Fact::Lines(found) => found.first().map(|_| words.say("chat-fact-lines").to_owned()).into_iter().collect(),
        Fact::Coming(all) => all.first().map(|_| words.say("chat-fact-coming").to_owned()).into_iter().collect(),
        Fact::Waiting(all) => all
            .iter()
            .map(|one| {
                let values = [
                    ("amount", words.money(one.amount).into()),
                    ("name", one.payee.clone().into()),
                    ("when", words.moment(one.until, calendar).into()),
                ];
                words.with("chat-fact-waiting", &values)
            })
            .collect(),
        Fact::Limits(all) => all
            .iter()
            .map(|one| {
                let values = [
                    ("account", account(words, &one.account).into()),
                    ("payment", words.money(one.payment).into()),
                    ("day", words.money(one.day).into()),
                    ("used", words.money(one.used).into()),
                ];
                words.with("chat-fact-limit", &values)
            })
            .collect::<Vec<_>>(),
    };
    if found.is_empty() { vec![words.say("chat-fact-none").to_owned()] } else { found }
}

fn summed(words: Words, key: &'static str, sum: &Sum) -> Vec<String> {
    let Days { first, last } = sum.days;
    let said = |total: &Money| {
        let values = [
            ("total", words.money(*total).into()),
            ("first", words.date(first).into()),
            ("last", words.date(last).into()),
        ];
        words.with(key, &values)
    };
    sum.totals.iter().map(said).collect()
}

/// The same, and of how many lines.
fn counted(words: Words, key: &'static str, sum: &Sum) -> Vec<String> {
    let mut said = summed(words, key, sum);
    if sum.count > 0 {
        let count = u64::try_from(sum.count).unwrap_or(u64::MAX);
        said.push(words.with("chat-fact-counted", &[("count", count.into())]));
    }
    said
}

/// An answer, with the lines it rests on.
fn told(words: Words, fact: &Fact) -> AnyView {
    let said = sentences(words, &context::calendar(), fact)
        .into_iter()
        .map(|sentence| view! { <p>{sentence}</p> })
        .collect_view();
    let rows: Vec<AnyView> = match fact {
        Fact::Balances(all) => all
            .iter()
            .map(|one| row(format!("/accounts/{}", one.account.id), account(words, &one.account), ().into_any()))
            .collect(),
        Fact::Spent(sum) | Fact::CameIn(sum) => sum.lines.iter().map(|line| self::line(words, line)).collect(),
        Fact::Compared(now, before) => {
            now.lines.iter().chain(&before.lines).map(|line| self::line(words, line)).collect()
        }
        Fact::Lines(found) => found.iter().map(|line| self::line(words, line)).collect(),
        Fact::Coming(all) => all
            .iter()
            .map(|one| {
                let href = match one.schedule {
                    Some(schedule) => format!("/pay/scheduled/{schedule}"),
                    None => format!("/accounts/{}", one.account),
                };
                let about = amount(words, one.amount);
                row(href, format!("{}: {}", words.day(one.day), one.party), about)
            })
            .collect(),
        Fact::Waiting(all) => {
            all.iter().map(|one| row(format!("/payments/{}", one.payment), one.payee.clone(), ().into_any())).collect()
        }
        Fact::Limits(all) => {
            all.iter().map(|one| row("/you/limits".to_owned(), account(words, &one.account), ().into_any())).collect()
        }
    };
    let why = (!rows.is_empty()).then(|| {
        view! { <Disclosure summary=words.say("chat-why")><p>{words.say("chat-why-text")}</p></Disclosure> }
    });
    view! {
        {said}
        {(!rows.is_empty()).then(|| view! { <ul class="rows">{rows}</ul> })}
        {why}
    }
    .into_any()
}

fn row(href: String, name: String, about: AnyView) -> AnyView {
    view! { <li><a href=href><span><b>{name}</b><small>{about}</small></span></a></li> }.into_any()
}

fn line(words: Words, line: &LineTold) -> AnyView {
    let href = format!("/accounts/{}/transactions/{}", line.account, line.version);
    let day = words.date(context::calendar().day(line.at));
    row(href, format!("{}, {day}", line.party), amount(words, line.amount))
}

/// An amount with its word: which way it went.
fn amount(words: Words, amount: Money) -> AnyView {
    let key = if amount.is_negative() { "line-out" } else { "line-in" };
    let said = aloud::said(words, move |words| words.money(positive(amount)));
    view! { {words.say(key)}" "{said} }.into_any()
}

/// What was understood of an errand, said back: everything that goes onto the page.
fn about(words: Words, errand: &Errand) -> Option<String> {
    let who = errand.who.clone();
    let amount = errand.amount.map(|amount| words.money(amount));
    let payment = errand.payment.as_ref();
    let from = errand.from.as_ref().map(|from| words.with("chat-go-from", &[("account", account(words, from).into())]));
    let reference = payment.and_then(|payment| payment.reference.clone());
    let reference = reference.map(|reference| words.with("chat-go-reference", &[("reference", reference.into())]));
    let days = payment.and_then(|payment| days(words, payment));
    let said: Vec<String> = [who, amount, days, from, reference].into_iter().flatten().collect();
    (!said.is_empty()).then(|| words.with("chat-go-about", &[("what", said.join(", ").into())]))
}

/// The days on which something is to be paid: "Friday 4 December", "every month".
fn days(words: Words, payment: &Prepared) -> Option<String> {
    let day = payment.day.map(|day| words.day(day));
    let every = match payment.every {
        Some(Every::Week) => Some("chat-go-week"),
        Some(Every::Month) => Some("chat-go-month"),
        Some(Every::Once) | None => None,
    };
    let every = every.map(|every| words.say(every).to_owned());
    let all: Vec<String> = every.into_iter().chain(day).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// The way to the page. A payment is begun there with what was said, which stands in no address.
fn go(words: Words, errand: &Errand, said: Option<(ConversationId, i64)>) -> AnyView {
    let about = about(words, errand);
    let (href, label) = (errand.href.clone(), words.errand(errand.kind));
    let way = match said.filter(|_| errand.payment.is_some()) {
        Some((of, said)) => view! {
            <form method="post" action="/do/pay/prepared" role="none">
                <input type="hidden" name="of" value=of.to_string()/>
                <input type="hidden" name="said" value=said.to_string()/>
                <div class="actions"><Button label=label look=Look::Second of=about.clone()/></div>
            </form>
        }
        .into_any(),
        None => view! { <div class="actions"><LinkButton href=href label=label look=Look::Second/></div> }.into_any(),
    };
    view! {
        {about.map(|about| view! { <p>{about}</p> })}
        <p>{words.say("chat-go-text")}</p>
        {way}
    }
    .into_any()
}

/// What can be pressed is called.
pub(super) fn offer(words: Words, offer: &Offer) -> String {
    match offer {
        Offer::Account(name) => account(words, name),
        Offer::Payee { name, .. } => name.clone(),
        Offer::Intent(intent) => words.intent(*intent).to_owned(),
        Offer::Yes => words.say("chat-yes").to_owned(),
        Offer::No => words.say("chat-no").to_owned(),
        Offer::Cancel => words.say("chat-cancel").to_owned(),
        Offer::NotThis => words.say("chat-not-this").to_owned(),
    }
}
