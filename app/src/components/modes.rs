//! The switches of size and language: first on every page, and working before sign-in.

use leptos::prelude::*;
use model::{Language, TextSize};

use super::{Example, Icon, PageHeading, Part, Picture, SignedOutFrame};
use crate::{context, words::Words};

/// A form with one button for the other size and one for each other language. It comes back to this page.
#[component]
pub fn ModeSwitch() -> impl IntoView {
    let (words, now) = (context::words(), context::preferences());
    let (size, size_word) = match now.text {
        TextSize::Standard => (TextSize::Large, words.say("text-larger")),
        TextSize::Large | TextSize::Largest => (TextSize::Standard, words.say("text-smaller")),
    };
    let others = Language::ALL.iter().copied().filter(|language| *language != now.language);
    view! {
        <form method="post" action="/do/preferences" role="none">
            <input type="hidden" name="back" value=context::path_and_query()/>
            <button class="tool" type="submit" name="text" value=size.code()><Icon of=Picture::Size/>{size_word}</button>
            {others.map(to_language).collect_view()}
        </form>
    }
}

/// The way to another language, in that language: whoever cannot read this page finds theirs all the same.
fn to_language(language: Language) -> impl IntoView {
    let own = Words::of(language);
    view! {
        <button class="tool" type="submit" name="language" value=language.code() lang=own.say("language-tag")>
            <Icon of=Picture::Language/>
            {own.say("language-name")}
        </button>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-mode-switch",
    about: "part-mode-switch-about",
    examples: &[Example::page("example-plain", plain)],
};

/// On a page by itself, where it stands as everywhere.
fn plain(words: Words) -> AnyView {
    let title = words.say("part-mode-switch");
    view! {
        <SignedOutFrame title=title>
            <PageHeading title=title><p>{words.say("part-mode-switch-about")}</p></PageHeading>
        </SignedOutFrame>
    }
    .into_any()
}
