//! Adding to the audit chain what moves no money, and reading it. What moves money is added with it, in the commit of the
//! ledger.

use async_trait::async_trait;

use crate::{
    StorageError,
    audit::{AuditLine, AuditRow, Chain, Deed},
};

/// Adds to the audit chain, and reads it.
#[async_trait]
pub trait Audit: Send + Sync {
    /// Adds a row. It is sealed later.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn note(&self, row: &AuditRow) -> Result<(), StorageError>;

    /// Adds a row that says why.
    async fn note_why(&self, row: &AuditRow, why: &str) -> Result<(), StorageError>;

    /// The rows behind the one with the id `before`, or the latest; only those of one deed where it is named. The
    /// latest first, at most `limit`.
    async fn latest(&self, deed: Option<Deed>, before: Option<i64>, limit: u32)
    -> Result<Vec<AuditLine>, StorageError>;

    /// Follows the whole chain from its first row.
    async fn verify(&self) -> Result<Chain, StorageError>;
}
