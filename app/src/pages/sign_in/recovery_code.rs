//! The second half for somebody without their app: a code on paper.

use leptos::prelude::*;
use model::forms::RecoveryCodeForm;

use super::{CODE, RECOVERY_CODE};
use crate::{
    components::{Button, ErrorSummary, PageHeading, Sentences, SignedOutFrame, TextField},
    context, outcome,
    pages::recover::way_here,
};

/// The page that asks for a recovery code.
#[component]
pub fn RecoveryCodePage() -> impl IntoView {
    if context::visitor().read(|kept| kept.sign_in.is_none()) {
        context::redirect("/sign-in");
        return ().into_any();
    }
    let words = context::words();
    let problems = outcome::flash::<RecoveryCodeForm>(RECOVERY_CODE).map(|flash| flash.problems).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let title = words.say("recovery-code-title");
    view! {
        <SignedOutFrame title=title>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(CODE.to_owned(), words.say("recovery-code-back").to_owned())/>
            <form method="post" action="/do/sign-in/recovery-code" class="stack roomy">
                <TextField name="code" label=words.say("recovery-code") hint=words.say("recovery-code-hint")
                    problem=problems.at("code")/>
                <div class="actions"><Button label=words.say("sign-in-button")/></div>
            </form>
            {way_here()}
        </SignedOutFrame>
    }
    .into_any()
}
