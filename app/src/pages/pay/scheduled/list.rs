//! Everything that is planned, the soonest first.

use bank::{
    Error,
    schedules::{self, Schedule},
};
use leptos::prelude::*;

use super::of;
use crate::{
    components::{Amount, Empty, Frame, Look, PageHeading, Picture, Place},
    context,
    pages::{
        self,
        pay::{StartButton, when},
    },
    words::Words,
};

/// The page with everything that is planned.
#[component]
pub fn SchedulesPage() -> impl IntoView {
    pages::answer(all())
}

async fn all() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let planned = schedules::list(&bank, person.id).await?;
    let rows = if planned.is_empty() {
        view! { <Empty text=words.say("scheduled-none")/> }.into_any()
    } else {
        let rows = planned.iter().map(|schedule| row(words, schedule)).collect_view();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let title = words.say("scheduled-title");
    Ok(view! {
        <Frame title=title place=Place::Pay narrow=true>
            <PageHeading title=title back=("/pay".to_owned(), words.say("scheduled-back").to_owned())/>
            {rows}
            <div class="actions">
                <StartButton label="scheduled-start" look=Look::Second picture=Picture::Pay later=true/>
            </div>
            <p class="quiet">{words.say("scheduled-text")}</p>
        </Frame>
    }
    .into_any())
}

fn row(words: Words, schedule: &Schedule) -> impl IntoView + use<> {
    let (name, days, next) = (payee_name(words, schedule), when::days(words, &schedule.timing), next(words, schedule));
    // What is paid once is paid on the day that is said already.
    let next = schedule.repeats().then(|| view! { <br/>{next} });
    let amount = schedule.amount;
    view! {
        <li>
            <a href=of(schedule.id)>
                <span><b>{name}</b><small>{days}{next}</small></span>
                <span><Amount of=amount/></span>
            </a>
        </li>
    }
}

/// The name of the payee. An own account that has no name is called by what it is in words.
pub(super) fn payee_name(words: Words, schedule: &Schedule) -> String {
    if schedule.payee.is_empty() { words.say("own-account").to_owned() } else { schedule.payee.clone() }
}

/// When it is paid next, in words; or that it is not.
pub(super) fn next(words: Words, schedule: &Schedule) -> String {
    match schedule.next() {
        Some(day) => words.with("scheduled-next", &[("day", words.day(day).into())]),
        None if schedule.state == schedules::ScheduleState::Paused => words.say("scheduled-paused").to_owned(),
        None => words.say("scheduled-ended").to_owned(),
    }
}
