//! Who was paid, and what is said of them.

use async_trait::async_trait;
use model::{AccountId, CustomerId, PaymentId};

use crate::{
    StorageError,
    payments::{Among, KnownPayee, Saying},
};

/// Finds the people who were paid, and keeps what is said of them.
#[async_trait]
pub trait Payees: Send + Sync {
    /// The holders of accounts that are not of `owner` and to which they made a settled payment, each with the last one:
    /// favourites first, then the last paid first.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn known(&self, owner: CustomerId, among: Among) -> Result<Vec<KnownPayee>, StorageError>;

    /// Keeps what `owner` says of whoever has the account `payee`, to which their `payment` went.
    async fn say(
        &self,
        owner: CustomerId,
        payee: AccountId,
        payment: PaymentId,
        saying: Saying,
    ) -> Result<(), StorageError>;
}
