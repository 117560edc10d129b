//! What the files of a designer's folder make of the pages, in frames, and what is wrong with those that cannot be read.
//! There only where a demonstration bank runs on the designer's own machine ([`crate::workshop`]).

use bank::Error;
use experiments::layout::Page;
use leptos::prelude::*;
use model::{Contrast, ErrorCode, Language};
use serde::Deserialize;

use super::{
    errors,
    staff::{Asked, Shown, frames},
};
use crate::{
    components::{Card, Link, Notice, PageHeading, SignedOutFrame, Tone},
    context,
    layouts::CONTROL,
    previews::LIVE,
    words::Words,
    workshop::{CHANGES, ENDING, Seen, WORKSHOP, Workshop},
};

/// What stands in the frames, side by side.
const LANGUAGES: &[Language] = &[Language::En, Language::Zh];

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    page: String,
    name: String,
}

/// The folder, and one of its arrangements in frames.
#[component]
pub fn WorkshopPage() -> impl IntoView {
    match context::site().workshop.clone() {
        Some(workshop) => at_work(&workshop),
        None => errors::of(&Error::Refused(ErrorCode::NotFound)),
    }
}

fn at_work(workshop: &Workshop) -> AnyView {
    let words = context::words();
    let Query { page, name } = context::query();
    let page = Page::of(&page).unwrap_or(Page::Home);
    let name = if name.is_empty() { CONTROL.to_owned() } else { name };
    let files = workshop.files();
    let wrong: Vec<_> = files.iter().filter(|(_, seen)| seen.wrong.is_some()).collect();
    let state = if wrong.is_empty() { words.say("workshop-good") } else { words.say("workshop-bad") };
    let mistakes = wrong.iter().map(|((folder, file), seen)| mistake(words, folder, file, seen)).collect_view();
    let pages = Page::ALL.map(|page| of(words, workshop, page)).into_iter().collect_view();
    let folder = words.with("workshop-text", &[("folder", folder_name(workshop).into())]);
    let chosen = chosen(words, workshop, page, &name);
    let title = words.say("workshop-title");
    view! {
        <SignedOutFrame title=title wide=true>
            <PageHeading title=title><p>{folder}</p></PageHeading>
            <div class="stack roomy" data-workshop=CHANGES>
                <p role="status" data-workshop-part="state">{state}</p>
                <div class="stack" data-workshop-part="mistakes">{mistakes}</div>
                <div class="stack" data-workshop-part="pages">{pages}</div>
                {chosen}
            </div>
        </SignedOutFrame>
    }
    .into_any()
}

/// What the folder is called: the way to it is nothing to show.
fn folder_name(workshop: &Workshop) -> String {
    workshop.folder().file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What is wrong with a file, and what is shown meanwhile.
fn mistake(words: Words, folder: &str, file: &str, seen: &Seen) -> AnyView {
    let title = words.with("workshop-wrong", &[("file", format!("{folder}/{file}").into())]);
    let meanwhile = if seen.good.is_some() { "workshop-last-good" } else { "workshop-never-good" };
    let what = seen.wrong.as_ref().map(|wrong| {
        let place =
            [("line", words.count(wrong.line as u64).into()), ("column", words.count(wrong.column as u64).into())];
        let place = words.with("workshop-place", &place);
        // As whoever reads the file has said it: in English.
        view! { <p>{place}</p><p lang="en" translate="no"><code>{wrong.what.clone()}</code></p> }
    });
    view! { <Notice title=title tone=Tone::Danger>{what}<p>{words.say(meanwhile)}</p></Notice> }.into_any()
}

/// The arrangements of a page: the ways to each, and where it comes from.
fn of(words: Words, workshop: &Workshop, page: Page) -> AnyView {
    let (all, files) = (workshop.arrangements(), workshop.files());
    let row = |name: &str| {
        let file = files.get(&(page.word().to_owned(), format!("{name}{ENDING}")));
        let from =
            if file.is_some_and(|seen| seen.good.is_some()) { "workshop-from-folder" } else { "studio-built-in" };
        let (href, name) = (address(page, name), name.to_owned());
        view! { <li><a href=href><span><b translate="no">{name}</b><small>{words.say(from)}</small></span></a></li> }
    };
    let rows = all.names(page).into_iter().map(row).collect_view();
    view! { <Card title=words.arranged_page(page)><ul class="rows">{rows}</ul></Card> }.into_any()
}

fn address(page: Page, name: &str) -> String {
    format!("{WORKSHOP}?page={}&name={name}", page.word())
}

/// The one that was chosen, as it is now.
fn chosen(words: Words, workshop: &Workshop, page: Page, name: &str) -> AnyView {
    let Some(layout) = workshop.arrangements().find(page, name) else {
        return view! { <p>{words.say("workshop-none")}</p> }.into_any();
    };
    let (page_name, name) = (words.arranged_page(page), name.to_owned());
    let title = words.with("workshop-shown", &[("page", page_name.into()), ("name", (&name).into())]);
    let (again, now) = (address(page, &name), context::visitor().now());
    let link = context::site().previews.link(page, &name, LIVE, now);
    let alone = link.clone();
    let says = Some(layout.address().to_string());
    let as_begun = |name: String, begun: bool| Shown { name, link: link.clone(), says: says.clone(), begun };
    // Where something goes on for a while: as it is before that, and beside it as it is then.
    let shown = if page == Page::Chat {
        let named = |key: &'static str| format!("{name}: {}", words.say(key));
        vec![as_begun(named("studio-preview-unsaid"), false), as_begun(named("chat-said"), true)]
    } else {
        vec![as_begun(name, false)]
    };
    let asked = Asked { languages: LANGUAGES, contrast: Contrast::default(), scripts: false };
    view! {
        <h2>{title}</h2>
        <p>{words.say("studio-preview-text")}</p>
        <Link href=alone label=words.say("workshop-alone")/>
        <Link href=again label=words.say("workshop-again")/>
        {frames(words, &shown, &asked)}
    }
    .into_any()
}
