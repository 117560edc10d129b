//! The person's cards: seen, locked, limited, replaced.

mod actions;
mod blocks;
mod card;
mod confirm;
mod limit;
mod list;
mod lost;
mod payments;
mod pin;
mod raise;
mod reach;

pub use blocks::BlockPage;
pub use card::CardPage;
pub use confirm::{ArrivedPage, UnlockPage};
pub use limit::CardLimitPage;
pub use list::CardsPage;
pub use lost::LostCardPage;
pub use pin::PinPage;
pub use raise::RaiseCardPage;
pub use reach::ReachPage;

use bank::cards::{Blockable, Card, CardKind, CardState, CardUse, CardView};
use model::{CardId, forms::CardReach};

use crate::words::Words;

/// Where all of them are.
pub(super) const CARDS: &str = "/cards";
/// Where it is approved that one pays more, or in more countries.
const RAISE: &str = "/cards/raise";

/// Where one is.
fn of(card: CardId) -> String {
    format!("{CARDS}/{card}")
}

/// Where one is unlocked.
fn unlock_of(card: CardId) -> String {
    format!("{CARDS}/{card}/unlock")
}

/// Where it is said that one has arrived.
fn arrived_of(card: CardId) -> String {
    format!("{CARDS}/{card}/arrived")
}

/// Where its PIN is shown.
fn pin_of(card: CardId) -> String {
    format!("{CARDS}/{card}/pin")
}

/// Where it is said that one is lost.
fn lost_of(card: CardId) -> String {
    format!("{CARDS}/{card}/lost")
}

/// Where one of its limits is changed.
fn limit_of(card: CardId, way: CardUse) -> String {
    format!("{CARDS}/{card}/limits/{}", way.code())
}

/// Where it is chosen in which countries it pays.
fn reach_of(card: CardId) -> String {
    format!("{CARDS}/{card}/reach")
}

/// Where something is blocked.
fn block_of(card: CardId, what: Blockable) -> String {
    format!("{CARDS}/{card}/blocks/{}", what.code())
}

/// What a card is called.
fn card_name(words: Words, card: &Card) -> String {
    let key = match card.kind {
        CardKind::Debit => "card-name-debit",
        CardKind::Virtual => "card-name-virtual",
    };
    words.with(key, &[("digits", words.digits(&card.last_four).into())])
}

/// What has become of it, in a few words; `frozen` is everything of its holder.
fn state_name(words: Words, view: &CardView, frozen: bool) -> &'static str {
    words.say(match view.card.state {
        CardState::Lost => "card-state-lost",
        CardState::Stolen => "card-state-stolen",
        CardState::Replaced => "card-state-replaced",
        _ if view.expired => "card-state-expired",
        CardState::Coming => "card-state-coming",
        CardState::Active if frozen => "card-state-frozen",
        CardState::Active => "card-state-active",
        CardState::Locked => "card-state-locked",
    })
}

/// What a limit is called.
const fn use_name(way: CardUse) -> &'static str {
    match way {
        CardUse::Shop => "card-use-shop",
        CardUse::Online => "card-use-online",
        CardUse::Cash => "card-use-cash",
    }
}

/// Where a card pays.
const fn reach_name(reach: CardReach) -> &'static str {
    match reach {
        CardReach::Home => "card-reach-home",
        CardReach::Europe => "card-reach-europe",
        CardReach::Everywhere => "card-reach-everywhere",
    }
}

/// What something is called that can be blocked.
const fn block_name(what: Blockable) -> &'static str {
    match what {
        Blockable::Gambling => "card-block-gambling",
        Blockable::Crypto => "card-block-crypto",
        Blockable::Adult => "card-block-adult",
        Blockable::Games => "card-block-games",
        Blockable::MoneyTransfer => "card-block-money-transfer",
    }
}
