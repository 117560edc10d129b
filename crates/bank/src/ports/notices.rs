//! What people were told on their own pages, and how they want to be told.

use async_trait::async_trait;
use model::{CustomerId, Timestamp, forms::NoticeChoices};

use crate::{
    StorageError,
    notices::{
        Letter,
        post::{Due, Next, Unreached},
    },
    security::Channel,
};

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

    /// What waits to be sent by `channel` and became due after the first of the two times and not after the second, the
    /// oldest first, at most `limit`. What this version of the program cannot read is passed over for an hour.
    async fn due(
        &self,
        channel: Channel,
        between: (Timestamp, Timestamp),
        limit: u32,
    ) -> Result<Vec<Due>, StorageError>;

    /// Keeps the message `id`, which was tried `tries` times, for whoever asks, until `until`: whether they have it.
    async fn claim(&self, id: i64, tries: i64, until: Timestamp) -> Result<bool, StorageError>;

    /// Keeps what came of the message `id`, which was tried `tries` times. That it is tried again is not kept where somebody
    /// else has claimed it since.
    async fn carried(&self, id: i64, tries: i64, next: Next, at: Timestamp) -> Result<(), StorageError>;

    /// At which of their present addresses `customer` was not reached, and by nothing since.
    async fn unreached(&self, customer: CustomerId) -> Result<Vec<Unreached>, StorageError>;
}
