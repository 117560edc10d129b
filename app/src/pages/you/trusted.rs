//! The trusted contact: told when something unusual happens, and nothing more.

use bank::{
    Error,
    security::{self, TrustedContact},
};
use leptos::prelude::*;
use model::{Problems, forms::TrustedForm};

use super::{SECURITY, TRUSTED};
use crate::{
    components::{Button, Card, ErrorSummary, Frame, LinkButton, Look, PageHeading, Place, Sentences, TextField},
    context, outcome, pages,
    words::Words,
};

/// Who it is, on the page about security.
pub(super) fn card(words: Words, name: Option<String>) -> impl IntoView + use<> {
    let (text, label) = match name {
        Some(name) => (words.with("trusted-is", &[("name", name.into())]), "trusted-change"),
        None => (words.say("trusted-nobody").to_owned(), "trusted-add"),
    };
    view! {
        <Card title=words.say("trusted-title")>
            <p>{text}</p>
            <div class="actions"><LinkButton href=TRUSTED label=words.say(label) look=Look::Second/></div>
        </Card>
    }
}

/// The page on which somebody is named.
#[component]
pub fn TrustedPage() -> impl IntoView {
    pages::answer(trusted())
}

async fn trusted() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let known = security::trusted(&bank, person.id).await?;
    let there = known.is_some();
    let (form, problems) = match outcome::flash::<TrustedForm>(TRUSTED) {
        Some(flash) => (flash.form, flash.problems),
        None => (known.map(typed).unwrap_or_default(), Problems::none()),
    };
    let problems = Sentences::of(words, &problems);
    let title = words.say("trusted-title");
    let remove = there.then(|| {
        view! {
            <form method="post" action="/do/trusted/remove" role="none">
                <Button label=words.say("trusted-remove") look=Look::Danger/>
            </form>
        }
    });
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(SECURITY.to_owned(), words.say("security-back").to_owned())/>
            <p>{words.say("trusted-what")}</p>
            <p>{words.say("trusted-told")}</p>
            <form method="post" action="/do/trusted" class="stack roomy">
                <TextField name="name" label=words.say("trusted-name") value=form.name problem=problems.at("name")/>
                <TextField name="email" label=words.say("trusted-email") value=form.email problem=problems.at("email")/>
                <div class="actions"><Button label=words.say("trusted-save")/></div>
            </form>
            {remove}
        </Frame>
    }
    .into_any())
}

/// What would be typed to name them.
fn typed(known: TrustedContact) -> TrustedForm {
    TrustedForm { name: known.name, email: known.email }
}
