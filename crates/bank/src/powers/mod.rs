//! Powers of attorney: somebody acts for a customer by a document, which two of the bank have looked at.
//!
//! One of the bank takes it in, another agrees, and the customer is told; twelve hours later at the earliest the attorney
//! accepts, signed in as themselves. Then they look at the customer's accounts ([`crate::mandates`]) and pay from them
//! ([`crate::business`]), alone and within the customer's own limits. Either of the two ends it with one press, as does
//! anybody of the bank; and with its last day it is over.

mod by_people;
mod by_staff;

use jiff::civil::Date;
use model::{AccountId, CustomerId, PowerId, StaffId, Timestamp, forms::PowerKind};

pub use by_people::{accept, end, end_what_is_over, given, held};
pub use by_staff::{agree, ask, of_customer, take_back};

use crate::{Calendar, policy::LIMIT_RAISE_WAIT_S};

/// How long after another of the bank has agreed the attorney can accept, in seconds: time in which the customer hears of
/// it and stops it.
pub const BEGINS_AFTER_S: i64 = LIMIT_RAISE_WAIT_S;

/// A power of attorney that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Power {
    /// Which one.
    pub id: PowerId,
    /// For whom somebody acts.
    pub donor: CustomerId,
    /// Their name.
    pub donor_name: String,
    /// Who acts.
    pub attorney: CustomerId,
    /// Their name.
    pub attorney_name: String,
    /// What kind of document gives it.
    pub kind: PowerKind,
    /// What is written on the document to tell it from others.
    pub document: String,
    /// The last day, in the bank's time zone; `None` where it has none.
    pub last: Option<Date>,
    /// The accounts it is about: those that were the donor's alone when it began. Empty until then.
    pub accounts: Vec<AccountId>,
    /// Who of the bank took it in.
    pub asked_by: StaffId,
    /// When.
    pub asked_at: Timestamp,
    /// Who else of the bank agreed.
    pub agreed_by: Option<StaffId>,
    /// When.
    pub agreed_at: Option<Timestamp>,
    /// When the attorney accepted.
    pub began_at: Option<Timestamp>,
    /// When it was ended.
    pub ended_at: Option<Timestamp>,
}

/// How a power of attorney stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Another of the bank has to agree.
    Asked,
    /// The attorney can accept from this moment on.
    Agreed(Timestamp),
    /// They act.
    Running,
    /// It was ended, or its last day is over.
    Over,
}

impl Power {
    /// How it stands at `now`.
    #[must_use]
    pub fn stands(&self, calendar: &Calendar, now: Timestamp) -> Stands {
        let is_over = self.ended_at.is_some() || self.last.is_some_and(|last| calendar.end_of(last) <= now);
        match (self.agreed_at, self.began_at) {
            _ if is_over => Stands::Over,
            (_, Some(_)) => Stands::Running,
            (Some(agreed_at), None) => Stands::Agreed(agreed_at.plus_seconds(BEGINS_AFTER_S)),
            (None, None) => Stands::Asked,
        }
    }
}
