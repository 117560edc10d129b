//! The people who bank here.

use model::{CustomerId, Preferences, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Bank, Error, experiments::Trying};

model::coded! {
    /// Whether a person may bank.
    CustomerStatus {
        /// They may.
        Active = "active",
        /// The bank or they themselves have stopped it: no session of theirs is valid.
        Suspended = "suspended",
    }
}

/// A person who banks here, as the screens know them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Who.
    pub id: CustomerId,
    /// Their full name, as on their accounts.
    pub name: String,
    /// How they want to be greeted: "Margaret", 陈阿姨.
    pub greeting: String,
    /// How they want to read.
    pub preferences: Preferences,
    /// Since when they bank here.
    pub joined_at: Timestamp,
    /// The freeze they asked for last.
    pub freeze: Option<Freeze>,
    /// What they have said about pages that are tried out.
    pub trying: Trying,
}

/// A freeze: nothing of somebody's leaves, and no way in changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Freeze {
    /// Since when.
    pub since: Timestamp,
    /// When it ends, where its end was asked for.
    pub thaws_at: Option<Timestamp>,
}

impl Customer {
    /// Whether everything of theirs is frozen at `now`.
    #[must_use]
    pub fn is_frozen(&self, now: Timestamp) -> bool {
        self.freeze.is_some_and(|freeze| freeze.thaws_at.is_none_or(|end| end > now))
    }
}

/// Keeps how `customer` wants to read.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn set_preferences(bank: &Bank, customer: CustomerId, wanted: Preferences) -> Result<(), Error> {
    Ok(bank.customers.set_preferences(customer, wanted).await?)
}
