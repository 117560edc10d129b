//! One statement, to read and to print.

use bank::{
    Bank, Error,
    accounts::{self, Account, Period, Statement},
};
use leptos::prelude::*;
use model::{AccountId, CustomerId, Money};
use papers::Line;
use serde::Deserialize;

use super::{files, letters};
use crate::{
    components::{Cell, Column, Empty, Fact, Facts, Frame, Icon, PageHeading, Picture, Place, Receipt, Table, aloud},
    context,
    islands::PrintButton,
    pages::{
        self,
        accounts::{account_name, account_names},
    },
    papers::{self as paper, Format},
    words::Words,
};

/// How many lines stand on a page: a month of most people, and not so many that an old telephone gives up.
const LINES: u32 = 250;

/// One statement of an account.
#[component]
pub fn StatementOfAccountPage() -> impl IntoView {
    pages::answer(statement())
}

/// What the address asks for besides: the version of the line before the first to be shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    after: String,
}

async fn statement() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: AccountId = context::part("id")?;
    let period: Period = context::part("period")?;
    let asked: Asked = context::query();
    let statement = accounts::statement(&bank, person.id, id, period).await?;
    let first = asked.after.parse().ok().filter(|after| (statement.after..statement.until).contains(after));
    let first = first.unwrap_or(statement.after);
    let lines = lines(&bank, person.id, words, &statement, first).await?;
    let title = paper::statement_title(words, period);
    let (facts, ways) = (facts(words, &statement), ways(words, &statement, first));
    let table = table(words, period, &lines);
    Ok(view! {
        <Frame title=title.clone() place=Place::Accounts>
            <PageHeading title=title back=(format!("/accounts/{id}/statements"), words.say("statements-title").to_owned())/>
            {letters::notice(words, "letters-advice")}
            <Receipt>
                {facts}
                {aloud::section()}
            </Receipt>
            {copies(words, id, period)}
            <section class="stack">
                <h2>{words.say("account-statement-lines")}</h2>
                {table}
                {ways}
            </section>
        </Frame>
    }
    .into_any())
}

/// The lines of this page.
async fn lines(
    bank: &Bank,
    owner: CustomerId,
    words: Words,
    statement: &Statement,
    first: i64,
) -> Result<Vec<Line>, Error> {
    let account = &statement.account;
    let read = accounts::statement_lines(bank, owner, account.id, (first, statement.until), LINES).await?;
    let own: Vec<Account> =
        if read.iter().any(|line| line.own.is_some()) { accounts::list(bank, owner).await? } else { Vec::new() };
    let names = account_names(words, &own);
    Ok(read.iter().map(|line| paper::said(words, &bank.calendar, &names, line)).collect())
}

fn facts(words: Words, statement: &Statement) -> impl IntoView + use<> {
    let account = &statement.account;
    let fact = move |term: &'static str, value: String| view! { <Fact term=words.say(term)>{value}</Fact> };
    let money = move |term: &'static str, money: Money| {
        let said = aloud::said(words, move |words| words.money(money));
        view! { <Fact term=words.say(term)><span class="money">{said}</span></Fact> }
    };
    let days = [("from", words.date(statement.from).into()), ("to", words.date(statement.to).into())];
    let number = account.number;
    let unfinished = (!statement.complete).then(|| {
        view! { <br/><span class="quiet">{words.say("account-statement-unfinished")}</span> }
    });
    let time = words.with("account-statement-from-to", &days);
    let sums = [
        money("account-statement-opening", statement.opening),
        money("account-statement-in", statement.paid_in),
        money("account-statement-out", statement.paid_out),
        money("account-statement-closing", statement.closing),
    ];
    let (holder, name) = (account.holder.clone(), account_name(words, account));
    view! {
        <Facts>
            {fact("account-statement-holder", holder)}
            {fact("account-statement-account", name)}
            <Fact term=words.say("account-statement-number")>{aloud::said(words, move |words| words.digits(number))}</Fact>
            <Fact term=words.say("account-statement-time")>{time}{unfinished}</Fact>
            {sums}
        </Facts>
    }
}

/// How a copy is kept.
fn copies(words: Words, id: AccountId, period: Period) -> impl IntoView {
    let links = Format::ALL.iter().map(|format| {
        view! { <li>{files::link(words, id, period, *format)}</li> }
    });
    view! {
        <section class="on-screen stack">
            <h2>{words.say("account-statement-keep")}</h2>
            <ul class="copies">{links.collect_view()}</ul>
            <div class="actions"><PrintButton label=words.say("account-statement-print")/></div>
        </section>
    }
}

/// The lines as a table.
fn table(words: Words, period: Period, lines: &[Line]) -> AnyView {
    if lines.is_empty() {
        return view! { <Empty text=words.say("account-statement-none")/> }.into_any();
    }
    let columns = vec![
        Column::words(words.say("account-statement-day")),
        Column::words(words.say("account-statement-what")),
        Column::figures(words.say("account-statement-in")),
        Column::figures(words.say("account-statement-out")),
        Column::figures(words.say("account-statement-balance")),
    ];
    let rows = lines.iter().map(|line| row(words, period, line)).collect();
    view! {
        <div class="statement"><Table caption=words.say("account-statement-caption") columns=columns rows=rows/></div>
    }
    .into_any()
}

fn row(words: Words, period: Period, line: &Line) -> Vec<Cell> {
    let [day, what, paid_in, paid_out, balance] = paper::row(words, period, line);
    vec![
        Cell::Text(day.text),
        Cell::Told(what.text, what.below),
        Cell::Text(paid_in.text),
        Cell::Text(paid_out.text),
        Cell::Text(balance.text),
    ]
}

/// The ways to the lines before and after those of this page.
fn ways(words: Words, statement: &Statement, first: i64) -> Option<AnyView> {
    let count = i64::from(LINES);
    let address = |after: i64| format!("{}?after={after}", files::page(statement.account.id, statement.period));
    let earlier = (first > statement.after).then(|| address(statement.after.max(first - count)));
    let later = (first + count < statement.until).then(|| address(first + count));
    if earlier.is_none() && later.is_none() {
        return None;
    }
    let earlier = earlier.map(|href| {
        view! { <a class="button second" href=href><Icon of=Picture::Back/>{words.say("account-statement-earlier")}</a> }
    });
    let later = later.map(|href| {
        view! { <a class="button second on" href=href>{words.say("account-statement-later")}<Icon of=Picture::Pay/></a> }
    });
    Some(
        view! { <nav class="actions pages" aria-label=words.say("account-statement-pages")>{earlier}{later}</nav> }
            .into_any(),
    )
}
