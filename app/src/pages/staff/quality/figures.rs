//! What was measured, as a table and as pictures.

use bank::quality::{Group, Measure, Row, Table as Measured, Value};
use leptos::prelude::*;

use crate::{
    components::{Bar, Beside, Card, Cell, Column, Empty, Table, beside},
    words::Words,
};

/// One is a thousand tenths of a hundredth.
const WHOLE: i64 = 1_000;
/// Up to how many of a smaller unit the larger one is not said: 90 minutes, 48 hours.
const MINUTES_S: i64 = 90;
const HOURS_S: i64 = 90 * 60;
const DAYS_S: i64 = 48 * 3_600;
/// How many groups a picture has; the table has all of them.
const DRAWN: usize = 12;

/// Everything that was measured of conversations, or of messages, under the title `title`.
pub(super) fn card(words: Words, title: &'static str, measured: &Measured) -> impl IntoView + use<> {
    let title = words.say(title);
    let Some(all) = &measured.all else {
        return view! { <Card title=title><Empty text=words.say("quality-none")/></Card> };
    };
    let rows: Vec<&Row> = std::iter::once(all).chain(&measured.groups).collect();
    let table = table(words, title, measured.measures, &rows);
    let pictures =
        pictures(measured.measures).into_iter().map(|shown| picture(words, measured.measures, &rows, &shown));
    let pictures = pictures.collect_view();
    view! { <Card title=title>{table}{pictures}</Card> }
}

fn table(words: Words, title: &'static str, measures: &'static [Measure], rows: &[&Row]) -> AnyView {
    let who = std::iter::once(Column::words(words.say("quality-who")));
    let columns = who.chain(measures.iter().map(|one| Column::figures(name(words, *one)))).collect();
    let row = |row: &&Row| {
        let values = row.values.iter().map(|value| cell(words, *value));
        std::iter::once(Cell::Text(group(words, row.group))).chain(values).collect()
    };
    let rows = rows.iter().map(row).collect();
    view! { <Table caption=title columns=columns rows=rows/> }.into_any()
}

fn cell(words: Words, value: Option<Value>) -> Cell {
    let number = |many: usize| words.count(many as u64);
    match value {
        None => Cell::Text(words.say("quality-few").to_owned()),
        Some(Value::Share { yes, of }) => {
            let told = words.with("quality-of", &[("number", number(yes).into()), ("all", number(of).into())]);
            Cell::Told(words.percent(share(yes, of)), told)
        }
        Some(Value::Took { median_s, nine_of_ten_s, of }) => {
            let nine = [("time", took(words, nine_of_ten_s).into()), ("all", number(of).into())];
            Cell::Told(took(words, median_s), words.with("quality-nine", &nine))
        }
    }
}

/// A part in tenths of a hundredth.
fn share(yes: usize, of: usize) -> i64 {
    i64::try_from((yes * 2_000 + of) / (of * 2).max(1)).unwrap_or(WHOLE)
}

/// What a measure is called.
fn name(words: Words, measure: Measure) -> &'static str {
    words.say(match measure {
        Measure::Contained => "quality-contained",
        Measure::HandedOver => "quality-handed-over",
        Measure::FirstAnswer => "quality-first-answer",
        Measure::Solved => "quality-solved",
        Measure::Reopened => "quality-reopened",
        Measure::Satisfied => "quality-satisfied",
    })
}

/// What a group is called.
fn group(words: Words, group: Group) -> String {
    let known = match group {
        Group::All => words.say("quality-all"),
        Group::In(language) => Words::of(language).say("language-name"),
        Group::About(Some(intent)) => words.intent(intent),
        Group::About(None) => words.say("quality-unsure"),
        Group::Kind(kind) => words.ticket_kind(kind),
        Group::Large(Some(true)) => words.say("studio-large"),
        Group::Large(Some(false)) => words.say("quality-standard"),
        Group::Large(None) => words.say("quality-strangers"),
    };
    known.to_owned()
}

/// A length of time in words: in seconds, then minutes, hours and days.
fn took(words: Words, seconds: i64) -> String {
    let (key, unit) = match seconds {
        ..MINUTES_S => ("quality-seconds", 1),
        MINUTES_S..HOURS_S => ("quality-minutes", 60),
        HOURS_S..DAYS_S => ("quality-hours", 3_600),
        _ => ("quality-lasted", 86_400),
    };
    let count = ((seconds + unit / 2) / unit).unsigned_abs();
    words.with(key, &[("count", count.into())])
}

/// Which measures a picture shows beside one another: two shares, or times alone.
fn pictures(measures: &[Measure]) -> Vec<Vec<usize>> {
    let (times, shares): (Vec<usize>, Vec<usize>) =
        (0..measures.len()).partition(|at| measures[*at] == Measure::FirstAnswer);
    shares.chunks(2).chain(times.chunks(1)).map(<[usize]>::to_vec).collect()
}

fn picture(words: Words, measures: &[Measure], rows: &[&Row], shown: &[usize]) -> Option<AnyView> {
    let told = rows.iter().filter(|row| shown.iter().any(|at| row.values[*at].is_some()));
    let told: Vec<&&Row> = told.take(DRAWN).collect();
    let groups: Vec<Beside> = told
        .iter()
        .map(|row| Beside {
            name: group(words, row.group),
            bars: shown.iter().flat_map(|at| bars(words, row.values[*at])).collect(),
        })
        .collect();
    let longest = groups.iter().flat_map(|group| group.bars.iter().flatten()).map(|bar| bar.long).max()?;
    let is_time = shown.iter().any(|at| measures[*at] == Measure::FirstAnswer);
    let names: Vec<&str> = if is_time {
        vec![words.say("quality-half"), words.say("quality-most")]
    } else {
        shown.iter().map(|at| name(words, measures[*at])).collect()
    };
    let heading = is_time.then(|| view! { <h3>{words.say("quality-first-answer")}</h3> });
    let drawn = beside(&names, if is_time { longest } else { WHOLE }, &groups);
    Some(view! { {heading}<div inner_html=drawn></div> }.into_any())
}

/// The bars of a value: one of a share, two of times.
fn bars(words: Words, value: Option<Value>) -> Vec<Option<Bar>> {
    let time = |seconds: i64| Some(Bar { long: seconds, says: took(words, seconds) });
    match value {
        None => vec![None],
        Some(Value::Share { yes, of }) => {
            let tenths = share(yes, of);
            vec![Some(Bar { long: tenths, says: words.percent(tenths) })]
        }
        Some(Value::Took { median_s, nine_of_ten_s, .. }) => vec![time(median_s), time(nine_of_ten_s)],
    }
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    #[test]
    fn a_length_of_time_is_said_in_the_unit_that_fits() {
        let words = Words::of(Language::En);
        let said = [0, 1, 89, 90, 5_399, 5_400, 172_799, 172_800].map(|seconds| took(words, seconds));
        let wanted =
            ["0 seconds", "1 second", "89 seconds", "2 minutes", "90 minutes", "2 hours", "48 hours", "2 days"];
        assert_eq!(said, wanted);
    }

    #[test]
    fn shares_are_rounded_and_of_nobody_there_is_none() {
        assert_eq!([share(1, 3), share(2, 3), share(1, 1), share(0, 0)], [333, 667, 1_000, 0]);
    }

    #[test]
    fn shares_stand_beside_shares_and_times_alone() {
        use Measure::{Contained, FirstAnswer, HandedOver, Reopened, Satisfied, Solved};
        assert_eq!(pictures(&[Contained, HandedOver, FirstAnswer]), [vec![0, 1], vec![2]]);
        assert_eq!(pictures(&[FirstAnswer, Solved, Reopened, Satisfied]), [vec![1, 2], vec![3], vec![0]]);
    }

    #[test]
    fn what_is_told_of_too_few_is_said_in_words() {
        let words = Words::of(Language::En);
        assert!(matches!(cell(words, None), Cell::Text(text) if text == "Too few"));
        let told = cell(words, Some(Value::Share { yes: 30, of: 40 }));
        assert!(matches!(told, Cell::Told(share, of) if share == "75.0%" && of == "30 of 40"));
    }
}
