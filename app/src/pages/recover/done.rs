//! Somebody has found back: recovery codes, shown once, and what is different for half a day.

use leptos::prelude::*;

use super::LOST;
use crate::{
    components::{LinkButton, Notice, PageHeading, SignedOutFrame, Tone},
    context,
    islands::PrintButton,
    pages,
    session::WayBack,
    words::Words,
};

/// The last page of the way back.
#[component]
pub fn DonePage() -> impl IntoView {
    pages::answer(std::future::ready(Ok(done())))
}

fn done() -> AnyView {
    let (words, visitor) = (context::words(), context::visitor());
    let Some(WayBack::Done { codes, held_until }) = visitor.finding_back().map(|back| back.way) else {
        context::redirect(LOST);
        return ().into_any();
    };
    // From here on they are on this page and on paper, and nowhere else.
    if !codes.is_empty() {
        visitor.change(|kept| {
            if let Some(back) = &mut kept.finding_back {
                back.way = WayBack::Done { codes: Vec::new(), held_until };
            }
        });
    }
    let title = words.say("recover-done-title");
    let when = words.moment(held_until, &context::calendar());
    let held = words.with("recover-done-held", &[("when", when.into())]);
    view! {
        <SignedOutFrame title=title>
            <PageHeading title=title/>
            <p>{words.say("recover-done-what")}</p>
            <Notice title=words.say("recover-done-held-title") tone=Tone::Caution><p>{held}</p></Notice>
            {paper(words, codes)}
            <div class="actions"><LinkButton href="/sign-in" label=words.say("sign-in-title")/></div>
        </SignedOutFrame>
    }
    .into_any()
}

fn paper(words: Words, codes: Vec<String>) -> Option<impl IntoView> {
    if codes.is_empty() {
        return None;
    }
    let rows = codes.into_iter().map(|code| view! { <li><code class="code-text" translate="no">{code}</code></li> });
    let rows = rows.collect_view();
    Some(view! {
        <h2>{words.say("codes-title")}</h2>
        <p>{words.say("codes-what")}</p>
        <ol class="codes">{rows}</ol>
        <p>{words.say("codes-keep")}</p>
        <div class="actions"><PrintButton label=words.say("codes-print")/></div>
    })
}
