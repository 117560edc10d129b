//! Keeping passkeys: the public halves of keys that live in people's devices.

use async_trait::async_trait;
use model::{CustomerId, PasskeyId, Timestamp};

use crate::{StorageError, passkeys::Passkey};

/// A passkey with everything that is needed to check what it signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPasskey {
    /// Whose it is.
    pub customer: CustomerId,
    /// What it is called, and when it was used.
    pub passkey: Passkey,
    /// The id by which authenticators know it (WebAuthn level 3, credential id).
    pub credential: Vec<u8>,
    /// The public key, its counter and its state, as `auth` writes them: JSON.
    pub public_key: String,
}

/// Keeps passkeys.
#[async_trait]
pub trait Passkeys: Send + Sync {
    /// Keeps a new one: `false` where its credential is known already, whoever has it.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn add(&self, known: &KnownPasskey) -> Result<bool, StorageError>;

    /// Those of an active customer, the oldest first.
    async fn of(&self, customer: CustomerId) -> Result<Vec<KnownPasskey>, StorageError>;

    /// Keeps what changes when one is used: its counter, whether it is synced, when that was.
    async fn used(&self, id: PasskeyId, public_key: &str, synced: bool, at: Timestamp) -> Result<(), StorageError>;

    /// Gives one of `customer` another name: `false` where there is none of theirs.
    async fn rename(&self, customer: CustomerId, id: PasskeyId, name: &str) -> Result<bool, StorageError>;

    /// Forgets one of `customer`: `false` where there is none of theirs.
    async fn remove(&self, customer: CustomerId, id: PasskeyId) -> Result<bool, StorageError>;
}
