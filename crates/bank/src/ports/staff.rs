//! Keeping the bank's own people.

use async_trait::async_trait;
use model::{PasskeyId, StaffId, Timestamp};

use crate::{
    StorageError,
    staff::{StaffMember, StaffStatus},
};

/// Keeps the bank's own people, and the links by which they enrol.
#[async_trait]
pub trait Staff: Send + Sync {
    /// Keeps a new one: `false` where somebody has that user name.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn add(&self, member: &StaffMember) -> Result<bool, StorageError>;

    /// The one who signs in with `username`, whether they may or not.
    async fn by_username(&self, username: &str) -> Result<Option<StaffMember>, StorageError>;

    /// Everybody, in the order in which they came.
    async fn all(&self) -> Result<Vec<StaffMember>, StorageError>;

    /// Keeps whether somebody may work. Whoever may not has no session any more.
    async fn set_status(&self, id: StaffId, status: StaffStatus) -> Result<(), StorageError>;

    /// Keeps a link to enrol by in the place of any before it; what somebody signed in with until now, and their
    /// sessions, are forgotten.
    async fn set_link(&self, id: StaffId, hash: &[u8; 32], expires_at: Timestamp) -> Result<(), StorageError>;

    /// Whose link this is, where they may work and it is good at `now`.
    async fn linked(&self, hash: &[u8; 32], now: Timestamp) -> Result<Option<StaffMember>, StorageError>;

    /// Uses a link up: `false` where it is not good at `now`.
    async fn use_link(&self, hash: &[u8; 32], now: Timestamp) -> Result<bool, StorageError>;
}

/// A passkey of somebody of the bank, with everything that is needed to check what it signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffPasskey {
    /// Which.
    pub id: PasskeyId,
    /// Whose.
    pub staff: StaffId,
    /// The id by which authenticators know it (WebAuthn level 3, credential id).
    pub credential: Vec<u8>,
    /// The public key, its counter and its state, as `auth` writes them: JSON.
    pub public_key: String,
    /// Since when.
    pub created_at: Timestamp,
}

/// Keeps the passkeys of the bank's own people: apart from those of customers, so that none is ever taken for the other.
#[async_trait]
pub trait StaffPasskeys: Send + Sync {
    /// Keeps a new one: `false` where its credential is known already, whoever has it.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn add(&self, passkey: &StaffPasskey) -> Result<bool, StorageError>;

    /// Those of somebody who may work, the oldest first.
    async fn of(&self, staff: StaffId) -> Result<Vec<StaffPasskey>, StorageError>;

    /// Keeps what changes when one is used: its counter.
    async fn used(&self, id: PasskeyId, public_key: &str, at: Timestamp) -> Result<(), StorageError>;
}
