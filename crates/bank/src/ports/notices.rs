//! What people were told on their own pages, and how they want to be told.

use async_trait::async_trait;
use model::{CustomerId, Timestamp, forms::NoticeChoices};

use crate::{StorageError, notices::Letter};

/// Keeps what people were told, and how they want to be.
#[async_trait]
pub trait Notices: Send + Sync {
    /// What `customer` was told on their own page, the latest first, at most `limit`.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn letters(&self, customer: CustomerId, limit: u32) -> Result<Vec<Letter>, StorageError>;

    /// How much of it they have not seen, counted to `limit`.
    async fn unseen(&self, customer: CustomerId, limit: u32) -> Result<u32, StorageError>;

    /// They have seen everything up to the letter `last`.
    async fn see(&self, customer: CustomerId, last: i64, at: Timestamp) -> Result<(), StorageError>;

    /// How `customer` wants to be told things.
    async fn choices(&self, customer: CustomerId) -> Result<NoticeChoices, StorageError>;

    /// Keeps that.
    async fn choose(&self, customer: CustomerId, choices: NoticeChoices) -> Result<(), StorageError>;
}
