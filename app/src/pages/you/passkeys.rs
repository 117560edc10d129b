//! Passkeys: the list of them, making one, and one by itself.

use bank::{
    Error,
    passkeys::{self, Passkey},
    step_up::{self as asking, Purpose},
};
use leptos::prelude::*;
use model::{
    PasskeyId,
    forms::{ApproveForm, NewPasskeyForm, PasskeyNameForm},
};

use super::{SECURITY, browser, confirm};
use crate::{
    components::{
        Ask, Button, Card, ErrorSummary, Fact, Facts, Frame, LinkButton, Look, PageHeading, PasskeyForm, Place,
        Sentences, TextField,
    },
    context, outcome,
    pages::{self, step_up},
    words::Words,
};

/// Where one is made.
pub(super) const CREATE: &str = "/you/security/passkeys/create";

/// Where one passkey is.
pub(super) fn address(id: PasskeyId) -> String {
    format!("/you/security/passkeys/{id}")
}

/// The passkeys of the person, on the page about security.
pub(super) fn card(words: Words, all: &[Passkey]) -> impl IntoView + use<> {
    let rows = all.iter().map(|passkey| {
        let (href, name, about) = (address(passkey.id), passkey.name.clone(), about(words, passkey));
        view! { <li><a href=href><span><b>{name}</b><small>{about}</small></span></a></li> }
    });
    let rows = rows.collect_view();
    let list = if all.is_empty() {
        view! { <p>{words.say("passkeys-none")}</p> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let add = context::auth().has_passkeys().then(|| {
        view! { <div class="actions"><LinkButton href=confirm::address(Purpose::AddPasskey) label=words.say("passkeys-add") look=Look::Second/></div> }
    });
    view! {
        <Card title=words.say("passkeys-title")>
            <p>{words.say("passkeys-about")}</p>
            {list}
            {add}
        </Card>
    }
}

/// Whether it is synced, and when it was used.
fn about(words: Words, passkey: &Passkey) -> String {
    let synced = words.say(if passkey.synced { "passkey-synced" } else { "passkey-single" });
    let used = match passkey.used_at {
        Some(at) => words.with("passkey-used", &[("when", words.moment(at, &context::calendar()).into())]),
        None => words.say("passkey-unused").to_owned(),
    };
    format!("{synced} · {used}")
}

/// The page on which an authenticator makes one.
#[component]
pub fn CreatePasskeyPage() -> impl IntoView {
    pages::answer(std::future::ready(create()))
}

fn create() -> Result<AnyView, Error> {
    context::person()?;
    let (words, visitor) = (context::words(), context::visitor());
    let asked = visitor.read(|kept| kept.new_passkey.clone().filter(|asked| asked.is_open(visitor.now())));
    let Some(asked) = asked else {
        context::redirect(&confirm::address(Purpose::AddPasskey));
        return Ok(().into_any());
    };
    let (form, problems) = outcome::flash::<NewPasskeyForm>(CREATE).map(|f| (f.form, f.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    // What people would call it most often: the device they are using now.
    let name = if form.name.is_empty() { browser::name(words, &context::visit().agent) } else { form.name };
    let title = words.say("passkey-create-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(SECURITY.to_owned(), words.say("security-back").to_owned())/>
            <p>{words.say("passkey-create-text")}</p>
            <p class="note" data-passkey-without>{words.say("passkey-create-without")}</p>
            <PasskeyForm ask=Ask::Create(asked.ceremony.options) action="/do/passkeys/create"
                label=words.say("passkey-create")>
                <TextField name="name" label=words.say("passkey-name") hint=words.say("passkey-name-hint") value=name
                    problem=problems.at("name")/>
            </PasskeyForm>
        </Frame>
    }
    .into_any())
}

/// The page of one passkey.
#[component]
pub fn PasskeyPage() -> impl IntoView {
    pages::answer(one())
}

async fn one() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let passkey = passkeys::one(&bank, person.id, context::part("id")?).await?;
    let page = address(passkey.id);
    // Two forms share the page, and each shows what was wrong with it.
    let (renaming, naming) = outcome::flash::<PasskeyNameForm>(&renaming(passkey.id))
        .map(|flash| (flash.form, flash.problems))
        .unwrap_or_default();
    let (form, problems) = outcome::flash::<ApproveForm>(&page).map(|f| (f.form, f.problems)).unwrap_or_default();
    let challenge = asking::ask_again(&bank, person.id, &passkeys::removing(&passkey), &form.challenge).await?;
    let (naming, problems) = (Sentences::of(words, &naming), Sentences::of(words, &problems));
    let question = step_up::Question {
        challenge,
        action: "/do/passkeys/remove",
        about: Some(("id", passkey.id.to_string())),
        label: words.say("passkey-remove"),
        passkey: words.say("passkey-remove-with"),
        look: Look::Danger,
        sending: words.say("sending"),
    };
    let summary = if naming.is_empty() { problems.clone() } else { naming.clone() };
    let name = if renaming.name.is_empty() { passkey.name.clone() } else { renaming.name };
    let (since, about) = (words.moment(passkey.created_at, &context::calendar()), about(words, &passkey));
    let (id, title) = (passkey.id.to_string(), passkey.name);
    let question = step_up::question(words, question, &problems);
    Ok(view! {
        <Frame title=title.clone() place=Place::You narrow=true>
            <ErrorSummary problems=summary/>
            <PageHeading title=title back=(SECURITY.to_owned(), words.say("security-back").to_owned())/>
            <Facts>
                <Fact term=words.say("passkey-since")>{since}</Fact>
                <Fact term=words.say("passkey-kept")>{about}</Fact>
            </Facts>
            <form method="post" action="/do/passkeys/rename" class="stack roomy" aria-label=words.say("passkey-name")>
                <input type="hidden" name="id" value=id/>
                <TextField name="name" label=words.say("passkey-name") value=name problem=naming.at("name")/>
                <div class="actions"><Button label=words.say("passkey-rename") look=Look::Second/></div>
            </form>
            <Card title=words.say("passkey-remove-title")>
                <p>{words.say("passkey-remove-text")}</p>
                {question}
            </Card>
        </Frame>
    }
    .into_any())
}

/// Under what the form with a passkey's name waits where something is wrong with it.
pub(super) fn renaming(id: PasskeyId) -> String {
    format!("{}?name=1", address(id))
}
