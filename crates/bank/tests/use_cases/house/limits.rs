//! Limits, and who was paid for the first time, in memory.

use async_trait::async_trait;
use bank::{
    StorageError,
    limits::{Acquaintance, Limit, LimitKind, Newcomer},
    payments::Payment,
    policy::NEW_PAYEE_S,
    ports::{Accounts, Limits},
};
use model::{AccountId, CustomerId, Timestamp};

use super::{Memory, holder};

impl Memory {
    /// Changes a limit of an account of `owner`, where it can be changed.
    fn limited(
        &self,
        owner: CustomerId,
        (account, kind): (AccountId, LimitKind),
        change: impl FnOnce(Limit) -> Option<Limit>,
    ) -> bool {
        let mut rows = self.rows.lock().unwrap();
        let Some(row) = rows.get_mut(&account).filter(|row| row.owner == owner) else { return false };
        let limit = row.limits.of_mut(kind);
        change(*limit).map(|changed| *limit = changed).is_some()
    }

    /// The payments of `owner` that have left, the first one first.
    fn paid_by(&self, owner: CustomerId) -> Vec<Payment> {
        let mut paid: Vec<Payment> = self.paid.lock().unwrap().values().cloned().collect();
        let from = |payment: &Payment| self.view(payment.from).is_some_and(|(of, _)| of == owner);
        paid.retain(|payment| from(payment) && payment.settled_at.is_some());
        paid.sort_by_key(|payment| payment.settled_at);
        paid
    }
}

#[async_trait]
impl Limits for Memory {
    async fn lower(
        &self,
        owner: CustomerId,
        which: (AccountId, LimitKind),
        to: i64,
        now: Timestamp,
    ) -> Result<bool, StorageError> {
        Ok(self.limited(owner, which, |limit| limit.lowered(to, now)))
    }

    async fn raise(
        &self,
        owner: CustomerId,
        which: (AccountId, LimitKind),
        to: i64,
        now: Timestamp,
    ) -> Result<bool, StorageError> {
        Ok(self.limited(owner, which, |limit| Some(limit.raised(to, now))))
    }

    async fn call_off(
        &self,
        owner: CustomerId,
        which: (AccountId, LimitKind),
        now: Timestamp,
    ) -> Result<bool, StorageError> {
        Ok(self.limited(owner, which, |limit| limit.called_off(now)))
    }

    async fn holders(&self, owner: CustomerId, account: AccountId) -> Result<Vec<CustomerId>, StorageError> {
        Ok(self.account(owner, account).await?.map(|_| owner).into_iter().collect())
    }

    async fn acquaintance(
        &self,
        owner: CustomerId,
        account: AccountId,
        payee: AccountId,
    ) -> Result<Acquaintance, StorageError> {
        let paid = self.paid_by(owner);
        let since = paid.iter().find(|payment| payment.to == payee).and_then(|payment| payment.settled_at);
        let from_it = paid.iter().filter(|payment| payment.to == payee && payment.from == account);
        Ok(Acquaintance { since, paid: from_it.map(|payment| payment.amount.minor).sum() })
    }

    async fn newcomers(&self, owner: CustomerId, now: Timestamp) -> Result<Vec<Newcomer>, StorageError> {
        let recent = |payment: &Payment| now.seconds_since(payment.approved_at) < NEW_PAYEE_S;
        let newcomer = |payment: Payment| Newcomer {
            account: payment.from,
            name: self.view(payment.to).map(|(of, _)| holder(of).to_owned()).unwrap_or_default(),
            paid: payment.amount,
            first_at: payment.approved_at,
        };
        Ok(self.paid_by(owner).into_iter().filter(recent).map(newcomer).collect())
    }
}
