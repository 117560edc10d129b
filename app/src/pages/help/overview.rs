//! The Help place: a person, what to do now, how to stay safe, how to read more easily.

use bank::Error;
use leptos::prelude::*;

use super::{
    articles::Article,
    chat::{CHAT, unread},
    person_address, row,
    tickets::{TICKETS, WRITE},
};
use crate::{
    components::{Call, Card, LinkButton, OpenFrame, PageHeading, Picture, Place},
    context,
    pages::{self, cards::CARDS},
    words::Words,
};

/// The page with every kind of help.
#[component]
pub fn HelpPage() -> impl IntoView {
    pages::answer(help())
}

async fn help() -> Result<AnyView, Error> {
    let words = context::words();
    let unread = unread(&context::bank()).await?;
    let title = words.say("place-help");
    Ok(view! {
        <OpenFrame title=title place=Place::Help>
            <PageHeading title=words.say("help-page-title")/>
            {person(words)}
            {write(words, unread)}
            <Card title=words.say("help-now")>
                <ul class="rows">
                    {row("/freeze", words.say("freeze-title"), words.say("freeze-everything-what"))}
                    {row(CARDS, words.say("cards-lost"), words.say("cards-lost-what"))}
                    {articles(words, &Article::NOW)}
                </ul>
            </Card>
            <Card title=words.say("help-safe")><ul class="rows">{articles(words, &Article::SAFE)}</ul></Card>
            {easier(words)}
        </OpenFrame>
    }
    .into_any())
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
fn write(words: Words, unread: usize) -> impl IntoView {
    let new = (unread > 0).then(|| {
        let count = u64::try_from(unread).unwrap_or(u64::MAX);
        view! { <small><strong>{words.with("chat-unread", &[("count", count.into())])}</strong></small> }
    });
    let line = move |href: &'static str, title: &'static str, about: &'static str| {
        row(href, words.say(title), words.say(about))
    };
    view! {
        <Card title=words.say("help-write")>
            <ul class="rows">
                <li>
                    <a href=CHAT>
                        <span><b>{words.say("chat-title")}</b><small>{words.say("chat-about")}</small>{new}</span>
                    </a>
                </li>
                {line(WRITE, "write-title", "write-about")}
                {line(TICKETS, "tickets-title", "tickets-about")}
            </ul>
        </Card>
    }
}

/// Articles, each with what it is about.
fn articles(words: Words, articles: &[Article]) -> impl IntoView + use<> {
    let line = |article: &Article| row(article.address(), words.say(article.title()), words.say(article.about()));
    articles.iter().map(line).collect_view()
}

fn easier(words: Words) -> impl IntoView {
    let line = move |href: &'static str, title: &'static str, about: &'static str| {
        row(href, words.say(title), words.say(about))
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
