//! To whom, and what they will read.

use bank::{Error, accounts::Account, payments::Draft};
use leptos::prelude::*;
use model::{
    ErrorCode,
    forms::{PayeeForm, PayeeKind},
};

use super::{
    amount,
    steps::{self, STEPS, Step},
};
use crate::{
    components::{self, Back, Button, Choice, Choices, ErrorSummary, Frame, Kind, Place, Sentences, TextField},
    context,
    islands::{AccountNumberCheck, PressOnce},
    outcome, pages,
    words::Words,
};

/// The second step.
#[component]
pub fn PayeePage() -> impl IntoView {
    pages::answer(payee())
}

async fn payee() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let Some((draft, accounts)) = steps::open(&bank, person.id).await? else { return Ok(().into_any()) };
    let (form, problems) = match outcome::flash::<PayeeForm>(&Step::Payee.of(draft.id)) {
        Some(flash) => (flash.form, flash.problems),
        None => (draft.payee.clone(), draft.payee_problems()),
    };
    let problems = Sentences::of(words, &problems);
    Ok(view! {
        <Frame title=words.say("payee-title") place=Place::Pay narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <div class="stack close">
                <Back href=Step::Amount.of(draft.id) label=words.say("back")/>
                <components::Step now=2 of=STEPS/>
                <h1>{words.say("payee-title")}</h1>
            </div>
            {question(words, &draft, &accounts, form, &problems)}
        </Frame>
    }
    .into_any())
}

fn question(
    words: Words,
    draft: &Draft,
    accounts: &[Account],
    form: PayeeForm,
    problems: &Sentences,
) -> impl IntoView + use<> {
    let others: Vec<Choice> = accounts
        .iter()
        .filter(|account| account.id.to_string() != draft.amount.from)
        .map(|account| amount::choice(words, account))
        .collect();
    let kind = kind(words, !others.is_empty(), &form.kind, problems);
    let wrong = problems.at("own");
    let own = (!others.is_empty()).then(|| {
        view! {
            <div class="stack depends own">
                <Choices name="own" label=words.say("payee-own") choices=others chosen=form.own
                    problem=wrong/>
            </div>
        }
    });
    let somebody = somebody(words, form.name, form.number, form.reference, problems);
    let id = draft.id.to_string();
    view! {
        <PressOnce sending=words.say("sending")>
            <form method="post" action="/do/pay/payee" class="stack roomy">
                <input type="hidden" name="draft" value=id/>
                {kind}
                {own}
                {somebody}
                <div class="actions"><Button label=words.say("continue")/></div>
            </form>
        </PressOnce>
    }
}

/// Whether it is somebody else. Who has one account only is not asked.
fn kind(words: Words, has_others: bool, chosen: &str, problems: &Sentences) -> AnyView {
    if !has_others {
        return view! { <input type="hidden" name="kind" value=PayeeKind::Other.code()/> }.into_any();
    }
    let choices = vec![
        Choice {
            value: PayeeKind::Other.code().to_owned(),
            label: words.say("payee-kind-other").to_owned(),
            hint: words.say("payee-kind-other-hint").to_owned(),
            class: Some("opens-other"),
        },
        Choice {
            value: PayeeKind::Own.code().to_owned(),
            label: words.say("payee-kind-own").to_owned(),
            hint: words.say("payee-kind-own-hint").to_owned(),
            class: Some("opens-own"),
        },
    ];
    view! {
        <Choices name="kind" label=words.say("payee-kind") choices=choices chosen=chosen.to_owned()
            problem=problems.at("kind")/>
    }
    .into_any()
}

fn somebody(
    words: Words,
    name: String,
    number: String,
    reference: String,
    problems: &Sentences,
) -> impl IntoView + use<> {
    let (name_problem, number_problem) = (problems.at("name"), problems.at("number"));
    let reference_problem = problems.at("reference");
    view! {
        <div class="stack roomy depends other">
            <TextField name="name" label=words.say("payee-name") hint=words.say("payee-name-hint") value=name
                kind=Kind::Name problem=name_problem/>
            <AccountNumberCheck wrong=words.error(ErrorCode::AccountNumberWrong) right=words.say("payee-number-right")>
                <TextField name="number" label=words.say("payee-number") hint=words.say("payee-number-hint")
                    value=number kind=Kind::Digits problem=number_problem/>
            </AccountNumberCheck>
            <TextField name="reference" label=words.say("payee-reference") hint=words.say("payee-reference-hint")
                value=reference problem=reference_problem/>
        </div>
    }
}
