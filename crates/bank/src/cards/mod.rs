//! Cards: whose they are, what they may pay for, and what they have paid.
//!
//! A card is one row that is changed whole: whoever changes it says which version they have seen, and looks again where
//! somebody was faster. So a lock and a purchase never pass one another, and what a day's purchases come to is counted
//! on the row on which the next one is decided. Its number, its PIN and its security code are the processor's
//! ([`crate::ports::CardProcessor`]): here are only the last four digits.

mod authorise;
mod blocks;
mod change;
mod network;
mod own;
mod pin;
mod replace;
mod rules;

use jiff::civil::Date;
use model::{AccountId, CardId, CardPaymentId, Currency, CustomerId, HoldId, Money, Timestamp, TransferId};

pub use authorise::{Purchase, Refused, authorise};
pub use blocks::{ask_to_unblock, block, keep_block};
pub(crate) use change::call_off_all;
pub use change::{
    Changed, ReachChanged, call_off, call_off_reach, change_limit, change_reach, raise, raising, widen, widening,
};
pub use network::{Answer, authorise as present, clear, release};
pub use own::{CardView, card, list, lock, payments, unlock, unlocking};
pub use pin::{PINS_A_DAY, Pin, approve_pin, pin, showing_pin};
pub use replace::{Replaced, activate, activating, can_report, report};
pub use rules::{Block, Blockable, CardRules, CardUse, Counted, UNBLOCK_WAIT_S, country_reach};

model::coded! {
    /// What a card is made of.
    CardKind {
        /// Plastic, in a purse.
        Debit = "debit",
        /// A number to pay with online.
        Virtual = "virtual",
    }

    /// What has become of a card.
    CardState {
        /// It was sent, and has not arrived.
        Coming = "coming",
        /// It can pay.
        Active = "active",
        /// Its holder has locked it, until they unlock it.
        Locked = "locked",
        /// It was lost: it never pays again.
        Lost = "lost",
        /// It was stolen: it never pays again.
        Stolen = "stolen",
        /// Another has taken its place.
        Replaced = "replaced",
    }
}

impl CardState {
    /// Whether it never pays again.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Lost | Self::Stolen | Self::Replaced)
    }
}

/// A card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Which one.
    pub id: CardId,
    /// The account it draws on.
    pub account: AccountId,
    /// The currency of that.
    pub currency: Currency,
    /// Whose it is: of those whose account it is, one.
    pub holder: CustomerId,
    /// What it is made of.
    pub kind: CardKind,
    /// The last four digits of its number. The others are not known here.
    pub last_four: String,
    /// The last day on which it pays.
    pub expires_on: Date,
    /// What has become of it.
    pub state: CardState,
    /// Since when.
    pub since: Timestamp,
    /// The card in whose place it is.
    pub replaces: Option<CardId>,
    /// What it may pay for.
    pub rules: CardRules,
    /// What was counted on the day on which it was used last.
    pub counted: Counted,
    /// Another with every change.
    pub stamp: i64,
}

impl Card {
    /// Whether its time is over on `today`.
    #[must_use]
    pub fn is_expired(&self, today: Date) -> bool {
        today > self.expires_on
    }

    /// Whether anything about it can still be changed on `today`.
    #[must_use]
    pub fn can_change(&self, today: Date) -> bool {
        !self.state.is_over() && !self.is_expired(today)
    }

    /// The most it pays in such a way on a day, at `now`.
    #[must_use]
    pub fn limit(&self, way: CardUse, now: Timestamp) -> Money {
        Money::new(self.rules.of(way).at(now), self.currency)
    }

    /// The same card with another state, since `now`.
    #[must_use]
    pub(crate) fn become_at(&self, state: CardState, now: Timestamp) -> Self {
        Self { state, since: now, ..self.clone() }
    }
}

/// What has become of something that a card was presented for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardPaymentState {
    /// It is decided and the ledger has not been asked: nobody is shown it.
    Asked,
    /// The money is set aside, at the latest until that moment.
    Reserved(Timestamp),
    /// The money has left.
    Paid,
    /// The money was set aside, and is free again.
    Released,
    /// It was refused.
    Refused(Refused),
}

/// Something that a card was presented for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardPayment {
    /// Which one.
    pub id: CardPaymentId,
    /// What was presented, where and for what.
    pub purchase: Purchase,
    /// The hold that sets the money aside.
    pub hold: HoldId,
    /// When.
    pub at: Timestamp,
    /// What has become of it.
    pub state: CardPaymentState,
    /// Why it was refused; something may have been set aside in that very moment.
    pub refused: Option<Refused>,
    /// What has moved the money.
    pub transfer: Option<TransferId>,
    /// How much has left, or was asked for.
    pub amount: Money,
}
