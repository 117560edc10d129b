//! What must always be true of the ledger, and what was found.

use std::fmt;

/// What a look over the whole ledger found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// How many accounts were looked at.
    pub accounts: u64,
    /// How many postings.
    pub postings: u64,
    /// How many transfers.
    pub transfers: u64,
    /// How many sealed rows of the audit chain.
    pub sealed: u64,
    /// How many messages of other banks were kept aside, for people to look at.
    pub aside: u64,
    /// Everything that is not as it must be; empty where all is well.
    pub breaches: Vec<Breach>,
}

impl VerifyReport {
    /// Whether every invariant holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.breaches.is_empty()
    }
}

/// An invariant that does not hold, with the row that shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Breach {
    /// All balances of a currency, internal accounts included, must come to nothing.
    CurrencySum {
        /// The ISO 4217 code.
        currency: String,
        /// What they come to, in minor units.
        sum: i64,
    },
    /// A balance must be the sum of its postings, and `paid_in` the sum of those above zero.
    Balance {
        /// The account's id.
        account: i64,
    },
    /// The versions of an account's postings must run from 1 without gaps, to the version of the account.
    Versions {
        /// The account's id.
        account: i64,
    },
    /// Each line's balance must follow from the line before.
    RunningBalance {
        /// The account's id.
        account: i64,
    },
    /// Where a month ended must be where the account's lines say.
    MonthEnd {
        /// The account's id.
        account: i64,
    },
    /// What is held must be the sum of the open holds.
    Held {
        /// The account's id.
        account: i64,
    },
    /// `balance - held` must not be below what the account may.
    BelowMinimum {
        /// The account's id.
        account: i64,
    },
    /// A transfer must have exactly its two postings, for its amount.
    TransferSides {
        /// The transfer's id.
        transfer: i64,
    },
    /// A transfer may be reversed once at most.
    ReversedTwice {
        /// The transfer's id.
        transfer: i64,
    },
    /// A payment must be on its way exactly while it waits, and its money be set aside exactly as long.
    Waiting {
        /// The payment's id.
        payment: i64,
    },
    /// A payment that has left for another bank must be on its way, and its money be back exactly where it is said to be.
    Sending {
        /// The payment's id.
        payment: i64,
    },
    /// A payment abroad must have been exchanged as it was approved, between the bank's own positions.
    Exchange {
        /// The payment's id.
        payment: i64,
    },
    /// A sealed row of the audit chain does not follow from the row before it.
    AuditChain {
        /// Its place in the chain.
        seq: i64,
    },
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CurrencySum { currency, sum } => write!(f, "all {currency} balances come to {sum}, not to 0"),
            Self::Balance { account } => write!(f, "account {account}: the balance is not the sum of its postings"),
            Self::Versions { account } => write!(f, "account {account}: its postings are not numbered 1, 2, 3 …"),
            Self::RunningBalance { account } => write!(f, "account {account}: a line does not follow from the last"),
            Self::MonthEnd { account } => write!(f, "account {account}: a month did not end where it is said to"),
            Self::Held { account } => write!(f, "account {account}: held is not the sum of its open holds"),
            Self::BelowMinimum { account } => write!(f, "account {account}: below the least it may have"),
            Self::TransferSides { transfer } => write!(f, "transfer {transfer}: its two postings do not fit it"),
            Self::ReversedTwice { transfer } => write!(f, "transfer {transfer}: reversed more than once"),
            Self::Waiting { payment } => write!(f, "payment {payment}: what it waits for does not fit it"),
            Self::Sending { payment } => write!(f, "payment {payment}: what was sent to another bank does not fit it"),
            Self::Exchange { payment } => write!(f, "payment {payment}: what it was exchanged into does not fit it"),
            Self::AuditChain { seq } => write!(f, "audit row {seq}: does not follow from the row before it"),
        }
    }
}
