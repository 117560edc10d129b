//! Reading and keeping what is known of customers.

use async_trait::async_trait;
use model::{CustomerId, Preferences};

use crate::{StorageError, customers::Customer};

/// Reads and keeps what is known of customers.
#[async_trait]
pub trait Customers: Send + Sync {
    /// A customer who may bank.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn customer(&self, id: CustomerId) -> Result<Option<Customer>, StorageError>;

    /// Keeps how `customer` wants to read.
    async fn set_preferences(&self, id: CustomerId, wanted: Preferences) -> Result<(), StorageError>;
}
