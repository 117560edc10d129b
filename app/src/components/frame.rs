//! What stands around every page: the ways to read it, the places of the bank, help, and the way out.

use leptos::prelude::*;
use model::Shortcuts;

use super::{
    Example, Foot, Icon, Link, MARK, ModeSwitch, Notice, PageHeading, Part, Picture, Place, Places, SessionWarning,
    SkipLink, Tone, aloud,
};
use crate::{context, pages::help::person_address, practice, previews, words::Words};

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

/// A page that anybody can see, with the places around it for somebody who is signed in: help.
#[component]
pub fn OpenFrame(
    /// The title of the document, before the bank's name.
    #[prop(into)]
    title: String,
    /// The place this page belongs to.
    place: Place,
    /// Whether the page is as wide as two columns, rather than as its lines.
    #[prop(optional)]
    wide: bool,
    /// The page itself, with its one `h1`.
    children: Children,
) -> impl IntoView {
    let signed_in = context::visitor().customer().is_some();
    let places = if signed_in { view! { <Places here=place/> }.into_any() } else { ().into_any() };
    frame(title, signed_in, places, !wide, children())
}

/// A page about nobody, that a browser may keep: with nothing to press around it but the way home.
#[component]
pub fn BareFrame(
    /// The title of the document, before the bank's name.
    #[prop(into)]
    title: String,
    /// The page itself, with its one `h1`.
    children: Children,
) -> impl IntoView {
    context::title(title);
    context::mark_for_anybody();
    view! {
        <header>
            <div class="head"><div class="wide">{mark()}</div></div>
        </header>
        <main id="main" tabindex="-1" class="narrow">{children()}</main>
    }
}

fn frame(title: String, signed_in: bool, places: AnyView, narrow: bool, page: impl IntoView + 'static) -> AnyView {
    context::title(title);
    let class = if narrow { "narrow" } else { "full" };
    view! {
        <SkipLink/>
        <header>
            <div class="tools"><div class="wide"><ModeSwitch/>{talk()}{aloud::page()}{signed_in.then(leave)}</div></div>
            <div class="head">
                <div class="wide">
                    {mark()}
                    {places}
                </div>
            </div>
        </header>
        {practice::band()}
        {previews::band()}
        <main id="main" tabindex="-1" class=class>{signed_in.then(told)}{page}</main>
        <Foot signed_in=signed_in/>
    }
    .into_any()
}

/// The mark of the bank: the way home.
fn mark() -> impl IntoView {
    view! {
        <a class="mark" href="/">
            <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" inner_html=MARK></svg>
            {context::words().say("bank-name")}
        </a>
    }
}

/// The way to a person, in the same place on every page, and from there back to this one (WCAG 2.2 criterion 3.2.6).
fn talk() -> impl IntoView {
    let is_here = context::outer(&context::path()) == "/help/person";
    let (here, href) =
        if is_here { (Some("page"), context::path_and_query()) } else { (None, person_address(&this_page())) };
    let on = context::preferences().shortcuts == Shortcuts::On;
    let list = on.then(|| {
        view! { <a class="tool" href="/help/shortcuts" data-keys="?">{context::words().say("shortcuts-title")}</a> }
    });
    view! {
        <a class="tool" href=href aria-current=here data-keys=on.then_some("g t")>
            <Icon of=Picture::Talk/>
            {context::words().say("talk")}
        </a>
        {list}
    }
}

/// The address of this page, for whoever goes for help and comes back.
pub(super) fn this_page() -> String {
    let path = context::outer(&context::path());
    // What was searched for stays where it is; only a sign-in must still know where it leads.
    match path.as_str() {
        "/sign-in" => context::path_and_query(),
        // What is behind a link in a mail stands in no address but that one.
        _ if path.starts_with("/recover/") => "/sign-in/recover".to_owned(),
        _ => path,
    }
}

/// What is said above any page: that the session ends soon, and that everything is frozen, save on the page that is
/// about it.
fn told() -> impl IntoView {
    let (words, visitor) = (context::words(), context::visitor());
    let frozen = visitor.customer().is_some_and(|customer| customer.is_frozen(visitor.now()));
    let frozen = (frozen && context::path() != "/freeze").then(|| {
        view! {
            <Notice title=words.say("frozen-title") tone=Tone::Caution>
                <Link href="/freeze" label=words.say("frozen-see")/>
            </Notice>
        }
    });
    view! {
        <SessionWarning idle_s=context::visit().idle_s/>
        {frozen}
    }
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
