//! What was lost, and half a proof.

use leptos::prelude::*;
use model::{
    Problems,
    forms::{ApproveForm, ForgottenForm, SignInForm},
};

use super::{APP, BOTH, LOST, PASSWORD};
use crate::{
    components::{
        Button, Call, ErrorSummary, Kind, LinkButton, Look, PageHeading, Picture, Sentences, SignedOutFrame, TextField,
        Way,
    },
    context, outcome,
    pages::help::person_address,
    words::Words,
};

fn back(words: Words) -> Way {
    (LOST.to_owned(), words.say("recover-back").to_owned())
}

/// Things that follow one another.
fn steps(words: Words, keys: [&'static str; 3]) -> impl IntoView + use<> {
    view! { <ol class="told">{keys.map(|key| view! { <li>{words.say(key)}</li> }).collect_view()}</ol> }
}

/// The page that asks what was lost.
#[component]
pub fn LostPage() -> impl IntoView {
    let words = context::words();
    // Somebody is led here whose password opens nothing any more.
    let problems = outcome::flash::<ApproveForm>(LOST).map_or_else(Problems::none, |flash| flash.problems);
    let title = words.say("recover-title");
    let line = move |href: &'static str, label: &'static str, about: &'static str| {
        view! {
            <li><a href=href><span><b>{words.say(label)}</b><small>{words.say(about)}</small></span></a></li>
        }
    };
    view! {
        <SignedOutFrame title=title>
            <ErrorSummary problems=Sentences::of(words, &problems)/>
            <PageHeading title=title back=("/sign-in".to_owned(), words.say("recover-sign-in").to_owned())/>
            <p>{words.say("recover-what")}</p>
            <ul class="rows">
                {line(PASSWORD, "recover-password", "recover-password-about")}
                {line(APP, "recover-app", "recover-app-about")}
                {line(BOTH, "recover-both", "recover-both-about")}
            </ul>
            <p>{words.say("recover-slow")}</p>
        </SignedOutFrame>
    }
}

/// The page for somebody who has lost their password.
#[component]
pub fn ForgottenPage() -> impl IntoView {
    let words = context::words();
    let (form, problems) =
        outcome::flash::<ForgottenForm>(PASSWORD).map(|flash| (flash.form, flash.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let title = words.say("recover-password");
    view! {
        <SignedOutFrame title=title>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=back(words)/>
            <p>{words.say("recover-password-what")}</p>
            <form method="post" action="/do/sign-in/recover/password" class="stack roomy">
                <TextField name="username" label=words.say("sign-in-username") value=form.username
                    kind=Kind::Username problem=problems.at("username")/>
                <TextField name="code" label=words.say("recover-code") hint=words.say("recover-code-hint")
                    problem=problems.at("code")/>
                <div class="actions"><Button label=words.say("recover-begin")/></div>
            </form>
        </SignedOutFrame>
    }
}

/// The page for somebody who has lost their app.
#[component]
pub fn NoAppPage() -> impl IntoView {
    let words = context::words();
    let (form, problems) =
        outcome::flash::<SignInForm>(APP).map(|flash| (flash.form, flash.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let title = words.say("recover-app");
    view! {
        <SignedOutFrame title=title>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=back(words)/>
            <p>{words.say("recover-app-paper")}</p>
            <p>{words.say("recover-app-what")}</p>
            <form method="post" action="/do/sign-in/recover/app" class="stack roomy">
                <TextField name="username" label=words.say("sign-in-username") value=form.username
                    kind=Kind::Username problem=problems.at("username")/>
                <TextField name="password" label=words.say("sign-in-password") kind=Kind::Password
                    problem=problems.at("password")/>
                <div class="actions"><Button label=words.say("recover-begin")/></div>
            </form>
        </SignedOutFrame>
    }
}

/// The page for somebody who has lost both.
#[component]
pub fn BothPage() -> impl IntoView {
    let words = context::words();
    let title = words.say("recover-both");
    view! {
        <SignedOutFrame title=title>
            <PageHeading title=title back=back(words)/>
            <p>{words.say("recover-both-what")}</p>
            {steps(words, ["recover-both-1", "recover-both-2", "recover-both-3"])}
            <Call/>
            <p>{words.say("help-hours")}</p>
            <div class="actions">
                <LinkButton href=person_address(BOTH) label=words.say("help-call-back") look=Look::Second
                    picture=Picture::Talk/>
            </div>
        </SignedOutFrame>
    }
}

/// What is said to everybody who has begun, whatever they typed.
#[component]
pub fn SentPage() -> impl IntoView {
    let words = context::words();
    let title = words.say("recover-sent-title");
    view! {
        <SignedOutFrame title=title>
            <PageHeading title=title/>
            <p>{words.say("recover-sent-what")}</p>
            {steps(words, ["recover-sent-1", "recover-sent-2", "recover-sent-3"])}
            <h2>{words.say("recover-sent-none")}</h2>
            <p>{words.say("recover-sent-none-text")}</p>
            <Call/>
            <div class="actions">
                <LinkButton href=LOST label=words.say("recover-again") look=Look::Second/>
                <LinkButton href="/sign-in" label=words.say("recover-sign-in") look=Look::Second/>
            </div>
        </SignedOutFrame>
    }
}
