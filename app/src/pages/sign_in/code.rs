//! The second half: the one-time code.

use leptos::prelude::*;
use model::forms::CodeForm;

use super::{CODE, RECOVERY_CODE};
use crate::{
    components::{Button, ErrorSummary, Kind, PageHeading, Sentences, SignedOutFrame, TextField},
    context, outcome,
    pages::recover::way_here,
};

/// The page that asks for the code.
#[component]
pub fn CodePage() -> impl IntoView {
    let session = context::visitor();
    let Some(half) = session.read(|kept| kept.sign_in.clone()) else {
        context::redirect("/sign-in");
        return ().into_any();
    };
    let words = context::words();
    let problems = outcome::flash::<CodeForm>(CODE).map(|flash| flash.problems).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let title = words.say("sign-in-code-title");
    let back = (context::sign_in_address(&half.next), words.say("sign-in-back").to_owned());
    view! {
        <SignedOutFrame title=title>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=back/>
            <form method="post" action="/do/sign-in/code" class="stack roomy">
                <TextField name="code" label=words.say("sign-in-code") hint=words.say("sign-in-code-hint")
                    kind=Kind::Code problem=problems.at("code")/>
                <div class="actions"><Button label=words.say("sign-in-button")/></div>
            </form>
            <p><a class="alone" href=RECOVERY_CODE>{words.say("recovery-code-instead")}</a></p>
            {way_here()}
        </SignedOutFrame>
    }
    .into_any()
}
