//! The rows a decision rests on.

use model::{AccountId, Currency, HoldId, Money, Timestamp, TransferId};

use crate::{accounts::AccountStatus, limits::Limits};

/// As `min_balance`: an internal account may owe without end. As a limit: there is none.
pub const UNLIMITED: i64 = 1 << 60;

/// An account as the ledger sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerAccount {
    /// Which account.
    pub id: AccountId,
    /// The one currency it keeps.
    pub currency: Currency,
    /// Whether it may pay and be paid.
    pub status: AccountStatus,
    /// What is on it, in minor units.
    pub balance: i64,
    /// How much of the balance is set aside by open holds, in minor units.
    pub held: i64,
    /// How far `balance - held` may fall, in minor units: 0, an overdraft, or `-UNLIMITED`.
    pub min_balance: i64,
    /// How many postings it has.
    pub version: i64,
    /// Everything ever paid in, in minor units: what makes totals of any period two look-ups.
    pub paid_in: i64,
    /// When its last posting was booked. The next is never earlier.
    pub last_booked_at: Timestamp,
    /// What its payments may come to.
    pub limits: Limits,
    /// The day (days since 1970) that `spent` is of.
    pub spent_on: i64,
    /// What the payments of that day come to, in minor units.
    pub spent: i64,
}

/// A hold that is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenHold {
    /// Which hold.
    pub id: HoldId,
    /// On which account.
    pub account: AccountId,
    /// How much is set aside.
    pub amount: Money,
    /// When it lapses by itself.
    pub expires_at: Timestamp,
}

/// A transfer that a reversal would put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastTransfer {
    /// Which transfer.
    pub id: TransferId,
    /// Whose balance went down.
    pub debit: AccountId,
    /// Whose balance went up.
    pub credit: AccountId,
    /// How much moved.
    pub amount: Money,
    /// Whether it has been reversed already.
    pub reversed: bool,
    /// Whether it is itself a reversal.
    pub is_reversal: bool,
}
