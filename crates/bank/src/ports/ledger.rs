//! Moving money, and keeping the books.

use async_trait::async_trait;
use model::Timestamp;

use crate::{
    StorageError,
    ledger::{Command, LedgerError, Receipt, VerifyReport},
};

/// Moves money.
#[async_trait]
pub trait Ledger: Send + Sync {
    /// Carries `command` out and answers only after it is durable. It goes on to its end also when the
    /// caller stops waiting.
    ///
    /// # Errors
    /// See [`LedgerError`].
    async fn submit(&self, command: Command) -> Result<Receipt, LedgerError>;

    /// Takes no more commands, finishes those it has, and returns when they are answered.
    async fn close(&self);
}

/// What is not needed any more: whatever ended before these moments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SweepBefore {
    /// Idempotency keys, challenges, sessions, links of staff, who may see whom, and counts of tries.
    pub ended: Timestamp,
    /// Drafts that nobody has changed since.
    pub drafts: Timestamp,
    /// What was put into the outbox.
    pub outbox: Timestamp,
    /// What people said was hard.
    pub feedback: Timestamp,
    /// Calls that were asked for.
    pub call_backs: Timestamp,
    /// Tickets that were closed.
    pub tickets: Timestamp,
    /// What people were told.
    pub notices: Timestamp,
    /// Conversations in which something was said last.
    pub conversations: Timestamp,
    /// Pictures that were taken of pages.
    pub pictures: Timestamp,
    /// What the program learns from.
    pub misses: Timestamp,
}

impl SweepBefore {
    /// Everything is kept.
    pub const NOTHING: Self = Self {
        ended: Timestamp::EPOCH,
        drafts: Timestamp::EPOCH,
        outbox: Timestamp::EPOCH,
        feedback: Timestamp::EPOCH,
        call_backs: Timestamp::EPOCH,
        tickets: Timestamp::EPOCH,
        notices: Timestamp::EPOCH,
        conversations: Timestamp::EPOCH,
        pictures: Timestamp::EPOCH,
        misses: Timestamp::EPOCH,
    };
}

/// What the bank does to its books by itself.
#[async_trait]
pub trait Upkeep: Send + Sync {
    /// Looks over the whole ledger.
    ///
    /// # Errors
    /// Where the database does not answer.
    async fn verify(&self) -> Result<VerifyReport, StorageError>;

    /// Seals up to `limit` rows of the audit chain that are not yet sealed; gives how many it sealed.
    ///
    /// # Errors
    /// Where the database does not answer.
    async fn seal_audit(&self, limit: u32) -> Result<u64, StorageError>;

    /// The ids of up to `limit` open holds that lapsed before `now`.
    ///
    /// # Errors
    /// Where the database does not answer.
    async fn lapsed_holds(&self, now: Timestamp, limit: u32) -> Result<Vec<model::HoldId>, StorageError>;

    /// Forgets up to `limit` rows of each kind that nobody needs any more; whether there may be more of them.
    ///
    /// # Errors
    /// Where the database does not answer.
    async fn sweep(&self, before: SweepBefore, limit: u32) -> Result<bool, StorageError>;

    /// Asks the database the shortest question there is.
    ///
    /// # Errors
    /// Where the database does not answer.
    async fn ping(&self) -> Result<(), StorageError>;
}
