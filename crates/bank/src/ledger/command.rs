//! What the ledger can be asked to do.

use model::{AccountId, CustomerId, HoldId, Money, PaymentId, Timestamp, TransferId, forms::HistoryKind};
use serde::{Deserialize, Serialize};

use crate::{
    abroad::Back,
    accounts::Category,
    payments::Payment,
    rails::{BackReason, SendingState},
};

/// Who does something, for the audit chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A customer, for themselves.
    Customer(CustomerId),
    /// A program of the bank.
    System,
}

/// One thing to do, whole or not at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    /// Makes doing it twice the same as doing it once.
    pub key: Option<IdempotencyKey>,
    /// Who does it.
    pub actor: Actor,
    /// When it is done: bookings carry this moment, or the account's last one where that is later.
    pub at: Timestamp,
    /// What is done.
    pub action: Action,
    /// What the world is told after the commit.
    pub outbox: Vec<OutboxEvent>,
}

/// A key under which a result is kept (as in Stripe's API): the same key gives the same result again.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct IdempotencyKey {
    /// Whose key it is.
    pub principal: CustomerId,
    /// What it is for, `payment`.
    pub operation: &'static str,
    /// The key itself: up to 64 characters, made in the order of time.
    pub key: String,
    /// SHA-256 of everything that was asked: the same key with another is refused.
    pub request_hash: [u8; 32],
}

/// The kinds of things to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Move money now.
    Transfer(TransferOrder),
    /// Set money aside.
    Hold(HoldOrder),
    /// Move money that was set aside; what is left of the hold is free again.
    Capture {
        /// The hold to close.
        hold: HoldId,
        /// The move: from the account of the hold, at most what was held.
        transfer: TransferOrder,
    },
    /// Free money that was set aside.
    Release {
        /// The hold to close.
        hold: HoldId,
        /// The payment that waited and is called off with it.
        payment: Option<PaymentId>,
    },
    /// Put an earlier transfer right by moving the same amount back.
    Reverse {
        /// The transfer to put right.
        original: TransferId,
        /// The id of the transfer that does it.
        id: TransferId,
        /// What the account that gets its money back reads.
        debit_line: Line,
        /// What the account that gives it back reads.
        credit_line: Line,
        /// What is said with it of a payment that another bank has not taken, or sent back.
        sent_back: Option<SentBack>,
    },
    /// Several things, one after the other: all of them or none. What is answered is the answer of the first.
    Together {
        /// What is done.
        actions: Vec<Action>,
        /// As with [`Self::Reverse`].
        sent_back: Option<SentBack>,
    },
}

/// A move of money from `debit` to `credit`.
#[derive(Debug, Clone, PartialEq)]
pub struct TransferOrder {
    /// The id of the transfer, made by the caller so that a retry is the same transfer.
    pub id: TransferId,
    /// The account whose balance goes down. (Customer accounts are the bank's debts: a debit lowers one.)
    pub debit: AccountId,
    /// The account whose balance goes up.
    pub credit: AccountId,
    /// How much; above zero.
    pub amount: Money,
    /// What kind of movement it is.
    pub kind: HistoryKind,
    /// What the owner of `debit` reads on the statement.
    pub debit_line: Line,
    /// What the owner of `credit` reads.
    pub credit_line: Line,
    /// The amount before it was exchanged, where another currency was paid.
    pub original: Option<Money>,
    /// The limits it counts against. `None`: no limit applies.
    pub limited: Option<Limited>,
    /// The payment this settles, if it is a customer's.
    pub payment: Option<Box<Payment>>,
}

/// Against which limits a transfer counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limited {
    /// The day (days since 1970, the bank's calendar) whose limit it is.
    pub day: i64,
    /// Whether whoever is paid was paid by nobody of the account for the first time more than 24 hours ago.
    pub to_somebody_new: bool,
}

/// What one side of a transfer reads on its statement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The other party, by name.
    pub party: String,
    /// What the payment is for, in the payer's words.
    pub reference: String,
    /// What the money was for.
    pub category: Category,
}

/// Money to be set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldOrder {
    /// The id of the hold, made by the caller.
    pub id: HoldId,
    /// The account it is set aside on.
    pub account: AccountId,
    /// How much; above zero.
    pub amount: Money,
    /// For whom, as the owner reads it.
    pub party: String,
    /// When it lapses by itself.
    pub expires_at: Timestamp,
    /// The payment that waits for it, if one does: it ends with the hold.
    pub payment: Option<Box<Payment>>,
}

/// That a payment to another bank has come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentBack {
    /// Which payment.
    pub payment: PaymentId,
    /// How: refused or returned.
    pub into: SendingState,
    /// Why.
    pub reason: BackReason,
    /// What came back of it, where that is not what had left.
    pub back: Option<Back>,
}

/// Something the world is told once the commit has happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxEvent {
    /// What happened, `payment.settled`.
    pub topic: &'static str,
    /// The id of what it happened to.
    pub subject: i64,
}
