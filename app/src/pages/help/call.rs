//! What one keeps of a call that was asked for.

use bank::{
    Error,
    help::{self, CallBack, CallBackState},
};
use leptos::prelude::*;
use model::CallBackId;

use super::{
    asker,
    person::{CancelButton, when},
};
use crate::{
    components::{Back, Card, Fact, Facts, Icon, Notice, OpenFrame, Picture, Place, Receipt},
    context,
    islands::PrintButton,
    pages,
    words::{Words, in_fours},
};

/// One call, and the way to cancel it.
#[component]
pub fn CallPage() -> impl IntoView {
    pages::answer(call())
}

async fn call() -> Result<AnyView, Error> {
    let (bank, words) = (context::bank(), context::words());
    let id: CallBackId = context::part("id")?;
    let call = help::call(&bank, &asker(), id).await?;
    let title = words.say(match call.state {
        CallBackState::Waiting => "call-title",
        CallBackState::Done => "call-title-done",
        CallBackState::Cancelled => "call-title-cancelled",
    });
    let waits = call.state == CallBackState::Waiting;
    let next = waits.then(|| next(words));
    let cancel = waits
        .then(|| view! { <div class="actions"><CancelButton call=call.id.to_string() of=when(words, &call)/></div> });
    Ok(view! {
        <OpenFrame title=title place=Place::Help>
            <div class="stack close">
                <Back href="/help" label=words.say("help-back")/>
                <h1 class=waits.then_some("done")>{waits.then(|| view! { <Icon of=Picture::Done/> })}{title}</h1>
            </div>
            <Receipt>
                {facts(words, &call)}
                <PrintButton label=words.say("call-print")/>
            </Receipt>
            {next}
            {cancel}
        </OpenFrame>
    }
    .into_any())
}

fn facts(words: Words, call: &CallBack) -> impl IntoView + use<> {
    let told = call.page.map_or(words.say("call-told-nothing"), |page| words.whereabouts(page));
    let (when, number, phone) = (when(words, call), in_fours(call.id), call.phone.clone());
    let language = Words::of(call.language).say("language-name");
    view! {
        <Facts>
            <Fact term=words.say("call-reference")>{number}</Fact>
            <Fact term=words.say("fact-when")>{when}</Fact>
            <Fact term=words.say("call-phone-called")>{phone}</Fact>
            <Fact term=words.say("call-language-spoken")>{language}</Fact>
            <Fact term=words.say("call-told")>{told}</Fact>
        </Facts>
    }
}

fn next(words: Words) -> impl IntoView {
    view! {
        <Card title=words.say("call-next-title")>
            <p>{words.say("call-next")}</p>
        </Card>
        <Notice title=words.say("safe-title")><p>{words.say("call-next-safe")}</p></Notice>
    }
}
