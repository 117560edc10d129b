//! Choosing who may act for an account, and what they may do.

use bank::{Error, business};
use leptos::prelude::*;
use model::{
    AccountId, Currency,
    forms::{ActForm, ActRole},
};

use super::{invite_to, people_of, role};
use crate::{
    components::{
        Button, Choice, Choices, ErrorSummary, Frame, Kind, Notice, PageHeading, Place, Sentences, TextField, Tone,
    },
    context,
    islands::PressOnce,
    outcome,
    pages::{self, accounts::account_name},
    session::Wish,
    words::Words,
};

/// The page on which somebody is invited to act.
#[component]
pub fn InviteToActPage() -> impl IntoView {
    pages::answer(invite())
}

async fn invite() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let account = business::account(&bank, person.id, context::part("id")?).await?;
    let (form, problems) = outcome::flash::<ActForm>(&invite_to(account.id))
        .map_or_else(|| (typed(account.id), model::Problems::none()), |flash| (flash.form, flash.problems));
    let problems = Sentences::of(words, &problems);
    let title = words.say("act-new-title");
    let name = words.with("act-for", &[("account", account_name(words, &account).into())]);
    Ok(view! {
        <Frame title=title place=Place::Accounts narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(people_of(account.id), words.say("act-title").to_owned())/>
            <p>{name}</p>
            <Notice title=words.say("look-careful-title") tone=Tone::Caution>
                <p>{words.say("act-careful")}</p>
            </Notice>
            {question(words, (account.id, account.currency()), form, &problems)}
        </Frame>
    }
    .into_any())
}

/// What was typed before, for whoever comes back to change it.
fn typed(account: AccountId) -> ActForm {
    match context::visitor().wanted_acting(account) {
        Some(Wish::Person(acting)) => ActForm {
            name: acting.name,
            number: acting.number.to_string(),
            role: acting.role.code().to_owned(),
            most: acting.most.map(model::Money::plain).unwrap_or_default(),
        },
        _ => ActForm::default(),
    }
}

fn question(
    words: Words,
    (account, currency): (AccountId, Currency),
    form: ActForm,
    problems: &Sentences,
) -> impl IntoView + use<> {
    let choice = |one: &ActRole| Choice {
        value: one.code().to_owned(),
        label: role(words, *one).to_owned(),
        hint: words.say(hint(*one)).to_owned(),
        ..Choice::default()
    };
    let choices = ActRole::ALL.iter().map(choice).collect();
    let most = words.with("act-most", &[("sign", words.sign(currency).into())]);
    let (name, number) = (problems.at("name"), problems.at("number"));
    let (chosen, limit) = (problems.at("role"), problems.at("most"));
    view! {
        <PressOnce sending=words.say("sending")>
            <form method="post" action="/do/business/invite" class="stack roomy" data-keep=words.say("kept-back")>
                <input type="hidden" name="account" value=account.to_string()/>
                <TextField name="name" label=words.say("look-name") hint=words.say("look-name-hint") value=form.name
                    kind=Kind::Name problem=name/>
                <TextField name="number" label=words.say("look-number") hint=words.say("look-number-hint")
                    value=form.number kind=Kind::Digits problem=number/>
                <Choices name="role" label=words.say("act-role-question") choices=choices chosen=form.role
                    problem=chosen/>
                <TextField name="most" label=most hint=words.say("act-most-hint") value=form.most kind=Kind::Amount
                    problem=limit/>
                <div class="actions"><Button label=words.say("continue")/></div>
            </form>
        </PressOnce>
    }
}

/// What a role means.
const fn hint(role: ActRole) -> &'static str {
    match role {
        ActRole::Prepare => "act-role-prepare-hint",
        ActRole::Approve => "act-role-approve-hint",
        ActRole::Both => "act-role-both-hint",
    }
}
