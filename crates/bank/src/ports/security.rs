//! Keeping what concerns the safety of an account, and sending word of it.

use async_trait::async_trait;
use model::{CustomerId, Timestamp};

use crate::{
    StorageError,
    security::{Contact, Happened, Notice, SecurityEvent, Sent, TrustedContact},
};

/// Keeps events, contacts and notices.
#[async_trait]
pub trait Security: Send + Sync {
    /// Notes an event of `customer`.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn note(&self, customer: CustomerId, happened: &Happened) -> Result<(), StorageError>;

    /// The events of `customer`, the latest first, at most `limit`.
    async fn events(&self, customer: CustomerId, limit: u32) -> Result<Vec<Happened>, StorageError>;

    /// When one of these `events` last happened to `customer`.
    async fn last(&self, customer: CustomerId, events: [SecurityEvent; 3]) -> Result<Option<Timestamp>, StorageError>;

    /// What the browsers call themselves in which `customer` has signed in.
    async fn browsers(&self, customer: CustomerId) -> Result<Vec<String>, StorageError>;

    /// Where `customer` is told things.
    async fn contact(&self, customer: CustomerId) -> Result<Contact, StorageError>;

    /// The trusted contact of `customer`.
    async fn trusted(&self, customer: CustomerId) -> Result<Option<TrustedContact>, StorageError>;

    /// Keeps the trusted contact of `customer`, or forgets them.
    async fn set_trusted(
        &self,
        customer: CustomerId,
        trusted: Option<&TrustedContact>,
        at: Timestamp,
    ) -> Result<(), StorageError>;

    /// Freezes everything of `customer`: `false` where it is frozen and no end of that was asked for. One that was is
    /// called off.
    async fn freeze(&self, customer: CustomerId, at: Timestamp) -> Result<bool, StorageError>;

    /// When the freeze of `customer` ends, where that was asked for: `false` where nothing is frozen at `now`.
    async fn set_thaw(&self, customer: CustomerId, at: Option<Timestamp>, now: Timestamp)
    -> Result<bool, StorageError>;

    /// Sends what one event is told by: all of these notices or none; at most one a channel.
    async fn send(&self, notices: &[Notice]) -> Result<(), StorageError>;

    /// What was sent last by mail and short message, the latest first, at most `limit`.
    async fn sent(&self, limit: u32) -> Result<Vec<Sent>, StorageError>;
}
