//! Approving an invitation: what is shown is what is approved.

use bank::{
    Error,
    mandates::{inviting, may_be_shown},
    step_up as asking,
};
use leptos::prelude::*;
use model::forms::ApproveForm;

use super::{APPROVE, INVITE, PEOPLE};
use crate::{
    components::{ErrorSummary, Fact, Facts, Frame, Look, PageHeading, Place, Sentences},
    context, outcome,
    pages::{self, accounts::account_name, step_up},
};

/// The page on which an invitation is approved.
#[component]
pub fn ApproveInvitationPage() -> impl IntoView {
    pages::answer(approve())
}

async fn approve() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let Some(invitation) = context::visitor().wanted_invitation() else {
        context::redirect(PEOPLE);
        return Ok(().into_any());
    };
    let (form, problems) = outcome::flash::<ApproveForm>(APPROVE).map(|f| (f.form, f.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let question = step_up::Question {
        challenge: asking::ask_again(&bank, person.id, &inviting(&invitation), &form.challenge).await?,
        action: "/do/people/approve",
        about: None,
        label: words.say("look-approve"),
        passkey: words.say("look-approve-passkey"),
        look: Look::Main,
        sending: words.say("sending"),
    };
    let question = step_up::question(words, question, &problems);
    let shown = may_be_shown(&bank, person.id).await?.into_iter();
    let shown = shown.filter(|account| invitation.accounts.contains(&account.id));
    let shown: Vec<String> = shown.map(|account| account_name(words, &account)).collect();
    let (name, number, last) = (invitation.name.clone(), invitation.number.to_string(), words.day(invitation.last));
    let title = words.say("look-check-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(INVITE.to_owned(), words.say("back").to_owned())/>
            <Facts>
                <Fact term=words.say("look-who") change=INVITE.to_owned()>
                    {name}<br/><span class="quiet">{number}</span>
                </Fact>
                <Fact term=words.say("look-what") change=INVITE.to_owned()>{words.list(&shown)}</Fact>
                <Fact term=words.say("look-until") change=INVITE.to_owned()>{last}</Fact>
            </Facts>
            <div>
                <p>{words.say("look-sees")}</p>
                <p>{words.say("look-sees-not")}</p>
                <p>{words.say("look-approve-why")}</p>
            </div>
            {question}
        </Frame>
    }
    .into_any())
}
