//! Accounts, in memory.

use async_trait::async_trait;
use bank::{
    StorageError,
    accounts::{
        Account, AccountStatus, FirstPage, History, HistoryQuery, Regular, Span, Transaction, TransactionDetail,
    },
    ports::{Accounts, PayeeAccount},
};
use model::{AccountId, AccountNumber, CustomerId, Timestamp};

use super::{Memory, holder, number};

#[async_trait]
impl Accounts for Memory {
    async fn list(&self, owner: CustomerId) -> Result<Vec<Account>, StorageError> {
        let mut ids: Vec<AccountId> = self.rows.lock().unwrap().keys().copied().collect();
        ids.sort_unstable();
        let open = |(_, account): &(CustomerId, Account)| account.status != AccountStatus::Closed;
        let mine = ids.into_iter().filter_map(|id| self.view(id)).filter(|(of, _)| *of == owner).filter(open);
        Ok(mine.map(|(_, account)| account).collect())
    }

    async fn account(&self, owner: CustomerId, id: AccountId) -> Result<Option<Account>, StorageError> {
        Ok(self.view(id).filter(|(of, _)| *of == owner).map(|(_, account)| account))
    }

    async fn first_page(
        &self,
        _: CustomerId,
        _: AccountId,
        _: u32,
        _: &[Timestamp],
    ) -> Result<FirstPage, StorageError> {
        Ok(FirstPage::default())
    }

    async fn history(&self, _: CustomerId, _: AccountId, _: &HistoryQuery) -> Result<History, StorageError> {
        Ok(History::default())
    }

    async fn span(
        &self,
        _: CustomerId,
        _: AccountId,
        _: Timestamp,
        _: Timestamp,
    ) -> Result<Option<Span>, StorageError> {
        Ok(None)
    }

    async fn lines(&self, _: CustomerId, _: AccountId, _: i64, _: i64) -> Result<Vec<Transaction>, StorageError> {
        Ok(vec![])
    }

    async fn interest(&self, _: CustomerId, _: AccountId, _: i64, _: i64) -> Result<i64, StorageError> {
        Ok(0)
    }

    async fn transaction(
        &self,
        _: CustomerId,
        _: AccountId,
        _: i64,
    ) -> Result<Option<TransactionDetail>, StorageError> {
        Ok(None)
    }

    async fn latest(&self, _: CustomerId, _: u32) -> Result<Vec<Transaction>, StorageError> {
        Ok(vec![])
    }

    async fn regular(&self, _: CustomerId) -> Result<Vec<Regular>, StorageError> {
        Ok(vec![])
    }

    async fn payee(&self, wanted: AccountNumber) -> Result<Option<PayeeAccount>, StorageError> {
        let ids: Vec<AccountId> = self.rows.lock().unwrap().keys().copied().collect();
        let found = ids.into_iter().find(|id| number(*id) == wanted).and_then(|id| self.view(id));
        Ok(found.map(|(owner, account)| PayeeAccount {
            id: account.id,
            holder: holder(owner).to_owned(),
            currency: account.currency(),
            status: account.status,
        }))
    }
}
