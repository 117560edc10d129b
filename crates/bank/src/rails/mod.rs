//! Money to other banks.
//!
//! A payment to another bank leaves its payer's account in the commit that keeps it, into an account of the bank's own
//! that stands for the payee's there: limits, waits and who is somebody new are decided as for any payment. The same
//! commit keeps a [`Sending`], what is to be told to the other bank: [`deliver`] tells it, as often as it takes, under the
//! payment's id, by which the other side knows that it is the same; [`take`] applies what comes back, once, however often
//! it comes; what cannot be applied is kept aside for people ([`hear`]). Where nobody knows what has become of a payment, that is said.
//!
//! `ready → sent → arrived | refused`, from anywhere before an answer `→ doubt`, and `arrived → returned`. Where it is
//! refused or returned, the transfer is put right in the commit that says so.

mod answer;
mod days;
mod deliver;
mod hear;
mod rules;

use model::{CustomerId, Iban, Timestamp};

pub use answer::{Answer, News, Taken, take};
pub use days::{is_bank_day, next_bank_day};
pub use deliver::{Delivery, deliver};
pub use hear::{Aside, Message, hear};
pub use rules::{Rail, Route, is_open, reaches, route, way};

use crate::{
    Bank, Error,
    payments::{NameCheck, Payment},
};

model::coded! {
    /// How far a payment to another bank has come.
    SendingState {
        /// It has left the account, and is about to be told to the other bank.
        Ready = "ready",
        /// The other bank knows of it, and has not said more.
        Sent = "sent",
        /// Nobody knows whether it has arrived: it is asked again.
        Doubt = "doubt",
        /// It is with the payee.
        Arrived = "arrived",
        /// The other bank did not take it, and the money is back. Final.
        Refused = "refused",
        /// It had arrived and was sent back, and the money is back. Final.
        Returned = "returned",
    }

    /// Why the other bank sends money back (ISO 20022 external codes for reasons of status and of return).
    BackReason {
        /// There is no such account.
        NoAccount = "AC01",
        /// The account is closed.
        Closed = "AC04",
        /// The payee does not want it, or it was asked back.
        Unwanted = "CUST",
        /// It did not say.
        Unsaid = "MS03",
    }
}

impl SendingState {
    /// Whether an answer is still to come.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Ready | Self::Sent | Self::Doubt)
    }

    /// Whether what is told as `self` may follow on `before`. What is final stays.
    #[must_use]
    pub const fn may_follow(self, before: Self) -> bool {
        match self {
            Self::Ready => false,
            Self::Sent => matches!(before, Self::Ready),
            Self::Doubt => matches!(before, Self::Ready | Self::Sent),
            Self::Arrived | Self::Refused => before.is_open(),
            Self::Returned => before.is_open() || matches!(before, Self::Arrived),
        }
    }
}

/// What becomes of a payment to another bank on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sending {
    /// How far it has come.
    pub state: SendingState,
    /// The way it takes.
    pub route: Route,
    /// How often it was told to the other bank.
    pub tries: i64,
    /// Before when nothing is done about it, while an answer is to come.
    pub try_at: Timestamp,
    /// When the other bank said that it has it.
    pub sent_at: Option<Timestamp>,
    /// When the other bank said that it has arrived.
    pub arrived_at: Option<Timestamp>,
    /// When the money was back.
    pub back_at: Option<Timestamp>,
    /// Why it came back.
    pub reason: Option<BackReason>,
}

impl Payment {
    /// The payment as it leaves at `at`: where it goes to another bank, with the way that it takes.
    pub(crate) fn leaving(self, calendar: &crate::Calendar, at: Timestamp) -> Self {
        let quote = self.exchange.as_ref().map(|exchange| &exchange.quote);
        let sending = self.payee_number.leaves().then(|| Sending {
            state: SendingState::Ready,
            route: way(calendar, self.amount, quote, at),
            tries: 0,
            try_at: at,
            sent_at: None,
            arrived_at: None,
            back_at: None,
            reason: None,
        });
        Self { sending, ..self }
    }
}

/// The payments of `owner` of which it is not yet known that they arrived, the oldest first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn on_their_way(bank: &Bank, owner: CustomerId) -> Result<Vec<Payment>, Error> {
    Ok(bank.sendings.on_their_way(owner).await?)
}

/// Whether the account `iban` is that of `typed`, as its bank says.
pub(crate) async fn check_name(bank: &Bank, iban: Iban, typed: &str) -> NameCheck {
    match &bank.other_banks {
        Some(others) => others.check_name(iban, typed).await.plain(),
        None => NameCheck::Unavailable,
    }
}
