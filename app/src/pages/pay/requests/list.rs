//! Everything that the person has asked for, the latest first.

use bank::{
    Error,
    requests::{self, PaymentRequest},
};
use leptos::prelude::*;
use model::Timestamp;

use super::{NEW, of, told};
use crate::{
    components::{Amount, Empty, Frame, LinkButton, PageHeading, Place},
    context, pages,
    words::Words,
};

/// The page with everything that was asked for.
#[component]
pub fn RequestsPage() -> impl IntoView {
    pages::answer(all())
}

async fn all() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let (asked, now) = (requests::list(&bank, person.id).await?, bank.clock.now());
    let rows = if asked.is_empty() {
        view! { <Empty text=words.say("requests-none")/> }.into_any()
    } else {
        let rows = asked.iter().map(|request| row(words, request, now)).collect_view();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let title = words.say("requests-title");
    Ok(view! {
        <Frame title=title place=Place::Pay narrow=true>
            <PageHeading title=title back=("/pay".to_owned(), words.say("scheduled-back").to_owned())/>
            <p>{words.say("requests-text")}</p>
            <div class="actions"><LinkButton href=NEW label=words.say("requests-new")/></div>
            {rows}
        </Frame>
    }
    .into_any())
}

fn row(words: Words, request: &PaymentRequest, now: Timestamp) -> impl IntoView + use<> {
    let (name, told, each) = (name(words, request), told(words, request, now), request.each);
    view! {
        <li>
            <a href=of(request.id)>
                <span><b>{name}</b><small>{told}</small></span>
                <span><Amount of=each/></span>
            </a>
        </li>
    }
}

/// What a request is called: what it is for, or that it is one.
pub(super) fn name(words: Words, request: &PaymentRequest) -> String {
    if request.reference.is_empty() { words.say("request-unnamed").to_owned() } else { request.reference.clone() }
}
