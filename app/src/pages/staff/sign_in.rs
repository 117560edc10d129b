//! Their sign-in: a passkey, and nothing else.

use leptos::prelude::*;
use model::forms::PasskeySignInForm;
use serde::Deserialize;

use super::{StaffFrame, frame::is_demo, onward};
use crate::{
    components::{Ask, Card, ErrorSummary, Look, Notice, PageHeading, PasskeyForm, Sentences},
    context, outcome,
    words::Words,
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Where they were going.
    next: String,
    /// Whether they have just signed out.
    left: String,
    /// Whether they have just made their passkey.
    enrolled: String,
}

/// The page that asks who of the bank is there.
#[component]
pub fn StaffSignInPage() -> impl IntoView {
    let Query { next, left, enrolled } = context::query();
    let next = onward(&next).to_owned();
    if context::visitor().staff().is_some() {
        context::redirect(&next);
        return ().into_any();
    }
    let words = context::words();
    let problems = outcome::flash::<PasskeySignInForm>(&context::sign_in_address(&next)).map(|flash| flash.problems);
    let problems = Sentences::of(words, &problems.unwrap_or_default());
    let title = words.say("staff-sign-in-title");
    let notice = problems.is_empty().then(|| notice(words, &left, &enrolled)).flatten();
    view! {
        <StaffFrame title=title narrow=true>
            <ErrorSummary problems=problems/>
            {notice}
            <PageHeading title=title/>
            <p>{words.say("staff-sign-in-text")}</p>
            <p class="note" data-passkey-without>{words.say("staff-sign-in-without")}</p>
            <PasskeyForm ask=Ask::Press("/do/staff/sign-in/ask") action="/do/staff/sign-in"
                label=words.say("staff-sign-in-button") look=Look::Main>
                <input type="hidden" name="next" value=next/>
            </PasskeyForm>
            <p>{words.say("staff-sign-in-lost")}</p>
            {is_demo().then(|| demo(words))}
        </StaffFrame>
    }
    .into_any()
}

/// Why they see this page, where it is not plain.
fn notice(words: Words, left: &str, enrolled: &str) -> Option<AnyView> {
    let (title, text) = match (left, enrolled) {
        ("1", _) => ("staff-left-title", "staff-left-text"),
        (_, "1") => ("staff-enrolled-title", "staff-enrolled-text"),
        _ => return None,
    };
    Some(view! { <Notice title=words.say(title)><p>{words.say(text)}</p></Notice> }.into_any())
}

/// How to be one of them, in the demonstration bank.
fn demo(words: Words) -> impl IntoView {
    view! {
        <Card title=words.say("demo-title")>
            <p>{words.say("staff-demo-text")}</p>
        </Card>
    }
}
