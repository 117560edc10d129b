//! What is approved of a card with a code: that it pays again, that it has arrived.

use bank::{
    Error,
    cards::{self, Card, CardState},
    step_up::{self as asking, Shown},
};
use leptos::prelude::*;
use model::forms::ApproveForm;

use super::{arrived_of, card_name, of, unlock_of};
use crate::{
    components::{ErrorSummary, Frame, Look, PageHeading, Place, Sentences},
    context, outcome,
    pages::{self, step_up},
};

/// What one of these pages says, and what it is about.
struct Asked {
    /// Where it is.
    page: String,
    /// Where the answer goes.
    action: &'static str,
    /// The words: of the title, of what it means, of the button, of the one with a passkey.
    words: [&'static str; 4],
    /// What is approved.
    shown: Shown,
}

/// The page on which a card is unlocked.
#[component]
pub fn UnlockPage() -> impl IntoView {
    pages::answer(asked(CardState::Locked, |card| Asked {
        page: unlock_of(card.id),
        action: "/do/cards/unlock",
        words: ["card-unlock", "card-unlock-what", "card-unlock", "card-unlock-passkey"],
        shown: cards::unlocking(card),
    }))
}

/// The page on which it is said that a card has arrived.
#[component]
pub fn ArrivedPage() -> impl IntoView {
    pages::answer(asked(CardState::Coming, |card| Asked {
        page: arrived_of(card.id),
        action: "/do/cards/arrived",
        words: ["card-arrived-title", "card-arrived-what", "card-arrived-send", "card-arrived-passkey"],
        shown: cards::activating(card),
    }))
}

/// The page about a card that is `in_state`; of another it leads to the card.
async fn asked(in_state: CardState, of_card: fn(&Card) -> Asked) -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let card = cards::card(&bank, person.id, context::part("id")?).await?.card;
    if card.state != in_state {
        context::redirect(&of(card.id));
        return Ok(().into_any());
    }
    let Asked { page, action, words: [title, what, label, passkey], shown } = of_card(&card);
    let (form, problems) = outcome::flash::<ApproveForm>(&page).map(|f| (f.form, f.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let question = step_up::Question {
        challenge: asking::ask_again(&bank, person.id, &shown, &form.challenge).await?,
        action,
        about: Some(("card", card.id.to_string())),
        label: words.say(label),
        passkey: words.say(passkey),
        look: Look::Main,
        sending: words.say("sending"),
    };
    let question = step_up::question(words, question, &problems);
    let title = words.say(title);
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(of(card.id), words.say("back").to_owned())>
                <p>{card_name(words, &card)}</p>
            </PageHeading>
            <p>{words.say(what)}</p>
            {question}
        </Frame>
    }
    .into_any())
}
