//! One message at a time: to say what was meant, or whether a colleague is right about it.

use assistant::Intent;
use bank::{
    Error,
    misses::{self, Label, Miss, MissWhy, UNUSABLE},
    ports::MissCounts,
    staff::Duty,
};
use leptos::prelude::*;
use serde::Deserialize;

use super::address;
use crate::{
    addresses::STAFF,
    components::{Button, Card, Empty, LinkButton, Look, Options, PageHeading, Select},
    context, pages,
    pages::staff::StaffFrame,
    words::Words,
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Behind which message the next one is.
    after: String,
}

/// The next message.
#[component]
pub fn LabelsPage() -> impl IntoView {
    pages::answer(labels())
}

async fn labels() -> Result<AnyView, Error> {
    let member = context::staff_with(Duty::Labels)?;
    let (bank, words) = (context::bank(), context::words());
    let Query { after } = context::query();
    let next = misses::look(&bank, member.id, after.parse().ok()).await?;
    let counts = misses::counts(&bank).await?;
    let title = words.say("labels-title");
    let shown = match &next {
        Some(miss) => one(words, miss, &after),
        None => nothing(words, &after),
    };
    Ok(view! {
        <StaffFrame title=title narrow=true>
            <PageHeading title=title back=(STAFF.to_owned(), words.say("staff-back").to_owned())>
                <p>{words.say("labels-text")}</p>
                <p class="quiet">{waiting(words, counts)}</p>
            </PageHeading>
            {shown}
        </StaffFrame>
    }
    .into_any())
}

fn waiting(words: Words, counts: MissCounts) -> String {
    let number = |count: i64| words.count(u64::try_from(count).unwrap_or_default());
    let [open, labelled, agreed] = [counts.open, counts.labelled, counts.agreed].map(number);
    let values = [("open", open.into()), ("labelled", labelled.into()), ("agreed", agreed.into())];
    words.with("labels-waiting", &values)
}

fn nothing(words: Words, after: &str) -> AnyView {
    if after.is_empty() {
        return view! { <Empty text=words.say("labels-none")/> }.into_any();
    }
    view! {
        <Empty text=words.say("labels-end")>
            <LinkButton href=address(None) label=words.say("labels-again") look=Look::Second/>
        </Empty>
    }
    .into_any()
}

fn one(words: Words, miss: &Miss, after: &str) -> AnyView {
    let language = Words::of(miss.language).say("language-name");
    let why = words.say(match miss.why {
        MissWhy::Unsure => "label-unsure",
        MissWhy::NotThis => "label-not-this",
    });
    let said = miss.words.clone();
    let asked = match miss.label {
        Some(label) => check(words, miss, label, after),
        None => choose(words, miss, after),
    };
    let (guessed, further) = (guesses(words, miss), address(Some(miss.id)));
    view! {
        <Card title=words.say("label-words")>
            <blockquote dir="auto"><p>{said}</p></blockquote>
            <p class="quiet">{language}" · "{why}</p>
            {guessed}
        </Card>
        {asked}
        <div class="actions">
            <LinkButton href=further label=words.say("label-skip") look=Look::Second/>
        </div>
    }
    .into_any()
}

/// What the program took it for.
fn guesses(words: Words, miss: &Miss) -> AnyView {
    if miss.guesses.is_empty() {
        return view! { <p>{words.say("label-no-guess")}</p> }.into_any();
    }
    let rows = miss.guesses.iter().map(|(intent, thousandths)| {
        let share = words.percent(i64::from(*thousandths));
        view! { <li>{words.intent(*intent)}" · "{share}</li> }
    });
    let rows = rows.collect_view();
    view! { <h3>{words.say("label-guesses")}</h3><ul class="bullets">{rows}</ul> }.into_any()
}

/// What a label is called.
fn called(words: Words, label: Label) -> &'static str {
    match label {
        Label::Intent(intent) => words.intent(intent),
        Label::OutOfScope => words.say("label-outside"),
    }
}

/// Everything that can be chosen, what the program thought of first.
fn options(words: Words, miss: &Miss) -> Options {
    let guessed = miss.guesses.iter().map(|(intent, _)| *intent);
    let is_guessed = |intent: &Intent| miss.guesses.iter().any(|(guess, _)| guess == intent);
    let others = Intent::ALL.iter().copied().filter(|intent| !is_guessed(intent));
    let labels = guessed.chain(others).map(Label::Intent).chain([Label::OutOfScope]);
    let labels = labels.map(|label| (label.code().to_owned(), called(words, label).to_owned()));
    let none = (String::new(), words.say("label-none").to_owned());
    let unusable = (UNUSABLE.to_owned(), words.say("label-unusable").to_owned());
    std::iter::once(none).chain(labels).chain([unusable]).collect()
}

fn choose(words: Words, miss: &Miss, after: &str) -> AnyView {
    let options = options(words, miss);
    view! {
        <form method="post" action="/do/staff/labels/label" class="stack roomy">
            {hidden(miss, after)}
            <Select name="label" label=words.say("label-choose") options=options chosen=""/>
            <div class="actions"><Button label=words.say("label-save")/></div>
        </form>
    }
    .into_any()
}

/// Whether a colleague is right.
fn check(words: Words, miss: &Miss, label: Label, after: &str) -> AnyView {
    let says = words.with("label-says", &[("label", called(words, label).into())]);
    let agree = answer((hidden(miss, after), label, "yes"), words.say("label-agree"), Look::Main);
    let refuse = answer((hidden(miss, after), label, "no"), words.say("label-refuse"), Look::Second);
    view! {
        <Card title=words.say("label-check")>
            <p>{says}</p>
            <div class="actions">{agree}{refuse}</div>
        </Card>
    }
    .into_any()
}

fn answer((hidden, shown, agrees): (AnyView, Label, &'static str), label: &'static str, look: Look) -> AnyView {
    view! {
        <form method="post" action="/do/staff/labels/check" role="none">
            {hidden}
            <input type="hidden" name="label" value=shown.code()/>
            <input type="hidden" name="agrees" value=agrees/>
            <Button label=label look=look/>
        </form>
    }
    .into_any()
}

fn hidden(miss: &Miss, after: &str) -> AnyView {
    let (miss, after) = (miss.id.to_string(), after.to_owned());
    view! {
        <input type="hidden" name="miss" value=miss/>
        <input type="hidden" name="after" value=after/>
    }
    .into_any()
}
