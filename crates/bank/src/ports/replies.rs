//! Keeping answers ready.

use async_trait::async_trait;
use model::ReplyId;

use crate::{StorageError, replies::ReadyReply};

/// Keeps the answers that the bank's own people give often.
#[async_trait]
pub trait Replies: Send + Sync {
    /// All of them by their titles, at most `limit`.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn all(&self, limit: u32) -> Result<Vec<ReadyReply>, StorageError>;

    /// One of them.
    async fn one(&self, id: ReplyId) -> Result<Option<ReadyReply>, StorageError>;

    /// Keeps a new one.
    async fn keep(&self, reply: &ReadyReply) -> Result<(), StorageError>;

    /// Keeps what it is now, where its version is still `seen`; whether it was.
    async fn update(&self, reply: &ReadyReply, seen: i64) -> Result<bool, StorageError>;

    /// Takes it away; whether it was there.
    async fn remove(&self, id: ReplyId) -> Result<bool, StorageError>;
}
