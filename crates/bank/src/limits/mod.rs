//! What may leave an account: the most of one payment, of a day, and of the first day with somebody new.
//!
//! Limits belong to the account, because that is the row on which the ledger decides, one payment after the other: no
//! two at once can both take what is left of a day. Whoever may pay from the account may lower them at once. A raise
//! waits ([`crate::policy::LIMIT_RAISE_WAIT_S`]): when it holds follows from when it was asked for, and is kept nowhere.

mod change;
mod first_payment;

use model::{Money, Timestamp};
use serde::{Deserialize, Serialize};

pub(crate) use change::call_off_all;
pub use change::{AccountLimits, Changed, call_off, change, one, overview, raise, raising};
pub use first_payment::{Acquaintance, FirstPayment, Newcomer};

use crate::{accounts::Account, policy::LIMIT_RAISE_WAIT_S};

model::coded! {
    /// What is limited.
    LimitKind {
        /// One payment.
        Payment = "payment",
        /// The payments of a day together.
        Day = "day",
        /// What goes to one person in the first 24 hours after they were paid for the first time.
        NewPayee = "new-payee",
    }
}

/// More than there is now, asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raise {
    /// To how much, in minor units.
    pub to: i64,
    /// When it was asked for.
    pub asked_at: Timestamp,
}

impl Raise {
    /// When it begins to hold.
    #[must_use]
    pub const fn holds_from(self) -> Timestamp {
        self.asked_at.plus_seconds(LIMIT_RAISE_WAIT_S)
    }
}

/// One limit of one account, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// What holds until a raise does.
    pub set: i64,
    /// The raise that was asked for last.
    pub raise: Option<Raise>,
}

impl Limit {
    /// A limit that nobody wants to raise.
    #[must_use]
    pub const fn of(set: i64) -> Self {
        Self { set, raise: None }
    }

    /// What holds at `now`.
    #[must_use]
    pub fn at(self, now: Timestamp) -> i64 {
        match self.raise {
            Some(raise) if raise.holds_from() <= now => raise.to,
            _ => self.set,
        }
    }

    /// The raise that still waits at `now`.
    #[must_use]
    pub fn waiting(self, now: Timestamp) -> Option<Raise> {
        self.raise.filter(|raise| raise.holds_from() > now)
    }

    /// Lowered to `to` at `now`, with which a raise that waits is called off; `None` where that is more than holds.
    #[must_use]
    pub fn lowered(self, to: i64, now: Timestamp) -> Option<Self> {
        (to <= self.at(now)).then_some(Self::of(to))
    }

    /// With a raise to `to` that is asked for at `now`, in the place of one that waits.
    #[must_use]
    pub fn raised(self, to: i64, now: Timestamp) -> Self {
        Self { set: self.at(now), raise: Some(Raise { to, asked_at: now }) }
    }

    /// Without the raise that waits at `now`; `None` where none does.
    #[must_use]
    pub fn called_off(self, now: Timestamp) -> Option<Self> {
        self.waiting(now).map(|_| Self::of(self.set))
    }
}

/// The limits of one account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Of one payment.
    pub payment: Limit,
    /// Of a day's payments together.
    pub day: Limit,
    /// Of the first 24 hours with somebody new.
    pub new_payee: Limit,
}

impl Limits {
    /// Limits in minor units that nobody wants to raise.
    #[must_use]
    pub const fn new(payment: i64, day: i64, new_payee: i64) -> Self {
        Self { payment: Limit::of(payment), day: Limit::of(day), new_payee: Limit::of(new_payee) }
    }

    /// The one of this kind.
    #[must_use]
    pub const fn of(&self, kind: LimitKind) -> Limit {
        match kind {
            LimitKind::Payment => self.payment,
            LimitKind::Day => self.day,
            LimitKind::NewPayee => self.new_payee,
        }
    }

    /// The one of this kind, to change it.
    pub const fn of_mut(&mut self, kind: LimitKind) -> &mut Limit {
        match kind {
            LimitKind::Payment => &mut self.payment,
            LimitKind::Day => &mut self.day,
            LimitKind::NewPayee => &mut self.new_payee,
        }
    }

    /// Until when a raise of any of them waits, at `now`.
    #[must_use]
    pub fn waiting_until(&self, now: Timestamp) -> Option<Timestamp> {
        LimitKind::ALL.iter().filter_map(|kind| self.of(*kind).waiting(now)).map(Raise::holds_from).max()
    }
}

impl Account {
    /// The limit of this kind that holds at `now`.
    #[must_use]
    pub fn limit(&self, kind: LimitKind, now: Timestamp) -> Money {
        Money::new(self.limits.of(kind).at(now), self.currency())
    }

    /// What the payments of `day` (days since 1970) come to.
    #[must_use]
    pub const fn spent(&self, day: i64) -> Money {
        // As in the ledger, a day that has begun does not end again.
        Money::new(if self.spent_on >= day { self.spent } else { 0 }, self.currency())
    }

    /// What may still be paid at `now`, which is on `day`.
    #[must_use]
    pub fn left_of_day(&self, now: Timestamp, day: i64) -> Money {
        let left = self.limits.day.at(now).saturating_sub(self.spent(day).minor);
        Money::new(left.max(0), self.currency())
    }
}

/// Until when nobody new is paid from any of `accounts`, because a limit of one of them is about to be raised.
#[must_use]
pub fn held_until(accounts: &[Account], now: Timestamp) -> Option<Timestamp> {
    accounts.iter().filter_map(|account| account.limits.waiting_until(now)).max()
}
