//! What can be pressed instead of writing.

use bank::conversations::{Conversation, ConversationState, Offer};
use leptos::prelude::*;

use super::told;
use crate::words::Words;

/// What the program has just offered.
pub(super) fn offered(words: Words, current: &Conversation, from: &str) -> Option<impl IntoView + use<>> {
    let (said, offered) = current.offers();
    let is_there = current.head.state == ConversationState::Assistant && !offered.is_empty();
    is_there.then(|| offers(words, (said, &offered), from))
}

/// A button for each of `all`, which were offered in the entry with the number `said`; before there was one, 0. Who is
/// there came from the page `from`.
pub(super) fn offers(words: Words, (said, all): (i64, &[Offer]), from: &str) -> impl IntoView + use<> {
    let button = |(place, offer): (usize, &Offer)| {
        let label = told::offer(words, offer);
        view! { <button type="submit" class="button second" name="offer" value=place.to_string()>{label}</button> }
    };
    let from = from.to_owned();
    let buttons: Vec<_> = all.iter().enumerate().map(button).collect();
    view! {
        <form method="post" action="/do/help/chat/press" class="stack" aria-label=words.say("chat-choose")>
            <input type="hidden" name="said" value=said.to_string()/>
            <input type="hidden" name="from" value=from/>
            <p>{words.say("chat-choose")}</p>
            <div class="actions">{buttons}</div>
        </form>
    }
}
