//! The page: for which days, told apart by what, and then conversations and messages.

use bank::{
    Error,
    few::FEWEST,
    quality::{self, By, Period, Quality},
    staff::Duty,
};
use leptos::prelude::*;
use serde::Deserialize;

use super::{super::QUALITY, figures};
use crate::{
    addresses::STAFF,
    components::{PageHeading, Tab, Tabs},
    context, pages,
    pages::staff::StaffFrame,
    words::Words,
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// How many days back; four weeks otherwise.
    days: String,
    /// By what they are told apart; by language otherwise.
    by: String,
}

/// How well people are served.
#[component]
pub fn QualityPage() -> impl IntoView {
    pages::answer(quality())
}

async fn quality() -> Result<AnyView, Error> {
    context::staff_with(Duty::Quality)?;
    let (bank, words) = (context::bank(), context::words());
    let Query { days, by } = context::query();
    let period = Period::from_code(&days).unwrap_or(Period::Month);
    let by = By::from_code(&by).unwrap_or(By::Language);
    let Quality { conversations, messages, is_cut } = quality::seen(&bank, period, by).await?;
    let title = words.say("quality-title");
    let cut = is_cut.then(|| view! { <p>{words.say("quality-cut")}</p> });
    let fewest = words.with("quality-fewest", &[("people", FEWEST.into())]);
    let sizes = (by == By::Text).then(|| view! { <p>{words.say("quality-sizes")}</p> });
    Ok(view! {
        <StaffFrame title=title>
            <PageHeading title=title back=(STAFF.to_owned(), words.say("staff-back").to_owned())>
                <p>{words.say("quality-text")}</p>
            </PageHeading>
            <Tabs label=words.say("quality-days") tabs=periods(words, period, by)/>
            <Tabs label=words.say("quality-by") tabs=apart(words, period, by)/>
            {cut}
            {figures::card(words, "quality-conversations", &conversations)}
            {figures::card(words, "quality-messages", &messages)}
            <div class="quiet">
                <p>{fewest}</p>
                {sizes}
                <p>{words.say("quality-ages")}</p>
            </div>
        </StaffFrame>
    }
    .into_any())
}

fn address(period: Period, by: By) -> String {
    format!("{QUALITY}?days={}&by={}", period.code(), by.code())
}

fn periods(words: Words, period: Period, by: By) -> Vec<Tab> {
    let tab = |one: Period| Tab {
        label: words.with("quality-last", &[("count", one.days().unsigned_abs().into())]),
        href: address(one, by),
        current: one == period,
    };
    [Period::Week, Period::Month, Period::Quarter].map(tab).into()
}

fn apart(words: Words, period: Period, by: By) -> Vec<Tab> {
    let tab = |one: By| Tab {
        label: words
            .say(match one {
                By::Language => "quality-by-language",
                By::About => "quality-by-about",
                By::Text => "quality-by-text",
            })
            .to_owned(),
        href: address(period, one),
        current: one == by,
    };
    By::ALL.iter().copied().map(tab).collect()
}
