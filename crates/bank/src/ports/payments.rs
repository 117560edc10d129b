//! Keeping unfinished payments, and reading finished ones.

use async_trait::async_trait;
use model::{CustomerId, PaymentId, Timestamp};

use crate::{
    StorageError,
    payments::{Draft, Payment},
};

/// A question to a person: do you approve exactly this?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Which challenge.
    pub id: i64,
    /// Who is asked.
    pub customer: CustomerId,
    /// SHA-256 over everything shown, and over `id`.
    pub digest: [u8; 32],
    /// When it lapses.
    pub expires_at: Timestamp,
    /// How many answers it still takes.
    pub attempts_left: i64,
}

/// What becomes of an answer to a question, before it is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answering {
    /// The question is open, and takes this answer; it is counted off already.
    Open(Challenge),
    /// It was answered well before.
    Answered,
    /// It has lapsed, takes no more answers, or was never asked.
    Over,
}

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

    /// The last settled payment of `owner` to each account that is not theirs, the latest first, at most `limit`; among
    /// the newest lines of their accounts.
    async fn last_to_each(&self, owner: CustomerId, limit: u32) -> Result<Vec<Payment>, StorageError>;

    /// Asks a new question. One that was asked before about the same payment stays open till it lapses.
    async fn ask(&self, challenge: &Challenge) -> Result<(), StorageError>;

    /// The question with this id to `customer`, with one answer counted off it where it is open.
    async fn take_attempt(&self, customer: CustomerId, id: i64, now: Timestamp) -> Result<Answering, StorageError>;

    /// Closes a question that was answered well: `false` where it was closed before.
    async fn answer(&self, customer: CustomerId, id: i64, now: Timestamp) -> Result<bool, StorageError>;
}
