//! From one page of a long list to the next. Lists are asked for by where they begin, not by number: what arrives
//! meanwhile shifts nothing.

use leptos::prelude::*;

use super::{Example, Icon, Part, Picture};
use crate::{context, words::Words};

/// The ways to newer and to older lines; nothing where there is neither.
#[component]
pub fn Pagination(
    /// What is paged through, for those who hear it.
    #[prop(into)]
    label: String,
    /// The address of what is newer.
    #[prop(optional_no_strip)]
    newer: Option<String>,
    /// The address of what is older.
    #[prop(optional_no_strip)]
    older: Option<String>,
) -> impl IntoView {
    if newer.is_none() && older.is_none() {
        return ().into_any();
    }
    let words = context::words();
    let newer = newer.map(|href| {
        view! { <a class="button second" href=href><Icon of=Picture::Back/>{words.say("page-newer")}</a> }
    });
    let older = older.map(|href| {
        view! { <a class="button second on" href=href>{words.say("page-older")}<Icon of=Picture::Pay/></a> }
    });
    view! { <nav class="actions pages" aria-label=label>{newer}{older}</nav> }.into_any()
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-pagination",
    about: "part-pagination-about",
    examples: &[
        Example::new("example-first", first),
        Example::new("example-middle", middle),
        Example::new("example-last", last),
    ],
};

fn pages(label: &'static str, newer: bool, older: bool) -> AnyView {
    let address = |there: bool| there.then(|| "#main".to_owned());
    view! { <Pagination label=label newer=address(newer) older=address(older)/> }.into_any()
}

fn first(words: Words) -> AnyView {
    pages(words.say("example-first"), false, true)
}

fn middle(words: Words) -> AnyView {
    pages(words.say("example-middle"), true, true)
}

fn last(words: Words) -> AnyView {
    pages(words.say("example-last"), true, false)
}
