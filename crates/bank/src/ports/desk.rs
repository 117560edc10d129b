//! What the bank's own people may see of customers, and for how long.

use async_trait::async_trait;
use model::{AccountNumber, CustomerId, StaffId, Timestamp};

use crate::{
    StorageError,
    staff::{CustomerFile, Found, ThawAsked},
};

/// Reads what the bank's own people may see of customers, whatever their status, and keeps who may see whom.
#[async_trait]
pub trait Desk: Send + Sync {
    /// Who signs in with `username`.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn by_username(&self, username: &str) -> Result<Option<Found>, StorageError>;

    /// Who owns the account with this number.
    async fn by_number(&self, number: AccountNumber) -> Result<Vec<Found>, StorageError>;

    /// What there is to see of a customer.
    async fn file(&self, customer: CustomerId) -> Result<Option<CustomerFile>, StorageError>;

    /// Lets `staff` see `customer` until then.
    async fn keep_look(&self, staff: StaffId, customer: CustomerId, until: Timestamp) -> Result<(), StorageError>;

    /// Until when `staff` may see `customer`, where they may at `now`.
    async fn look(
        &self,
        staff: StaffId,
        customer: CustomerId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StorageError>;

    /// Keeps that `asked` wants a freeze of `customer` to end, in the place of who asked before.
    async fn ask_thaw(&self, customer: CustomerId, asked: &ThawAsked) -> Result<(), StorageError>;

    /// Who wants a freeze of `customer` to end.
    async fn thaw_asked(&self, customer: CustomerId) -> Result<Option<ThawAsked>, StorageError>;

    /// Forgets who wanted it: `false` where nobody did.
    async fn forget_thaw(&self, customer: CustomerId) -> Result<bool, StorageError>;
}
