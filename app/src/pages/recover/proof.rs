//! The proof again, once the day is over.

use bank::Error;
use leptos::prelude::*;
use model::forms::{Lost, ProofForm};

use super::{LOST, PROOF, actions};
use crate::{
    components::{Button, ErrorSummary, Kind, PageHeading, Sentences, SignedOutFrame, TextField},
    context, outcome, pages,
    session::WayBack,
};

/// The page that asks for the proof again.
#[component]
pub fn ProofPage() -> impl IntoView {
    pages::answer(proof())
}

async fn proof() -> Result<AnyView, Error> {
    let words = context::words();
    let Some((open, WayBack::Link)) = actions::open().await? else {
        context::redirect(LOST);
        return Ok(().into_any());
    };
    let problems = outcome::flash::<ProofForm>(PROOF).map(|flash| flash.problems).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let title = words.say("recover-proof-title");
    let (what, field) = match open.lost {
        Lost::Password => (
            "recover-proof-code",
            view! {
                <TextField name="code" label=words.say("recover-code") hint=words.say("recover-code-hint")
                    problem=problems.at("code")/>
            }
            .into_any(),
        ),
        Lost::App => (
            "recover-proof-password",
            view! {
                <TextField name="password" label=words.say("sign-in-password") kind=Kind::Password
                    problem=problems.at("password")/>
            }
            .into_any(),
        ),
        Lost::Both => (
            "recover-proof-handed",
            view! {
                <TextField name="code" label=words.say("recover-handed") hint=words.say("recover-handed-hint")
                    problem=problems.at("code")/>
            }
            .into_any(),
        ),
    };
    Ok(view! {
        <SignedOutFrame title=title>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title/>
            <p>{words.say(what)}</p>
            <form method="post" action="/do/recover/proof" class="stack roomy">
                {field}
                <div class="actions"><Button label=words.say("continue")/></div>
            </form>
        </SignedOutFrame>
    }
    .into_any())
}
