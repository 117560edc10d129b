//! Sessions of the bank's own people: a table of their own, so that no session is ever both.

use async_trait::async_trait;
use model::{SessionKey, StaffId, Timestamp};

use super::{NewSession, StoredSession};
use crate::{StorageError, sessions::OpenSession, staff::StaffMember};

/// Keeps the sessions of the bank's own people. What [`Sessions`](super::Sessions) says of customers holds here.
#[async_trait]
pub trait StaffSessions: Send + Sync {
    /// The session with this secret, and whose it is as they are now: whoever is suspended has no valid session.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn load(
        &self,
        secret_hash: &[u8; 32],
        now: Timestamp,
        idle_since: Timestamp,
    ) -> Result<Option<(StoredSession, Option<StaffMember>)>, StorageError>;

    /// Keeps a new session, of `staff` or of nobody yet.
    async fn save(&self, staff: Option<StaffId>, session: &NewSession) -> Result<(), StorageError>;

    /// Keeps the data of a session that is still there.
    async fn keep(&self, secret_hash: &[u8; 32], data: &str) -> Result<(), StorageError>;

    /// Notes that a session was used at `now`.
    async fn touch(&self, secret_hash: &[u8; 32], now: Timestamp) -> Result<(), StorageError>;

    /// Forgets a session.
    async fn delete(&self, secret_hash: &[u8; 32]) -> Result<(), StorageError>;

    /// The valid sessions of `staff`, last used first.
    async fn list(
        &self,
        staff: StaffId,
        now: Timestamp,
        idle_since: Timestamp,
    ) -> Result<Vec<OpenSession>, StorageError>;

    /// Ends one session of `staff`: `false` where there is none of theirs.
    async fn end(&self, staff: StaffId, key: SessionKey) -> Result<bool, StorageError>;
}
