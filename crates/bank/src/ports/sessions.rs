//! Sessions, as the database keeps them. The secret in the cookie is never kept, only its SHA-256.

use async_trait::async_trait;
use model::{CustomerId, SessionKey, Timestamp};

use crate::{StorageError, customers::Customer, sessions::OpenSession};

/// A session to be kept.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// SHA-256 of the secret in the cookie.
    pub secret_hash: [u8; 32],
    /// Its public name in the list of devices.
    pub key: SessionKey,
    /// Whose it is; `None` before sign-in.
    pub customer: Option<CustomerId>,
    /// What the web layer keeps in it: JSON.
    pub data: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it ends however much it is used.
    pub expires_at: Timestamp,
    /// The browser, as it calls itself; at most 200 characters.
    pub agent: String,
    /// The address it came from.
    pub address: String,
}

/// A session that is valid now.
#[derive(Debug, Clone)]
pub struct StoredSession {
    /// Its public name.
    pub key: SessionKey,
    /// Whose it is, as they are now: a customer who is suspended has no valid session.
    pub customer: Option<Customer>,
    /// What the web layer keeps in it: JSON.
    pub data: String,
    /// When it was last used, to half a minute.
    pub seen_at: Timestamp,
    /// When it ends however much it is used.
    pub expires_at: Timestamp,
}

/// Keeps sessions.
#[async_trait]
pub trait Sessions: Send + Sync {
    /// The session with this secret, if it began, was used after `idle_since`, and ends after `now`.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn load(
        &self,
        secret_hash: &[u8; 32],
        now: Timestamp,
        idle_since: Timestamp,
    ) -> Result<Option<StoredSession>, StorageError>;

    /// Keeps a new session, or the data and customer of one that is there.
    async fn save(&self, session: &NewSession) -> Result<(), StorageError>;

    /// Keeps the data of a session that is still there. One that was ended meanwhile stays ended.
    async fn keep(&self, secret_hash: &[u8; 32], data: &str) -> Result<(), StorageError>;

    /// Notes that a session was used at `now`.
    async fn touch(&self, secret_hash: &[u8; 32], now: Timestamp) -> Result<(), StorageError>;

    /// Forgets a session.
    async fn delete(&self, secret_hash: &[u8; 32]) -> Result<(), StorageError>;

    /// The valid sessions of `customer`, last used first.
    async fn list(
        &self,
        customer: CustomerId,
        now: Timestamp,
        idle_since: Timestamp,
    ) -> Result<Vec<OpenSession>, StorageError>;

    /// Ends one session of `customer`: `false` where there is none of theirs.
    async fn end(&self, customer: CustomerId, key: SessionKey) -> Result<bool, StorageError>;
}
