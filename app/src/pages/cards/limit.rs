//! Choosing how much a card pays in one way on a day.

use bank::{
    Error,
    cards::{self, CardUse},
};
use leptos::prelude::*;
use model::{ErrorCode, forms::LimitForm};

use super::{card_name, limit_of, of, use_name};
use crate::{
    components::{Button, ErrorSummary, Frame, Kind, PageHeading, Place, Sentences, TextField},
    context,
    islands::PressOnce,
    outcome, pages,
};

/// The page on which a limit of a card is changed.
#[component]
pub fn CardLimitPage() -> impl IntoView {
    pages::answer(change())
}

async fn change() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let card = cards::card(&bank, person.id, context::part("id")?).await?.card;
    let way: String = context::part("way")?;
    let way = CardUse::from_code(&way).ok_or(ErrorCode::NotFound)?;
    let page = limit_of(card.id, way);
    let (form, problems) = outcome::flash::<LimitForm>(&page).map(|f| (f.form, f.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let most = words.money(bank.policy.most_of_card(way, card.currency));
    let now = words.money(card.limit(way, bank.clock.now()));
    let now = words.with("card-limit-now", &[("amount", now.into())]);
    let hint = words.with("card-limit-hint", &[("most", most.into())]);
    let label = words.with("limit-label", &[("sign", words.sign(card.currency).into())]);
    let title = words.say(use_name(way));
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(of(card.id), card_name(words, &card))/>
            <p>{now}</p>
            <p>{words.say("limits-change")}</p>
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/cards/limit" class="stack roomy" data-keep=words.say("kept-back")>
                    <input type="hidden" name="card" value=card.id.to_string()/>
                    <input type="hidden" name="way" value=way.code()/>
                    <TextField name="amount" label=label hint=hint value=form.amount kind=Kind::Amount
                        problem=problems.at("amount")/>
                    <div class="actions"><Button label=words.say("continue")/></div>
                </form>
            </PressOnce>
        </Frame>
    }
    .into_any())
}
