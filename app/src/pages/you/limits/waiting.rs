//! How long payments to somebody new wait before they leave.

use bank::{
    Error,
    waits::{self, OwnWait, Shorter},
};
use leptos::prelude::*;
use model::{
    Problems,
    forms::{CoolingOff, CoolingOffForm},
};
use serde::Deserialize;

use super::{LIMITS, WAITING};
use crate::{
    components::{Button, Choice, Choices, ErrorSummary, Frame, Look, Notice, PageHeading, Place, Sentences, Tone},
    context, outcome, pages,
    words::Words,
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Whether something has just been kept.
    saved: String,
}

/// The page on which somebody chooses how long.
#[component]
pub fn WaitingPage() -> impl IntoView {
    pages::answer(waiting())
}

async fn waiting() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let own = waits::own_wait(&bank, person.id).await?;
    let now = bank.clock.now();
    let problems = outcome::flash::<CoolingOffForm>(WAITING).map_or_else(Problems::none, |flash| flash.problems);
    let problems = Sentences::of(words, &problems);
    let shorter = own.waiting(now).map(|shorter| coming(words, shorter, own.at(now)));
    let saved = problems.is_empty() && shorter.is_none() && context::query::<Query>().saved == "1";
    let saved = saved.then(|| {
        view! { <Notice title=words.say("wait-saved-title")><p>{words.say("wait-saved")}</p></Notice> }
    });
    let title = words.say("wait-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(LIMITS.to_owned(), words.say("limits-back").to_owned())/>
            {saved}
            {shorter}
            <div>
                <p>{words.say("wait-text")}</p>
                <p>{words.say("wait-change")}</p>
            </div>
            <form method="post" action="/do/limits/waiting" class="stack roomy">
                <Choices name="wait" label=words.say("wait-label") choices=choices(words) chosen=own.at(now).code()
                    problem=problems.at("wait")/>
                <div class="actions"><Button label=words.say("wait-save")/></div>
            </form>
            <p class="quiet">{words.say("wait-bank")}</p>
        </Frame>
    }
    .into_any())
}

/// A shorter wait that does not hold yet, and how to take it back.
fn coming(words: Words, shorter: Shorter, is: CoolingOff) -> impl IntoView + use<> {
    let when = words.moment(shorter.holds_from(), &context::calendar());
    let text = words.with("wait-shorter", &[("when", when.into()), ("wait", words.say(name(shorter.to)).into())]);
    view! {
        <Notice title=words.say("wait-shorter-title") tone=Tone::Caution>
            <p>{text}</p>
            <p>{words.say("wait-shorter-keep")}</p>
            <form method="post" action="/do/limits/waiting" role="none">
                <input type="hidden" name="wait" value=is.code()/>
                <div class="actions"><Button label=words.say("wait-keep") look=Look::Second/></div>
            </form>
        </Notice>
    }
}

fn choices(words: Words) -> Vec<Choice> {
    let choice = |wait: &CoolingOff| Choice {
        value: wait.code().to_owned(),
        label: words.say(name(*wait)).to_owned(),
        ..Choice::default()
    };
    CoolingOff::ALL.iter().map(choice).collect()
}

/// The key of what a wait is called.
const fn name(wait: CoolingOff) -> &'static str {
    match wait {
        CoolingOff::None => "wait-none",
        CoolingOff::Hour => "wait-hour",
        CoolingOff::FourHours => "wait-four-hours",
        CoolingOff::Day => "wait-day",
    }
}

/// What holds, in a few words, for the list of limits; and that it will be shorter.
pub(super) fn holds(words: Words, own: OwnWait, now: model::Timestamp) -> String {
    let holds = words.say(name(own.at(now)));
    own.waiting(now).map_or_else(|| holds.to_owned(), |_| format!("{holds} · {}", words.say("wait-shorter-title")))
}

/// Keeps how long payments to somebody new wait.
#[server(prefix = "/do", endpoint = "limits/waiting")]
pub async fn set_waiting(
    /// What was chosen.
    #[server(flatten)]
    form: CoolingOffForm,
) -> Result<(), ServerFnError> {
    outcome::ended(set(&form).await, &format!("{WAITING}?saved=1"), WAITING, &form);
    Ok(())
}

async fn set(form: &CoolingOffForm) -> Result<(), Error> {
    let person = context::person()?;
    waits::set_own_wait(&context::bank(), person.id, form, &context::device()).await
}
