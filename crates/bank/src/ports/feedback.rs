//! Keeping what people say was hard.

use async_trait::async_trait;

use crate::{StorageError, feedback};

/// Keeps what people say was hard.
#[async_trait]
pub trait Feedback: Send + Sync {
    /// Keeps what somebody said.
    ///
    /// # Errors
    /// Where the database does not answer.
    async fn keep(&self, told: &feedback::Feedback) -> Result<(), StorageError>;

    /// The latest of it, newest first, `limit` at most.
    ///
    /// # Errors
    /// Where the database does not answer.
    async fn latest(&self, limit: u32) -> Result<Vec<feedback::Feedback>, StorageError>;
}
