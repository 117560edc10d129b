//! Keeping the questions that people are asked before something is done in their name.

use async_trait::async_trait;
use model::{ChallengeId, CustomerId, Timestamp};

use crate::{StorageError, ports::Ceremony, step_up::Purpose};

/// A question to a person: do you approve exactly this?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Which challenge.
    pub id: ChallengeId,
    /// Who is asked.
    pub customer: CustomerId,
    /// What they are asked to approve.
    pub purpose: Purpose,
    /// SHA-256 over everything shown, over `id` and over `nonce`.
    pub digest: [u8; 32],
    /// Letters and digits that nobody can guess.
    pub nonce: String,
    /// What a passkey is asked, where the person has one.
    pub ceremony: Option<Ceremony>,
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

/// Keeps questions, and closes them.
#[async_trait]
pub trait StepUps: Send + Sync {
    /// Asks a new question. One that was asked before about the same thing stays open till it lapses.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn ask(&self, challenge: &Challenge) -> Result<(), StorageError>;

    /// The question with this id to `customer`, while it is open; nothing is counted.
    async fn open(
        &self,
        customer: CustomerId,
        id: ChallengeId,
        now: Timestamp,
    ) -> Result<Option<Challenge>, StorageError>;

    /// The question with this id to `customer`, with one answer counted off it where it is open.
    async fn take_attempt(
        &self,
        customer: CustomerId,
        id: ChallengeId,
        now: Timestamp,
    ) -> Result<Answering, StorageError>;

    /// Closes a question that was answered well: `false` where it was closed before.
    async fn answer(&self, customer: CustomerId, id: ChallengeId, now: Timestamp) -> Result<bool, StorageError>;
}
