//! Different looks at the same thing. Each is an address, so that the way back, a bookmark and a page without script
//! all work: tabs that are links.

use leptos::prelude::*;

use super::{Example, Part};
use crate::words::Words;

/// One tab.
#[derive(Debug, Clone)]
pub struct Tab {
    /// Its words.
    pub label: String,
    /// Its address.
    pub href: String,
    /// Whether it is the one being looked at.
    pub current: bool,
}

/// A row of tabs. Where there is no room they go on below.
#[component]
pub fn Tabs(
    /// What they are different looks at, for those who hear it.
    #[prop(into)]
    label: String,
    /// The tabs.
    tabs: Vec<Tab>,
) -> impl IntoView {
    let tabs = tabs.into_iter().map(|Tab { label, href, current }| {
        view! { <a href=href aria-current=current.then_some("true")>{label}</a> }
    });
    view! { <nav class="tabs" aria-label=label>{tabs.collect_view()}</nav> }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-tabs",
    about: "part-tabs-about",
    examples: &[Example::new("example-few", few), Example::new("example-many", many)],
};

fn tabs(words: Words, keys: &[&'static str]) -> Vec<Tab> {
    let tab = |(at, key): (usize, &&'static str)| Tab {
        label: words.say(key).to_owned(),
        href: "#main".to_owned(),
        current: at == 0,
    };
    keys.iter().enumerate().map(tab).collect()
}

fn few(words: Words) -> AnyView {
    view! { <Tabs label=words.say("filter-direction") tabs=tabs(words, &["filter-both", "filter-in", "filter-out"])/> }
        .into_any()
}

fn many(words: Words) -> AnyView {
    let keys = ["period-all", "period-30-days", "period-this-month", "period-last-month", "period-this-year"];
    view! { <Tabs label=words.say("filter-period") tabs=tabs(words, &keys)/> }.into_any()
}
