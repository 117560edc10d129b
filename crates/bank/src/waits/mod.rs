//! Payments that wait before they leave, so that whoever was talked into one, or robbed of their session, has time to
//! call it off.
//!
//! A rule of the bank or the payer's own wish says which do and for how long. While one waits the money is set aside by a
//! hold of the ledger, in the same commit that keeps the payment: it cannot be spent twice, and nothing is there that
//! nobody looks after. When its time has come the hold is captured; called off, it is released. Either ends both.

mod begin;
mod end;
mod own;
mod rules;

use model::{HoldId, Timestamp};

pub(crate) use begin::begin;
pub use end::{call_off, carry_out};
pub(crate) use end::{call_off_all, give_up};
pub(crate) use own::keep_longer;
pub use own::{OwnWait, Shorter, own_wait, set_own_wait};
pub(crate) use rules::ruling;
pub use rules::{Drain, Ruling, Waits};

use crate::{Bank, Error, payments::Payment};

model::coded! {
    /// Why a payment waits.
    WaitReason {
        /// Its payer wants everything to somebody new to wait.
        Own = "own",
        /// It would take most of what its payer has.
        Drain = "drain",
        /// Its payer has said that somebody told them to make it, to keep the money safe.
        Safety = "safety",
        /// It is an investment with somebody new: few scams cost people more.
        Investment = "investment",
        /// It is much money for somebody new.
        Large = "large",
        /// Another person has to approve it: time alone does not let it leave.
        Second = "second",
        /// Another person has just approved it.
        Agreed = "agreed",
        /// Another person has refused it: it is about to be called off.
        Refused = "refused",
    }
}

impl WaitReason {
    /// Whether what it waits for is a person, not time: when its time is over it is called off.
    #[must_use]
    pub const fn is_for_a_person(self) -> bool {
        matches!(self, Self::Second | Self::Refused)
    }
}

/// Why and until when a payment waits, or waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// What sets the money aside.
    pub hold: HoldId,
    /// When it leaves; where it waits for another person, when it lapses.
    pub until: Timestamp,
    /// Why it waits.
    pub reason: WaitReason,
    /// When that was over, whichever way.
    pub ended_at: Option<Timestamp>,
}

/// The payments of `owner` that wait, the one that leaves first at the top.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn waiting(bank: &Bank, owner: model::CustomerId) -> Result<Vec<Payment>, Error> {
    Ok(bank.waits.waiting(owner).await?)
}
