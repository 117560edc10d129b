//! What the model that answers makes of people, last week and before; and that it differs, where it does.

use bank::{
    few::FEWEST,
    models::{Drift, Row, Sum, Test},
};
use leptos::prelude::*;

use super::figures::{cell, language};
use crate::{
    components::{Card, Cell, Column, Empty, Notice, Table, Tone},
    words::Words,
};

/// What the address says where this is looked at.
pub(super) const SEE: &str = "people";

/// A warning where something differs, and a table for each language.
pub(super) fn cards(words: Words, drift: &Drift) -> AnyView {
    let tables = drift.rows.iter().map(|row| table(words, row)).collect_view();
    let is_told = drift.rows.iter().any(|row| row.recent.is_some() && row.before.is_some());
    let warned = if drift.rows.iter().any(|row| !row.differs.is_empty()) {
        warning(words, drift)
    } else {
        is_told.then(|| view! { <p>{words.say("models-drift-none")}</p> }).into_any()
    };
    let fewest = words.with("quality-fewest", &[("people", FEWEST.into())]);
    view! {
        <p>{words.say("models-people-text")}</p>
        {warned}
        {tables}
        <div class="quiet">
            <p>{words.say("models-drift-when")}</p>
            <p>{fewest}</p>
        </div>
    }
    .into_any()
}

fn name(words: Words, test: Test) -> &'static str {
    words.say(match test {
        Test::Rejected => "models-test-rejected",
        Test::AskedBack => "models-test-asked-back",
        Test::HandedOver => "models-test-handed-over",
    })
}

fn warning(words: Words, drift: &Drift) -> AnyView {
    let of = |row: &Row| {
        let (Some(recent), Some(before)) = (row.recent, row.before) else { return Vec::new() };
        let all = Test::ALL.iter().zip(recent.shares.iter().zip(before.shares));
        let differing = all.filter(|(test, _)| row.differs.contains(test)).map(|(test, (now, was))| {
            let percent = |tenths: u32| words.percent(i64::from(tenths));
            let values = [
                ("language", language(row.language).into()),
                ("what", name(words, *test).into()),
                ("now", percent(now.thousandths()).into()),
                ("before", percent(was.thousandths()).into()),
            ];
            let text = words.with("models-drift-text", &values);
            view! { <li>{text}</li> }
        });
        differing.collect()
    };
    let texts: Vec<_> = drift.rows.iter().flat_map(of).collect();
    view! {
        <Notice title=words.say("models-drift") tone=Tone::Caution>
            <ul class="bullets">{texts}</ul>
            <p>{words.say("models-drift-do")}</p>
        </Notice>
    }
    .into_any()
}

fn table(words: Words, row: &Row) -> AnyView {
    let title = language(row.language);
    let (recent, before) = (row.recent.as_ref(), row.before.as_ref());
    if recent.is_none() && before.is_none() {
        return view! { <Card title=title><Empty text=words.say("models-people-few")/></Card> }.into_any();
    }
    let columns = ["models-people-weeks", "models-people-week"].map(|key| Column::figures(words.say(key)));
    let columns = std::iter::once(Column::words(words.say("models-what"))).chain(columns).collect();
    let few = || words.say("quality-few").to_owned();
    let figure = |key, of: &dyn Fn(&Sum) -> String| {
        vec![
            Cell::Text(words.say(key).to_owned()),
            Cell::Text(before.map_or_else(few, of)),
            Cell::Text(recent.map_or_else(few, of)),
        ]
    };
    let share = |(at, test): (usize, &Test)| {
        let of = |sum: Option<&Sum>| sum.map_or_else(|| Cell::Text(few()), |sum| cell(words, Some(sum.shares[at])));
        vec![Cell::Text(name(words, *test).to_owned()), of(before), of(recent)]
    };
    let all = figure("models-people-all", &|sum| words.count(sum.shares[0].of.into()));
    let sure = figure("models-sure", &|sum| words.percent(i64::from(sum.confidence)));
    let rows = std::iter::once(all).chain(Test::ALL.iter().enumerate().map(share)).chain([sure]).collect();
    view! { <Card title=title><Table caption=title columns=columns rows=rows/></Card> }.into_any()
}
