//! Approving a higher limit: what is shown is what is approved.

use bank::{Error, limits, step_up as asking};
use leptos::prelude::*;
use model::forms::ApproveForm;

use super::{LIMITS, RAISE, change_of, name};
use crate::{
    components::{ErrorSummary, Fact, Facts, Frame, Look, PageHeading, Place, Sentences},
    context, outcome,
    pages::{self, accounts::account_name, step_up},
};

/// The page on which a higher limit is approved.
#[component]
pub fn RaiseLimitPage() -> impl IntoView {
    pages::answer(raise())
}

async fn raise() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let Some(wanted) = context::visitor().wanted_limit() else {
        context::redirect(LIMITS);
        return Ok(().into_any());
    };
    let account = limits::one(&bank, person.id, wanted.account).await?;
    let (form, problems) = outcome::flash::<ApproveForm>(RAISE).map(|f| (f.form, f.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let now = bank.clock.now();
    let shown = limits::raising(&account, wanted.kind, wanted.to, now);
    let question = step_up::Question {
        challenge: asking::ask_again(&bank, person.id, &shown, &form.challenge).await?,
        action: "/do/limits/raise",
        about: None,
        label: words.say("limit-raise"),
        passkey: words.say("limit-raise-passkey"),
        look: Look::Main,
        sending: words.say("sending"),
    };
    let question = step_up::question(words, question, &problems);
    let (is, to) = (words.money(account.limit(wanted.kind, now)), words.money(wanted.to));
    let (title, back_to) = (words.say("limit-raise-title"), change_of(account.id, wanted.kind));
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(back_to.clone(), words.say("back").to_owned())/>
            <Facts>
                <Fact term=words.say("limit-account")>{account_name(words, &account)}</Fact>
                <Fact term=words.say("limit-which")>{words.say(name(wanted.kind))}</Fact>
                <Fact term=words.say("limit-is")>{is}</Fact>
                <Fact term=words.say("limit-to") change=back_to>{to}</Fact>
                <Fact term=words.say("limit-from")>{words.say("limit-from-when")}</Fact>
            </Facts>
            <p>{words.say("limit-raise-why")}</p>
            {question}
        </Frame>
    }
    .into_any())
}
