//! Whether a layout helps: what was counted of those who saw it and of those who did not, in words, as tables and as a
//! picture.

use bank::{
    Bank, Error,
    experiments::{Counts, Finding, Journey, Measure, ReadOut, Stop},
    few::FEWEST,
    layouts::{self, Arrangement, ByDay, Group, Results},
};
use experiments::stats::Verdict;
use leptos::prelude::*;

use crate::{
    components::{Between, Card, Cell, Column, Table, intervals},
    context,
    words::Words,
};

/// One is a thousand tenths of a hundredth.
const WHOLE: f64 = 1_000.0;

/// What the last comparison of `kept` says; nothing where it was never compared.
pub(super) async fn card(bank: &Bank, words: Words, kept: &Arrangement) -> Result<Option<AnyView>, Error> {
    let Some(results) = layouts::results(bank, kept).await? else { return Ok(None) };
    let title = words.say("readout-title");
    let stopped = results.stop.as_ref().map(|stop| view! { <p><b>{harm(words, kept.journey(), stop)}</b></p> });
    let failed = (results.failures > 0).then(|| {
        let times = words.with("readout-failed", &[("times", results.failures.into())]);
        view! { <p><b>{times}</b></p> }
    });
    let journey = kept.journey();
    let told = if results.all.arms.iter().all(|arm| arm.counts.exposed == 0) {
        let waits = kept.launch().map(|_| view! { <p>{words.say("readout-waits")}</p> });
        let days = words.with("readout-nobody", &[("days", bank.policy.experiment_days.into())]);
        waits.map_or_else(|| view! { <p>{days}</p> }.into_any(), IntoAny::into_any)
    } else if !results.can_be_told() {
        let fewest = words.with("readout-fewest", &[("people", FEWEST.into())]);
        view! { <p>{fewest}</p> }.into_any()
    } else {
        counted(words, journey, &results)
    };
    Ok(Some(view! { <Card title=title>{stopped}{failed}{told}</Card> }.into_any()))
}

fn harm(words: Words, journey: Journey, stop: &Stop) -> String {
    let when = words.moment(stop.stopped_at, &context::calendar());
    words.with("readout-stopped", &[("when", when.into()), ("what", words.measure(journey, stop.measure).into())])
}

fn counted(words: Words, journey: Journey, results: &Results) -> AnyView {
    let Results { goal, all, some, days, .. } = results;
    let found = found(words, journey, (all, *goal));
    let split = (!all.split_is_broken()).then(|| view! { <p>{words.say("readout-split")}</p> });
    let before = all.is_adjusted().then(|| view! { <p class="quiet">{words.say("readout-before")}</p> });
    let drawn: Vec<_> = days.iter().map(between).collect();
    let drawn = (!drawn.is_empty()).then(|| {
        let drawn = intervals(words, &drawn);
        view! { <h3>{words.measure(journey, *goal)}</h3><div inner_html=drawn></div> }
    });
    view! {
        <p><b>{found}</b></p>
        {split}
        <p class="quiet">{words.say("readout-text")}</p>
        {before}
        {measures(words, journey, all)}
        {drawn}
        {groups(words, journey, (some, *goal))}
    }
    .into_any()
}

/// What is found of a measure, in a sentence.
fn found(words: Words, journey: Journey, (read_out, measure): (&ReadOut, Measure)) -> String {
    let differs = |is_more: bool, from: f64, to: f64| {
        let between = [from, to].map(|part| words.tenths(tenths(part)));
        words.differs(journey, measure, is_more, between)
    };
    match read_out.finding(measure) {
        Finding::Broken => words.say("readout-broken").to_owned(),
        Finding::TooFew(None) => words.say("readout-few").to_owned(),
        Finding::TooFew(Some(more)) => {
            let people = words.count(about(more.into()));
            words.with("readout-few-about", &[("people", people.into())])
        }
        Finding::Alike => words.say("readout-alike").to_owned(),
        Finding::More(from, to) => differs(true, from, to),
        Finding::Less(from, to) => differs(false, from, to),
    }
}

/// As people say how many: two digits, and then nothing but noughts.
fn about(people: u64) -> u64 {
    let unit = 10_u64.pow(people.max(1).ilog10().saturating_sub(1).max(1));
    people.div_ceil(unit) * unit
}

/// A part in tenths of a hundredth.
#[expect(clippy::cast_possible_truncation, reason = "what is too large is as large as can be")]
fn tenths(part: f64) -> i64 {
    (part * WHOLE).round() as i64
}

fn between(by: &ByDay) -> Between {
    let [seen, from, to] = [by.seen, by.from, by.to].map(tenths);
    Between { day: by.day, seen, from, to }
}

/// What was counted of everybody: a row for each measure; of those that would stop it, whether they do it harm.
fn measures(words: Words, journey: Journey, all: &ReadOut) -> AnyView {
    let [Some(control), Some(variation)] = [all.arms.first(), all.arms.last()] else { return ().into_any() };
    let arms = [control.counts, variation.counts];
    let row = |measure: &Measure| {
        let [control, variation] = arms.map(|counts| Cell::Text(value(words, &counts, *measure)));
        let judged = all.arms.last().and_then(|arm| arm.judged.iter().find(|judged| judged.measure == *measure));
        let guarded = !all.split_is_broken() && journey.guarded().contains(measure);
        let guard = judged.filter(|_| guarded).map_or("", |judged| verdict(words, judged.verdict));
        let difference = match all.finding(*measure) {
            // Said once above.
            Finding::Broken => Cell::Text(String::new()),
            _ => Cell::Told(found(words, journey, (all, *measure)), guard.to_owned()),
        };
        vec![Cell::Text(words.measure(journey, *measure).to_owned()), control, variation, difference]
    };
    let number = |key: &'static str, of: fn(&Counts) -> u32| {
        let [control, variation] = arms.map(|counts| Cell::Text(words.count(of(&counts).into())));
        vec![Cell::Text(words.say(key).to_owned()), control, variation, Cell::Text(String::new())]
    };
    let seen = number("readout-people", |counts| counts.exposed);
    let left = number("readout-left", |counts| counts.left);
    let rows = std::iter::once(seen).chain(Measure::ALL.iter().map(row)).chain([left]).collect();
    table(words, ["readout-title", "readout-what"], rows)
}

/// A measure of one side: how many and which share of them, or how long.
fn value(words: Words, counts: &Counts, measure: Measure) -> String {
    let mean = tenths(counts.sample(measure).mean);
    let share = |count: u32| {
        let values = [("number", words.count(count.into()).into()), ("share", words.percent(mean).into())];
        words.with("readout-share", &values)
    };
    match measure {
        Measure::Completed => share(counts.completed),
        Measure::Erred => share(counts.erred),
        Measure::Helped => share(counts.helped),
        // Tenths of a second.
        Measure::Seconds if counts.completed > 0 => words.tenths(mean / 100),
        Measure::Seconds => String::new(),
    }
}

fn verdict(words: Words, verdict: Verdict) -> &'static str {
    words.say(match verdict {
        Verdict::Safe => "readout-safe",
        Verdict::Unclear => "readout-unclear",
        Verdict::Harmed => "readout-harmed",
    })
}

/// The goal among some: how many there are, and what is found. Of so few no more is told.
fn groups(words: Words, journey: Journey, (some, goal): (&[(Group, ReadOut)], Measure)) -> AnyView {
    let row = |(group, read_out): &(Group, ReadOut)| {
        let name = match group {
            Group::Large => words.say("studio-large"),
            Group::In(language) => Words::of(*language).say("language-name"),
        };
        let people = read_out.arms.iter().map(|arm| Cell::Text(words.count(arm.counts.exposed.into())));
        let harm = if read_out.harm_by(journey.guarded()).is_some() { words.say("readout-harmed") } else { "" };
        let found = Cell::Told(found(words, journey, (read_out, goal)), harm.to_owned());
        std::iter::once(Cell::Text(name.to_owned())).chain(people).chain([found]).collect()
    };
    let rows = some.iter().map(row).collect();
    view! { <h3>{words.say("readout-some")}</h3>{table(words, ["readout-some", "readout-who"], rows)} }.into_any()
}

fn table(words: Words, [caption, first]: [&'static str; 2], rows: Vec<Vec<Cell>>) -> AnyView {
    let columns = vec![
        Column::words(words.say(first)),
        Column::figures(words.say("readout-control")),
        Column::figures(words.say("readout-variation")),
        Column::words(words.say("readout-difference")),
    ];
    view! { <Table caption=words.say(caption) columns=columns rows=rows/> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_are_said_as_people_say_them() {
        let said: Vec<_> = [1, 10, 11, 99, 100, 101, 1_234, 98_765].map(about).into();
        assert_eq!(said, [10, 10, 20, 100, 100, 110, 1_300, 99_000]);
    }
}
