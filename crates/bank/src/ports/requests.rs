//! Keeping what people ask one another for.

use async_trait::async_trait;
use model::{CustomerId, PaymentId, RequestId, Timestamp};

use crate::{StorageError, requests::PaymentRequest};

/// Keeps what people ask one another for.
#[async_trait]
pub trait Requests: Send + Sync {
    /// Keeps a new one.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn keep(&self, request: &PaymentRequest) -> Result<(), StorageError>;

    /// The latest that `owner` has asked for, the latest first.
    async fn list(&self, owner: CustomerId) -> Result<Vec<PaymentRequest>, StorageError>;

    /// One that `owner` has asked for.
    async fn one(&self, owner: CustomerId, id: RequestId) -> Result<Option<PaymentRequest>, StorageError>;

    /// The one whose link ends with `token`.
    async fn by_token(&self, token: &str) -> Result<Option<PaymentRequest>, StorageError>;

    /// Keeps that `owner` does not ask for it any more.
    async fn end(&self, owner: CustomerId, id: RequestId, at: Timestamp) -> Result<(), StorageError>;

    /// Keeps that the payment, which is only begun, answers the request.
    async fn answer(&self, id: RequestId, payment: PaymentId) -> Result<(), StorageError>;
}
