//! Links. Within a sentence a link is plain HTML; one that stands alone is a target of its own.

use leptos::prelude::*;

use super::{Example, Icon, Part, Picture};
use crate::{context, words::Words};

/// A link on a line of its own, as high as anything else that is pressed.
#[component]
pub fn Link(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// Where that is, in words.
    #[prop(into)]
    label: String,
    /// A picture before the words.
    #[prop(optional_no_strip, into)]
    picture: Option<Picture>,
) -> impl IntoView {
    view! { <a class="alone" href=href>{picture.map(|of| view! { <Icon of=of/> })}{label}</a> }
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
    view! { <Link href=href label=label picture=Picture::Back/> }
}

/// The bank's telephone number.
#[component]
pub fn Call() -> impl IntoView {
    let words = context::words();
    view! {
        <a class="call" href=words.say("help-phone-link")><Icon of=Picture::Phone/>{words.say("help-phone")}</a>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-link",
    about: "part-link-about",
    examples: &[
        Example::new("example-plain", plain),
        Example::new("example-back", back),
        Example::new("example-call", call),
        Example::new("example-in-a-sentence", sentence),
    ],
};

fn plain(words: Words) -> AnyView {
    view! { <Link href="#main" label=words.say("preferences-open")/> }.into_any()
}

fn back(words: Words) -> AnyView {
    view! { <Back href="#main" label=words.say("accounts-all")/> }.into_any()
}

fn call(_: Words) -> AnyView {
    view! { <Call/> }.into_any()
}

fn sentence(words: Words) -> AnyView {
    view! { <p>{words.say("transaction-wrong-text")}" "<a href="#main">{words.say("fact-receipt-link")}</a></p> }
        .into_any()
}
