//! One arrangement: how far it is, what is different in it, what was found and said, and what can be done next.

use std::collections::HashMap;

use bank::{
    Bank, Error,
    layouts::{self, Arrangement},
    staff::Duty,
};
use experiments::layout::{Layout, Page};
use leptos::prelude::*;
use model::{ArrangementId, StaffId};
use serde::Deserialize;

use super::super::queues;
use super::{DESIGN, address, found, picture, preview_address, read, results, told, work};
use crate::{
    components::{Button, Card, ErrorSummary, Fact, Facts, Link, Look, PageHeading, Select, Sentences},
    context, layouts as arranged, pages,
    pages::staff::StaffFrame,
    words::Words,
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// The name of the one that it is compared with.
    with: String,
}

/// One of them.
#[component]
pub fn ArrangementPage() -> impl IntoView {
    pages::answer(arrangement())
}

async fn arrangement() -> Result<AnyView, Error> {
    let member = context::staff_with(Duty::Layouts)?;
    let (bank, words) = (context::bank(), context::words());
    let id: ArrangementId = context::part("id")?;
    let kept = layouts::one(&bank, id).await?;
    let (layout, names) = (read(&kept.body)?, queues::names(&bank).await?);
    let typed = work::Typed::of(id);
    let problems = Sentences::of(words, &typed.problems);
    let changes = changes(&bank, words, &kept, &layout).await?;
    let results = results::card(&bank, words, &kept).await?;
    let report = told::report(words, &kept);
    let log = told::log(words, &kept.entries, &names);
    let is_halted = layouts::is_halted(&bank).await?.is_some();
    let work = work::view(words, (&kept, is_halted), &member, typed, &problems);
    let (title, page) = (kept.head.name.clone(), words.arranged_page(layout.page()));
    let taken = layouts::pictures(&bank, layout.address()).await?;
    let picture = picture::large(words, &kept.head.name, &layout, &taken);
    let facts = facts(words, &kept, (&layout, picture), &names);
    Ok(view! {
        <StaffFrame title=title.clone()>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(DESIGN.to_owned(), words.say("studio-back").to_owned())>
                <p class="quiet">{page}</p>
            </PageHeading>
            <div class="two">
                <div class="stack roomy">
                    {facts}
                    {results}
                    {changes}
                    <Card title=words.say("studio-report-title")>{report}</Card>
                    <Card title=words.say("studio-log-title")>{log}</Card>
                </div>
                <div class="stack roomy">{work}</div>
            </div>
        </StaffFrame>
    }
    .into_any())
}

fn facts(
    words: Words,
    kept: &Arrangement,
    (layout, picture): (&Layout, AnyView),
    names: &HashMap<StaffId, String>,
) -> AnyView {
    let (head, calendar) = (&kept.head, context::calendar());
    let author = told::called(words, Some(head.author), names);
    let begun = words.moment(head.begun_at, &calendar);
    // As much of it as people compare.
    let hash: String = head.sha256.chars().take(12).collect();
    let stage = words.stage(head.stage);
    let shown = kept.launch().map(|launch| {
        let how = if kept.is_for_good() {
            view! { {words.say("studio-shown-all")} }.into_any()
        } else {
            view! { <span class="said">{told::launched(words, launch)}</span> }.into_any()
        };
        let goal = words.goal(kept.journey(), launch.goal);
        view! {
            <Fact term=words.say("studio-shown")>{how}</Fact>
            <Fact term=words.say("studio-goal")>{goal}</Fact>
        }
    });
    let preview = preview_address(layout.page(), &head.name);
    view! {
        {picture}
        <Link href=preview label=words.say("studio-preview")/>
        <Facts>
            <Fact term=words.say("studio-stage")>{stage}</Fact>
            <Fact term=words.say("studio-author")>{author}</Fact>
            <Fact term=words.say("studio-begun")>{begun}</Fact>
            <Fact term=words.say("studio-hash")><code translate="no">{hash}</code></Fact>
            {shown}
        </Facts>
    }
    .into_any()
}

/// What is different in it, compared with the control or with whichever is asked for.
async fn changes(bank: &Bank, words: Words, kept: &Arrangement, layout: &Layout) -> Result<AnyView, Error> {
    let page = layout.page();
    let Query { with } = context::query();
    let with = if with.is_empty() { arranged::CONTROL.to_owned() } else { with };
    let different = told::different(words, &found(bank, page, &with).await?, layout);
    let options = others(bank, page, &kept.head.name).await?;
    let from = words.with("studio-changes-from", &[("name", (&with).into())]);
    let action = address(kept.head.id);
    Ok(view! {
        <Card title=words.say("studio-changes-title")>
            <p class="quiet">{from}</p>
            {different}
            <form method="get" action=action class="stack" aria-label=words.say("studio-compare")>
                <Select name="with" label=words.say("studio-compare") options=options chosen=with/>
                <div class="actions"><Button label=words.say("studio-compare-button") look=Look::Second/></div>
            </form>
        </Card>
    }
    .into_any())
}

/// The other arrangements of the page, by their names.
async fn others(bank: &Bank, page: Page, name: &str) -> Result<Vec<(String, String)>, Error> {
    let all = arranged::Arrangements::compiled();
    let own = all.names(page).into_iter().map(str::to_owned);
    let written =
        layouts::all(bank).await?.into_iter().filter(|(head, _)| head.page == page.word() && head.name != name);
    Ok(own.chain(written.map(|(head, _)| head.name)).map(|name| (name.clone(), name)).collect())
}
