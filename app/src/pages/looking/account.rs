//! One account of somebody else: what is on it, what came in and went out, and nothing besides.

use bank::{
    Error,
    accounts::Cursor,
    mandates::{self, Looked, Shut, Sight},
};
use http::StatusCode;
use leptos::prelude::*;
use model::{AccountId, MandateId};
use serde::Deserialize;

use super::{LOOKING, called, lines, of, until};
use crate::{
    components::{Empty, Frame, PageHeading, Pagination, Place},
    context, pages,
    words::Words,
};

/// Where the page begins.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    older: String,
    newer: String,
}

impl Query {
    fn cursor(&self) -> Cursor {
        match (self.older.parse(), self.newer.parse()) {
            (Ok(version), _) => Cursor::OlderThan(version),
            (_, Ok(version)) => Cursor::NewerThan(version),
            _ => Cursor::Newest,
        }
    }
}

/// The page of one account.
#[component]
pub fn LookingAtPage() -> impl IntoView {
    pages::answer(account())
}

async fn account() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let (id, account) = (context::part::<MandateId>("id")?, context::part::<AccountId>("account")?);
    let few = context::preferences().text.is_large() || context::visit().less_data;
    let lines = if few { bank.policy.large_history_page } else { bank.policy.history_page };
    let cursor = context::query::<Query>().cursor();
    match mandates::account(&bank, person.id, (id, account), cursor, lines).await? {
        Sight::Open(looked) => Ok(seen(words, &looked, account)),
        Sight::Shut(why, name) => Ok(shut(words, why, &name)),
    }
}

fn seen(words: Words, looked: &Looked, account: AccountId) -> AnyView {
    let Looked { mandate, today, account: shown, lines: all, .. } = looked;
    let (title, balance) = (called(words, shown.kind, &shown.name), words.money(shown.balance));
    let whose = words.with("looking-of", &[("name", (&mandate.owner_name).into())]);
    let log = words.with("looking-log", &[("name", (&mandate.owner_name).into())]);
    let until = until(words, mandate);
    let page = |which: &str, version: i64| format!("{}?{which}={version}", of(mandate.id, account));
    let newer = all.first().filter(|_| looked.has_newer).map(|line| page("newer", line.version));
    let older = all.last().filter(|_| looked.has_older).map(|line| page("older", line.version));
    let rows = lines::by_day(words, &context::calendar(), *today, all);
    let none = all.is_empty().then(|| view! { <Empty text=words.say("history-none")/> });
    view! {
        <Frame title=title.clone() place=Place::Accounts narrow=true>
            <PageHeading title=title back=(LOOKING.to_owned(), words.say("looking-back").to_owned())>
                <p>{whose}</p>
                <p class="balance">
                    <span class="unseen">{words.say("account-balance")}</span>{balance}
                </p>
                <p class="quiet">{log}</p>
                <p class="quiet">{until}</p>
            </PageHeading>
            <section class="stack">
                <h2>{words.say("history-title")}</h2>
                {rows}
                {none}
                <Pagination label=words.say("pages") newer=newer older=older/>
            </section>
        </Frame>
    }
    .into_any()
}

/// What is said to whoever could look before.
fn shut(words: Words, why: Shut, name: &str) -> AnyView {
    context::status(StatusCode::FORBIDDEN);
    let (title, text) = match why {
        Shut::Over => ("looking-over-title", "looking-over"),
        Shut::NotNow => ("looking-not-now-title", "looking-not-now"),
    };
    let (title, text) = (words.say(title), words.with(text, &[("name", name.into())]));
    view! {
        <Frame title=title place=Place::Accounts narrow=true>
            <PageHeading title=title back=(LOOKING.to_owned(), words.say("looking-back").to_owned())/>
            <p>{text}</p>
        </Frame>
    }
    .into_any()
}
