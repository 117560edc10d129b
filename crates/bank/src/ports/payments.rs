//! Keeping unfinished payments, and reading finished ones.

use async_trait::async_trait;
use model::{AccountId, CustomerId, PaymentId};

use crate::{
    StorageError,
    payments::{Draft, Payment},
};

/// Keeps unfinished payments, and reads finished ones.
#[async_trait]
pub trait Payments: Send + Sync {
    /// Keeps a draft, new or changed. One that is paid is neither changed nor kept again.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn save_draft(&self, draft: &Draft) -> Result<(), StorageError>;

    /// An unpaid draft of `owner`.
    async fn draft(&self, owner: CustomerId, id: PaymentId) -> Result<Option<Draft>, StorageError>;

    /// The unpaid drafts of `owner`, changed last first, at most `limit`.
    async fn drafts(&self, owner: CustomerId, limit: u32) -> Result<Vec<Draft>, StorageError>;

    /// Forgets a draft of `owner`.
    async fn delete_draft(&self, owner: CustomerId, id: PaymentId) -> Result<(), StorageError>;

    /// A payment of `owner` that was made.
    async fn payment(&self, owner: CustomerId, id: PaymentId) -> Result<Option<Payment>, StorageError>;

    /// Whether money of `owner` was ever paid to the account `to`, from one of their accounts.
    async fn has_paid(&self, owner: CustomerId, to: AccountId) -> Result<bool, StorageError>;
}
