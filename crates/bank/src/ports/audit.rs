//! Adding to the audit chain what moves no money. What moves money is added with it, in the commit of the ledger.

use async_trait::async_trait;

use crate::{StorageError, audit::AuditRow};

/// Adds to the audit chain.
#[async_trait]
pub trait Audit: Send + Sync {
    /// Adds a row. It is sealed later.
    ///
    /// # Errors
    /// Where the database does not answer.
    async fn note(&self, row: &AuditRow) -> Result<(), StorageError>;
}
