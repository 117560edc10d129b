//! Arrangements in words: what is different in one, what a browser has found, and what was done.

use std::collections::HashMap;

use bank::layouts::{Arrangement, Entry, Launch, Report, Stage, Step};
use experiments::layout::{Density, Difference, Layout, Size, differences};
use leptos::prelude::*;
use model::{
    StaffId,
    forms::{Audience, DeviceClass, Tenure},
};

use crate::{
    components::{Cell, Column, Empty, Table},
    context,
    words::Words,
};

/// What is different in `new`, by the size of the text.
pub(super) fn different(words: Words, old: &Layout, new: &Layout) -> AnyView {
    let found = differences(old, new);
    if found.is_empty() {
        return view! { <p>{words.say("studio-changes-none")}</p> }.into_any();
    }
    let of_size = |size: Size| {
        let lines: Vec<_> = found.iter().filter(|(of, ..)| *of == size).collect();
        let lines = lines.iter().map(|(_, part, difference)| {
            view! { <li>{in_words(words, part, *difference)}</li> }
        });
        let lines: Vec<_> = lines.collect();
        (!lines.is_empty()).then(|| view! { <h3>{in_size(words, size)}</h3><ul class="bullets">{lines}</ul> })
    };
    Size::ALL.map(of_size).into_iter().collect_view().into_any()
}

/// What a size is called.
pub(super) fn in_size(words: Words, size: Size) -> &'static str {
    words.say(match size {
        Size::Standard => "studio-standard",
        Size::Large => "studio-large",
    })
}

fn in_words(words: Words, part: &'static str, difference: Difference) -> String {
    let part = words.arranged_part(part);
    let said = |key: &str| words.with(key, &[("part", part.into())]);
    match difference {
        Difference::Moved(spots) => {
            let [before, after] = spots.map(|(column, number)| spot(words, column, number));
            words.with(
                "studio-change-moved",
                &[("part", part.into()), ("before", before.into()), ("after", after.into())],
            )
        }
        Difference::Spaced(Density::Dense) => said("studio-change-dense"),
        Difference::Spaced(Density::Roomy) => said("studio-change-roomy"),
        Difference::Counted(None) => said("studio-change-fit"),
        Difference::Counted(Some(lines)) => {
            let number = words.count(lines);
            words.with("studio-change-lines", &[("part", part.into()), ("number", number.into())])
        }
    }
}

fn spot(words: Words, column: &'static str, number: usize) -> String {
    let number = words.count(u64::try_from(number).unwrap_or_default());
    words.with("studio-change-spot", &[("column", words.arranged_column(column).into()), ("number", number.into())])
}

/// What a browser has found.
pub(super) fn report(words: Words, arrangement: &Arrangement) -> AnyView {
    let waits = arrangement.head.stage == Stage::Submitted;
    let Some(Report { views, findings, .. }) = arrangement.report().filter(|_| !waits) else {
        let key = match (waits, context::site().checks) {
            (true, true) => "studio-report-waits",
            (true, false) => "studio-no-checks",
            (false, _) => "studio-report-none",
        };
        return view! { <p>{words.say(key)}</p> }.into_any();
    };
    let views = words.count(u64::from(*views));
    let text = |key| words.with(key, &[("views", (&views).into())]);
    if findings.is_empty() {
        return view! { <p>{text("studio-report-good")}</p> }.into_any();
    }
    let columns = ["studio-rule", "studio-view", "studio-found"].map(|key| Column::words(words.say(key)));
    let rows = findings
        .iter()
        .map(|finding| [&finding.rule, &finding.place, &finding.what].map(|text| Cell::Code(text.clone())).into());
    view! {
        <p>{text("studio-report-bad")}</p>
        <Table caption=words.say("studio-report-title") columns=columns.into() rows=rows.collect()/>
    }
    .into_any()
}

/// What was done, the first before the others.
pub(super) fn log(words: Words, entries: &[Entry], names: &HashMap<StaffId, String>) -> AnyView {
    if entries.is_empty() {
        return view! { <Empty text=words.say("studio-log-none")/> }.into_any();
    }
    let calendar = context::calendar();
    let rows = entries.iter().map(|Entry { by, step, at }| {
        let name = called(words, *by, names);
        let said = |key: &str| words.with(key, &[("name", (&name).into())]);
        let (head, text) = match step {
            Step::Remarked(text) => (said("studio-log-remarked"), Some(text.clone())),
            Step::Submitted => (said("studio-log-submitted"), None),
            Step::Reported(report) if report.is_good() => (words.say("studio-log-reported-good").to_owned(), None),
            Step::Reported(_) => (words.say("studio-log-reported-bad").to_owned(), None),
            Step::Approved => (said("studio-log-approved"), None),
            Step::Refused(text) => (said("studio-log-refused"), Some(text.clone())),
            Step::Launched(launch) => (said("studio-log-launched"), Some(launched(words, launch))),
            Step::Promoted => (said("studio-log-promoted"), None),
            Step::Stopped(reason) => {
                let why = words.stop_reason(*reason);
                (words.with("studio-log-stopped", &[("name", (&name).into()), ("why", why.into())]), None)
            }
            Step::Retired => (said("studio-log-retired"), None),
        };
        let text = text.map(|text| view! { <p class="said">{text}</p> });
        let at = words.moment(*at, &calendar);
        view! { <li><div class="stack close"><p><b>{head}</b><br/><small>{at}</small></p>{text}</div></li> }
    });
    let rows = rows.collect_view();
    view! { <ol class="stack roomy">{rows}</ol> }.into_any()
}

/// To whom something was shown and how long, each on a line of its own.
pub(super) fn launched(words: Words, launch: &Launch) -> String {
    let calendar = context::calendar();
    let share = words.count(u64::from(launch.share));
    let share = words.with("studio-shown-share", &[("share", share.into())]);
    let (from, until) = (words.moment(launch.from, &calendar), words.moment(launch.until, &calendar));
    let days = words.with("studio-shown-days", &[("from", from.into()), ("until", until.into())]);
    let language = launch.language.map(|language| Words::of(language).say("language-name"));
    let narrower = [
        (launch.audience != Audience::Everybody).then(|| words.audience(launch.audience)),
        (launch.device != DeviceClass::Any).then(|| words.device_class(launch.device)),
        (launch.tenure != Tenure::Any).then(|| words.tenure(launch.tenure)),
        language,
    ];
    let narrower = narrower.into_iter().flatten().map(str::to_owned);
    [share, days].into_iter().chain(narrower).collect::<Vec<_>>().join("\n")
}

/// Somebody by their name; a program of the bank as what it is.
pub(super) fn called(words: Words, by: Option<StaffId>, names: &HashMap<StaffId, String>) -> String {
    match by {
        Some(id) => names.get(&id).cloned().unwrap_or_else(|| id.to_string()),
        None => words.say("studio-log-bank").to_owned(),
    }
}
