//! Failures in a row: from some number on, nothing more is looked at for a while.
//!
//! They are counted in the database, so that a guess is counted whichever server it is sent to and however often one
//! is started anew. What is tried is known there by a hash only: a name that somebody typed, which may be nobody's
//! or a password in the wrong field, is not kept.

use std::sync::Arc;

use bank::{
    StorageError,
    ports::{AttemptKey, Attempts},
};
use model::{CustomerId, RecoveryId, Timestamp};
use sha2::{Digest, Sha256};
use tokio::sync::OnceCell;

/// How many failures in a row lock: of sign-ins under one name, and of approvals by one customer (PSD2 RTS
/// article 4(3)(b) allows five).
const LIMIT: i64 = 5;
/// For how long, in seconds.
const LOCK_S: i64 = 15 * 60;

/// Counts failures.
pub(crate) struct Counter {
    attempts: Arc<dyn Attempts>,
    salt: OnceCell<Vec<u8>>,
}

/// A try that was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Try {
    /// Whether a failure locks.
    pub(crate) last: bool,
}

impl Counter {
    /// Counts in `attempts`.
    pub(crate) fn new(attempts: Arc<dyn Attempts>) -> Self {
        Self { attempts, salt: OnceCell::new() }
    }

    /// The key of signing in under a name.
    pub(crate) async fn sign_in(&self, name: &str) -> Result<AttemptKey, StorageError> {
        self.key("sign-in", name.as_bytes()).await
    }

    /// The key of beginning a way back in under a name. Whoever closes signing in by guessing does not close this.
    pub(crate) async fn beginning(&self, name: &str) -> Result<AttemptKey, StorageError> {
        self.key("recovery-begin", name.as_bytes()).await
    }

    /// The key of the proof on one way back in: only whoever has its link counts here.
    pub(crate) async fn recovery(&self, id: RecoveryId) -> Result<AttemptKey, StorageError> {
        self.key("recovery", &id.value().to_be_bytes()).await
    }

    /// The key of the approvals of a customer.
    pub(crate) async fn approval(&self, customer: CustomerId) -> Result<AttemptKey, StorageError> {
        self.key("approval", &customer.value().to_be_bytes()).await
    }

    async fn key(&self, what: &str, whose: &[u8]) -> Result<AttemptKey, StorageError> {
        let salt = self.salt.get_or_try_init(|| self.attempts.salt()).await?;
        let mut hash = Sha256::new().chain_update(salt);
        for part in [what.as_bytes(), whose] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        Ok(hash.finalize().into())
    }

    /// Whether `key` is locked at `now`.
    pub(crate) async fn is_locked(&self, key: &AttemptKey, now: Timestamp) -> Result<bool, StorageError> {
        self.attempts.is_locked(key, now).await
    }

    /// Counts a try before it is looked at; `None` where it must not be looked at.
    pub(crate) async fn begin(&self, key: &AttemptKey, now: Timestamp) -> Result<Option<Try>, StorageError> {
        let counted = self.attempts.count(key, LIMIT, now, now.plus_seconds(LOCK_S)).await?;
        Ok(counted.map(|failures| Try { last: failures >= LIMIT }))
    }

    /// No failures any more, after a success.
    pub(crate) async fn forget(&self, key: &AttemptKey) -> Result<(), StorageError> {
        self.attempts.forget(key).await
    }
}
