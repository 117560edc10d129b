//! All parts, by what they are for.

use leptos::prelude::*;

use super::{reading::Reading, shown};
use crate::components::{PARTS, PageHeading, Part, SignedOutFrame};

/// The way to every part.
#[component]
pub fn GalleryPage() -> impl IntoView {
    shown(|| Some(index()))
}

fn index() -> AnyView {
    let reading = Reading::here();
    let words = reading.words();
    let part = |part: &Part| {
        let href = reading.address(&format!("/design/{}", part.slug()));
        view! { <li><a href=href><span><b>{words.say(part.name)}</b><small>{words.say(part.about)}</small></span></a></li> }
    };
    let group = |(key, parts): &(&'static str, &[Part])| {
        view! {
            <section class="card">
                <h2>{words.say(key)}</h2>
                <ul class="rows">{parts.iter().map(part).collect_view()}</ul>
            </section>
        }
    };
    let shelves = PARTS.iter().map(group).collect_view();
    let title = words.say("design-title");
    view! {
        <SignedOutFrame title=title wide=true>
            <PageHeading title=title><p>{words.say("design-about")}</p></PageHeading>
            {reading.switches()}
            <div class="shelf">{shelves}</div>
        </SignedOutFrame>
    }
    .into_any()
}
