//! The first half: who, and the password.

use leptos::prelude::*;
use model::{Problems, forms::SignInForm};
use serde::Deserialize;

use super::onward;
use crate::{
    components::{
        Ask, Button, Card, Cell, Column, Disclosure, ErrorSummary, Kind, Look, Notice, PageHeading, PasskeyForm,
        Sentences, SignedOutFrame, Table, TextField,
    },
    context::{self, DemoPerson},
    outcome,
    pages::recover::way_here,
    words::Words,
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Where the person was going.
    next: String,
    /// Whether they have just signed out.
    left: String,
}

/// The page that asks who is there.
#[component]
pub fn SignInPage() -> impl IntoView {
    let Query { next, left } = context::query();
    let next = onward(&next).to_owned();
    if context::visitor().customer().is_some() {
        context::redirect(&next);
        return ().into_any();
    }
    let words = context::words();
    let flash = outcome::flash::<SignInForm>(&context::sign_in_address(&next));
    let (form, problems) = flash.map_or_else(came_back, |flash| (flash.form, flash.problems));
    let problems = Sentences::of(words, &problems);
    let title = words.say("sign-in-title");
    let passkey = context::auth().has_passkeys().then(|| passkey(words, next.clone()));
    view! {
        <SignedOutFrame title=title>
            <ErrorSummary problems=problems.clone()/>
            {notice(words, &left, &next, problems.is_empty())}
            <PageHeading title=title/>
            <form method="post" action="/do/sign-in" class="stack roomy">
                <input type="hidden" name="next" value=next/>
                <TextField name="username" label=words.say("sign-in-username") value=form.username
                    kind=Kind::Username problem=problems.at("username")/>
                <TextField name="password" label=words.say("sign-in-password") kind=Kind::Password
                    problem=problems.at("password")/>
                <div class="actions"><Button label=words.say("sign-in-continue")/></div>
            </form>
            {passkey}
            {way_here()}
            {demo(words, &context::site().demo)}
        </SignedOutFrame>
    }
    .into_any()
}

/// The way in without a name. Browsers that know a passkey also offer it beside the name field.
fn passkey(words: Words, next: String) -> impl IntoView + use<> {
    view! {
        <PasskeyForm
            ask=Ask::SignIn("/do/sign-in/passkey/ask")
            action="/do/sign-in/passkey"
            label=words.say("sign-in-passkey")
            look=Look::Second
        >
            <input type="hidden" name="next" value=next/>
        </PasskeyForm>
    }
}

/// What was typed before, where somebody came back from the code to look at it again.
fn came_back() -> (SignInForm, Problems) {
    let session = context::visitor();
    let username = session.read(|kept| {
        let half = kept.sign_in.as_ref().filter(|half| half.pending.is_open(session.now()));
        half.map(|half| half.username.clone())
    });
    (SignInForm { username: username.unwrap_or_default(), ..SignInForm::default() }, Problems::none())
}

/// Why the person sees this page, where it is not plain.
fn notice(words: Words, left: &str, next: &str, nothing_wrong: bool) -> Option<impl IntoView + use<>> {
    let (title, text) = match (left, next) {
        _ if !nothing_wrong => return None,
        ("1", _) => ("sign-in-left-title", "sign-in-left-text"),
        (_, "/") => return None,
        _ => ("sign-in-again-title", "sign-in-again-text"),
    };
    Some(view! { <Notice title=words.say(title)><p>{words.say(text)}</p></Notice> })
}

/// Who there is to be, in the demonstration bank.
fn demo(words: Words, people: &[DemoPerson]) -> Option<impl IntoView + use<>> {
    if people.is_empty() {
        return None;
    }
    let row = |person: &DemoPerson| {
        vec![
            Cell::Text(person.name.to_owned()),
            Cell::Code(person.username.to_owned()),
            Cell::Code(person.password.to_owned()),
        ]
    };
    let rows = people.iter().map(row).collect();
    let columns = ["demo-name", "sign-in-username", "sign-in-password"].map(|key| Column::words(words.say(key)));
    Some(view! {
        <Card title=words.say("demo-title")>
            <p>{words.say("demo-text")}</p>
            <Disclosure summary=words.say("demo-people")>
                <Table caption=words.say("demo-table") columns=columns.into() rows=rows/>
            </Disclosure>
            <p>{words.say("demo-code")}</p>
        </Card>
    })
}
