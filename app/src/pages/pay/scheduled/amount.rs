//! How much something planned is to be from now on, and approving that: what is shown is what is approved.

use bank::{Error, schedules, step_up as asking};
use leptos::prelude::*;
use model::{
    ScheduleId,
    forms::{ApproveForm, PlanAmountForm},
};

use super::{
    amount_of, approve_of,
    list::{next, payee_name},
    of,
};
use crate::{
    components::{
        Amount, Button, ErrorSummary, Fact, Facts, Frame, Kind, Look, PageHeading, Place, Sentences, TextField,
    },
    context,
    islands::PressOnce,
    outcome,
    pages::{self, accounts::account_name, step_up},
};

/// The page on which another amount is typed.
#[component]
pub fn PlanAmountPage() -> impl IntoView {
    pages::answer(typing())
}

async fn typing() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: ScheduleId = context::part("id")?;
    let schedule = schedules::one(&bank, person.id, id).await?;
    let (form, problems) =
        outcome::flash::<PlanAmountForm>(&amount_of(id)).map(|f| (f.form, f.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let now = words.with(
        "plan-amount-now",
        &[("amount", words.money(schedule.amount).into()), ("name", payee_name(words, &schedule).into())],
    );
    let label = words.with("amount-label-in", &[("sign", words.sign(schedule.amount.currency).into())]);
    let (title, id) = (words.say("plan-amount-title"), id.to_string());
    Ok(view! {
        <Frame title=title place=Place::Pay narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(of(schedule.id), words.say("back").to_owned())/>
            <p>{now}</p>
            <p>{words.say("plan-amount-from")}</p>
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/pay/scheduled/amount" class="stack roomy" data-keep=words.say("kept-back")>
                    <input type="hidden" name="schedule" value=id/>
                    <TextField name="amount" label=label hint=words.say("amount-hint") value=form.amount
                        kind=Kind::Amount problem=problems.at("amount")/>
                    <div class="actions"><Button label=words.say("continue")/></div>
                </form>
            </PressOnce>
        </Frame>
    }
    .into_any())
}

/// The page on which the other amount is approved.
#[component]
pub fn ApprovePlanAmountPage() -> impl IntoView {
    pages::answer(approving())
}

async fn approving() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: ScheduleId = context::part("id")?;
    let schedule = schedules::one(&bank, person.id, id).await?;
    let Some(wanted) = context::visitor().wanted_amount().filter(|wanted| wanted.schedule == id) else {
        context::redirect(&amount_of(id));
        return Ok(().into_any());
    };
    let page = approve_of(id);
    let (form, problems) = outcome::flash::<ApproveForm>(&page).map(|f| (f.form, f.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let shown = schedules::changing(&schedule, wanted.to);
    let question = step_up::Question {
        challenge: asking::ask_again(&bank, person.id, &shown, &form.challenge).await?,
        action: "/do/pay/scheduled/approve",
        about: None,
        label: words.say("plan-amount-approve"),
        passkey: words.say("plan-amount-passkey"),
        look: Look::Main,
        sending: words.say("sending"),
    };
    let question = step_up::question(words, question, &problems);
    let from = bank.accounts.account(person.id, schedule.from).await?;
    let from = from.map(|from| account_name(words, &from));
    let (title, is, to) = (words.say("plan-amount-check"), words.money(schedule.amount), wanted.to);
    let (name, day) = (payee_name(words, &schedule), next(words, &schedule));
    Ok(view! {
        <Frame title=title place=Place::Pay narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(amount_of(id), words.say("back").to_owned())/>
            <Facts>
                <Fact term=words.say("fact-to")>{name}</Fact>
                <Fact term=words.say("plan-amount-is")>{is}</Fact>
                <Fact term=words.say("plan-amount-to") change=amount_of(id)><Amount of=to large=true/></Fact>
                <Fact term=words.say("fact-from")>{from}</Fact>
                <Fact term=words.say("fact-when")>{day}</Fact>
            </Facts>
            {question}
        </Frame>
    }
    .into_any())
}
