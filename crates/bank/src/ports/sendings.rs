//! Keeping payments to other banks on their way.

use async_trait::async_trait;
use model::{AbroadNumber, AccountId, Currency, CustomerId, Iban, PaymentId, Timestamp};

use crate::{
    IdMint, StorageError,
    abroad::Places,
    payments::Payment,
    rails::{Aside, Sending, SendingState},
};

/// Keeps what is to be told to other banks, and what they have said. That money leaves and comes back is written with the
/// ledger.
#[async_trait]
pub trait Sendings: Send + Sync {
    /// The bank's own account that stands for `iban`, where anybody has paid that before.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn account(&self, iban: Iban, currency: Currency) -> Result<Option<AccountId>, StorageError>;

    /// The same, opened at `now` as `new` where there is none.
    async fn open_account(
        &self,
        iban: Iban,
        currency: Currency,
        new: AccountId,
        now: Timestamp,
    ) -> Result<AccountId, StorageError>;

    /// The bank's own account that stands for `number` to payers in `currency`, where anybody has paid that before.
    async fn account_abroad(&self, number: AbroadNumber, currency: Currency)
    -> Result<Option<AccountId>, StorageError>;

    /// The same, and where a payment from `currency` to `number` is exchanged; each opened at `now` with one of `ids` where
    /// there is none.
    async fn open_abroad(
        &self,
        number: AbroadNumber,
        currency: Currency,
        ids: &IdMint,
        now: Timestamp,
    ) -> Result<(AccountId, Places), StorageError>;

    /// The payments of `owner` to other banks of which it is not yet known that they arrived, the oldest first.
    async fn on_their_way(&self, owner: CustomerId) -> Result<Vec<Payment>, StorageError>;

    /// The payments of anybody to other banks about which something is to be done at `now`, the earliest first, at most
    /// `limit`.
    async fn due(&self, now: Timestamp, limit: u32) -> Result<Vec<Payment>, StorageError>;

    /// A payment of anybody to another bank: that bank knows it by its id alone.
    async fn one(&self, id: PaymentId) -> Result<Option<Payment>, StorageError>;

    /// Keeps that the other bank was told of `payment`, where it is still `before`; whether it was.
    async fn told(&self, payment: PaymentId, before: SendingState, after: Sending) -> Result<bool, StorageError>;

    /// Keeps that `payment` arrived, where an answer was still to come; whether it was.
    async fn arrived(&self, payment: PaymentId, at: Timestamp) -> Result<bool, StorageError>;

    /// Keeps for people what another bank said, as `id` where that was not kept before.
    async fn set_aside(&self, id: i64, aside: &Aside) -> Result<(), StorageError>;
}
