//! What people ask one another for, in memory.

use async_trait::async_trait;
use bank::{
    StorageError,
    payments::PaymentState,
    ports::Requests,
    requests::{Paid, PaymentRequest},
};
use model::{CustomerId, PaymentId, RequestId, Timestamp};

use super::{Memory, holder};

impl Memory {
    /// What is kept, with who has paid it.
    fn asked_for(&self) -> Vec<PaymentRequest> {
        let (requests, paid) = (self.requests.lock().unwrap(), self.paid.lock().unwrap());
        let (requests, answers) = &*requests;
        let with_paid = |request: &PaymentRequest| {
            let counts = paid.values().filter(|payment| {
                payment.state == PaymentState::Settled
                    && answers.get(&payment.id) == Some(&request.id)
                    && payment.to == request.account
                    && payment.amount.minor >= request.each.minor
            });
            let paid = counts.map(|payment| Paid {
                customer: payment.customer,
                name: holder(payment.customer).to_owned(),
                at: payment.settled_at.unwrap(),
            });
            PaymentRequest { paid: paid.collect(), ..request.clone() }
        };
        requests.iter().rev().map(with_paid).collect()
    }
}

#[async_trait]
impl Requests for Memory {
    async fn keep(&self, request: &PaymentRequest) -> Result<(), StorageError> {
        self.requests.lock().unwrap().0.push(request.clone());
        Ok(())
    }

    async fn list(&self, owner: CustomerId) -> Result<Vec<PaymentRequest>, StorageError> {
        Ok(self.asked_for().into_iter().filter(|request| request.owner == owner).collect())
    }

    async fn one(&self, owner: CustomerId, id: RequestId) -> Result<Option<PaymentRequest>, StorageError> {
        Ok(self.asked_for().into_iter().find(|request| request.owner == owner && request.id == id))
    }

    async fn by_token(&self, token: &str) -> Result<Option<PaymentRequest>, StorageError> {
        Ok(self.asked_for().into_iter().find(|request| request.token == token))
    }

    async fn end(&self, owner: CustomerId, id: RequestId, at: Timestamp) -> Result<(), StorageError> {
        let mut requests = self.requests.lock().unwrap();
        let mut all = requests.0.iter_mut();
        if let Some(request) = all.find(|one| one.owner == owner && one.id == id && one.ended_at.is_none()) {
            request.ended_at = Some(at);
        }
        Ok(())
    }

    async fn answer(&self, id: RequestId, payment: PaymentId) -> Result<(), StorageError> {
        self.requests.lock().unwrap().1.insert(payment, id);
        Ok(())
    }
}
