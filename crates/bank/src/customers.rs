//! The people who bank here.

use model::{CustomerId, Preferences};
use serde::{Deserialize, Serialize};

use crate::{Bank, Error};

/// Whether a person may bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CustomerStatus {
    /// They may.
    #[serde(rename = "active")]
    Active,
    /// The bank or they themselves have stopped it: no session of theirs is valid.
    #[serde(rename = "suspended")]
    Suspended,
}

impl CustomerStatus {
    /// The word the database keeps.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Active, Self::Suspended].into_iter().find(|status| status.code() == code)
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
}

/// Keeps how `customer` wants to read.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn set_preferences(bank: &Bank, customer: CustomerId, wanted: Preferences) -> Result<(), Error> {
    Ok(bank.customers.set_preferences(customer, wanted).await?)
}
