//! The switches of size and language: first on every page, and working before sign-in.

use leptos::prelude::*;
use model::{Language, TextSize};

use super::{Example, Icon, Part, Picture};
use crate::{context, words::Words};

/// A form with one button for the other size and one for the other language. It comes back to this page.
#[component]
pub fn ModeSwitch() -> impl IntoView {
    let (words, now) = (context::words(), context::preferences());
    let (size, size_word) = match now.text {
        TextSize::Standard => (TextSize::Large, words.say("text-larger")),
        TextSize::Large | TextSize::Largest => (TextSize::Standard, words.say("text-smaller")),
    };
    let (language, lang, language_word) = match now.language {
        Language::En => (Language::Zh, "zh-Hans", "中文"),
        Language::Zh => (Language::En, "en", "English"),
    };
    view! {
        <form method="post" action="/do/preferences" role="none">
            <input type="hidden" name="back" value=context::path_and_query()/>
            <button class="tool" type="submit" name="text" value=size.code()><Icon of=Picture::Size/>{size_word}</button>
            <button class="tool" type="submit" name="language" value=language.code() lang=lang>
                <Icon of=Picture::Language/>
                {language_word}
            </button>
        </form>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-mode-switch",
    about: "part-mode-switch-about",
    examples: &[Example::new("example-plain", plain)],
};

fn plain(_: Words) -> AnyView {
    view! { <div class="tools"><div class="wide"><ModeSwitch/></div></div> }.into_any()
}
