//! Counting tries at what can be guessed, over all servers. Only `auth` asks for it.

use async_trait::async_trait;
use model::Timestamp;

use crate::StorageError;

/// What is tried, hashed: what somebody typed is not kept.
pub type AttemptKey = [u8; 32];

/// Counts tries.
#[async_trait]
pub trait Attempts: Send + Sync {
    /// What this database mixes into the hashes of its keys, the same for every server on it.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn salt(&self) -> Result<Vec<u8>, StorageError>;

    /// Whether `key` is locked at `now`.
    async fn is_locked(&self, key: &AttemptKey, now: Timestamp) -> Result<bool, StorageError>;

    /// Counts one more try at `now`, before it is known how it ends: tries side by side are counted like tries one
    /// after another. Gives how many in a row that makes; the `limit`th locks the key until `locked_until`. `None`,
    /// and nothing is counted, where it is locked. A lock that has run out is served: what comes after it is counted
    /// anew.
    async fn count(
        &self,
        key: &AttemptKey,
        limit: i64,
        now: Timestamp,
        locked_until: Timestamp,
    ) -> Result<Option<i64>, StorageError>;

    /// Forgets the tries, and a lock, after a success.
    async fn forget(&self, key: &AttemptKey) -> Result<(), StorageError>;
}
