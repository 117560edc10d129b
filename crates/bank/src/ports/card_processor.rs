//! Whoever makes cards, and knows their numbers and PINs.

use async_trait::async_trait;
use jiff::civil::Date;
use model::CardId;

use crate::{StorageError, cards::Pin};

/// What is known here of a card that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The last four digits of its number.
    pub last_four: String,
    /// The last day on which it pays.
    pub expires_on: Date,
}

/// Makes cards, sends them by post, and knows what is not kept here.
#[async_trait]
pub trait CardProcessor: Send + Sync {
    /// Makes a card that is to be known by this id, and sends it. However often it is asked, it is one card.
    ///
    /// # Errors
    /// Where it does not answer.
    async fn make(&self, card: CardId, today: Date) -> Result<Made, StorageError>;

    /// The PIN of a card, to be shown once.
    ///
    /// # Errors
    /// Where it does not answer.
    async fn pin(&self, card: CardId) -> Result<Pin, StorageError>;
}
