//! Looking at accounts for somebody else: a carer, a son, whoever helps with the post. They see, and can do nothing.
//!
//! The owner chooses accounts that are theirs alone and a last day, and approves it. It begins when the one who is
//! invited accepts, signed in as themselves. Every look of somebody at an account that is not theirs passes by
//! `look::account`, which reads everything anew and keeps that it was looked at: there is no other way to one.

mod by_carer;
mod by_owner;
mod look;

use jiff::civil::Date;
use model::{AccountId, AccountNumber, CustomerId, MandateId, PowerId, Timestamp};

pub use by_carer::{accept, decline, held};
pub use by_owner::{end, given, invite, inviting, may_be_shown, one, suggested, wanted};
pub use look::{Line, Looked, Open, Seen, Shut, Sight, account, open};

use crate::Calendar;
pub use crate::invitations::{INVITED_S, MOST, Standing};

/// For how many days somebody may look where no other day is chosen.
const FIRST_DAYS: i64 = 30;

/// Leave to look at accounts, given to somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mandate {
    /// Which one.
    pub id: MandateId,
    /// Whose accounts they are.
    pub owner: CustomerId,
    /// The owner's name.
    pub owner_name: String,
    /// The name of the one who was invited, as the owner typed it.
    pub name: String,
    /// The number of an account of theirs, as the owner typed it.
    pub number: AccountNumber,
    /// Who that is. `None` where nobody of that name has that account, which nobody is told.
    pub carer: Option<CustomerId>,
    /// The accounts.
    pub accounts: Vec<AccountId>,
    /// The last day, in the bank's time zone.
    pub last: Date,
    /// When they were invited.
    pub asked_at: Timestamp,
    /// When they accepted.
    pub began_at: Option<Timestamp>,
    /// When either of the two ended it.
    pub ended_at: Option<Timestamp>,
    /// The power of attorney that gives it, where it is none of the owner's giving: it ends with that.
    pub power: Option<PowerId>,
}

/// What was looked at on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Which account.
    pub account: AccountId,
    /// The day, in the bank's time zone.
    pub day: Date,
    /// The first time on that day.
    pub first_at: Timestamp,
    /// The last time.
    pub last_at: Timestamp,
    /// How often.
    pub times: i64,
}

impl Mandate {
    /// How it stands at `now`.
    #[must_use]
    pub fn standing(&self, calendar: &Calendar, now: Timestamp) -> Standing {
        let invited_until = self.asked_at.plus_seconds(INVITED_S).min(calendar.end_of(self.last));
        match (self.ended_at, self.began_at) {
            (Some(_), _) => Standing::Ended,
            (None, Some(_)) if now < calendar.end_of(self.last) => Standing::Running,
            (None, None) if now < invited_until => Standing::Invited(invited_until),
            (None, _) => Standing::Lapsed,
        }
    }

    /// Whether it can still be ended at `now`.
    #[must_use]
    pub fn is_open(&self, calendar: &Calendar, now: Timestamp) -> bool {
        matches!(self.standing(calendar, now), Standing::Invited(_) | Standing::Running)
    }
}
