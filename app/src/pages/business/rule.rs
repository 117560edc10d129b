//! Choosing from how much on a payment takes two people.

use bank::{
    Error,
    business::{self, TwoPeople},
};
use leptos::prelude::*;
use model::{Money, Problems, forms::TwoPeopleForm};

use super::{people::said, people_of, rule_of};
use crate::{
    components::{Button, Choice, Choices, ErrorSummary, Frame, Kind, PageHeading, Place, Sentences, TextField},
    context,
    islands::PressOnce,
    outcome, pages,
    words::Words,
};

/// The page on which it is chosen.
#[component]
pub fn TwoPeoplePage() -> impl IntoView {
    pages::answer(choose())
}

async fn choose() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let (account, rule) = business::rule(&bank, person.id, context::part("id")?).await?;
    let now = bank.clock.now();
    let typed = || (typed(rule, account.currency(), now), Problems::none());
    let (form, problems) =
        outcome::flash::<TwoPeopleForm>(&rule_of(account.id)).map_or_else(typed, |flash| (flash.form, flash.problems));
    let problems = Sentences::of(words, &problems);
    let (title, holds) = (words.say("two-title"), said(words, &account, rule.at(now)));
    let (id, sign) = (account.id.to_string(), words.sign(account.currency()));
    Ok(view! {
        <Frame title=title place=Place::Accounts narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(people_of(account.id), words.say("act-title").to_owned())/>
            <p>{words.say("two-text")}</p>
            <p>{holds}</p>
            <p>{words.say("two-when")}</p>
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/business/rule" class="stack roomy" data-keep=words.say("kept-back")>
                    <input type="hidden" name="account" value=id/>
                    <Choices name="people" label=words.say("two-question") choices=choices(words) chosen=form.people
                        problem=problems.at("people")/>
                    <TextField name="from" label=words.with("two-amount", &[("sign", sign.into())])
                        hint=words.say("two-amount-hint") value=form.from kind=Kind::Amount problem=problems.at("from")/>
                    <div class="actions"><Button label=words.say("continue")/></div>
                </form>
            </PressOnce>
        </Frame>
    }
    .into_any())
}

fn choices(words: Words) -> Vec<Choice> {
    let choice = |value: &str, label| Choice {
        value: value.to_owned(),
        label: words.say(label).to_owned(),
        ..Choice::default()
    };
    vec![choice("two", "two-two"), choice("one", "two-one")]
}

/// What holds, as it would be typed.
fn typed(rule: TwoPeople, currency: model::Currency, now: model::Timestamp) -> TwoPeopleForm {
    match rule.at(now) {
        Some(from) => TwoPeopleForm { people: "two".to_owned(), from: Money::new(from, currency).plain() },
        None => TwoPeopleForm { people: "one".to_owned(), from: String::new() },
    }
}
