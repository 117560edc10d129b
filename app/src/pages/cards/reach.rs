//! Choosing in which countries a card pays.

use bank::{Error, cards};
use leptos::prelude::*;
use model::{
    Problems,
    forms::{CardReach, ReachForm},
};

use super::{card_name, of, reach_name, reach_of};
use crate::{
    components::{Button, Choice, Choices, ErrorSummary, Frame, PageHeading, Place, Sentences},
    context, outcome, pages,
};

/// The page on which somebody chooses where their card pays.
#[component]
pub fn ReachPage() -> impl IntoView {
    pages::answer(reach())
}

async fn reach() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let card = cards::card(&bank, person.id, context::part("id")?).await?.card;
    let page = reach_of(card.id);
    let problems = outcome::flash::<ReachForm>(&page).map_or_else(Problems::none, |flash| flash.problems);
    let problems = Sentences::of(words, &problems);
    let choice = |reach: &CardReach| Choice {
        value: reach.code().to_owned(),
        label: words.say(reach_name(*reach)).to_owned(),
        ..Choice::default()
    };
    let choices = CardReach::ALL.iter().map(choice).collect();
    let chosen = card.rules.reach(bank.clock.now()).code();
    let title = words.say("card-reach");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(of(card.id), card_name(words, &card))/>
            <p>{words.say("card-reach-text")}</p>
            <form method="post" action="/do/cards/reach" class="stack roomy">
                <input type="hidden" name="card" value=card.id.to_string()/>
                <Choices name="reach" label=words.say("card-reach-label") choices=choices chosen=chosen
                    problem=problems.at("reach")/>
                <div class="actions"><Button label=words.say("continue")/></div>
            </form>
        </Frame>
    }
    .into_any())
}
