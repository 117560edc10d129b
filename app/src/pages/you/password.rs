//! A new password: long, hard to guess, and weighed while it is typed.

use bank::{Error, step_up::Purpose};
use leptos::prelude::*;
use model::forms::NewPasswordForm;

use super::{SECURITY, confirm};
use crate::{
    components::{Button, ErrorSummary, Frame, Kind, PageHeading, Place, Sentences, TextField},
    context, outcome, pages,
    session::Change,
    words::Words,
};

/// Where it is typed.
pub(super) const PASSWORD: &str = "/you/security/password";

/// The page on which it is typed. The person has made sure who they are just before.
#[component]
pub fn PasswordPage() -> impl IntoView {
    pages::answer(std::future::ready(password()))
}

fn password() -> Result<AnyView, Error> {
    context::person()?;
    let words = context::words();
    if !matches!(context::visitor().approved(), Some(Change::Password)) {
        context::redirect(&confirm::address(Purpose::ChangePassword));
        return Ok(().into_any());
    }
    let problems = outcome::flash::<NewPasswordForm>(PASSWORD).map(|flash| flash.problems).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let title = words.say("password-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(SECURITY.to_owned(), words.say("security-back").to_owned())/>
            <p>{words.say("password-advice")}</p>
            <form method="post" action="/do/password" class="stack roomy">
                {new_password(words, &problems)}
                <div class="actions"><Button label=words.say("password-save")/></div>
            </form>
        </Frame>
    }
    .into_any())
}

/// The fields of a new password, weighed while it is typed.
pub(in crate::pages) fn new_password(words: Words, problems: &Sentences) -> impl IntoView + use<> {
    view! {
        <TextField name="password" label=words.say("password-new") hint=words.say("password-hint")
            kind=Kind::NewPassword problem=problems.at("password")>
            <p class="echo" role="status" data-strength="/do/password/strength"></p>
        </TextField>
        <TextField name="again" label=words.say("password-again") kind=Kind::NewPassword
            problem=problems.at("again")/>
    }
}
