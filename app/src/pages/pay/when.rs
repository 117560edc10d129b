//! When: at once, on a day to come, or again and again.

use bank::{Error, payments::Draft};
use leptos::prelude::*;
use model::{
    Problems,
    forms::{Every, Timing, WhenForm},
};

use super::steps::{self, Step};
use crate::{
    components::{Button, Choice, Choices, ErrorSummary, Frame, Kind, Link, PageHeading, Place, Sentences, TextField},
    context,
    islands::PressOnce,
    outcome, pages,
    words::Words,
};

/// Beside the steps: asked of nobody who pays at once.
#[component]
pub fn WhenPage() -> impl IntoView {
    pages::answer(when())
}

async fn when() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let Some((draft, _)) = steps::open(&bank, person.id).await? else { return Ok(().into_any()) };
    let (mut form, problems) = outcome::flash::<WhenForm>(&Step::When.of(draft.id))
        .map_or_else(|| (draft.when.clone(), Problems::none()), |flash| (flash.form, flash.problems));
    // Whoever comes here first has said already that it is for another day.
    if !draft.sent.amount && form.every.is_empty() {
        Every::Once.code().clone_into(&mut form.every);
    }
    let problems = Sentences::of(words, &problems);
    let title = words.say("when-title");
    let before = if draft.sent.amount && draft.sent.payee { Step::Review } else { Step::Amount };
    Ok(view! {
        <Frame title=title place=Place::Pay narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=steps::back(words, before.of(draft.id))/>
            {question(words, draft.id.to_string(), form, &problems)}
        </Frame>
    }
    .into_any())
}

fn question(words: Words, draft: String, form: WhenForm, problems: &Sentences) -> impl IntoView + use<> {
    let choice = |value: &str, label, hint, class| Choice {
        value: value.to_owned(),
        label: words.say(label).to_owned(),
        hint: words.say(hint).to_owned(),
        class: Some(class),
        ..Choice::default()
    };
    let choices = vec![
        choice("", "when-now", "when-now-hint", "opens-nothing"),
        choice(Every::Once.code(), "when-once", "when-once-hint", "opens-day"),
        choice(Every::Week.code(), "when-week", "when-week-hint", "opens-days"),
        choice(Every::Month.code(), "when-month", "when-month-hint", "opens-days"),
    ];
    let (every, day, last) = (problems.at("every"), problems.at("day"), problems.at("last"));
    view! {
        <PressOnce sending=words.say("sending")>
            <form method="post" action="/do/pay/when" class="stack roomy" data-keep=words.say("kept-back")>
                <input type="hidden" name="draft" value=draft/>
                <Choices name="every" label=words.say("when-label") choices=choices chosen=form.every problem=every/>
                <div class="depends on-day">
                    <TextField name="day" label=words.say("when-day") hint=words.say("when-day-hint") value=form.day
                        kind=Kind::Date problem=day/>
                </div>
                <div class="depends until">
                    <TextField name="last" label=words.say("when-last") hint=words.say("when-last-hint")
                        value=form.last kind=Kind::Date problem=last/>
                </div>
                <div class="actions"><Button label=words.say("continue")/></div>
            </form>
        </PressOnce>
    }
}

/// The days, in words: "On Tuesday 1 December 2026", "Every month, from 1 December 2026".
pub(super) fn days(words: Words, timing: &Timing) -> String {
    let key = match (timing.every, timing.last.is_some()) {
        (Every::Once, _) => return words.with("days-once", &[("day", words.day(timing.first).into())]),
        (Every::Week, false) => "days-week",
        (Every::Week, true) => "days-week-until",
        (Every::Month, false) => "days-month",
        (Every::Month, true) => "days-month-until",
    };
    let last = timing.last.map(|last| words.date(last)).unwrap_or_default();
    words.with(key, &[("day", words.date(timing.first).into()), ("last", last.into())])
}

/// The line above the first step: the way to another day, or which it is. Play money is paid at once.
pub(super) fn line(words: Words, draft: &Draft) -> Option<impl IntoView + use<>> {
    if context::is_play_bank() {
        return None;
    }
    let bank = context::bank();
    let label = match draft.timing(bank.calendar.day(bank.clock.now())) {
        Some(timing) => words.with("when-change", &[("days", days(words, &timing).into())]),
        None => words.say("when-another-day").to_owned(),
    };
    Some(view! { <Link href=Step::When.of(draft.id) label=label/> })
}
