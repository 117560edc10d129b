//! The home page in Large: what can be spent, somebody to pay, somebody to talk to, the last five lines; then, behind
//! one press, everything else.

use bank::{
    accounts::Account,
    payments::{self, KnownPayee},
};
use experiments::layout::{HomeKind, Lines, Section};
use leptos::prelude::*;
use model::forms::PayeeKind;

use super::{Shown, parts};
use crate::{
    components::{Card, Day, Disclosure, Frame, LinkButton, Look, PageHeading, Picture, Place, aloud},
    context, layouts,
    pages::{
        accounts::{AccountRows, account_name},
        help::person_address,
        pay::{KnownPayees, StartButton, Unfinished, WaitingPayments},
    },
    practice,
    words::Words,
};

/// How many lines are shown.
const LINES: usize = 5;
/// How many of the people who were paid before are shown.
pub(super) const KNOWN: u32 = 3;

/// The page.
pub(super) fn view(mut shown: Shown, known: Vec<KnownPayee>) -> AnyView {
    let words = context::words();
    let (recovery, news) = (shown.recovery.take(), shown.news.take());
    let waiting = std::mem::take(&mut shown.waiting);
    let first = shown.home.accounts.first().map(|account| first(words, account));
    let other = layouts::other(words, shown.other);
    let short = parts::short(words, &shown.home);
    let open = layouts::arranged(&shown.layout.large.open, |section| part(words, &shown, section));
    let pay = if known.is_empty() { "pay-someone" } else { "home-someone-else" };
    view! {
        <Frame title=words.say("home-title") place=Place::Accounts>
            {recovery}
            {news}
            <PageHeading title=shown.greeting.clone()>
                <p class="quiet"><Day of=shown.home.today/></p>
            </PageHeading>
            {short}
            {first}
            <WaitingPayments payments=waiting/>
            <KnownPayees people=known/>
            <div class="big">
                <StartButton kind=PayeeKind::Other label=pay picture=Picture::Pay/>
                <LinkButton href=words.say("help-phone-link") label=words.say("home-call") look=Look::Second
                    picture=Picture::Phone/>
                <LinkButton href=practice::LESSONS label=words.say("home-practise") look=Look::Second
                    picture=Picture::Lesson/>
            </div>
            {open}
            {more(words, shown)}
            {other}
        </Frame>
    }
    .into_any()
}

/// A part of the page that the layout puts into its place.
fn part(words: Words, shown: &Shown, section: Section<HomeKind>) -> AnyView {
    match section.kind {
        HomeKind::Unfinished => {
            view! { <Unfinished drafts=shown.drafts.clone() accounts=shown.home.accounts.clone()/> }.into_any()
        }
        HomeKind::Latest => {
            let first = shown.home.accounts.first();
            let address = first.map_or("/accounts".to_owned(), |first| format!("/accounts/{}", first.id));
            view! {
                {parts::latest(words, &shown.home, section.lines.map_or(LINES, Lines::count))}
                <div class="actions">
                    <LinkButton href=address label=words.say("home-see-latest") look=Look::Second
                        picture=Picture::List/>
                </div>
            }
            .into_any()
        }
        HomeKind::Coming => parts::coming(words, &shown.home),
    }
}

/// The account used first, with what can be spent from it.
fn first(words: Words, account: &Account) -> impl IntoView + use<> {
    let can_spend = words.say("home-can-spend");
    let (balance, available) = (account.balance, account.available());
    let balance =
        aloud::said(words, move |words| words.with("home-balance", &[("amount", words.money(balance).into())]));
    let available = aloud::said(words, move |words| words.money(available));
    view! {
        <Card title=account_name(words, account)>
            <div>
                <p class="quiet">{can_spend}</p>
                <p class="balance">{available}</p>
            </div>
            <p class="quiet">{balance}</p>
        </Card>
    }
}

/// Everything else that the standard home page has, and the ways to the rest.
fn more(words: Words, shown: Shown) -> impl IntoView {
    let folded = layouts::arranged(&shown.layout.large.folded, |section| part(words, &shown, section));
    let between = payments::can_move(&shown.home.accounts).then(|| {
        view! { <StartButton kind=PayeeKind::Own label="pay-between" look=Look::Second picture=Picture::Move/> }
    });
    let link = move |href: String, label: &'static str| {
        view! { <li><a href=href><span><b>{words.say(label)}</b></span></a></li> }
    };
    view! {
        <Disclosure summary=words.say("home-more")>
            <div class="stack roomy">
                <Card title=words.say("accounts-all")>
                    <AccountRows accounts=shown.home.accounts/>
                    {between}
                </Card>
                {folded}
                <ul class="rows">
                    {link(person_address(&context::outer("/")), "help-call-back")}
                    {link("/you/preferences".to_owned(), "preferences-title")}
                    {link("/you/security".to_owned(), "security-title")}
                </ul>
            </div>
        </Disclosure>
    }
}
