//! The Help place: a person, what to do now, how to stay safe, how to read more easily.

use leptos::prelude::*;

use super::{
    articles::Article,
    person_address,
    tickets::{TICKETS, WRITE},
};
use crate::{
    components::{Call, Card, LinkButton, OpenFrame, PageHeading, Picture, Place},
    context,
    words::Words,
};

/// The page with every kind of help.
#[component]
pub fn HelpPage() -> impl IntoView {
    let words = context::words();
    let title = words.say("place-help");
    view! {
        <OpenFrame title=title place=Place::Help>
            <PageHeading title=words.say("help-page-title")/>
            {person(words)}
            {write(words)}
            <Card title=words.say("help-now")>{links(words, &Article::NOW)}</Card>
            <Card title=words.say("help-safe")>{links(words, &Article::SAFE)}</Card>
            {easier(words)}
        </OpenFrame>
    }
}

fn person(words: Words) -> impl IntoView {
    view! {
        <Card title=words.say("person-title")>
            <Call/>
            <p>{words.say("help-hours")}</p>
            <div class="actions">
                <LinkButton href=person_address("/help") label=words.say("help-call-back") picture=Picture::Talk/>
            </div>
        </Card>
    }
}

/// Writing to the bank, and what came of it.
fn write(words: Words) -> impl IntoView {
    let line = move |href: &'static str, title: &'static str, about: &'static str| {
        view! {
            <li><a href=href><span><b>{words.say(title)}</b><small>{words.say(about)}</small></span></a></li>
        }
    };
    view! {
        <Card title=words.say("help-write")>
            <ul class="rows">
                {line(WRITE, "write-title", "write-about")}
                {line(TICKETS, "tickets-title", "tickets-about")}
            </ul>
        </Card>
    }
}

/// A list of articles, each with what it is about.
fn links(words: Words, articles: &[Article]) -> impl IntoView + use<> {
    let line = |article: &Article| {
        view! {
            <li>
                <a href=article.address()>
                    <span><b>{words.say(article.title())}</b><small>{words.say(article.about())}</small></span>
                </a>
            </li>
        }
    };
    view! { <ul class="rows">{articles.iter().map(line).collect_view()}</ul> }
}

fn easier(words: Words) -> impl IntoView {
    let line = move |href: &'static str, title: &'static str, about: &'static str| {
        view! {
            <li><a href=href><span><b>{words.say(title)}</b><small>{words.say(about)}</small></span></a></li>
        }
    };
    view! {
        <Card title=words.say("help-easier")>
            <ul class="rows">
                {line("/practice", "practice-title", "practice-about")}
                {line("/help/articles/read-larger", "article-larger", "article-larger-about")}
                {line("/you/preferences", "preferences-title", "preferences-about")}
                {line("/help/shortcuts", "shortcuts-title", "shortcuts-about")}
            </ul>
        </Card>
    }
}
