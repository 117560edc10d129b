//! Keeping who may look at accounts of somebody else.

use async_trait::async_trait;
use jiff::civil::Date;
use model::{AccountId, AccountNumber, CustomerId, MandateId, Timestamp};

use crate::{
    StorageError,
    mandates::{Look, Mandate},
};

/// Keeps who may look at accounts of somebody else, and what they looked at.
#[async_trait]
pub trait Mandates: Send + Sync {
    /// Keeps a new one.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn keep(&self, mandate: &Mandate) -> Result<(), StorageError>;

    /// The latest that `owner` has given, the latest first.
    async fn given(&self, owner: CustomerId) -> Result<Vec<Mandate>, StorageError>;

    /// The latest that were given to `carer`, the latest first.
    async fn held(&self, carer: CustomerId) -> Result<Vec<Mandate>, StorageError>;

    /// Who may bank and holds the account with this number, with the name of each. An account that is closed is none.
    async fn holders(&self, number: AccountNumber) -> Result<Vec<(CustomerId, String)>, StorageError>;

    /// Keeps that `carer` has accepted: `false` where they have already, or where it is over.
    async fn begin(&self, carer: CustomerId, id: MandateId, at: Timestamp) -> Result<bool, StorageError>;

    /// Keeps that `who` has ended it, whose accounts they are or who may look at them: `false` where it is over.
    async fn end(&self, who: CustomerId, id: MandateId, at: Timestamp) -> Result<bool, StorageError>;

    /// Keeps that `carer` looks at an account on `day`: how often with this time; `0` where they may not, or not any more.
    async fn note(
        &self,
        carer: CustomerId,
        which: (MandateId, AccountId),
        day: Date,
        at: Timestamp,
    ) -> Result<i64, StorageError>;

    /// What was looked at by a mandate of `owner`, the last day first.
    async fn looks(&self, owner: CustomerId, id: MandateId) -> Result<Vec<Look>, StorageError>;
}
