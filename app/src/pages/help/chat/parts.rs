//! The parts of the page that a layout puts into their places: what can be begun with, the other ways to be helped, and
//! what to do once something was said.

use bank::conversations::{Conversation, Offer};
use experiments::layout::{Arrangement, ChatKind, Lines, Section};
use leptos::prelude::*;

use super::{TRANSCRIPT, offers::offers};
use crate::{
    components::{Button, Card, Look},
    context, layouts,
    pages::help::{person_address, row, tickets::WRITE},
    words::Words,
};

/// The page around what is always there.
pub(super) struct Around {
    /// Before the field to write in.
    pub(super) head: AnyView,
    /// Below the way to a person.
    pub(super) below: AnyView,
    /// Beside all of it, where there is room and something to stand there.
    pub(super) beside: Option<AnyView>,
}

/// Puts the parts where `layout` has them. What has nothing to say at this moment takes no place.
pub(super) fn around(
    words: Words,
    layout: &Arrangement<ChatKind>,
    current: Option<&Conversation>,
    from: &str,
) -> Around {
    let said = current.is_some();
    let here = |sections: &[Section<ChatKind>]| -> Vec<Section<ChatKind>> {
        sections.iter().copied().filter(|section| is_there(section.kind, said)).collect()
    };
    let part = |section: Section<ChatKind>| match section.kind {
        ChatKind::Questions => questions(words, section.lines, from),
        ChatKind::Ways => ways(words, from),
        ChatKind::Keep => current.map(|current| keep(words, current, from)).into_any(),
    };
    if context::preferences().text.is_large() {
        let large = &layout.large;
        let [head, open, folded] = [&large.head, &large.open, &large.folded].map(|sections| here(sections));
        let more = layouts::folded(words, &folded, part);
        let below = view! { {layouts::arranged(&open, part)}{more} }.into_any();
        Around { head: layouts::arranged(&head, part), below, beside: None }
    } else {
        let standard = &layout.standard;
        let [head, main, side] = [&standard.head, &standard.main, &standard.side].map(|sections| here(sections));
        let beside = (!side.is_empty()).then(|| layouts::column(&side, part));
        Around { head: layouts::arranged(&head, part), below: layouts::arranged(&main, part), beside }
    }
}

/// Whether a part has something to say, before or after something was said.
const fn is_there(kind: ChatKind, said: bool) -> bool {
    match kind {
        ChatKind::Questions => !said,
        ChatKind::Ways => true,
        ChatKind::Keep => said,
    }
}

/// What anybody can begin with.
fn questions(words: Words, lines: Option<Lines>, from: &str) -> AnyView {
    let starters = Offer::starters();
    let most = lines.map_or(starters.len(), Lines::count);
    offers(words, (0, &starters[..most.min(starters.len())]), from).into_any()
}

/// How else one is helped.
fn ways(words: Words, from: &str) -> AnyView {
    let person = person_address(from);
    view! {
        <Card title=words.say("chat-ways")>
            <ul class="rows">
                {row(person, words.say("help-call-back"), words.say("help-hours"))}
                {row(WRITE, words.say("write-title"), words.say("write-about"))}
                {row("/help", words.say("place-help"), words.say("chat-ways-read"))}
            </ul>
        </Card>
    }
    .into_any()
}

/// Ending it, and keeping what was said.
fn keep(words: Words, current: &Conversation, from: &str) -> impl IntoView + use<> {
    let from = from.to_owned();
    let end = current.head.is_open().then(|| {
        view! {
            <form method="post" action="/do/help/chat/end" role="none">
                <input type="hidden" name="from" value=from/>
                <div class="actions"><Button label=words.say("chat-end") look=Look::Second/></div>
            </form>
        }
    });
    view! {
        <Card title=words.say("chat-end-title")>
            {end}
            <p><a class="alone" href=TRANSCRIPT download="" rel="external">{words.say("chat-transcript")}</a></p>
        </Card>
    }
}
