//! Saying that a card is lost, stolen or broken.

use bank::{
    Error,
    cards::{self, CardKind},
};
use leptos::prelude::*;
use model::forms::{CardTrouble, TroubleForm};

use super::{card_name, lost_of, of};
use crate::{
    components::{Button, Choice, Choices, ErrorSummary, Frame, Look, PageHeading, Place, Sentences},
    context, outcome, pages,
    words::Words,
};

/// The page on which it is said what has become of a card.
#[component]
pub fn LostCardPage() -> impl IntoView {
    pages::answer(lost())
}

async fn lost() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let view = cards::card(&bank, person.id, context::part("id")?).await?;
    let card = &view.card;
    if !cards::can_report(&bank, person.id, &view).await? {
        context::redirect(&of(card.id));
        return Ok(().into_any());
    }
    let page = lost_of(card.id);
    let (form, problems) = outcome::flash::<TroubleForm>(&page).map(|f| (f.form, f.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let choices = CardTrouble::ALL.iter().map(|trouble| choice(words, *trouble)).collect();
    let (id, back_to) = (card.id.to_string(), (of(card.id), card_name(words, card)));
    let post = (card.kind == CardKind::Debit).then(|| view! { <p>{words.say("card-lost-post")}</p> });
    let title = words.say("card-lost-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=back_to/>
            <p>{words.say("card-lost-lock")}</p>
            <form method="post" action="/do/cards/lost" class="stack roomy">
                <input type="hidden" name="card" value=id/>
                <Choices name="trouble" label=words.say("card-trouble-label") choices=choices chosen=form.trouble
                    problem=problems.at("trouble")/>
                {post}
                <div class="actions"><Button label=words.say("card-lost-send") look=Look::Danger/></div>
            </form>
        </Frame>
    }
    .into_any())
}

fn choice(words: Words, trouble: CardTrouble) -> Choice {
    let (label, hint) = match trouble {
        CardTrouble::Lost => ("card-trouble-lost", "card-trouble-lost-what"),
        CardTrouble::Stolen => ("card-trouble-stolen", "card-trouble-stolen-what"),
        CardTrouble::Damaged => ("card-trouble-damaged", "card-trouble-damaged-what"),
    };
    Choice {
        value: trouble.code().to_owned(),
        label: words.say(label).to_owned(),
        hint: words.say(hint).to_owned(),
        ..Choice::default()
    }
}
