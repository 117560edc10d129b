//! Being found by one's telephone number or e-mail address by whoever wants to pay.

use bank::{
    Error,
    accounts::Account,
    aliases::{self, Own},
};
use leptos::prelude::*;
use model::{AliasWay, Problems, forms::BeFoundForm};
use serde::Deserialize;

use super::FOUND;
use crate::{
    components::{
        Button, Card, Checkboxes, Choice, Choices, Empty, ErrorSummary, Fact, Facts, Frame, Link, Notice, PageHeading,
        Place, Sentences,
    },
    context,
    islands::PressOnce,
    outcome,
    pages::{self, accounts::account_name},
    words::Words,
};

/// What leads there, from the page about the person.
pub(super) fn card(words: Words) -> impl IntoView + use<> {
    view! {
        <Card title=words.say("found-title")>
            <p>{words.say("found-about")}</p>
            <Link href=FOUND label=words.say("found-open")/>
        </Card>
    }
}

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Whether something has just been kept.
    saved: String,
}

/// The page on which somebody chooses whether they are found.
#[component]
pub fn FoundPage() -> impl IntoView {
    pages::answer(found())
}

async fn found() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let mut ways = aliases::own(&bank, person.id).await?;
    ways.retain(|own| !own.known.is_empty());
    let accounts = aliases::may_be_paid(&bank, person.id).await?;
    let (form, problems) = match outcome::flash::<BeFoundForm>(FOUND) {
        Some(flash) => (flash.form, flash.problems),
        None => (chosen(&ways, &accounts), Problems::none()),
    };
    let problems = Sentences::of(words, &problems);
    let saved = (problems.is_empty() && context::query::<Query>().saved == "1").then(|| {
        let now = if ways.iter().any(|own| own.account.is_some()) { "found-is-on" } else { "found-is-off" };
        view! { <Notice title=words.say("preferences-saved-title")><p>{words.say(now)}</p></Notice> }
    });
    let question = if ways.is_empty() || accounts.is_empty() {
        view! { <Empty text=words.say("found-cannot")/> }.into_any()
    } else {
        question(words, ways, &accounts, form, &problems).into_any()
    };
    let (title, half) = (words.say("found-title"), aliases::masked(&person.name));
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            {saved}
            <PageHeading title=title back=("/you".to_owned(), words.say("you-back").to_owned())>
                <p>{words.say("found-text")}</p>
            </PageHeading>
            <Card title=words.say("found-shown-title")>
                <p>{words.say("found-shown")}</p>
                <Facts><Fact term=words.say("found-shown-name")>{half}</Fact></Facts>
                <p>{words.say("found-not-shown")}</p>
            </Card>
            {question}
        </Frame>
    }
    .into_any())
}

/// What holds now, as it would be chosen.
fn chosen(ways: &[Own], accounts: &[Account]) -> BeFoundForm {
    let on = || ways.iter().filter(|own| own.account.is_some());
    let account = on().find_map(|own| own.account).or_else(|| aliases::suggested(accounts));
    BeFoundForm {
        ways: on().map(|own| own.way.code().to_owned()).collect(),
        account: account.map(|id| id.to_string()).unwrap_or_default(),
    }
}

fn question(
    words: Words,
    ways: Vec<Own>,
    accounts: &[Account],
    form: BeFoundForm,
    problems: &Sentences,
) -> impl IntoView + use<> {
    let way = |own: Own| Choice {
        value: own.way.code().to_owned(),
        label: words.say(label(own.way)).to_owned(),
        hint: own.known,
        ..Choice::default()
    };
    let ways = ways.into_iter().map(way).collect();
    let into = |account: &Account| Choice {
        value: account.id.to_string(),
        label: account_name(words, account),
        hint: account.number.to_string(),
        ..Choice::default()
    };
    let accounts = accounts.iter().map(into).collect();
    let (wrong_way, wrong_account) = (problems.at("ways"), problems.at("account"));
    view! {
        <PressOnce sending=words.say("sending")>
            <form method="post" action="/do/you/found" class="stack roomy">
                <Checkboxes name="ways" many=true label=words.say("found-ways") choices=ways chosen=form.ways
                    problem=wrong_way/>
                <Choices name="account" label=words.say("found-account") choices=accounts chosen=form.account
                    problem=wrong_account/>
                <p class="quiet">{words.say("found-off")}</p>
                <div class="actions"><Button label=words.say("found-save")/></div>
            </form>
        </PressOnce>
    }
}

const fn label(way: AliasWay) -> &'static str {
    match way {
        AliasWay::Phone => "found-phone",
        AliasWay::Email => "found-email",
    }
}

/// Keeps by what somebody is found.
#[server(prefix = "/do", endpoint = "you/found")]
pub async fn be_found(
    /// What was chosen.
    #[server(flatten)]
    form: BeFoundForm,
) -> Result<(), ServerFnError> {
    outcome::ended(choose(&form).await, "/you/found?saved=1", FOUND, &form);
    Ok(())
}

async fn choose(form: &BeFoundForm) -> Result<(), Error> {
    let person = context::person()?;
    aliases::choose(&context::bank(), person.id, form, &context::device()).await
}
