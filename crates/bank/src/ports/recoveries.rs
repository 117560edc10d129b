//! Keeping the ways back in that people have asked for.

use async_trait::async_trait;
use model::{CustomerId, RecoveryId, Timestamp};

use crate::{
    StorageError,
    recovery::{Ending, Hash, Recovery},
};

/// Keeps the ways back in that people have asked for.
#[async_trait]
pub trait Recoveries: Send + Sync {
    /// Keeps a new one, found by the hash of its `link`: `false` where the customer has one that is under way and was
    /// asked for after `lapsed`. An older one ends by it.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn start(&self, new: &Recovery, link: &Hash, lapsed: Timestamp) -> Result<bool, StorageError>;

    /// Gives the one of `customer` that is under way another link, which takes the place of the one before.
    async fn relink(&self, customer: CustomerId, link: &Hash) -> Result<Option<Recovery>, StorageError>;

    /// The one behind a link, under way or over.
    async fn by_link(&self, link: &Hash) -> Result<Option<Recovery>, StorageError>;

    /// One of `customer`, under way or over.
    async fn one(&self, customer: CustomerId, id: RecoveryId) -> Result<Option<Recovery>, StorageError>;

    /// The one of `customer` that is under way.
    async fn under_way(&self, customer: CustomerId) -> Result<Option<Recovery>, StorageError>;

    /// Ends one at `at`: `false` where it is over, or was not asked for by `started`.
    async fn end(
        &self,
        id: RecoveryId,
        ending: Ending,
        at: Timestamp,
        started: Timestamp,
    ) -> Result<bool, StorageError>;
}
