//! Something a card does not pay for: blocked at once, unblocked two nights later.

use bank::{
    Error,
    cards::{self, Block, Blockable},
};
use leptos::prelude::*;
use model::{CardId, ErrorCode, Timestamp};

use super::{block_name, card_name, of};
use crate::{
    components::{Button, Frame, Look, Notice, PageHeading, Place, Tone},
    context, pages,
    words::Words,
};

/// The page on which something is blocked, or the end of that is asked for.
#[component]
pub fn BlockPage() -> impl IntoView {
    pages::answer(block())
}

async fn block() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let view = cards::card(&bank, person.id, context::part("id")?).await?;
    let what: String = context::part("what")?;
    let what = Blockable::from_code(&what).ok_or(ErrorCode::NotFound)?;
    let now = bank.clock.now();
    let body = match view.card.rules.block_of(what, now).map(Block::ends_at) {
        _ if !view.can_change() => view! { <p>{words.say("card-over")}</p> }.into_any(),
        None => open(words, view.card.id, what),
        Some(None) => blocked(words, view.card.id, what),
        Some(Some(ends)) => cooling(words, (view.card.id, what), ends, now),
    };
    let title = words.say(block_name(what));
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <PageHeading title=title back=(of(view.card.id), card_name(words, &view.card))/>
            {body}
        </Frame>
    }
    .into_any())
}

fn open(words: Words, id: CardId, what: Blockable) -> AnyView {
    view! {
        <p>{words.say("card-block-is-open")}</p>
        <p>{words.say("card-block-what")}</p>
        {press(words, ("/do/cards/block", "card-block"), Look::Main, id, what)}
    }
    .into_any()
}

fn blocked(words: Words, id: CardId, what: Blockable) -> AnyView {
    view! {
        <p>{words.say("card-block-is-closed")}</p>
        <p>{words.say("card-unblock-what")}</p>
        {press(words, ("/do/cards/unblock", "card-unblock"), Look::Second, id, what)}
    }
    .into_any()
}

/// Its end was asked for: how long that still takes, and the way to keep it.
fn cooling(words: Words, (id, what): (CardId, Blockable), ends: Timestamp, now: Timestamp) -> AnyView {
    // The last hour has begun where less than one is left.
    let hours = (ends.seconds_since(now) + 3_599) / 3_600;
    let left = words.with("card-cooling-left", &[("hours", u64::try_from(hours).unwrap_or(0).into())]);
    let when = words.moment(ends, &context::calendar());
    let text = words.with("card-cooling", &[("when", when.into())]);
    view! {
        <Notice title=words.say("card-cooling-title") tone=Tone::Caution>
            <p><strong>{left}</strong></p>
            <p>{text}</p>
            <p>{words.say("card-cooling-keep")}</p>
            {press(words, ("/do/cards/keep-block", "card-keep-block"), Look::Main, id, what)}
        </Notice>
    }
    .into_any()
}

fn press(
    words: Words,
    (action, label): (&'static str, &'static str),
    look: Look,
    id: CardId,
    what: Blockable,
) -> impl IntoView + use<> {
    view! {
        <form method="post" action=action role="none">
            <input type="hidden" name="card" value=id.to_string()/>
            <input type="hidden" name="what" value=what.code()/>
            <div class="actions"><Button label=words.say(label) look=look/></div>
        </form>
    }
}
