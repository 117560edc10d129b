//! Keeping cards, and what they were presented for.

use async_trait::async_trait;
use model::{AccountId, CardId, CardPaymentId, Currency, CustomerId, Timestamp, TransferId};

use crate::{
    StorageError,
    cards::{Card, CardPayment, Refused},
};

/// Keeps cards. What their holders ask for names the holder: nobody else's card is found, not even of an account that
/// they share.
#[async_trait]
pub trait Cards: Send + Sync {
    /// The cards of `holder`, the newest first.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn list(&self, holder: CustomerId) -> Result<Vec<Card>, StorageError>;

    /// One of them.
    async fn card(&self, holder: CustomerId, id: CardId) -> Result<Option<Card>, StorageError>;

    /// The card that a network presents, whosever it is.
    async fn presented(&self, id: CardId) -> Result<Option<Card>, StorageError>;

    /// Keeps a card that is new, in nobody's place.
    async fn add(&self, card: &Card) -> Result<(), StorageError>;

    /// Keeps a card as it is now: `false`, and nothing is kept, where it is not as it was `seen` any more.
    async fn keep(&self, card: &Card, seen: i64) -> Result<bool, StorageError>;

    /// As [`Self::keep`], and with it `new` in its place.
    async fn replace(&self, card: &Card, seen: i64, new: &Card) -> Result<bool, StorageError>;

    /// As [`Self::keep`], and with it what the card was presented for. `false` also where that is known by its reference.
    async fn present(&self, card: &Card, seen: i64, payment: &CardPayment) -> Result<bool, StorageError>;

    /// What the network calls so.
    async fn by_reference(&self, reference: &str) -> Result<Option<CardPayment>, StorageError>;

    /// What a card of `holder` was presented for, the newest first; without what the ledger was not asked about.
    async fn payments(&self, holder: CustomerId, card: CardId, limit: u32) -> Result<Vec<CardPayment>, StorageError>;

    /// Whether `holder` is somebody who banks here, and whose that account is.
    async fn draws(&self, holder: CustomerId, account: AccountId) -> Result<bool, StorageError>;

    /// It is refused. Nothing is kept where money is set aside for it.
    async fn refuse(&self, payment: CardPaymentId, why: Refused) -> Result<(), StorageError>;

    /// It has left with `transfer`.
    async fn cleared(&self, payment: CardPaymentId, transfer: TransferId) -> Result<(), StorageError>;

    /// The account through which the bank pays the network in this currency; `new`, where there is none yet.
    async fn settlement(&self, currency: Currency, new: AccountId, now: Timestamp) -> Result<AccountId, StorageError>;
}
