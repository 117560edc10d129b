//! Asking for money: into which account, how much, what for, and among how many.

use bank::{
    Error,
    accounts::{Account, list},
    payments::payable,
};
use leptos::prelude::*;
use model::forms::AskForm;

use super::{NEW, REQUESTS};
use crate::{
    components::{Button, Choice, Choices, ErrorSummary, Frame, Kind, PageHeading, Place, Sentences, TextField},
    context,
    islands::PressOnce,
    outcome,
    pages::{self, accounts::account_name},
    words::Words,
};

/// The page on which something is asked for.
#[component]
pub fn AskPage() -> impl IntoView {
    pages::answer(ask())
}

async fn ask() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let accounts = list(&bank, person.id).await?;
    let open = payable(&accounts);
    let mine: Vec<&Account> = accounts.iter().filter(|one| open.iter().any(|(id, _)| *id == one.id)).collect();
    let (mut form, problems) = outcome::flash::<AskForm>(NEW).map(|f| (f.form, f.problems)).unwrap_or_default();
    if let ([only], true) = (mine.as_slice(), form.to.is_empty()) {
        form.to = only.id.to_string();
    }
    let problems = Sentences::of(words, &problems);
    let choices = mine.iter().map(|account| choice(words, account)).collect::<Vec<_>>();
    let title = words.say("ask-title");
    Ok(view! {
        <Frame title=title place=Place::Pay narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(REQUESTS.to_owned(), words.say("request-back").to_owned())/>
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/pay/requests/ask" class="stack roomy" data-keep=words.say("kept-back")>
                    <Choices name="to" label=words.say("ask-to") choices=choices chosen=form.to
                        problem=problems.at("to")/>
                    <TextField name="amount" label=words.say("amount-label") hint=words.say("amount-hint")
                        value=form.amount kind=Kind::Amount problem=problems.at("amount")/>
                    <TextField name="reference" label=words.say("ask-reference") hint=words.say("ask-reference-hint")
                        value=form.reference problem=problems.at("reference")/>
                    <TextField name="people" label=words.say("ask-people") hint=words.say("ask-people-hint")
                        value=form.people kind=Kind::Digits problem=problems.at("people")/>
                    <div class="actions"><Button label=words.say("ask-make")/></div>
                </form>
            </PressOnce>
        </Frame>
    }
    .into_any())
}

fn choice(words: Words, account: &Account) -> Choice {
    Choice {
        value: account.id.to_string(),
        label: account_name(words, account),
        hint: account.number.to_string(),
        ..Choice::default()
    }
}
