//! Stopping everything at once: two presses from any page.

use bank::{Error, customers::Freeze, security, step_up as asking};
use leptos::prelude::*;
use model::{Timestamp, forms::ApproveForm};

use super::FREEZE;
use crate::{
    components::{Button, Call, Card, ErrorSummary, Frame, Link, LinkButton, Look, Notice, Place, Sentences, Tone},
    context, outcome,
    pages::{self, cards::CARDS, step_up},
    words::Words,
};

/// The page on which everything is frozen, and the end of that is asked for.
#[component]
pub fn FreezePage() -> impl IntoView {
    pages::answer(freeze())
}

async fn freeze() -> Result<AnyView, Error> {
    let (person, words) = (context::person()?, context::words());
    let now = context::visitor().now();
    match person.freeze.filter(|_| person.is_frozen(now)) {
        Some(freeze) => frozen(words, freeze).await,
        None => Ok(open(words)),
    }
}

fn open(words: Words) -> AnyView {
    let title = words.say("freeze-title");
    view! {
        <Frame title=title place=Place::You narrow=true>
            <h1>{title}</h1>
            <p>{words.say("freeze-everything-what")}</p>
            <p>{words.say("freeze-after")}</p>
            <p>{words.say("freeze-undo")}</p>
            <p><Link href=CARDS label=words.say("freeze-card")/></p>
            <form method="post" action="/do/freeze" role="none">
                <div class="actions">
                    <Button label=words.say("freeze-everything-now") look=Look::Danger/>
                    <LinkButton href="/" label=words.say("freeze-not") look=Look::Second/>
                </div>
            </form>
        </Frame>
    }
    .into_any()
}

async fn frozen(words: Words, freeze: Freeze) -> Result<AnyView, Error> {
    let calendar = context::calendar();
    let (form, problems) = outcome::flash::<ApproveForm>(FREEZE).map(|f| (f.form, f.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let title = words.say("frozen-title");
    let since = words.with("frozen-since", &[("when", words.moment(freeze.since, &calendar).into())]);
    let by_bank = security::is_frozen_by_bank(&context::bank(), context::person()?.id).await?;
    let end = match freeze.thaws_at {
        Some(at) => ending(words, at),
        None if by_bank => view! { <p>{words.say("frozen-bank")}</p><Call/> }.into_any(),
        None => asked(words, &form.challenge, &problems).await?,
    };
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems/>
            <h1>{title}</h1>
            <p>{since}</p>
            <p>{words.say("frozen-what")}</p>
            {end}
        </Frame>
    }
    .into_any())
}

/// When it ends, and calling that off.
fn ending(words: Words, at: Timestamp) -> AnyView {
    let when = words.with("frozen-ends", &[("when", words.moment(at, &context::calendar()).into())]);
    view! {
        <Notice title=words.say("frozen-ends-title") tone=Tone::Caution><p>{when}</p></Notice>
        <form method="post" action="/do/freeze/keep" role="none">
            <div class="actions"><Button label=words.say("frozen-keep")/></div>
        </form>
    }
    .into_any()
}

/// The question to answer to end it; the one that is `named` again, where it is open.
async fn asked(words: Words, named: &str, problems: &Sentences) -> Result<AnyView, Error> {
    let (bank, person) = (context::bank(), context::person()?);
    let question = step_up::Question {
        challenge: asking::ask_again(&bank, person.id, &security::thawing(), named).await?,
        action: "/do/freeze/end",
        about: None,
        label: words.say("thaw-ask"),
        passkey: words.say("thaw-passkey"),
        look: Look::Second,
        sending: words.say("sending"),
    };
    let question = step_up::question(words, question, problems);
    Ok(view! {
        <Card title=words.say("thaw-title")>
            <p>{words.say("thaw-text")}</p>
            {question}
        </Card>
    }
    .into_any())
}
