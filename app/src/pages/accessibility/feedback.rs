//! Telling the bank what was hard, and the number that one is given for it.

use leptos::prelude::*;
use model::{
    FeedbackId,
    forms::{FeedbackForm, HARD_LENGTH},
};
use serde::Deserialize;

use super::{FEEDBACK, STATEMENT};
use crate::{
    components::{Button, ErrorSummary, LinkButton, PageHeading, Sentences, TextArea, TextField},
    context,
    islands::PressOnce,
    outcome, pages,
    words::{Words, in_fours},
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// The number of what has just been said.
    number: String,
}

/// The page that asks what was hard; once that was said, the one that says thank you.
#[component]
pub fn FeedbackPage() -> impl IntoView {
    let words = context::words();
    match context::query::<Query>().number.parse() {
        Ok(number) => thanks(words, number),
        Err(_) => question(words),
    }
}

fn question(words: Words) -> AnyView {
    let (form, problems) =
        outcome::flash::<FeedbackForm>(FEEDBACK).map_or_else(Default::default, |flash| (flash.form, flash.problems));
    let problems = Sentences::of(words, &problems);
    let title = words.say("feedback-title");
    let back = (STATEMENT.to_owned(), words.say("statement-title").to_owned());
    pages::for_anyone(title, move || {
        view! {
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=back/>
            <p>{words.say("feedback-intro")}</p>
            <PressOnce sending=words.say("sending")>
            <form method="post" action="/do/feedback" class="stack roomy" data-keep=words.say("kept-back")>
                <TextArea name="hard" label=words.say("feedback-hard") hint=hint(words) value=form.hard
                    problem=problems.at("hard")/>
                <TextField name="place" label=words.say("feedback-place") hint=words.say("feedback-place-hint")
                    value=form.place problem=problems.at("place")/>
                <TextField name="reach" label=words.say("feedback-reach") hint=words.say("feedback-reach-hint")
                    value=form.reach problem=problems.at("reach")/>
                <div class="actions"><Button label=words.say("feedback-send")/></div>
            </form>
            </PressOnce>
        }
    })
}

fn hint(words: Words) -> String {
    let most = u64::try_from(HARD_LENGTH).unwrap_or(u64::MAX);
    words.with("feedback-hard-hint", &[("most", words.count(most).into())])
}

fn thanks(words: Words, number: FeedbackId) -> AnyView {
    let title = words.say("feedback-thanks-title");
    let told = words.with("feedback-number", &[("number", in_fours(number).into())]);
    pages::for_anyone(title, move || {
        view! {
            <PageHeading title=title/>
            <p><strong>{told}</strong></p>
            <p>{words.say("feedback-next")}</p>
            <div class="actions"><LinkButton href="/" label=words.say("trouble-home")/></div>
        }
    })
}
