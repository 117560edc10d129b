//! The home page in Large: what can be spent, three things to do, the last few lines; then everything else.

use bank::{accounts::Account, payments};
use leptos::prelude::*;
use model::forms::PayeeKind;

use super::{Shown, parts};
use crate::{
    components::{Card, Day, Frame, LinkButton, Look, PageHeading, Picture, Place},
    context,
    pages::{
        accounts::{AccountRows, account_name},
        pay::{StartButton, Unfinished},
    },
    words::Words,
};

/// How many lines are shown before one is asked for.
const LINES: usize = 3;

/// The page.
pub(super) fn view(shown: Shown) -> AnyView {
    let words = context::words();
    let first = shown.home.accounts.first().map(|account| first(words, account));
    let latest_address =
        shown.home.accounts.first().map_or("/accounts".to_owned(), |first| format!("/accounts/{}", first.id));
    let coming = parts::coming(words, &shown.home);
    let latest = parts::latest(words, &shown.home, LINES);
    let unfinished = view! { <Unfinished drafts=shown.drafts accounts=shown.home.accounts.clone()/> };
    let between = payments::can_move(&shown.home.accounts).then(|| {
        view! { <StartButton kind=PayeeKind::Own label="pay-between" look=Look::Second picture=Picture::Move/> }
    });
    let several = (shown.home.accounts.len() > 1).then(|| {
        view! {
            <Card title=words.say("accounts-all")>
                <AccountRows accounts=shown.home.accounts/>
                {between}
            </Card>
        }
    });
    view! {
        <Frame title=words.say("home-title") place=Place::Accounts>
            <PageHeading title=shown.greeting><p class="quiet"><Day of=shown.home.today/></p></PageHeading>
            {first}
            <div class="big">
                <StartButton kind=PayeeKind::Other label="pay-someone" picture=Picture::Pay/>
                <LinkButton href=latest_address label=words.say("home-see-latest") look=Look::Second
                    picture=Picture::List/>
                <LinkButton href=words.say("help-phone-link") label=words.say("home-call") look=Look::Second
                    picture=Picture::Phone/>
            </div>
            {unfinished}
            {latest}
            {coming}
            {several}
        </Frame>
    }
    .into_any()
}

/// The account used first, with what can be spent from it.
fn first(words: Words, account: &Account) -> impl IntoView + use<> {
    let can_spend = words.say("home-can-spend");
    let balance = words.with("home-balance", &[("amount", words.money(account.balance).into())]);
    let available = words.money(account.available());
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
