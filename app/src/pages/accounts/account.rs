//! One account: what is on it, what came in and went out, month by month.

use bank::{
    Error,
    accounts::{Account, AccountStatus, AccountView, Cursor},
};
use leptos::prelude::*;
use model::{AccountId, forms::FilterForm};
use serde::Deserialize;

use super::{account_name, filter, interest};
use crate::{
    components::{Back, Empty, Frame, LineWords, Notice, Place, Tone, months},
    context,
    pages::{self, pay::StartButton},
    words::Words,
};

/// What stands in the query of this page: the filter, and where its page begins.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    #[serde(flatten)]
    filter: FilterForm,
    older: String,
    newer: String,
}

impl Asked {
    fn cursor(&self) -> Cursor {
        match (self.older.parse(), self.newer.parse()) {
            (Ok(version), _) => Cursor::OlderThan(version),
            (_, Ok(version)) => Cursor::NewerThan(version),
            _ => Cursor::Newest,
        }
    }
}

/// One account.
#[component]
pub fn AccountPage() -> impl IntoView {
    pages::answer(account())
}

async fn account() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: AccountId = context::part("id")?;
    let asked: Asked = context::query();
    let view = bank::accounts::account(&bank, person.id, id, &asked.filter, asked.cursor()).await?;
    let name = account_name(words, &view.account);
    let sums = months(words, &view.months);
    Ok(view! {
        <Frame title=name.clone() place=Place::Accounts>
            {standing(words, name, &view)}
            <div class="two">
                <section class="stack">
                    <h2>{words.say("history-title")}</h2>
                    {filter::form(words, &view, &asked.filter)}
                    {history(words, &view, &asked.filter)}
                </section>
                <section class="card">
                    <h2>{words.say("months-title")}</h2>
                    <div inner_html=sums></div>
                </section>
            </div>
        </Frame>
    }
    .into_any())
}

/// What is on the account, what of it can be spent, and for whom the rest is set aside.
fn standing(words: Words, name: String, view: &AccountView) -> AnyView {
    let account = &view.account;
    let held = view.history.holds.iter().map(|held| {
        let amount = words.money(held.amount);
        let text = words.with("account-held", &[("amount", amount.into()), ("party", (&held.party).into())]);
        view! { <p class="quiet">{text}</p> }
    });
    let overdraft = (account.overdraft.minor > 0).then(|| {
        let amount = words.money(account.overdraft);
        view! { <p class="quiet">{words.with("account-overdraft", &[("amount", amount.into())])}</p> }
    });
    let available = words.with("account-can-spend", &[("amount", words.money(account.available()).into())]);
    let number = words.with("account-number", &[("number", account.number.to_string().into())]);
    let interest = interest(words, account).map(|interest| view! { <p class="quiet small">{interest}</p> });
    view! {
        <div class="stack close">
            <Back href="/accounts" label=words.say("accounts-all")/>
            <h1>{name}</h1>
            <p class="balance"><span class="unseen">{words.say("account-balance")}</span>{words.money(account.balance)}</p>
            <p>{available}</p>
            {held.collect_view()}
            {overdraft}
            <p class="quiet small">{number}</p>
            {interest}
        </div>
        {may_pay(words, account)}
    }
    .into_any()
}

fn may_pay(words: Words, account: &Account) -> AnyView {
    if account.status == AccountStatus::Open {
        return view! { <div class="actions"><StartButton from=account.id label="account-pay"/></div> }.into_any();
    }
    view! {
        <Notice title=words.say("account-frozen-title") tone=Tone::Caution>
            <p>{words.say("account-frozen-text")}</p>
        </Notice>
    }
    .into_any()
}

/// The lines that were asked for, and the ways to those before and after them.
fn history(words: Words, view: &AccountView, form: &FilterForm) -> AnyView {
    let page = &view.history.history;
    let calendar = context::calendar();
    let lines = LineWords { words, calendar: &calendar, today: view.today, balance: true }.by_day(&page.lines);
    let nothing = (page.lines.is_empty() && view.problems.is_empty()).then(|| {
        let key = if view.filter.is_open() { "history-none" } else { "history-nothing-fits" };
        view! { <Empty text=words.say(key)/> }
    });
    let (first, last) = (page.lines.first(), page.lines.last());
    let newer = first.filter(|_| page.has_newer).map(|line| format!("newer={}", line.version));
    let older = last.filter(|_| page.has_older).map(|line| format!("older={}", line.version));
    let address = |begins: String| filter::address(view.account.id, form, &begins);
    let pages = (newer.is_some() || older.is_some()).then(|| {
        view! {
            <nav class="actions pages" aria-label=words.say("pages")>
                {newer.map(|begins| view! { <a class="button second" href=address(begins)>{words.say("page-newer")}</a> })}
                {older.map(|begins| view! { <a class="button second" href=address(begins)>{words.say("page-older")}</a> })}
            </nav>
        }
    });
    view! {
        <div inner_html=lines></div>
        {nothing}
        {pages}
    }
    .into_any()
}
