//! What waits, in memory.

use async_trait::async_trait;
use bank::{
    StorageError,
    payments::{Payment, PaymentState},
    ports::Waits,
    waits::{OwnWait, Wait},
};
use model::{CustomerId, PaymentId, Timestamp};

use super::Memory;

impl Memory {
    /// Keeps what the ledger has decided about payments.
    pub fn keep_payments(&self, new: Vec<Payment>, settled: Vec<Payment>, cancelled: &[(PaymentId, Timestamp)]) {
        let mut paid = self.paid.lock().unwrap();
        for payment in new.into_iter().chain(settled) {
            let wait = payment.wait.map(|wait| Wait { ended_at: payment.settled_at, ..wait });
            paid.insert(payment.id, Payment { wait, ..payment });
        }
        for (id, at) in cancelled {
            let payment = paid.get_mut(id).expect("what is called off was there");
            payment.state = PaymentState::Cancelled;
            payment.wait = payment.wait.map(|wait| Wait { ended_at: Some(*at), ..wait });
        }
    }

    fn open(&self) -> Vec<Payment> {
        let paid = self.paid.lock().unwrap();
        paid.values().filter(|payment| payment.state == PaymentState::Submitted).cloned().collect()
    }
}

#[async_trait]
impl Waits for Memory {
    async fn waiting(&self, owner: CustomerId) -> Result<Vec<Payment>, StorageError> {
        Ok(self.open().into_iter().filter(|payment| payment.customer == owner).collect())
    }

    async fn due(&self, now: Timestamp, _: u32) -> Result<Vec<Payment>, StorageError> {
        let waited = self.waited.lock().unwrap();
        let due = |payment: &Payment| {
            let until = payment.wait.expect("what is open waits").until;
            waited.1.get(&payment.id).copied().unwrap_or(until).max(until) <= now
        };
        Ok(self.open().into_iter().filter(due).collect())
    }

    async fn postpone(&self, payment: PaymentId, try_at: Timestamp) -> Result<(), StorageError> {
        self.waited.lock().unwrap().1.insert(payment, try_at);
        Ok(())
    }

    async fn own_wait(&self, owner: CustomerId) -> Result<OwnWait, StorageError> {
        Ok(self.waited.lock().unwrap().0.get(&owner).copied().unwrap_or(OwnWait::NONE))
    }

    async fn set_own_wait(&self, owner: CustomerId, wait: OwnWait) -> Result<(), StorageError> {
        self.waited.lock().unwrap().0.insert(owner, wait);
        Ok(())
    }
}
