//! One that is planned: what, when, and what its owner can do with it.

use bank::{
    Error,
    schedules::{self, Change, Schedule, ScheduleState},
};
use jiff::civil::Date;
use leptos::prelude::*;
use model::ScheduleId;
use serde::Deserialize;

use super::{
    SCHEDULED, amount_of,
    list::{next, payee_name},
};
use crate::{
    components::{Amount, Button, Dialog, Fact, Facts, Frame, Look, Notice, PageHeading, Place, Tone, aloud},
    context,
    pages::{self, accounts::account_name, pay::when},
    words::Words,
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Whether it has just been approved.
    made: String,
}

/// The page of one that is planned.
#[component]
pub fn SchedulePage() -> impl IntoView {
    pages::answer(one())
}

async fn one() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: ScheduleId = context::part("id")?;
    let schedule = schedules::one(&bank, person.id, id).await?;
    let from = bank.accounts.account(person.id, schedule.from).await?;
    let from = from.map(|from| account_name(words, &from));
    let today = bank.calendar.day(bank.clock.now());
    let title = words.with("schedule-title", &[("name", payee_name(words, &schedule).into())]);
    let made = (context::query::<Query>().made == "1" && schedule.state == ScheduleState::Active).then(|| {
        view! { <Notice title=words.say("schedule-made-title")><p>{words.say("schedule-made")}</p></Notice> }
    });
    let waits = schedule.waits_since.map(|_| {
        view! {
            <Notice title=words.say("schedule-waits-title") tone=Tone::Caution><p>{words.say("schedule-waits")}</p></Notice>
        }
    });
    let skipped = schedule.skipped(today).map(|day| skipped(words, &schedule, day));
    Ok(view! {
        <Frame title=title.clone() place=Place::Pay narrow=true>
            <PageHeading title=title back=(SCHEDULED.to_owned(), words.say("schedule-back").to_owned())/>
            {made}
            {waits}
            {skipped}
            <section class="card">
                {facts(words, &schedule, from)}
                {aloud::section()}
                <div class="actions">{choices(words, &schedule, today)}</div>
            </section>
        </Frame>
    }
    .into_any())
}

/// The day that is left out, and the way to pay on it after all.
fn skipped(words: Words, schedule: &Schedule, day: Date) -> impl IntoView + use<> {
    let text = words.with("schedule-skipped", &[("day", words.day(day).into())]);
    let take_back = doing(words, schedule, Change::TakeBack, Look::Second);
    view! { <Notice title=words.say("schedule-skipped-title")><p>{text}</p>{take_back}</Notice> }
}

fn facts(words: Words, schedule: &Schedule, from: Option<String>) -> impl IntoView + use<> {
    let reference = (!schedule.reference.is_empty()).then(|| {
        let reference = schedule.reference.clone();
        view! { <Fact term=words.say("fact-reference")>{reference}</Fact> }
    });
    let (amount, name, days) = (schedule.amount, payee_name(words, schedule), when::days(words, &schedule.timing));
    let number = aloud::said(words, |words| words.digits(schedule.payee_number));
    // Where it is paid once, "when" says all there is to say, until it is over.
    let next = (schedule.repeats() || schedule.next().is_none())
        .then(|| next(words, schedule))
        .map(|next| view! { <br/><b>{next}</b> });
    view! {
        <Facts>
            <Fact term=words.say("fact-amount")><Amount of=amount large=true/></Fact>
            <Fact term=words.say("fact-to")>{name}<br/><span class="quiet">{number}</span></Fact>
            <Fact term=words.say("fact-from")>{from}</Fact>
            <Fact term=words.say("fact-when")>{days}{next}</Fact>
            {reference}
        </Facts>
    }
}

/// What can be done with it as it is.
fn choices(words: Words, schedule: &Schedule, today: Date) -> impl IntoView + use<> {
    let resume = (schedule.state == ScheduleState::Paused).then(|| doing(words, schedule, Change::Resume, Look::Main));
    let skip = schedule.can_skip(today).then(|| doing(words, schedule, Change::Skip, Look::Second));
    let pause = (schedule.state == ScheduleState::Active && schedule.repeats())
        .then(|| doing(words, schedule, Change::Pause, Look::Second));
    // On its day it is being paid.
    let amount = (schedule.state != ScheduleState::Ended && schedule.next().is_none_or(|next| next > today))
        .then(|| view! { <a class="button second" href=amount_of(schedule.id)>{words.say("schedule-amount")}</a> });
    let stop = (schedule.state != ScheduleState::Ended).then(|| {
        let doing = doing(words, schedule, Change::Stop, Look::Danger);
        view! {
            <Dialog id="stop" opens=words.say("schedule-stop") title=words.say("schedule-stop-title")
                stay=words.say("schedule-stop-not")>
                <p>{words.say("schedule-stop-text")}</p>
                {doing}
            </Dialog>
        }
    });
    view! { {resume}{amount}{skip}{pause}{stop} }
}

/// The button that does it.
fn doing(words: Words, schedule: &Schedule, change: Change, look: Look) -> impl IntoView + use<> {
    let label = match change {
        Change::Skip => "schedule-skip",
        Change::TakeBack => "schedule-take-back",
        Change::Pause => "schedule-pause",
        Change::Resume => "schedule-resume",
        Change::Stop => "schedule-stop",
    };
    let id = schedule.id.to_string();
    view! {
        <form method="post" action="/do/pay/scheduled" role="none">
            <input type="hidden" name="schedule" value=id/>
            <input type="hidden" name="change" value=change.code()/>
            <Button label=words.say(label) look=look/>
        </form>
    }
}
