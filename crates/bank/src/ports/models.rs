//! Keeping the models that were offered.

use async_trait::async_trait;
use model::{ModelId, StaffId, Timestamp};

use crate::{
    StorageError,
    models::{Candidate, Standing},
};

/// Keeps the models that were offered.
#[async_trait]
pub trait Models: Send + Sync {
    /// Keeps a new one.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn offer(&self, new: &Candidate) -> Result<(), StorageError>;

    /// Those that were offered, the latest first.
    async fn all(&self, limit: u32) -> Result<Vec<Candidate>, StorageError>;

    /// One of them.
    async fn one(&self, id: ModelId) -> Result<Option<Candidate>, StorageError>;

    /// The one that was promoted last and not taken back; `None` where the release's own answers.
    async fn standing(&self) -> Result<Option<Standing>, StorageError>;

    /// `member` wants one that is offered, and not refused: whether they could.
    async fn propose(&self, id: ModelId, member: StaffId, at: Timestamp) -> Result<bool, StorageError>;

    /// Another than who proposed it agrees, while what answers is what it was compared with; `release` is what the
    /// release's own model is called: whether they could.
    async fn promote(&self, id: ModelId, member: StaffId, release: &str, at: Timestamp) -> Result<bool, StorageError>;

    /// Another than who proposed it does not agree: whether they could.
    async fn decline(&self, id: ModelId, member: StaffId, at: Timestamp) -> Result<bool, StorageError>;

    /// Takes back the one that answers: whether it was that.
    async fn roll_back(&self, id: ModelId, member: StaffId, at: Timestamp) -> Result<bool, StorageError>;
}
