//! Talking to a person: call now, or be called.

use bank::{
    Error,
    help::{self, Asker, CallBack, CallBackState},
};
use leptos::prelude::*;
use model::{
    Language,
    forms::{CallBackForm, CallTimes, DayPart},
};
use serde::Deserialize;

use super::{actions, asker, back_to, chat::chat_address, person_address, whereabouts};
use crate::{
    components::{
        Button, Call, Card, Checkboxes, Choice, Choices, ErrorSummary, Kind, Link, Look, OpenFrame, Options,
        PageHeading, Place, Select, Sentences, TextField,
    },
    context,
    islands::PressOnce,
    outcome, pages,
    words::Words,
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// The page the person came from.
    from: String,
}

/// The page on which somebody talks to a person.
#[component]
pub fn PersonPage() -> impl IntoView {
    pages::answer(person())
}

async fn person() -> Result<AnyView, Error> {
    let (bank, words, asker) = (context::bank(), context::words(), asker());
    let Query { from } = context::query();
    let from = if context::is_own_page(&from) { from } else { String::new() };
    let calls = help::calls(&bank, &asker).await?;
    let times = help::times(&bank, &asker);
    let address = person_address(&from);
    let (form, problems) = match outcome::flash::<CallBackForm>(&address) {
        Some(flash) => (flash.form, flash.problems),
        None => (fresh(words, &from), model::Problems::none()),
    };
    let problems = Sentences::of(words, &problems);
    let title = words.say("person-title");
    Ok(view! {
        <OpenFrame title=title place=Place::Help>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=back_to(words, &from)/>
            {now(words, &from)}
            {later(words, form, from, times, problems)}
            {asked(words, calls, &asker)}
        </OpenFrame>
    }
    .into_any())
}

/// The form before anything was typed.
fn fresh(words: Words, from: &str) -> CallBackForm {
    CallBackForm {
        language: words.language().code().to_owned(),
        page: whereabouts::of(from).filter(|_| !from.is_empty()).map_or("", |page| page.code()).to_owned(),
        ..CallBackForm::default()
    }
}

/// The number, and what to say to whoever answers.
fn now(words: Words, from: &str) -> impl IntoView + use<> {
    let chat = chat_address(from);
    let page = whereabouts::of(from).filter(|_| !from.is_empty());
    let say = page.map(|page| words.with("person-say", &[("page", words.whereabouts(page).into())]));
    view! {
        <Card title=words.say("person-now")>
            <Call/>
            <p>{words.say("help-hours")}</p>
            {say.map(|say| view! { <p class="quiet">{say}</p> })}
            <p><Link href=chat label=words.say("chat-title")/></p>
        </Card>
    }
}

/// The form that asks for a call.
fn later(words: Words, form: CallBackForm, from: String, times: CallTimes, problems: Sentences) -> impl IntoView {
    let name = (!times.known).then(|| {
        view! {
            <TextField name="name" label=words.say("call-name") value=form.name kind=Kind::OwnName
                problem=problems.at("name")/>
        }
    });
    let days = days(words, times);
    let chosen = if form.day.is_empty() { days.first().map(|day| day.0.clone()) } else { Some(form.day) };
    let tell = tell(words, &form.page, form.tell == "yes");
    view! {
        <Card title=words.say("person-later")>
            <p>{words.say("person-later-text")}</p>
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/help/call-back" class="stack roomy" data-keep=words.say("kept-back")>
                    <input type="hidden" name="from" value=from/>
                    <input type="hidden" name="page" value=form.page/>
                    {name}
                    <TextField name="phone" label=words.say("call-phone") hint=words.say("call-phone-hint")
                        value=form.phone kind=Kind::Phone problem=problems.at("phone")/>
                    <Select name="day" label=words.say("call-day") options=days chosen=chosen.unwrap_or_default()
                        problem=problems.at("day")/>
                    <Choices name="part" label=words.say("call-part") choices=parts(words) chosen=form.part
                        problem=problems.at("part")/>
                    <Select name="language" label=words.say("call-language") options=languages()
                        chosen=form.language problem=problems.at("language")/>
                    {tell}
                    <div class="actions"><Button label=words.say("call-ask")/></div>
                </form>
            </PressOnce>
        </Card>
    }
}

fn days(words: Words, times: CallTimes) -> Options {
    let name = |day: jiff::civil::Date| {
        let soon = words.day_soon(day);
        if day == times.today { words.with("call-today", &[("day", soon.into())]) } else { soon }
    };
    times.days().into_iter().map(|day| (day.to_string(), name(day))).collect()
}

fn parts(words: Words) -> Vec<Choice> {
    let part = |part: &DayPart| Choice {
        value: part.code().to_owned(),
        label: words.day_part(*part).to_owned(),
        ..Choice::default()
    };
    DayPart::ALL.iter().map(part).collect()
}

/// Each in itself.
fn languages() -> Options {
    Language::ALL
        .iter()
        .map(|language| (language.code().to_owned(), Words::of(*language).say("language-name").to_owned()))
        .collect()
}

/// Whether whoever calls may know where the person was: the very words they would read. Nobody is asked who came from
/// nowhere in particular.
fn tell(words: Words, page: &str, ticked: bool) -> Option<impl IntoView + use<>> {
    let page = model::forms::Whereabouts::from_code(page)?;
    let told = words.with("call-tell-what", &[("page", words.whereabouts(page).into())]);
    let choice = Choice {
        value: "yes".to_owned(),
        label: words.say("call-tell-yes").to_owned(),
        hint: format!("{told} {}", words.say("call-tell-only")),
        ..Choice::default()
    };
    let chosen = if ticked { vec!["yes".to_owned()] } else { Vec::new() };
    Some(view! { <Checkboxes name="tell" label=words.say("call-tell") choices=vec![choice] chosen=chosen/> })
}

/// The calls that were asked for; nothing where there are none.
fn asked(words: Words, calls: Vec<CallBack>, asker: &Asker) -> Option<impl IntoView + use<>> {
    if calls.is_empty() {
        return None;
    }
    let title = words.say(if matches!(asker, Asker::Customer(_)) { "calls-title" } else { "calls-title-here" });
    let line = move |call: CallBack| {
        let (id, waits) = (call.id, call.state == CallBackState::Waiting);
        let cancel = waits.then(|| view! { <CancelButton call=id.to_string() of=when(words, &call)/> });
        view! {
            <li class="draft">
                <p>
                    <a class="alone" href=actions::address(id)>{when(words, &call)}</a>
                    <br/>
                    <span class="quiet">{words.say(state(call.state))}</span>
                </p>
                {cancel}
            </li>
        }
    };
    let lines = calls.into_iter().map(line).collect_view();
    Some(view! { <Card title=title><ul>{lines}</ul></Card> })
}

/// The day and the part of it.
pub(super) fn when(words: Words, call: &CallBack) -> String {
    words.with("call-when", &[("day", words.day(call.day).into()), ("part", words.day_part(call.part).into())])
}

/// The key of what became of a call.
pub(super) const fn state(state: CallBackState) -> &'static str {
    match state {
        CallBackState::Waiting => "call-waiting",
        CallBackState::Done => "call-done",
        CallBackState::Cancelled => "call-cancelled",
    }
}

/// Takes a call back.
#[component]
pub(super) fn CancelButton(
    /// The id of the call.
    call: String,
    /// When it is: heard, not seen.
    of: String,
) -> impl IntoView {
    view! {
        <form method="post" action="/do/help/cancel-call" role="none">
            <input type="hidden" name="call" value=call/>
            <Button label=context::words().say("call-cancel") look=Look::Danger of=of/>
        </form>
    }
}
