//! Keeping what the program learns from.

use async_trait::async_trait;
use model::{CustomerId, MissId, StaffId};

use crate::{
    StorageError,
    misses::{Label, Miss},
};

/// How many messages there are to learn from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MissCounts {
    /// Of which nobody has said what was meant.
    pub open: i64,
    /// Of which one has, and nobody else has agreed.
    pub labelled: i64,
    /// Of which two have.
    pub agreed: i64,
}

/// Keeps what the program learns from.
#[async_trait]
pub trait Misses: Send + Sync {
    /// Whether `customer` lets it.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn may_learn(&self, customer: CustomerId) -> Result<bool, StorageError>;

    /// Keeps whether they do. Where they do not, everything of theirs is forgotten.
    async fn let_learn(&self, customer: CustomerId, may: bool) -> Result<(), StorageError>;

    /// Keeps a new one, where its customer still lets it and the same words of theirs do not wait already: whether it was.
    async fn keep(&self, miss: &Miss) -> Result<bool, StorageError>;

    /// The next one, behind `after`, without a label, or with one that somebody other than `member` gave it.
    async fn next(&self, member: StaffId, after: Option<MissId>) -> Result<Option<Miss>, StorageError>;

    /// Gives one a label that has none: whether it did.
    async fn label(&self, id: MissId, label: Label, member: StaffId) -> Result<bool, StorageError>;

    /// Agrees to `label`, where it has that and somebody other than `member` gave it: whether it did.
    async fn agree(&self, id: MissId, label: Label, member: StaffId) -> Result<bool, StorageError>;

    /// Takes `label` away, where it has that, somebody other than `member` gave it and nobody has agreed: whether it did.
    async fn refuse(&self, id: MissId, label: Label, member: StaffId) -> Result<bool, StorageError>;

    /// Forgets one without a label: whether it was there.
    async fn remove(&self, id: MissId) -> Result<bool, StorageError>;

    /// How many there are.
    async fn counts(&self) -> Result<MissCounts, StorageError>;

    /// Those of which two have said what was meant, by their numbers.
    async fn agreed(&self) -> Result<Vec<Miss>, StorageError>;
}
