//! What practice keeps besides a bank of its own.

use async_trait::async_trait;
use model::{CustomerId, Language};

use crate::{
    StorageError,
    accounts::AccountStatus,
    practice::{Player, Progress, Town},
};

/// Keeps who plays, their towns and their lessons, in the database of the play bank. `customer` is always the number of
/// somebody in the real bank, `player` always the number they have in the play bank.
#[async_trait]
pub trait Practice: Send + Sync {
    /// Whether every customer in this database is a player. Where one is not, it is the database of a real bank.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn is_play_only(&self) -> Result<bool, StorageError>;

    /// `customer` as a player, in the town they chose last, with their lessons; `None` where they have not joined.
    async fn player(&self, customer: CustomerId) -> Result<Option<Player>, StorageError>;

    /// Lets `customer` choose their town in `language`, and gives them a number there where they have none.
    /// Nothing happens where that number was given to somebody else in the same moment.
    async fn join(&self, customer: CustomerId, language: Language) -> Result<(), StorageError>;

    /// Opens the accounts of a town that are not open yet.
    async fn found(&self, town: &Town) -> Result<(), StorageError>;

    /// Notes that the town of `player` is complete.
    async fn ready(&self, player: CustomerId) -> Result<(), StorageError>;

    /// Gives every account of `player` this status.
    async fn set_status(&self, player: CustomerId, status: AccountStatus) -> Result<(), StorageError>;

    /// Keeps how far `customer` has come in a lesson, whatever the language.
    async fn keep(&self, customer: CustomerId, progress: &Progress) -> Result<(), StorageError>;
}
