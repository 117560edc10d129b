//! Choosing who may look, at what, and until when.

use bank::{
    Error,
    accounts::Account,
    mandates::{may_be_shown, suggested},
};
use jiff::civil::Date;
use leptos::prelude::*;
use model::{Problems, forms::MandateForm};

use super::{INVITE, PEOPLE};
use crate::{
    components::{
        Button, Checkboxes, Choice, Empty, ErrorSummary, Frame, Kind, Notice, PageHeading, Place, Sentences, TextField,
        Tone,
    },
    context,
    islands::PressOnce,
    outcome,
    pages::{self, accounts::account_name},
    words::Words,
};

/// The page on which somebody is invited.
#[component]
pub fn InvitePage() -> impl IntoView {
    pages::answer(invite())
}

async fn invite() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let accounts = may_be_shown(&bank, person.id).await?;
    let (form, problems) = match outcome::flash::<MandateForm>(INVITE) {
        Some(flash) => (flash.form, flash.problems),
        None => (typed(suggested(&bank)), Problems::none()),
    };
    let problems = Sentences::of(words, &problems);
    let question = if accounts.is_empty() {
        view! { <Empty text=words.say("look-no-account")/> }.into_any()
    } else {
        question(words, &accounts, form, &problems).into_any()
    };
    let title = words.say("look-new-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(PEOPLE.to_owned(), words.say("look-back").to_owned())/>
            <Notice title=words.say("look-careful-title") tone=Tone::Caution>
                <p>{words.say("look-careful")}</p>
            </Notice>
            {question}
        </Frame>
    }
    .into_any())
}

/// What was typed before, for whoever comes back to change it; otherwise the day that is suggested.
fn typed(suggested: Date) -> MandateForm {
    match context::visitor().wanted_invitation() {
        Some(wanted) => MandateForm {
            name: wanted.name,
            number: wanted.number.to_string(),
            accounts: wanted.accounts.iter().map(ToString::to_string).collect(),
            until: wanted.last.to_string(),
        },
        None => MandateForm { until: suggested.to_string(), ..MandateForm::default() },
    }
}

fn question(words: Words, accounts: &[Account], form: MandateForm, problems: &Sentences) -> impl IntoView + use<> {
    let choice = |account: &Account| Choice {
        value: account.id.to_string(),
        label: account_name(words, account),
        hint: account.number.to_string(),
        ..Choice::default()
    };
    let choices = accounts.iter().map(choice).collect();
    let (name, number) = (problems.at("name"), problems.at("number"));
    let (chosen, until) = (problems.at("accounts"), problems.at("until"));
    view! {
        <PressOnce sending=words.say("sending")>
            <form method="post" action="/do/people/invite" class="stack roomy" data-keep=words.say("kept-back")>
                <TextField name="name" label=words.say("look-name") hint=words.say("look-name-hint") value=form.name
                    kind=Kind::Name problem=name/>
                <TextField name="number" label=words.say("look-number") hint=words.say("look-number-hint")
                    value=form.number kind=Kind::Digits problem=number/>
                <Checkboxes name="accounts" many=true label=words.say("look-accounts") choices=choices
                    chosen=form.accounts problem=chosen/>
                <p class="quiet">{words.say("look-own-only")}</p>
                <TextField name="until" label=words.say("look-until") hint=words.say("look-until-hint")
                    value=form.until kind=Kind::Date problem=until/>
                <div class="actions"><Button label=words.say("continue")/></div>
            </form>
        </PressOnce>
    }
}
