//! What a person proves themselves with. Only `auth` asks for it.

use async_trait::async_trait;
use model::CustomerId;

use crate::StorageError;

/// What is kept to check a password and a one-time code.
#[derive(Clone)]
pub struct KnownCredentials {
    /// Whose they are.
    pub customer: CustomerId,
    /// Their user name, lower case.
    pub username: String,
    /// The password, hashed with argon2id, as a PHC string.
    pub password_hash: String,
    /// The shared secret of the authenticator app (RFC 6238), raw bytes.
    pub totp_secret: Vec<u8>,
    /// How many tries to sign in with the password have failed since the last one that did not.
    pub failures: i64,
}

/// Reads and keeps credentials.
#[async_trait]
pub trait Credentials: Send + Sync {
    /// What is kept for the active customer with this user name (lower case).
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn by_username(&self, username: &str) -> Result<Option<KnownCredentials>, StorageError>;

    /// What is kept for an active customer.
    async fn by_customer(&self, customer: CustomerId) -> Result<Option<KnownCredentials>, StorageError>;

    /// Uses up the time step of a one-time code: `false` where this step or a later one was used before
    /// (RFC 6238 section 5.2: a code is good once).
    async fn use_totp_step(&self, customer: CustomerId, step: i64) -> Result<bool, StorageError>;

    /// Counts one more try with the password that failed.
    async fn count_failure(&self, customer: CustomerId) -> Result<(), StorageError>;

    /// None have failed any more, after a success.
    async fn forget_failures(&self, customer: CustomerId) -> Result<(), StorageError>;

    /// Keeps a new password: hashed, as a PHC string. No try with it has failed.
    async fn set_password(&self, customer: CustomerId, hash: &str) -> Result<(), StorageError>;

    /// Keeps the secret of a new authenticator app, of whose codes those up to `step` are used.
    async fn set_totp(&self, customer: CustomerId, secret: &[u8], step: i64) -> Result<(), StorageError>;

    /// Keeps the hashes of new recovery codes, and forgets those before.
    async fn set_recovery_codes(&self, customer: CustomerId, hashes: &[[u8; 32]]) -> Result<(), StorageError>;

    /// How many recovery codes are left.
    async fn recovery_codes(&self, customer: CustomerId) -> Result<u32, StorageError>;

    /// Whether there is a recovery code with this hash. It stays.
    async fn has_recovery_code(&self, customer: CustomerId, hash: &[u8; 32]) -> Result<bool, StorageError>;

    /// Uses a recovery code up: `false` where there is none with this hash.
    async fn use_recovery_code(&self, customer: CustomerId, hash: &[u8; 32]) -> Result<bool, StorageError>;
}
