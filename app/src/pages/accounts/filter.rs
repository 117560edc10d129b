//! Looking for transactions: a plain form that asks with GET, so that what was found has an address.

use bank::accounts::AccountView;
use jiff::civil::Date;
use leptos::prelude::*;
use model::{
    Money,
    forms::{Direction, FilterForm, HistoryKind, Period},
};

use crate::{
    components::{Button, Disclosure, ErrorSummary, Kind, LinkButton, Look, Options, Select, Sentences, TextField},
    words::Words,
};

/// Where on the page it is said what was found: who asks wants to see that, and not the form again.
const FOUND: &str = "found";

/// The form, closed where nothing was asked for, and what it was understood to ask.
pub(super) fn form(words: Words, view: &AccountView, typed: &FilterForm) -> AnyView {
    let problems = Sentences::of(words, &view.problems);
    let open = !problems.is_empty() || !view.filter.is_open();
    let clear = format!("/accounts/{}", view.account.id);
    let told: Vec<_> = [shown(words, view, typed), found(words, view)].into_iter().flatten().collect();
    let told = (!told.is_empty()).then(|| {
        let sentences = told.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
        view! { <div id=FOUND>{sentences}</div> }
    });
    let text = |name, label, kind, value: &String| {
        let problem = problems.at(name);
        view! { <TextField name=name label=words.say(label) kind=kind value=value.clone() problem=problem/> }
    };
    let dates = [text("from", "filter-from", Kind::Date, &typed.from), text("to", "filter-to", Kind::Date, &typed.to)];
    let rest = [
        text("min", "filter-min", Kind::SmallAmount, &typed.min),
        text("max", "filter-max", Kind::SmallAmount, &typed.max),
        text("text", "filter-text", Kind::Text, &typed.text),
    ];
    let select = |name, label, options, chosen: &String| {
        let problem = problems.at(name);
        view! { <Select name=name label=words.say(label) options=options chosen=chosen.clone() problem=problem/> }
    };
    let period = select("period", "filter-period", periods(words), &typed.period);
    let which = [
        select("direction", "filter-direction", directions(words), &typed.direction),
        select("kind", "filter-kind", kinds(words), &typed.kind),
    ];
    let everything = open.then(|| {
        view! { <LinkButton href=clear.clone() label=words.say("filter-clear") look=Look::Second/> }
    });
    let days = typed.days_typed();
    view! {
        <ErrorSummary problems=problems.clone()/>
        <Disclosure summary=words.say("filter-title") open=open>
            <form method="get" action=format!("{clear}#{FOUND}") class="filters" role="search">
                {period}
                <input type="hidden" name="dated" value=days/>
                <div class="dates">{dates}</div>
                {which}
                {rest}
                <div class="full actions">
                    <Button label=words.say("filter-show")/>
                    {everything}
                </div>
            </form>
        </Disclosure>
        {told}
    }
    .into_any()
}

fn options(words: Words, all: &'static str, choices: impl Iterator<Item = (&'static str, &'static str)>) -> Options {
    let all = (String::new(), words.say(all).to_owned());
    std::iter::once(all).chain(choices.map(|(value, said)| (value.to_owned(), said.to_owned()))).collect()
}

fn periods(words: Words) -> Options {
    options(words, "period-all", Period::ALL.iter().map(|period| (period.code(), words.say(period_key(*period)))))
}

fn kinds(words: Words) -> Options {
    options(words, "filter-kind-all", HistoryKind::ALL.iter().map(|kind| (kind.code(), words.kind(*kind))))
}

fn directions(words: Words) -> Options {
    let word = |direction| match direction {
        Direction::In => words.say("filter-in"),
        Direction::Out => words.say("filter-out"),
    };
    options(words, "filter-both", Direction::ALL.iter().map(|direction| (direction.code(), word(*direction))))
}

const fn period_key(period: Period) -> &'static str {
    match period {
        Period::Days30 => "period-30-days",
        Period::ThisMonth => "period-this-month",
        Period::LastMonth => "period-last-month",
        Period::Days90 => "period-90-days",
        Period::ThisYear => "period-this-year",
        Period::Between => "period-between",
    }
}

/// How many lines fit, and what they add up to; `None` where all lines are shown, or none.
fn found(words: Words, view: &AccountView) -> Option<String> {
    let totals = view.history.history.totals.filter(|totals| totals.lines > 0)?;
    let (paid_in, paid_out) = (words.money(totals.paid_in), words.money(totals.paid_out));
    let many = words.count(totals.lines.unsigned_abs());
    let values =
        [("count", totals.lines.into()), ("many", many.into()), ("in", paid_in.into()), ("out", paid_out.into())];
    Some(words.with("found", &values))
}

/// The days that are shown; `None` where that is all of them.
fn days(words: Words, from: Option<Date>, to: Option<Date>) -> Option<String> {
    let one = |key, day: Date| words.with(key, &[("day", words.date(day).into())]);
    match (from, to) {
        (Some(from), Some(to)) => {
            let (from, to) = (words.date(from), words.date(to));
            Some(words.with("shown-between", &[("from", from.into()), ("to", to.into())]))
        }
        (Some(from), None) => Some(one("shown-from", from)),
        (None, Some(to)) => Some(one("shown-to", to)),
        (None, None) => None,
    }
}

/// What is shown, in a sentence; `None` where that is everything.
fn shown(words: Words, view: &AccountView, typed: &FilterForm) -> Option<String> {
    let filter = &view.filter;
    if filter.is_open() || !view.problems.is_empty() {
        return None;
    }
    let currency = view.account.currency();
    let amount = |minor| words.money(Money::new(minor, currency));
    let preset = Period::from_code(&typed.period).filter(|period| *period != Period::Between);
    let mut parts: Vec<String> = Vec::new();
    if let Some(preset) = preset {
        parts.push(words.say(period_key(preset)).to_owned());
    } else {
        parts.extend(days(words, filter.from, filter.to));
    }
    parts.extend(filter.direction.map(|direction| {
        let key = if direction == Direction::In { "filter-in" } else { "filter-out" };
        words.say(key).to_owned()
    }));
    parts.extend(filter.kind.map(|kind| words.kind(kind).to_owned()));
    parts.extend(filter.min_minor.map(|minor| words.with("shown-min", &[("amount", amount(minor).into())])));
    parts.extend(filter.max_minor.map(|minor| words.with("shown-max", &[("amount", amount(minor).into())])));
    if !filter.text.is_empty() {
        parts.push(words.with("shown-text", &[("text", (&filter.text).into())]));
    }
    Some(words.with("shown", &[("parts", words.list(&parts).into())]))
}
