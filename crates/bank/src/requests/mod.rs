//! Asking for money: a link, or its picture, that leads whoever has it to a payment that is filled in already.
//!
//! Nothing is paid by it: what it begins is an ordinary payment, with every check, warning and approval that any payment
//! has. Which payments began with a request is kept, so that whoever asked sees who has paid.

mod answer;
mod ask;

use model::{AccountId, CustomerId, Money, RequestId, Timestamp};

pub use answer::{Asked, answer, asked};
pub use ask::{ask, call_off, list, one};

/// How long a request can be answered, in seconds.
pub const OPEN_S: i64 = 30 * 24 * 60 * 60;

/// Money that somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentRequest {
    /// Which request.
    pub id: RequestId,
    /// Who asks.
    pub owner: CustomerId,
    /// Into which account of theirs.
    pub account: AccountId,
    /// What each is asked for.
    pub each: Money,
    /// How many are asked.
    pub times: i64,
    /// What it is for.
    pub reference: String,
    /// What the link ends with: whoever has it sees what is asked for, and by whom.
    pub token: String,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// When whoever asks did not want it any more.
    pub ended_at: Option<Timestamp>,
    /// Who has paid, the first one first.
    pub paid: Vec<Paid>,
}

/// That somebody has paid what they were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paid {
    /// Who.
    pub customer: CustomerId,
    /// Their name.
    pub name: String,
    /// When the money was there.
    pub at: Timestamp,
}

/// How a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It can be paid until then.
    Open(Timestamp),
    /// Everybody who was asked has paid.
    Paid,
    /// Whoever asked does not want it any more.
    CalledOff,
    /// Its time is over.
    Lapsed,
}

impl PaymentRequest {
    /// How it stands at `now`.
    #[must_use]
    pub fn standing(&self, now: Timestamp) -> Standing {
        let until = self.asked_at.plus_seconds(OPEN_S);
        if i64::try_from(self.paid.len()).unwrap_or(i64::MAX) >= self.times {
            Standing::Paid
        } else if self.ended_at.is_some() {
            Standing::CalledOff
        } else if until <= now {
            Standing::Lapsed
        } else {
            Standing::Open(until)
        }
    }
}
