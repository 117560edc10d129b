//! What somebody was told, and how they want to be told.

use bank::{
    Error,
    notices::{self, Letter, Ways, post::Unreached},
    security::{Channel, Contact},
};
use leptos::prelude::*;
use model::{
    CustomerId, Problems,
    forms::{By, NoticesForm},
};
use serde::Deserialize;

use super::{NOTICE_CHOICES, NOTICES};
use crate::{
    components::{
        Button, Card, Choice, Choices, Empty, ErrorSummary, Fact, Facts, Frame, Link, Look, Notice, PageHeading, Place,
        Select, Sentences, Tag,
    },
    context,
    notices::within,
    outcome::{self, Flash},
    pages,
    words::Words,
};

/// The page with what somebody was told.
#[component]
pub fn NoticesPage() -> impl IntoView {
    pages::answer(letters())
}

async fn letters() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let letters = notices::letters(&bank, person.id).await?;
    let unreached = notices::ways(&bank, person.id).await?.unreached;
    let title = words.say("notices-title");
    let none = letters.is_empty().then(|| view! { <Empty text=words.say("notices-none")/> });
    let newest = letters.iter().find(|letter| !letter.seen).map(|letter| letter.id);
    let seen = newest.map(|last| {
        view! {
            <form method="post" action="/do/notices/see" role="none">
                <input type="hidden" name="last" value=last.to_string()/>
                <div class="actions"><Button label=words.say("notices-see") look=Look::Second/></div>
            </form>
        }
    });
    let rows = letters.iter().map(|letter| row(words, letter)).collect_view();
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <PageHeading title=title back=("/you".to_owned(), words.say("you-back").to_owned())/>
            {unreached.iter().map(|one| given_back(words, *one)).collect_view()}
            <p>{words.say("notices-text")}</p>
            {none}
            {seen}
            <ul class="rows letters">{rows}</ul>
            <Card title=words.say("notices-choices-title")>
                <p>{words.say("notices-choices-about")}</p>
                <Link href=NOTICE_CHOICES label=words.say("notices-choices-open")/>
            </Card>
        </Frame>
    }
    .into_any())
}

fn row(words: Words, letter: &Letter) -> impl IntoView + use<> {
    let calendar = context::calendar();
    let (what, when) = (words.security_event(letter.event), words.moment(letter.at, &calendar));
    let text = within(words, letter.event, &letter.facts, &calendar);
    let new = (!letter.seen).then(|| view! { <span><Tag label=words.say("notices-new")/></span> });
    view! {
        <li><div><span><b>{what}</b><span>{text}</span><small>{when}</small></span>{new}</div></li>
    }
}

/// That somebody was told something and has not seen it.
pub(in crate::pages) async fn news(person: CustomerId) -> Result<Option<AnyView>, Error> {
    let count = notices::unseen(&context::bank(), person).await?;
    if count == 0 {
        return Ok(None);
    }
    let words = context::words();
    let title = words.with("notices-news", &[("count", count.into())]);
    let link = view! { <Link href=NOTICES label=words.say("notices-open")/> };
    Ok(Some(view! { <div class="news"><Notice title=title>{link}</Notice></div> }.into_any()))
}

/// The page on which somebody chooses how they are told.
#[component]
pub fn NoticeChoicesPage() -> impl IntoView {
    pages::answer(choices())
}

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Whether something has just been kept.
    saved: String,
}

async fn choices() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let Ways { contact, choices, unreached } = notices::ways(&bank, person.id).await?;
    let Flash { form, problems } = outcome::flash::<NoticesForm>(NOTICE_CHOICES)
        .unwrap_or_else(|| Flash { form: NoticesForm::from(choices), problems: Problems::none() });
    let problems = Sentences::of(words, &problems);
    let saved = (problems.is_empty() && context::query::<Query>().saved == "1").then(|| {
        view! {
            <Notice title=words.say("preferences-saved-title")><p>{words.say("notices-saved")}</p></Notice>
        }
    });
    let title = words.say("notices-choices-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            {saved}
            <PageHeading title=title back=(NOTICES.to_owned(), words.say("notices-back").to_owned())/>
            {reached(words, contact, &unreached)}
            <p>{words.say("notices-safety")}</p>
            {question(words, form, &problems)}
        </Frame>
    }
    .into_any())
}

/// Where somebody is reached.
fn reached(words: Words, contact: Contact, unreached: &[Unreached]) -> impl IntoView + use<> {
    let or_none = move |text: String| if text.is_empty() { words.say("notices-nowhere").to_owned() } else { text };
    view! {
        {unreached.iter().map(|one| given_back(words, *one)).collect_view()}
        <Facts>
            <Fact term=words.say("channel-email")>{or_none(contact.email)}</Fact>
            <Fact term=words.say("channel-sms")>{or_none(contact.phone)}</Fact>
        </Facts>
        <p class="quiet">{words.say("notices-reached")}</p>
    }
}

/// That a message came back: whoever does not know cannot be told what happens to their money.
fn given_back(words: Words, one: Unreached) -> impl IntoView + use<> {
    let key = if one.channel == Channel::Sms { "notices-unreached-sms" } else { "notices-unreached-email" };
    let when = words.moment(one.at, &context::calendar());
    let title = words.with(key, &[("when", when.into())]);
    view! { <Notice title=title><p>{words.say("notices-unreached")}</p></Notice> }
}

fn question(words: Words, form: NoticesForm, problems: &Sentences) -> impl IntoView + use<> {
    view! {
        <form method="post" action="/do/notices/choose" class="stack roomy">
            <Choices name="payments" label=words.say("notices-payments") choices=ways(words)
                chosen=form.payments problem=problems.at("payments")/>
            <Choices name="messages" label=words.say("notices-messages") choices=ways(words)
                chosen=form.messages problem=problems.at("messages")/>
            <Choices name="quiet" label=words.say("notices-quiet") choices=peace(words)
                chosen=form.quiet problem=problems.at("quiet")/>
            <Select name="from" label=words.say("notices-from") options=hours()
                chosen=form.from problem=problems.at("from")/>
            <Select name="until" label=words.say("notices-until") options=hours()
                chosen=form.until problem=problems.at("until")/>
            <div class="actions"><Button label=words.say("notices-save")/></div>
        </form>
    }
}

fn ways(words: Words) -> Vec<Choice> {
    let told = |by: By| match by {
        By::Both => "notices-by-both",
        By::Email => "notices-by-email",
        By::Sms => "notices-by-sms",
        By::Here => "notices-by-here",
    };
    let choice = |by: &By| choice(by.code(), words.say(told(*by)), "");
    By::ALL.iter().map(choice).collect()
}

fn peace(words: Words) -> Vec<Choice> {
    vec![
        choice(NoticesForm::ANY_TIME, words.say("notices-any"), ""),
        choice(NoticesForm::NIGHT, words.say("notices-night"), words.say("notices-night-hint")),
    ]
}

fn choice(value: &str, label: &str, hint: &str) -> Choice {
    Choice { value: value.to_owned(), label: label.to_owned(), hint: hint.to_owned(), ..Choice::default() }
}

fn hours() -> Vec<(String, String)> {
    (0..24).map(|hour| (hour.to_string(), format!("{hour:02}:00"))).collect()
}
