//! What stands around every page: the ways to read it, the places of the bank, help, and the way out.

use leptos::prelude::*;
use model::{Language, TextSize};

use super::{Icon, MARK, Picture};
use crate::context;

/// The places of the bank, named by what people want.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Place {
    /// What is there, what came in and went out.
    Accounts,
    /// Paying.
    Pay,
    /// Settings and security.
    You,
    /// None of them.
    #[default]
    Elsewhere,
}

/// Every place that exists, with its word, its address and its picture.
const PLACES: [(Place, &str, &str, Picture); 3] = [
    (Place::Accounts, "place-accounts", "/", Picture::Accounts),
    (Place::Pay, "place-pay", "/pay", Picture::Pay),
    (Place::You, "place-you", "/you", Picture::You),
];

/// The page of somebody who is signed in.
#[component]
pub fn Frame(
    /// The title of the document, before the bank's name.
    #[prop(into)]
    title: String,
    /// The place this page belongs to.
    #[prop(optional)]
    place: Place,
    /// Whether the page asks one question, and is as narrow as its lines.
    #[prop(optional)]
    narrow: bool,
    /// The page itself, with its one `h1`.
    children: Children,
) -> impl IntoView {
    frame(title, true, places(place).into_any(), narrow, children())
}

/// A page that anybody can see: the sign-in, and what went wrong.
#[component]
pub fn SignedOutFrame(
    /// The title of the document, before the bank's name.
    #[prop(into)]
    title: String,
    /// The page itself, with its one `h1`.
    children: Children,
) -> impl IntoView {
    frame(title, false, ().into_any(), true, children())
}

fn frame(title: String, signed_in: bool, places: AnyView, narrow: bool, page: impl IntoView + 'static) -> AnyView {
    context::title(title);
    let words = context::words();
    let class = if narrow { "narrow" } else { "full" };
    view! {
        <a class="skip" href="#main">{words.say("skip")}</a>
        <header>
            <div class="tools"><div class="wide">{reading()}{signed_in.then(leave)}</div></div>
            <div class="head">
                <div class="wide">
                    <a class="mark" href="/">
                        <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" inner_html=MARK></svg>
                        {words.say("bank-name")}
                    </a>
                    {places}
                </div>
            </div>
        </header>
        <main id="main" tabindex="-1" class=class>{page}</main>
        {foot()}
    }
    .into_any()
}

/// The switches of size and language: first on every page, and working before sign-in.
fn reading() -> impl IntoView {
    let (words, now) = (context::words(), context::preferences());
    let (size, size_word) = match now.text {
        TextSize::Standard => (TextSize::Large, words.say("text-larger")),
        TextSize::Large => (TextSize::Standard, words.say("text-smaller")),
    };
    let (language, lang, language_word) = match now.language {
        Language::En => (Language::Zh, "zh-Hans", "中文"),
        Language::Zh => (Language::En, "en", "English"),
    };
    view! {
        <form method="post" action="/do/preferences">
            <input type="hidden" name="back" value=context::path_and_query()/>
            <button class="tool" type="submit" name="text" value=size.code()><Icon of=Picture::Size/>{size_word}</button>
            <button class="tool" type="submit" name="language" value=language.code() lang=lang>
                <Icon of=Picture::Language/>
                {language_word}
            </button>
        </form>
    }
}

fn leave() -> impl IntoView {
    view! {
        <form method="post" action="/do/sign-out">
            <button class="tool leave" type="submit"><Icon of=Picture::Leave/>{context::words().say("sign-out")}</button>
        </form>
    }
}

fn places(here: Place) -> impl IntoView {
    let words = context::words();
    let path = context::path();
    let link = |(place, key, href, picture): (Place, &'static str, &'static str, Picture)| {
        // "page" is only said of the page itself; of those that belong to a place, that the place is the current one.
        let current = if href == path { Some("page") } else { (place == here).then_some("true") };
        view! { <a href=href aria-current=current><Icon of=picture/>{words.say(key)}</a> }
    };
    view! { <nav class="places" aria-label=words.say("places")>{PLACES.map(link)}</nav> }
}

fn foot() -> impl IntoView {
    let words = context::words();
    view! {
        <footer class="foot">
            <div class="wide">
                <div>
                    <h2 id="help">{words.say("help-title")}</h2>
                    <a class="call" href=words.say("help-phone-link")>
                        <Icon of=Picture::Phone/>
                        {words.say("help-phone")}
                    </a>
                    <p>{words.say("help-hours")}</p>
                </div>
                <div>
                    <h2>{words.say("safe-title")}</h2>
                    <p>{words.say("safe-text")}</p>
                </div>
            </div>
        </footer>
    }
}

/// The way back to the page before.
#[component]
pub fn Back(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// Where that is, in words.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! { <a class="alone" href=href><Icon of=Picture::Back/>{label}</a> }
}

/// How far a journey has come: "Step 2 of 4", above the heading.
#[component]
pub fn Step(
    /// Which step this is, from 1.
    now: u8,
    /// How many there are.
    of: u8,
) -> impl IntoView {
    let text = context::words().with("step", &[("now", now.into()), ("of", of.into())]);
    view! { <p class="step">{text}</p> }
}
