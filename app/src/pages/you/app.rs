//! A new authenticator app: a picture to take, or a key to type, and its first code.

use auth::{factors, totp};
use bank::{Error, step_up::Purpose};
use leptos::prelude::*;
use model::forms::CodeForm;

use super::{SECURITY, confirm};
use crate::{
    components::{Button, ErrorSummary, Frame, Kind, PageHeading, Place, Sentences, TextField},
    context, outcome, pages, qr,
    session::Change,
    words::{Words, in_fours},
};

/// Where it is set up.
pub(super) const APP: &str = "/you/security/app";

/// The page on which it is set up. The person has made sure who they are just before.
#[component]
pub fn AppPage() -> impl IntoView {
    pages::answer(std::future::ready(app()))
}

fn app() -> Result<AnyView, Error> {
    let (person, words) = (context::person()?, context::words());
    let Some(Change::App(secret)) = context::visitor().approved() else {
        context::redirect(&confirm::address(Purpose::ChangeApp));
        return Ok(().into_any());
    };
    let problems = outcome::flash::<CodeForm>(APP).map(|flash| flash.problems).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let title = words.say("app-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(SECURITY.to_owned(), words.say("security-back").to_owned())/>
            {new_app(words, &secret, &person.id.to_string())}
            <form method="post" action="/do/app" class="stack roomy">
                <TextField name="code" label=words.say("app-code") hint=words.say("app-code-hint") kind=Kind::Code
                    problem=problems.at("code")/>
                <div class="actions"><Button label=words.say("app-save")/></div>
            </form>
            <p class="quiet">{words.say("app-after")}</p>
        </Frame>
    }
    .into_any())
}

/// How a new app learns its `secret`: a picture to take, or a key to type.
pub(in crate::pages) fn new_app(words: Words, secret: &[u8], account: &str) -> impl IntoView + use<> {
    let key = in_fours(totp::base32(secret));
    let picture = qr::figure(&factors::key_uri(secret, account), words.say("app-picture"));
    view! {
        <p>{words.say("app-scan")}</p>
        {picture}
        <p>{words.say("app-type")}</p>
        <p><code class="code-text" translate="no">{key}</code></p>
    }
}
