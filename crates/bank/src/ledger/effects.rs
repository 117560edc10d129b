//! What a decision leaves to be written.

use model::{AccountId, Currency, HoldId, PaymentId, Timestamp, TransferId, forms::HistoryKind};
use serde::{Deserialize, Serialize};

use super::{HoldOrder, IdempotencyKey, MonthEnd, OutboxEvent, SentBack};
use crate::{accounts::Category, audit::AuditRow, payments::Payment};

/// Rows to write for one command, all in the same commit. The changed accounts are in the book.
#[derive(Debug, Default)]
pub struct Effects {
    /// New transfers.
    pub transfers: Vec<TransferRow>,
    /// New postings, two for each transfer.
    pub postings: Vec<Posting>,
    /// Months that ended before those postings.
    pub month_ends: Vec<MonthEnd>,
    /// New holds, each with the moment since when.
    pub holds: Vec<(HoldOrder, Timestamp)>,
    /// Holds that are closed: `captured` or `released`.
    pub closed_holds: Vec<(HoldId, &'static str)>,
    /// Payments that are settled by it, in the order of their transfers: those that have waited are there already.
    pub payments: Vec<Payment>,
    /// New payments that wait.
    pub waiting: Vec<Payment>,
    /// Payments that waited and are called off, each with when.
    pub cancelled: Vec<(PaymentId, Timestamp)>,
    /// Payments to other banks that have come back, each with when.
    pub sent_back: Vec<(SentBack, Timestamp)>,
    /// The key to keep, with the result.
    pub kept: Vec<(IdempotencyKey, Receipt)>,
    /// What to tell the world.
    pub outbox: Vec<OutboxEvent>,
    /// What to add to the audit chain.
    pub audit: Vec<AuditRow>,
}

impl Effects {
    /// Adds everything of `later` behind what is here, keeping the order.
    pub fn append(&mut self, mut later: Self) {
        self.transfers.append(&mut later.transfers);
        self.postings.append(&mut later.postings);
        self.month_ends.append(&mut later.month_ends);
        self.holds.append(&mut later.holds);
        self.closed_holds.append(&mut later.closed_holds);
        self.payments.append(&mut later.payments);
        self.waiting.append(&mut later.waiting);
        self.cancelled.append(&mut later.cancelled);
        self.sent_back.append(&mut later.sent_back);
        self.kept.append(&mut later.kept);
        self.outbox.append(&mut later.outbox);
        self.audit.append(&mut later.audit);
    }
}

/// A movement, both sides in one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransferRow {
    /// Which transfer.
    pub id: TransferId,
    /// Whose balance went down.
    pub debit: AccountId,
    /// Whose balance went up.
    pub credit: AccountId,
    /// How much, in minor units.
    pub amount: i64,
    /// Of which currency.
    pub currency: Currency,
    /// What kind of movement.
    pub kind: HistoryKind,
    /// The transfer it puts right, if any.
    pub reverses: Option<TransferId>,
    /// The amount before it was exchanged, in minor units of `original_currency`.
    pub original_amount: Option<i64>,
    /// The currency before it was exchanged.
    pub original_currency: Option<Currency>,
    /// When it was booked.
    pub booked_at: Timestamp,
}

/// One side of a movement: a line of an account's statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// Whose statement.
    pub account: AccountId,
    /// The how-manieth line, from 1, without gaps.
    pub version: i64,
    /// The transfer it is a side of.
    pub transfer: TransferId,
    /// The change of the balance, in minor units.
    pub signed_amount: i64,
    /// The balance after it.
    pub balance_after: i64,
    /// Everything ever paid in, with this.
    pub paid_in_after: i64,
    /// When it was booked; never before the line above.
    pub booked_at: Timestamp,
    /// What kind of movement.
    pub kind: HistoryKind,
    /// What the money was for.
    pub category: Category,
    /// The other party, by name.
    pub party: String,
    /// What it was for, in the payer's words.
    pub reference: String,
}

/// What a command that was carried out gives back, and what its key replays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The transfer that was booked, if one was.
    pub transfer: Option<TransferId>,
    /// The hold that was opened or closed, if one was.
    pub hold: Option<HoldId>,
    /// When it was booked.
    pub booked_at: Timestamp,
}
