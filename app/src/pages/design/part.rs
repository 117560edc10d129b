//! One part with its examples, and one example that is a page by itself.

use leptos::prelude::*;

use super::{reading::Reading, shown};
use crate::{
    components::{Example, Link, PARTS, PageHeading, Part, SignedOutFrame},
    context,
};

/// A part with all its examples.
#[component]
pub fn PartPage() -> impl IntoView {
    shown(|| asked().map(examples))
}

/// An example that is a page by itself.
#[component]
pub fn ExamplePage() -> impl IntoView {
    shown(|| {
        let wanted: String = context::part("example").ok()?;
        let example = asked()?.examples.iter().find(|example| example.page && example.slug() == wanted)?;
        Some((example.view)(Reading::here().words()))
    })
}

/// The part that the address names.
fn asked() -> Option<&'static Part> {
    let wanted: String = context::part("part").ok()?;
    PARTS.iter().flat_map(|(_, parts)| *parts).find(|part| part.slug() == wanted)
}

fn examples(part: &'static Part) -> AnyView {
    let reading = Reading::here();
    let words = reading.words();
    let title = words.say(part.name);
    let back = (reading.address("/design"), words.say("design-back").to_owned());
    let example = |example: &Example| {
        let shown = if example.page {
            let href = reading.address(&format!("/design/{}/{}", part.slug(), example.slug()));
            view! { <Link href=href label=words.say("design-alone")/> }.into_any()
        } else {
            (example.view)(words)
        };
        view! {
            <section class="example">
                <h2>{words.say(example.name)}</h2>
                <div class="shown">{shown}</div>
            </section>
        }
    };
    let shown = part.examples.iter().map(example).collect_view();
    view! {
        <SignedOutFrame title=title wide=true>
            <PageHeading title=title back=back><p>{words.say(part.about)}</p></PageHeading>
            {reading.switches()}
            {shown}
        </SignedOutFrame>
    }
    .into_any()
}
