//! Drafts, payments and what is approved, in memory.

use async_trait::async_trait;
use bank::{
    StorageError,
    payments::{Draft, Payment},
    ports::Payments,
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

    async fn last_to_each(&self, owner: CustomerId, limit: u32) -> Result<Vec<Payment>, StorageError> {
        let mut paid: Vec<Payment> = self.paid.lock().unwrap().values().cloned().collect();
        paid.retain(|payment| payment.customer == owner && self.view(payment.to).is_none_or(|(of, _)| of != owner));
        paid.sort_by_key(|payment| (payment.to, std::cmp::Reverse(payment.id)));
        paid.dedup_by_key(|payment| payment.to);
        paid.sort_by_key(|payment| std::cmp::Reverse(payment.id));
        paid.truncate(usize::try_from(limit).unwrap());
        Ok(paid)
    }
}
