//! Keeping which payments wait.

use async_trait::async_trait;
use model::{CustomerId, PaymentId, Timestamp};

use crate::{StorageError, payments::Payment, waits::OwnWait};

/// Keeps which payments wait, and for how long people want them to.
#[async_trait]
pub trait Waits: Send + Sync {
    /// The payments of `owner` that wait, the one that leaves first at the top.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn waiting(&self, owner: CustomerId) -> Result<Vec<Payment>, StorageError>;

    /// Those of anybody whose wait is over and which may be tried at `now`, the earliest first, at most `limit`.
    async fn due(&self, now: Timestamp, limit: u32) -> Result<Vec<Payment>, StorageError>;

    /// Does not try `payment` again before `try_at`.
    async fn postpone(&self, payment: PaymentId, try_at: Timestamp) -> Result<(), StorageError>;

    /// How long `owner` wants payments to somebody new to wait.
    async fn own_wait(&self, owner: CustomerId) -> Result<OwnWait, StorageError>;

    /// Keeps that.
    async fn set_own_wait(&self, owner: CustomerId, wait: OwnWait) -> Result<(), StorageError>;
}
