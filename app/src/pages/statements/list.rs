//! The statements there are of an account: the months of a year, its years, and everything.

use bank::{
    Error,
    accounts::{self, Period, Statements},
};
use jiff::civil::Date;
use leptos::prelude::*;
use model::AccountId;
use serde::Deserialize;

use super::{files, interest};
use crate::{
    components::{Card, Empty, Frame, PageHeading, Place, Tab, Tabs},
    context,
    pages::{self, accounts::account_name},
    papers::{self, Format},
    words::Words,
};

/// The statements of an account.
#[component]
pub fn StatementsPage() -> impl IntoView {
    pages::answer(statements())
}

/// What the address asks for: the year whose months are shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    year: String,
}

async fn statements() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: AccountId = context::part("id")?;
    let asked: Asked = context::query();
    let year = match asked.year.parse() {
        Ok(Period::Year(first)) => Some(first),
        _ => None,
    };
    let statements = accounts::statements(&bank, person.id, id, year).await?;
    let title = words.say("statements-title");
    let name = account_name(words, &statements.account);
    Ok(view! {
        <Frame title=title place=Place::Accounts narrow=true>
            <PageHeading title=title back=(format!("/accounts/{id}"), name)>
                <p>{words.say("statements-about")}</p>
            </PageHeading>
            {shown(words, &statements)}
        </Frame>
    }
    .into_any())
}

fn shown(words: Words, statements: &Statements) -> AnyView {
    let Some(year) = statements.year else {
        return view! { <Empty text=words.say("statements-none")/> }.into_any();
    };
    let id = statements.account.id;
    let month = |first: &Date| (Period::Month(*first), *first >= statements.today.first_of_month());
    let months = rows(words, id, statements.months.iter().map(month).collect());
    let longer = vec![(Period::Year(year), year >= statements.today.first_of_year()), (Period::All, false)];
    let year = year.year().to_string();
    let title = words.with("statements-months", &[("year", year.clone().into())]);
    view! {
        {years(words, statements, &year)}
        <Card title=title>{months}</Card>
        <Card title=words.say("statements-longer")>{rows(words, id, longer)}</Card>
        {earned(words, statements)}
    }
    .into_any()
}

/// The ways to the other years, where there are any.
fn years(words: Words, statements: &Statements, current: &str) -> Option<AnyView> {
    if statements.years.len() < 2 {
        return None;
    }
    let id = statements.account.id;
    let tab = |first: &Date| {
        let year = first.year().to_string();
        let current = year == current;
        Tab { href: format!("/accounts/{id}/statements?year={year}"), label: year, current }
    };
    let tabs = statements.years.iter().map(tab).collect();
    Some(view! { <Tabs label=words.say("statements-years") tabs=tabs/> }.into_any())
}

/// What the account earned in each year of taxes, where it ever does.
fn earned(words: Words, statements: &Statements) -> Option<AnyView> {
    if statements.interest.is_empty() {
        return None;
    }
    let (id, today) = (statements.account.id, statements.today);
    let row = |(from, to): &(Date, Date)| {
        let days = [("from", words.date(*from).into()), ("to", words.date(*to.min(&today)).into())];
        let name = words.with("account-statement-from-to", &days);
        let open = *to >= today;
        let said =
            if open { words.with("statements-so-far", &[("period", name.clone().into())]) } else { name.clone() };
        let year = from.year();
        view! {
            <li>
                <a class="alone" href=interest::page(id, year)>{said}</a>
                <a class="alone" href=interest::pdf(id, year)>
                    {words.say("file-pdf")}<span class="unseen">{format!(", {name}")}</span>
                </a>
            </li>
        }
    };
    let rows = statements.interest.iter().map(row).collect_view();
    Some(view! { <Card title=words.say("statements-interest")><ul class="papers">{rows}</ul></Card> }.into_any())
}

/// Statements one under the other, each with its files; and whether its time is not over.
fn rows(words: Words, id: AccountId, periods: Vec<(Period, bool)>) -> AnyView {
    let row = |(period, open): (Period, bool)| {
        let name = papers::period(words, period);
        let said =
            if open { words.with("statements-so-far", &[("period", name.clone().into())]) } else { name.clone() };
        let others = [Format::LargePdf, Format::Csv, Format::Ofx, Format::Camt053];
        let others = others.map(|format| view! { <li>{files::link(words, id, period, format)}</li> });
        view! {
            <li>
                <a class="alone" href=files::page(id, period)>{said}</a>
                {files::link(words, id, period, Format::Pdf)}
                <details>
                    <summary>{words.say("statements-files")}<span class="unseen">{format!(", {name}")}</span></summary>
                    <ul>{others.collect_view()}</ul>
                </details>
            </li>
        }
    };
    view! { <ul class="papers">{periods.into_iter().map(row).collect_view()}</ul> }.into_any()
}
