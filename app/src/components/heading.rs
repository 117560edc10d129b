//! The head of a page: the way back, how far one has come, the one `h1`, and a line below it.

use leptos::prelude::*;

use super::{Back, Example, Part, SignedOutFrame, Steps};
use crate::words::Words;

/// A way back: its address and its words.
pub type Way = (String, String);

/// The head of a page.
#[component]
pub fn PageHeading(
    /// What the page is about.
    #[prop(into)]
    title: String,
    /// The way back to the page before.
    #[prop(optional)]
    back: Option<Way>,
    /// Which step of how many this is.
    #[prop(optional)]
    step: Option<(u8, u8)>,
    /// What stands under the title: a day, a number, what can be spent.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="stack close">
            {back.map(|(href, label)| view! { <Back href=href label=label/> })}
            {step.map(|(now, of)| view! { <Steps now=now of=of/> })}
            <h1>{title}</h1>
            {children.map(|children| children())}
        </section>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-headings",
    about: "part-headings-about",
    examples: &[
        Example::page("example-plain", plain),
        Example::page("example-back", back),
        Example::page("example-long", long),
        Example::new("example-levels", levels),
    ],
};

fn page(title: &'static str, heading: AnyView) -> AnyView {
    view! { <SignedOutFrame title=title>{heading}</SignedOutFrame> }.into_any()
}

fn plain(words: Words) -> AnyView {
    let title = words.say("accounts-title");
    page(title, view! { <PageHeading title=title/> }.into_any())
}

fn back(words: Words) -> AnyView {
    let title = words.say("payee-title");
    let way = ("/design/headings".to_owned(), words.say("back").to_owned());
    page(title, view! { <PageHeading title=title back=way step=(2, 4)/> }.into_any())
}

fn long(words: Words) -> AnyView {
    let title = words.say("review-close-title");
    let below = words.say("review-scam");
    page(title, view! { <PageHeading title=title><p class="quiet">{below}</p></PageHeading> }.into_any())
}

fn levels(words: Words) -> AnyView {
    view! {
        <h2>{words.say("history-title")}</h2>
        <h3>{words.say("months-title")}</h3>
    }
    .into_any()
}
