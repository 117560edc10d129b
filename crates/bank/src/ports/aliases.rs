//! Keeping by what people are found who want to be paid.

use async_trait::async_trait;
use model::{AccountId, Alias, AliasWay, CustomerId, Timestamp};

use crate::{
    StorageError,
    aliases::{Given, Holder},
};

/// Keeps by what people are found, and counts who looks.
#[async_trait]
pub trait Aliases: Send + Sync {
    /// By what `owner` is found.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn given(&self, owner: CustomerId) -> Result<Vec<Given>, StorageError>;

    /// Keeps that `owner` is found by `alias` and paid into `account`, in the place of what they were found by in that
    /// way: `false` where somebody else is found by it, or the account is not open and theirs alone.
    async fn give(
        &self,
        owner: CustomerId,
        alias: &Alias,
        account: AccountId,
        at: Timestamp,
    ) -> Result<bool, StorageError>;

    /// Forgets by what `owner` is found in that way: `false` where nobody found them by it.
    async fn take(&self, owner: CustomerId, way: AliasWay) -> Result<bool, StorageError>;

    /// Whoever is found by `alias`, if they may bank and the account is not closed and still theirs alone.
    async fn holder(&self, alias: &Alias) -> Result<Option<Holder>, StorageError>;

    /// Counts one more look of `payer` on `day`: `false`, and nothing is counted, where that were more than `most`.
    async fn count(&self, payer: CustomerId, day: i64, most: i64, at: Timestamp) -> Result<bool, StorageError>;
}
