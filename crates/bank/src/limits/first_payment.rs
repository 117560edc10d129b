//! Since when somebody is known who is paid.

use model::{AccountId, Money, Timestamp};

use crate::policy::NEW_PAYEE_S;

/// The first payment from one account to another, and what followed on it within [`NEW_PAYEE_S`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FirstPayment {
    /// The account that pays.
    pub account: AccountId,
    /// The account that is paid.
    pub payee: AccountId,
    /// When it was paid for the first time.
    pub first_at: Timestamp,
    /// What was paid since then, in minor units, for as long as they were new.
    pub paid: i64,
}

impl FirstPayment {
    /// Whether they are still new at `now`.
    #[must_use]
    pub fn is_new(&self, now: Timestamp) -> bool {
        new_until(self.first_at) > now
    }
}

/// Until when somebody is new who was paid for the first time at `first_at`.
fn new_until(first_at: Timestamp) -> Timestamp {
    first_at.plus_seconds(NEW_PAYEE_S)
}

/// What is known of a payee beforehand. That somebody is known stays so, so that it may be looked up before the ledger
/// decides; how much a new one was paid is decided there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Acquaintance {
    /// When any account of the payer paid them for the first time.
    pub since: Option<Timestamp>,
    /// What they were paid from the account in question while they were new, in minor units.
    pub paid: i64,
}

impl Acquaintance {
    /// Whether they are new at `now`.
    #[must_use]
    pub fn is_new(&self, now: Timestamp) -> bool {
        self.since.is_none_or(|since| new_until(since) > now)
    }
}

/// Somebody who is still new, as the payer is shown them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// The account that pays them.
    pub account: AccountId,
    /// Their name, or that of their business.
    pub name: String,
    /// What they were paid so far.
    pub paid: Money,
    /// When they were paid for the first time.
    pub first_at: Timestamp,
}

impl Newcomer {
    /// Until when they are new.
    #[must_use]
    pub fn until(&self) -> Timestamp {
        new_until(self.first_at)
    }
}
