//! What stands around every page: the ways to read it, the places of the bank, help, and the way out.

use leptos::prelude::*;

use super::{Example, Foot, Icon, MARK, ModeSwitch, PageHeading, Part, Picture, Place, Places, SkipLink};
use crate::{context, words::Words};

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
    frame(title, true, view! { <Places here=place/> }.into_any(), narrow, children())
}

/// A page that anybody can see: the sign-in, what went wrong, the gallery.
#[component]
pub fn SignedOutFrame(
    /// The title of the document, before the bank's name.
    #[prop(into)]
    title: String,
    /// Whether the page is as wide as a table, rather than as its lines.
    #[prop(optional)]
    wide: bool,
    /// The page itself, with its one `h1`.
    children: Children,
) -> impl IntoView {
    frame(title, false, ().into_any(), !wide, children())
}

fn frame(title: String, signed_in: bool, places: AnyView, narrow: bool, page: impl IntoView + 'static) -> AnyView {
    context::title(title);
    let words = context::words();
    let class = if narrow { "narrow" } else { "full" };
    view! {
        <SkipLink/>
        <header>
            <div class="tools"><div class="wide"><ModeSwitch/>{signed_in.then(leave)}</div></div>
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
        <Foot/>
    }
    .into_any()
}

fn leave() -> impl IntoView {
    view! {
        <form method="post" action="/do/sign-out" role="none">
            <button class="tool leave" type="submit"><Icon of=Picture::Leave/>{context::words().say("sign-out")}</button>
        </form>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-frame",
    about: "part-frame-about",
    examples: &[Example::page("example-signed-in", signed_in), Example::page("example-signed-out", signed_out)],
};

fn signed_in(words: Words) -> AnyView {
    let title = words.say("part-frame");
    view! {
        <Frame title=title place=Place::You>
            <PageHeading title=title/>
            <p>{words.say("part-frame-about")}</p>
        </Frame>
    }
    .into_any()
}

fn signed_out(words: Words) -> AnyView {
    let title = words.say("part-frame");
    view! {
        <SignedOutFrame title=title>
            <PageHeading title=title/>
            <p>{words.say("part-frame-about")}</p>
        </SignedOutFrame>
    }
    .into_any()
}
