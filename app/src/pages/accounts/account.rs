//! One account: what is on it, what came in and went out, month by month.

use bank::{
    Error,
    accounts::{Account, AccountStatus, AccountView},
};
use leptos::prelude::*;
use model::{AccountId, Money};

use super::{account_name, account_names, asked::Asked, filter, interest};
use crate::{
    components::{
        Empty, Frame, Icon, LineWords, Link, Notice, PageHeading, Pagination, Picture, Place, Tone, aloud, months,
    },
    context,
    pages::{self, pay::StartButton},
    words::Words,
};

/// One account.
#[component]
pub fn AccountPage() -> impl IntoView {
    pages::answer(account())
}

async fn account() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: AccountId = context::part("id")?;
    let asked = Asked::here();
    let few = context::preferences().text.is_large() || context::visit().less_data;
    let lines = if few { bank.policy.large_history_page } else { bank.policy.history_page };
    let view = bank::accounts::account(&bank, person.id, id, &asked.filter, asked.cursor(), lines).await?;
    let name = account_name(words, &view.account);
    let sums = months(words, &view.months);
    Ok(view! {
        <Frame title=name.clone() place=Place::Accounts>
            {standing(words, name, &view)}
            <div class="two">
                <section class="stack">
                    <h2>{words.say("history-title")}</h2>
                    {filter::form(words, &view, &asked.filter)}
                    {history(words, &view, &asked)}
                    {aloud::section()}
                </section>
                <section class="card" id="months">
                    <h2>{words.say("months-title")}</h2>
                    <div inner_html=sums></div>
                </section>
            </div>
        </Frame>
    }
    .into_any())
}

/// What is on the account, what of it can be spent, for whom the rest is set aside, and how it is paid.
fn standing(words: Words, name: String, view: &AccountView) -> AnyView {
    let account = &view.account;
    let held = view.history.holds.iter().map(|held| {
        let text = aloud::said(words, |words| {
            let amount = words.money(held.amount);
            words.with("account-held", &[("amount", amount.into()), ("party", (&held.party).into())])
        });
        view! { <p class="quiet">{text}</p> }
    });
    let held = held.collect_view();
    let overdraft = (account.overdraft.minor > 0).then(|| {
        let text = aloud::said(words, |words| with_amount(words, "account-overdraft", account.overdraft));
        view! { <p class="quiet">{text}</p> }
    });
    let balance = aloud::said(words, |words| words.money(account.balance));
    let available = aloud::said(words, |words| with_amount(words, "account-can-spend", account.available()));
    let holder = words.with("account-holder", &[("name", (&account.holder).into())]);
    let number =
        aloud::said(words, |words| words.with("account-number", &[("number", words.digits(account.number).into())]));
    let statements = format!("/accounts/{}/statements", account.id);
    let interest = interest(words, account).map(|interest| view! { <p class="quiet small">{interest}</p> });
    view! {
        <PageHeading title=name back=("/accounts".to_owned(), words.say("accounts-all").to_owned())>
            <p class="balance"><span class="unseen">{words.say("account-balance")}</span>{balance}</p>
            <p>{available}</p>
            {held}
            {overdraft}
            <p class="quiet small">{holder}</p>
            <p class="quiet small">{number}</p>
            {interest}
            {aloud::section()}
            <a class="alone jump" href="#months"><Icon of=Picture::Calendar/>{words.say("months-title")}</a>
            <Link href=statements label=words.say("statements-title") picture=Picture::List/>
        </PageHeading>
        {may_pay(words, account)}
    }
    .into_any()
}

fn with_amount(words: Words, key: &str, amount: Money) -> String {
    words.with(key, &[("amount", words.money(amount).into())])
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
fn history(words: Words, view: &AccountView, asked: &Asked) -> AnyView {
    let page = &view.history.history;
    let (calendar, names, back) = (context::calendar(), account_names(words, &view.own), asked.query());
    let line_words = LineWords {
        words,
        calendar: &calendar,
        today: view.today,
        one_account: true,
        names: &names,
        back: &back,
        aloud: aloud::is_wanted(),
    };
    let lines = line_words.by_day(&page.lines);
    let nothing = (page.lines.is_empty() && view.problems.is_empty()).then(|| {
        let key = if view.filter.is_open() { "history-none" } else { "history-nothing-fits" };
        view! { <Empty text=words.say(key)/> }
    });
    let (first, last) = (page.lines.first(), page.lines.last());
    let newer = first.filter(|_| page.has_newer).map(|line| asked.newer(line.version));
    let older = last.filter(|_| page.has_older).map(|line| asked.older(line.version));
    let address = |asked: Asked| asked.address(view.account.id);
    view! {
        <div inner_html=lines></div>
        {nothing}
        <Pagination label=words.say("pages") newer=newer.map(address) older=older.map(address)/>
    }
    .into_any()
}
