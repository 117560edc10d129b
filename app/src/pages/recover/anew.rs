//! What takes the place of what was lost: a new password, a new app, or both.

use bank::Error;
use leptos::prelude::*;
use model::forms::AnewForm;

use super::{ANEW, LOST, actions};
use crate::{
    components::{Button, ErrorSummary, Kind, PageHeading, Sentences, SignedOutFrame, TextField},
    context, outcome,
    pages::{self, you},
    session::WayBack,
};

/// The page on which it is typed.
#[component]
pub fn AnewPage() -> impl IntoView {
    pages::answer(anew())
}

async fn anew() -> Result<AnyView, Error> {
    let words = context::words();
    let Some((open, WayBack::Proved(secret))) = actions::open().await? else {
        context::redirect(LOST);
        return Ok(().into_any());
    };
    let problems = outcome::flash::<AnewForm>(ANEW).map(|flash| flash.problems).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let title = words.say("recover-new-title");
    let heading =
        move |key: &'static str| (open.lost.password() && open.lost.app()).then(|| view! { <h2>{words.say(key)}</h2> });
    let password = open.lost.password().then(|| {
        view! {
            {heading("password-new")}
            <p>{words.say("password-advice")}</p>
            {you::new_password(words, &problems)}
        }
    });
    let app = open.lost.app().then(|| {
        view! {
            {heading("recover-new-app")}
            {you::new_app(words, &secret, &open.customer.to_string())}
            <TextField name="code" label=words.say("app-code") hint=words.say("app-code-hint") kind=Kind::Code
                problem=problems.at("code")/>
        }
    });
    Ok(view! {
        <SignedOutFrame title=title>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title/>
            <form method="post" action="/do/recover/new" class="stack roomy">
                {password}
                {app}
                <div class="actions"><Button label=words.say("recover-save")/></div>
            </form>
            <p class="quiet">{words.say("recover-new-after")}</p>
        </SignedOutFrame>
    }
    .into_any())
}
