//! The PIN of a card: asked for with a code, and shown once.

use bank::{
    Error,
    cards::{self, CardView},
    step_up as asking,
};
use leptos::prelude::*;
use model::{ErrorCode, forms::ApproveForm};

use super::{card_name, of, pin_of};
use crate::{
    components::{Disclosure, ErrorSummary, Frame, LinkButton, Look, PageHeading, Place, Sentences},
    context, outcome,
    pages::{self, step_up},
    words::Words,
};

/// The page on which a PIN is asked for, and then shown.
#[component]
pub fn PinPage() -> impl IntoView {
    pages::answer(pin())
}

async fn pin() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let view = cards::card(&bank, person.id, context::part("id")?).await?;
    // Once: whoever loads the page again is asked again.
    if context::visitor().take_pin(view.card.id) {
        let pin = cards::pin(&bank, person.id, view.card.id).await?;
        return Ok(shown(words, &view, pin.reveal()));
    }
    question(words, &view).await
}

async fn question(words: Words, view: &CardView) -> Result<AnyView, Error> {
    let (bank, person, card) = (context::bank(), context::person()?, &view.card);
    if !view.can_change() {
        return Err(ErrorCode::NotFound.into());
    }
    let page = pin_of(card.id);
    let (form, problems) = outcome::flash::<ApproveForm>(&page).map(|f| (f.form, f.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let question = step_up::Question {
        challenge: asking::ask_again(&bank, person.id, &cards::showing_pin(card), &form.challenge).await?,
        action: "/do/cards/pin",
        about: Some(("card", card.id.to_string())),
        label: words.say("card-pin-show"),
        passkey: words.say("card-pin-passkey"),
        look: Look::Main,
        sending: words.say("sending"),
    };
    let question = step_up::question(words, question, &problems);
    let (title, name, back_to) = (words.say("card-pin-title"), card_name(words, card), of(card.id));
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(back_to, words.say("back").to_owned())>
                <p>{name}</p>
            </PageHeading>
            <p>{words.say("card-pin-once")}</p>
            <p>{words.say("card-pin-nobody")}</p>
            {question}
        </Frame>
    }
    .into_any())
}

/// The PIN, behind a line to press, so that nobody reads it over a shoulder.
fn shown(words: Words, view: &CardView, pin: &str) -> AnyView {
    let digits = pin.to_owned();
    let (title, name, then) = (words.say("card-pin-title"), card_name(words, &view.card), of(view.card.id));
    view! {
        <Frame title=title place=Place::You narrow=true>
            <PageHeading title=title><p>{name}</p></PageHeading>
            <p>{words.say("card-pin-alone")}</p>
            <Disclosure summary=words.say("card-pin-open")><p class="balance" translate="no">{digits}</p></Disclosure>
            <div class="actions"><LinkButton href=then label=words.say("card-pin-done")/></div>
        </Frame>
    }
    .into_any()
}
