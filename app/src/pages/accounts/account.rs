//! One account: what is on it, what came in and went out, month by month.

use bank::{
    Error,
    accounts::{Account, AccountStatus, AccountView},
};
use experiments::layout::{AccountKind, Arrangement, Section};
use leptos::prelude::*;
use model::{AccountId, Money};

use super::{account_name, account_names, asked::Asked, filter, interest};
use crate::{
    components::{
        Card, Empty, Frame, Icon, LineWords, Link, Notice, PageHeading, Pagination, Picture, Place, Tone, aloud, months,
    },
    context,
    layouts::{self, Placed},
    pages::{self, business, pay::StartButton},
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
    let Placed { layout, other } = layouts::arrangement::<AccountKind>(&person).await;
    let part = |section: Section<AccountKind>| part(words, section.kind, &view, &asked);
    let Arrangement { standard, large, .. } = &*layout;
    let is_large = context::preferences().text.is_large();
    let (head, seen) = if is_large {
        (&large.head, large.open.iter().collect::<Vec<_>>())
    } else {
        (&standard.head, standard.main.iter().chain(&standard.side).collect())
    };
    // What is read aloud is gathered from the top to the bottom.
    let standing = standing(words, name.clone(), &view, !head.is_empty(), months_come_later(&seen));
    let below = if is_large {
        let open = layouts::arranged(&large.open, part);
        let folded = layouts::folded(words, &large.folded, part);
        view! { <div class="two">{open}</div>{folded} }.into_any()
    } else {
        let main = layouts::column(&standard.main, part);
        let side = layouts::column(&standard.side, part);
        let columns = if standard.side.is_empty() { "stack roomy" } else { "two" };
        view! { <div class=columns>{main}{side}</div> }.into_any()
    };
    Ok(view! {
        <Frame title=name place=Place::Accounts>
            {standing}
            {below}
            {layouts::other(words, other)}
        </Frame>
    }
    .into_any())
}

/// Whether what came in and went out month by month is seen at once, and not first.
fn months_come_later(seen: &[&Section<AccountKind>]) -> bool {
    let mut kinds = seen.iter().map(|section| section.kind);
    kinds.next() != Some(AccountKind::Months) && kinds.any(|kind| kind == AccountKind::Months)
}

/// A part of the page that the layout puts into its place.
fn part(words: Words, kind: AccountKind, view: &AccountView, asked: &Asked) -> AnyView {
    match kind {
        AccountKind::Details => {
            let details = details(words, &view.account);
            view! { <Card title=words.say("account-details")>{details}</Card> }.into_any()
        }
        AccountKind::History => view! {
            <section class="stack">
                <h2>{words.say("history-title")}</h2>
                {filter::form(words, view, &asked.filter)}
                {history(words, view, asked)}
                {aloud::section()}
            </section>
        }
        .into_any(),
        AccountKind::Months => {
            let sums = months(words, &view.months);
            view! {
                <section class="card" id="months">
                    <h2>{words.say("months-title")}</h2>
                    <div inner_html=sums></div>
                </section>
            }
            .into_any()
        }
    }
}

/// In whose name the account is, and its number.
fn details(words: Words, account: &Account) -> impl IntoView + use<> {
    let holder = words.with("account-holder", &[("name", (&account.holder).into())]);
    let number =
        aloud::said(words, |words| words.with("account-number", &[("number", words.digits(account.number).into())]));
    view! {
        <p class="quiet small">{holder}</p>
        <p class="quiet small">{number}</p>
    }
}

/// What is on the account, what of it can be spent, for whom the rest is set aside, and how it is paid: whatever the
/// layout says, this is always there, and first.
fn standing(words: Words, name: String, view: &AccountView, with_details: bool, jumps: bool) -> AnyView {
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
    let details = with_details.then(|| details(words, account));
    let jump = jumps.then(|| {
        view! { <a class="alone jump" href="#months"><Icon of=Picture::Calendar/>{words.say("months-title")}</a> }
    });
    let statements = format!("/accounts/{}/statements", account.id);
    let people = (account.is_business() && account.status == AccountStatus::Open).then(|| {
        view! { <Link href=business::people_of(account.id) label=words.say("act-title")/> }
    });
    let interest = interest(words, account).map(|interest| view! { <p class="quiet small">{interest}</p> });
    view! {
        <PageHeading title=name back=("/accounts".to_owned(), words.say("accounts-all").to_owned())>
            <p class="balance"><span class="unseen">{words.say("account-balance")}</span>{balance}</p>
            <p>{available}</p>
            {held}
            {overdraft}
            {details}
            {interest}
            {aloud::section()}
            {jump}
            <Link href=statements label=words.say("statements-title") picture=Picture::List/>
            {people}
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
