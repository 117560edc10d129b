//! Approving that a card pays more, or in more countries: what is shown is what is approved.

use bank::{Error, cards, step_up as asking};
use leptos::prelude::*;
use model::forms::ApproveForm;

use super::{CARDS, RAISE, card_name, of, reach_name, use_name};
use crate::{
    components::{ErrorSummary, Fact, Facts, Frame, Look, PageHeading, Place, Sentences},
    context, outcome,
    pages::{self, step_up},
    session::CardRaise,
};

/// The page on which more is approved.
#[component]
pub fn RaiseCardPage() -> impl IntoView {
    pages::answer(raise())
}

async fn raise() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let Some(wanted) = context::visitor().wanted_of_card() else {
        context::redirect(CARDS);
        return Ok(().into_any());
    };
    let card = cards::card(&bank, person.id, wanted.card).await?.card;
    let (form, problems) = outcome::flash::<ApproveForm>(RAISE).map(|f| (f.form, f.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let now = bank.clock.now();
    let (shown, what, is, to) = match wanted.raise {
        CardRaise::Limit(way, to) => {
            (cards::raising(&card, way, to, now), use_name(way), words.money(card.limit(way, now)), words.money(to))
        }
        CardRaise::Reach(to) => {
            let name = |reach| words.say(reach_name(reach)).to_owned();
            (cards::widening(&card, to, now), "card-reach", name(card.rules.reach(now)), name(to))
        }
    };
    let question = step_up::Question {
        challenge: asking::ask_again(&bank, person.id, &shown, &form.challenge).await?,
        action: "/do/cards/raise",
        about: None,
        label: words.say("card-raise"),
        passkey: words.say("card-raise-passkey"),
        look: Look::Main,
        sending: words.say("sending"),
    };
    let question = step_up::question(words, question, &problems);
    let title = words.say("card-raise-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(of(card.id), words.say("back").to_owned())/>
            <Facts>
                <Fact term=words.say("card-card")>{card_name(words, &card)}</Fact>
                <Fact term=words.say("card-what")>{words.say(what)}</Fact>
                <Fact term=words.say("limit-is")>{is}</Fact>
                <Fact term=words.say("card-to")>{to}</Fact>
                <Fact term=words.say("limit-from")>{words.say("limit-from-when")}</Fact>
            </Facts>
            <p>{words.say("limit-raise-why")}</p>
            {question}
        </Frame>
    }
    .into_any())
}
