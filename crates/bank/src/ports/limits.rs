//! Keeping limits, and since when payees are known.

use async_trait::async_trait;
use model::{AccountId, CustomerId, Timestamp};

use crate::{
    StorageError,
    limits::{Acquaintance, LimitKind, Newcomer},
};

/// Keeps the limits of accounts. Every change names the owner: on another person's account nothing changes.
#[async_trait]
pub trait Limits: Send + Sync {
    /// Lowers a limit to `to` minor units, and forgets a raise that waits: `false` where that is more than holds at
    /// `now`, or the account is not one of `owner`.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn lower(
        &self,
        owner: CustomerId,
        which: (AccountId, LimitKind),
        to: i64,
        now: Timestamp,
    ) -> Result<bool, StorageError>;

    /// Keeps a raise to `to` minor units that is asked for at `now`, in the place of one that waits: `false` where the
    /// account is not one of `owner`.
    async fn raise(
        &self,
        owner: CustomerId,
        which: (AccountId, LimitKind),
        to: i64,
        now: Timestamp,
    ) -> Result<bool, StorageError>;

    /// Forgets a raise that waits at `now`: `false` where none does.
    async fn call_off(
        &self,
        owner: CustomerId,
        which: (AccountId, LimitKind),
        now: Timestamp,
    ) -> Result<bool, StorageError>;

    /// Everybody whose account it is, where `owner` is one of them.
    async fn holders(&self, owner: CustomerId, account: AccountId) -> Result<Vec<CustomerId>, StorageError>;

    /// Since when `owner` has paid the account `payee`, and how much of that came from `account` while they were new.
    async fn acquaintance(
        &self,
        owner: CustomerId,
        account: AccountId,
        payee: AccountId,
    ) -> Result<Acquaintance, StorageError>;

    /// Whom the accounts of `owner` have paid for the first time within 24 hours before `now`, the latest first.
    async fn newcomers(&self, owner: CustomerId, now: Timestamp) -> Result<Vec<Newcomer>, StorageError>;
}
