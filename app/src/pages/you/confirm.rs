//! Making sure who it is, before a way in changes: with a passkey or a code, good for that one change.

use bank::{Error, security::changing, step_up as asking, step_up::Purpose};
use leptos::prelude::*;
use model::{ErrorCode, forms::ApproveForm};

use super::SECURITY;
use crate::{
    components::{ErrorSummary, Frame, Look, PageHeading, Place, Sentences},
    context, outcome,
    pages::{self, step_up},
};

/// Where `purpose` is approved.
pub(super) fn address(purpose: Purpose) -> String {
    format!("/you/security/confirm/{}", purpose.code())
}

/// The title of the page, and what comes next; `None` for what is approved elsewhere.
const fn told(purpose: Purpose) -> Option<(&'static str, &'static str)> {
    match purpose {
        Purpose::AddPasskey => Some(("passkey-new-title", "passkey-new-what")),
        Purpose::ChangePassword => Some(("password-title", "password-what")),
        Purpose::ChangeApp => Some(("app-title", "app-what")),
        Purpose::NewCodes => Some(("codes-title", "codes-new")),
        Purpose::Payment
        | Purpose::RemovePasskey
        | Purpose::RaiseLimit
        | Purpose::Mandate
        | Purpose::Delegate
        | Purpose::TwoPeople
        | Purpose::Second
        | Purpose::PlanAmount
        | Purpose::Thaw
        | Purpose::UnlockCard
        | Purpose::ActivateCard
        | Purpose::CardPin => None,
    }
}

/// The page that makes sure.
#[component]
pub fn ConfirmPage() -> impl IntoView {
    pages::answer(confirm())
}

async fn confirm() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let purpose: String = context::part("purpose")?;
    let purpose = Purpose::from_code(&purpose).ok_or(ErrorCode::NotFound)?;
    let (title, what) = told(purpose).ok_or(ErrorCode::NotFound)?;
    let page = address(purpose);
    let (form, problems) = outcome::flash::<ApproveForm>(&page).map(|f| (f.form, f.problems)).unwrap_or_default();
    let challenge = asking::ask_again(&bank, person.id, &changing(purpose), &form.challenge).await?;
    let problems = Sentences::of(words, &problems);
    let (title, what) = (words.say(title), words.say(what));
    let question = step_up::Question {
        challenge,
        action: "/do/confirm",
        about: Some(("purpose", purpose.code().to_owned())),
        label: words.say("continue"),
        passkey: words.say("step-up-passkey"),
        look: Look::Main,
        sending: words.say("sending"),
    };
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(SECURITY.to_owned(), words.say("security-back").to_owned())/>
            <p>{what}</p>
            <p>{words.say("confirm-why")}</p>
            {step_up::question(words, question, &problems)}
        </Frame>
    }
    .into_any())
}
