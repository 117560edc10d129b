//! Short articles: what to do now, and how to stay safe.

use assistant::{knowledge, language::Spoken};
use bank::Error;
use leptos::prelude::*;
use model::{ErrorCode, Language};

use super::person_address;
use crate::{
    components::{Call, LinkButton, Look, OpenFrame, PageHeading, Picture, Place},
    context, pages,
    words::Words,
};

model::coded! {
    /// An article; its word is the end of its address.
    Article {
        /// A card or a telephone is gone.
        Lost = "lost-card-or-phone",
        /// Money went to the wrong person.
        Mistake = "paid-by-mistake",
        /// Somebody presses for a payment.
        Pressed = "pressed-to-pay",
        /// Somebody says that they are the bank.
        Caller = "call-from-the-bank",
        /// Codes and passwords.
        Codes = "codes-and-passwords",
        /// A new friend, or a deal too good to be true.
        Friend = "new-friend-or-deal",
        /// Reading the page larger.
        Larger = "read-larger",
    }
}

/// A piece of an article, by the keys of its words.
enum Piece {
    /// A paragraph.
    Text(&'static str),
    /// A heading.
    Heading(&'static str),
    /// A list.
    List(&'static [&'static str]),
    /// Things to do one after the other.
    Steps(&'static [&'static str]),
}

impl Article {
    /// What to read when something has just gone wrong.
    pub(super) const NOW: [Self; 2] = [Self::Lost, Self::Mistake];
    /// What keeps people safe from tricks.
    pub(super) const SAFE: [Self; 4] = [Self::Pressed, Self::Caller, Self::Codes, Self::Friend];

    /// Where it is.
    pub(super) fn address(self) -> String {
        format!("/help/articles/{}", self.code())
    }

    /// The key of its title.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Lost => "article-lost",
            Self::Mistake => "article-mistake",
            Self::Pressed => "article-pressed",
            Self::Caller => "article-caller",
            Self::Codes => "article-codes",
            Self::Friend => "article-friend",
            Self::Larger => "article-larger",
        }
    }

    /// The key of what it is about, in a sentence.
    pub(super) const fn about(self) -> &'static str {
        match self {
            Self::Lost => "article-lost-about",
            Self::Mistake => "article-mistake-about",
            Self::Pressed => "article-pressed-about",
            Self::Caller => "article-caller-about",
            Self::Codes => "article-codes-about",
            Self::Friend => "article-friend-about",
            Self::Larger => "article-larger-about",
        }
    }

    const fn pieces(self) -> &'static [Piece] {
        match self {
            Self::Lost => &[
                Piece::Steps(&["article-lost-1", "article-lost-2", "article-lost-3", "article-lost-4"]),
                Piece::Text("article-lost-sure"),
            ],
            Self::Mistake => &[
                Piece::Text("article-mistake-final"),
                Piece::Steps(&["article-mistake-1", "article-mistake-2", "article-mistake-3"]),
            ],
            Self::Pressed => &[
                Piece::Text("article-pressed-time"),
                Piece::Heading("article-signs"),
                Piece::List(&[
                    "article-pressed-sign-1",
                    "article-pressed-sign-2",
                    "article-pressed-sign-3",
                    "article-pressed-sign-4",
                ]),
                Piece::Heading("article-do"),
                Piece::Steps(&["article-pressed-1", "article-pressed-2", "article-pressed-3", "article-pressed-4"]),
            ],
            Self::Caller => &[
                Piece::Text("article-caller-anyone"),
                Piece::Heading("article-caller-never"),
                Piece::List(&[
                    "article-caller-never-1",
                    "article-caller-never-2",
                    "article-caller-never-3",
                    "article-caller-never-4",
                ]),
                Piece::Heading("article-caller-check"),
                Piece::Steps(&["article-caller-1", "article-caller-2", "article-caller-3"]),
            ],
            Self::Codes => &[
                Piece::Text("article-codes-one"),
                Piece::List(&["article-codes-1", "article-codes-2", "article-codes-3"]),
                Piece::Text("article-codes-given"),
            ],
            Self::Friend => &[
                Piece::Heading("article-signs"),
                Piece::List(&["article-friend-sign-1", "article-friend-sign-2", "article-friend-sign-3"]),
                Piece::Heading("article-do"),
                Piece::Steps(&["article-friend-1", "article-friend-2", "article-friend-3"]),
            ],
            Self::Larger => {
                &[Piece::List(&["article-larger-1", "article-larger-2", "article-larger-3", "article-larger-4"])]
            }
        }
    }

    /// The one page of ours that it sends people to, with the key of its words.
    const fn leads_to(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Lost => Some(("/you/security", "security-open")),
            Self::Larger => Some(("/you/preferences", "preferences-open")),
            _ => None,
        }
    }
}

/// One article.
#[component]
pub fn ArticlePage() -> impl IntoView {
    pages::answer(std::future::ready(article()))
}

fn article() -> Result<AnyView, Error> {
    let words = context::words();
    let slug: String = context::part("slug")?;
    let Some(article) = Article::from_code(&slug) else { return known(words, &slug) };
    let title = words.say(article.title());
    let leads = article.leads_to().map(|(href, label)| view! { <LinkButton href=href label=words.say(label)/> });
    let look = if leads.is_some() { Look::Second } else { Look::Main };
    Ok(view! {
        <OpenFrame title=title place=Place::Help>
            <PageHeading title=title back=super::back(words)>
                <p class="quiet">{words.say(article.about())}</p>
            </PageHeading>
            <article class="stack">{article.pieces().iter().map(|piece| told(words, piece)).collect_view()}</article>
            {call(words)}
            <div class="actions">
                {leads}
                <LinkButton href=person_address(&article.address()) label=words.say("help-call-back") look=look
                    picture=Picture::Talk/>
            </div>
        </OpenFrame>
    }
    .into_any())
}

/// What the title of an article is, ours or one of those the program that talks with people knows.
pub(super) fn title_of(words: Words, slug: &str) -> Option<String> {
    Article::from_code(slug)
        .map(|article| words.say(article.title()).to_owned())
        .or_else(|| knowledge::article(slug, spoken(words)).map(|article| article.title.to_owned()))
}

/// Articles are written in English and Chinese; everybody else reads the English ones.
fn spoken(words: Words) -> Spoken {
    if words.language() == Language::Zh { Spoken::Chinese } else { Spoken::English }
}

/// An article that the program that talks with people knows.
fn known(words: Words, slug: &str) -> Result<AnyView, Error> {
    let spoken = spoken(words);
    let article = knowledge::article(slug, spoken).ok_or(ErrorCode::NotFound)?;
    let language = if spoken == Spoken::Chinese { Language::Zh } else { Language::En };
    let lang = (language != words.language()).then_some(language.code());
    let person = person_address(&format!("/help/articles/{slug}"));
    let body = pieces_of(article.body).map(|text| written(&text)).collect_view();
    Ok(view! {
        <OpenFrame title=article.title place=Place::Help>
            <PageHeading title=article.title back=super::back(words)/>
            <article class="stack" lang=lang>{body}</article>
            {call(words)}
            <div class="actions">
                <LinkButton href=person label=words.say("help-call-back") picture=Picture::Talk/>
            </div>
        </OpenFrame>
    }
    .into_any())
}

/// The paragraphs and lists of an article, without the lines that say what it is about.
fn pieces_of(body: &str) -> impl Iterator<Item = String> + use<> {
    let is_told = |line: &&str| !line.starts_with("intents:") && !line.starts_with("pages:");
    let text: Vec<&str> = body.lines().filter(is_told).collect();
    let pieces: Vec<String> = text.join("\n").split("\n\n").map(|piece| piece.trim().to_owned()).collect();
    pieces.into_iter().filter(|piece| !piece.is_empty())
}

/// One of them: a heading, a list, things to do one after the other, or a paragraph.
fn written(piece: &str) -> AnyView {
    let bare = |line: &str| {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let step = rest.strip_prefix(". ").filter(|_| rest.len() < line.len());
        line.strip_prefix("- ").or(step).map(str::to_owned)
    };
    if let Some(heading) = piece.strip_prefix("## ") {
        return view! { <h2>{heading.to_owned()}</h2> }.into_any();
    }
    let lines: Vec<&str> = piece.lines().collect();
    let items: Option<Vec<String>> = lines.iter().map(|line| bare(line)).collect();
    match items {
        Some(items) if piece.starts_with("- ") => {
            view! { <ul class="told">{items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ul> }
                .into_any()
        }
        Some(items) => {
            view! { <ol class="told">{items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ol> }
                .into_any()
        }
        None => view! { <p>{lines.join(" ")}</p> }.into_any(),
    }
}

fn told(words: Words, piece: &Piece) -> AnyView {
    let items =
        |keys: &'static [&'static str]| keys.iter().map(move |key| view! { <li>{words.say(key)}</li> }).collect_view();
    match piece {
        Piece::Text(key) => view! { <p>{words.say(key)}</p> }.into_any(),
        Piece::Heading(key) => view! { <h2>{words.say(key)}</h2> }.into_any(),
        Piece::List(keys) => view! { <ul class="told">{items(keys)}</ul> }.into_any(),
        Piece::Steps(keys) => view! { <ol class="told">{items(keys)}</ol> }.into_any(),
    }
}

fn call(words: Words) -> impl IntoView {
    view! {
        <section class="card">
            <h2>{words.say("article-call")}</h2>
            <Call/>
            <p>{words.say("help-hours")}</p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_article_is_listed_once() {
        let listed: Vec<Article> = [Article::NOW.as_slice(), &Article::SAFE, &[Article::Larger]].concat();
        for article in Article::ALL {
            assert_eq!(listed.iter().filter(|one| *one == article).count(), 1, "{article:?}");
        }
    }
}
