//! Drafts, payments and what is approved, in memory.

use async_trait::async_trait;
use bank::{
    StorageError,
    payments::{Among, Draft, KnownPayee, Payment, Saying},
    ports::{Payees, Payments},
};
use model::{AccountId, CustomerId, PaymentId};

use super::Memory;

#[async_trait]
impl Payments for Memory {
    async fn save_draft(&self, draft: &Draft) -> Result<(), StorageError> {
        if !self.paid.lock().unwrap().contains_key(&draft.id) {
            self.drafts.lock().unwrap().insert(draft.id, draft.clone());
        }
        Ok(())
    }

    async fn draft(&self, owner: CustomerId, id: PaymentId) -> Result<Option<Draft>, StorageError> {
        Ok(self.drafts(owner, u32::MAX).await?.into_iter().find(|draft| draft.id == id))
    }

    async fn drafts(&self, owner: CustomerId, _: u32) -> Result<Vec<Draft>, StorageError> {
        let (drafts, paid) = (self.drafts.lock().unwrap(), self.paid.lock().unwrap());
        let unpaid = |draft: &&Draft| draft.owner == owner && !paid.contains_key(&draft.id);
        Ok(drafts.values().filter(unpaid).cloned().collect())
    }

    async fn delete_draft(&self, owner: CustomerId, id: PaymentId) -> Result<(), StorageError> {
        self.drafts.lock().unwrap().retain(|_, draft| draft.id != id || draft.owner != owner);
        Ok(())
    }

    async fn payment(&self, owner: CustomerId, id: PaymentId) -> Result<Option<Payment>, StorageError> {
        tokio::task::yield_now().await;
        Ok(self.paid.lock().unwrap().get(&id).filter(|payment| payment.customer == owner).cloned())
    }

    async fn has_paid(&self, owner: CustomerId, to: AccountId) -> Result<bool, StorageError> {
        Ok(self.paid.lock().unwrap().values().any(|paid| paid.customer == owner && paid.to == to))
    }
}

#[async_trait]
impl Payees for Memory {
    async fn known(&self, owner: CustomerId, among: Among) -> Result<Vec<KnownPayee>, StorageError> {
        let mut paid: Vec<Payment> = self.paid.lock().unwrap().values().cloned().collect();
        paid.retain(|payment| payment.customer == owner && self.view(payment.to).is_none_or(|(of, _)| of != owner));
        paid.sort_by_key(|payment| (payment.to, std::cmp::Reverse(payment.settled_at)));
        paid.dedup_by_key(|payment| payment.to);
        let said = self.said_of.lock().unwrap();
        let mut known: Vec<KnownPayee> = paid
            .into_iter()
            .map(|paid| {
                let (nickname, favourite, removed_at) = said.get(&(owner, paid.to)).cloned().unwrap_or_default();
                let paid_at = paid.settled_at.expect("every payment of this bank is settled");
                let (payment, account, number, amount) = (paid.id, paid.to, paid.payee_number, paid.amount);
                let listed = removed_at.is_none_or(|at| at < paid_at);
                let name = paid.payee;
                KnownPayee { payment, account, name, number, amount, paid_at, nickname, favourite, listed }
            })
            .filter(|payee| among.only.is_none_or(|only| only == payee.account) && (payee.listed || among.removed))
            .collect();
        known.sort_by_key(|payee| (!payee.favourite, std::cmp::Reverse(payee.paid_at)));
        known.truncate(usize::try_from(among.limit).unwrap());
        Ok(known)
    }

    async fn say(&self, owner: CustomerId, of: AccountId, _: PaymentId, saying: Saying) -> Result<(), StorageError> {
        let mut said = self.said_of.lock().unwrap();
        let said = said.entry((owner, of)).or_default();
        match saying {
            Saying::Nickname(nickname) => said.0 = nickname,
            Saying::Favourite(favourite) => said.1 = favourite,
            Saying::Removed(at) => said.2 = Some(at),
            Saying::Listed => said.2 = None,
        }
        Ok(())
    }
}
