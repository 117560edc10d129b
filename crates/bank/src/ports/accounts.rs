//! Reading accounts. Every question names the owner: another person's account is not found.

use async_trait::async_trait;
use model::{AccountId, AccountNumber, Currency, CustomerId, Timestamp};

use crate::{
    StorageError,
    accounts::{
        Account, AccountStatus, FirstPage, History, HistoryQuery, Regular, Span, Transaction, TransactionDetail,
    },
};

/// An account that can be paid, as much of it as a payer may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayeeAccount {
    /// Which account.
    pub id: AccountId,
    /// The name of its holder, or of its business.
    pub holder: String,
    /// The currency it keeps.
    pub currency: Currency,
    /// Whether it can be paid.
    pub status: AccountStatus,
}

/// Reads accounts and their history.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// The accounts of `owner`, in the order in which they were opened; closed ones left out.
    ///
    /// # Errors
    /// Where the database does not answer, as for all below.
    async fn list(&self, owner: CustomerId) -> Result<Vec<Account>, StorageError>;

    /// One account of `owner`.
    async fn account(&self, owner: CustomerId, id: AccountId) -> Result<Option<Account>, StorageError>;

    /// The newest `limit` lines of an account of `owner`, what is held on it, and its standing just before
    /// each of `moments`. Empty where it is not theirs.
    async fn first_page(
        &self,
        owner: CustomerId,
        id: AccountId,
        limit: u32,
        moments: &[Timestamp],
    ) -> Result<FirstPage, StorageError>;

    /// The lines of an account of `owner` that `query` asks for. Empty where it is not theirs.
    async fn history(&self, owner: CustomerId, id: AccountId, query: &HistoryQuery) -> Result<History, StorageError>;

    /// The lines of an account of `owner` from the moment `from` on and before the moment `before`, added up. `None`
    /// where it is not theirs.
    async fn span(
        &self,
        owner: CustomerId,
        id: AccountId,
        from: Timestamp,
        before: Timestamp,
    ) -> Result<Option<Span>, StorageError>;

    /// What was paid in interest, less what was taken back, on the lines of an account of `owner` with versions above
    /// `after` up to `until`, in minor units. 0 where it is not theirs.
    async fn interest(&self, owner: CustomerId, id: AccountId, after: i64, until: i64) -> Result<i64, StorageError>;

    /// The lines of an account of `owner` with versions above `after` up to `until`, oldest first. Empty where it is
    /// not theirs.
    async fn lines(
        &self,
        owner: CustomerId,
        id: AccountId,
        after: i64,
        until: i64,
    ) -> Result<Vec<Transaction>, StorageError>;

    /// One line of an account of `owner`.
    async fn transaction(
        &self,
        owner: CustomerId,
        id: AccountId,
        version: i64,
    ) -> Result<Option<TransactionDetail>, StorageError>;

    /// The newest `limit` lines over all accounts of `owner`, newest first.
    async fn latest(&self, owner: CustomerId, limit: u32) -> Result<Vec<Transaction>, StorageError>;

    /// Everything regular on the accounts of `owner`.
    async fn regular(&self, owner: CustomerId) -> Result<Vec<Regular>, StorageError>;

    /// The customer account with this number, as a payer may know it.
    async fn payee(&self, number: AccountNumber) -> Result<Option<PayeeAccount>, StorageError>;
}
