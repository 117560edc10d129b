//! Keeping powers of attorney.

use async_trait::async_trait;
use jiff::civil::Date;
use model::{CustomerId, PowerId, StaffId, Timestamp};

use crate::{StorageError, business::Delegate, mandates::Mandate, powers::Power};

/// Keeps powers of attorney, and with each the leave to look and to pay that it gives.
#[async_trait]
pub trait Powers: Send + Sync {
    /// Keeps a new one.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn keep(&self, power: &Power) -> Result<(), StorageError>;

    /// Those for `donor`, the latest first.
    async fn of_donor(&self, donor: CustomerId) -> Result<Vec<Power>, StorageError>;

    /// Those of `attorney`, the latest first.
    async fn of_attorney(&self, attorney: CustomerId) -> Result<Vec<Power>, StorageError>;

    /// Another than who took it in agrees: `false` where they cannot.
    async fn agree(&self, id: PowerId, member: StaffId, at: Timestamp) -> Result<bool, StorageError>;

    /// Its attorney accepts one that was agreed to, at its [`began_at`](Power::began_at), and with it begins the leave to pay
    /// and to look: all of it or nothing. `false` where it has begun, or is over.
    async fn begin(&self, power: &Power, acts: &[Delegate], looks: &Mandate) -> Result<bool, StorageError>;

    /// Ends it, and the leave that it gave: `false` where it is over.
    async fn end(&self, id: PowerId, at: Timestamp) -> Result<bool, StorageError>;

    /// Those whose last day was before `today` and which were not ended.
    async fn past(&self, today: Date) -> Result<Vec<Power>, StorageError>;
}
