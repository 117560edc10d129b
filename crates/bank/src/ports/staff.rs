//! Keeping the bank's own people.

use async_trait::async_trait;

use crate::{StorageError, staff::StaffMember};

/// Keeps the bank's own people.
#[async_trait]
pub trait Staff: Send + Sync {
    /// Keeps a new one: `false` where somebody has that user name.
    ///
    /// # Errors
    /// Where the database does not answer.
    async fn add(&self, member: &StaffMember) -> Result<bool, StorageError>;
}
