//! Keeping what people and the bank say to one another.

use async_trait::async_trait;
use model::{ConversationId, CustomerId, StaffId, TextSize, Timestamp};

use crate::{
    StorageError,
    conversations::{Conversation, ConversationHead},
};

/// Which conversations the bank's own people look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChatQueue {
    /// Those that nobody of the bank has taken, though a person is wanted.
    Waiting,
    /// Those that colleagues are with.
    Taken,
    /// Those somebody has taken that are not over.
    Of(StaffId),
}

/// How many conversations wait for the bank's own people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ChatCounts {
    /// How many wait for a person to come.
    pub waiting: i64,
    /// In how many somebody should have said something by now.
    pub overdue: i64,
}

/// Keeps what people and the bank say to one another.
#[async_trait]
pub trait Conversations: Send + Sync {
    /// Keeps a new one: `false` where its customer is in the middle of another.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn keep(&self, conversation: &Conversation) -> Result<bool, StorageError>;

    /// Keeps what `conversation` is now, if it still has the version `seen`: `false` where somebody else was faster. How
    /// far it was read is not touched.
    async fn update(&self, conversation: &Conversation, seen: i64) -> Result<bool, StorageError>;

    /// The one that `owner` is in, or else the last they were in.
    async fn latest(&self, owner: CustomerId) -> Result<Option<Conversation>, StorageError>;

    /// One of `owner`.
    async fn one(&self, owner: CustomerId, id: ConversationId) -> Result<Option<Conversation>, StorageError>;

    /// One that is no customer's: for whose session knows it.
    async fn of_visitor(&self, id: ConversationId) -> Result<Option<Conversation>, StorageError>;

    /// One, whosever it is: for the bank's own people.
    async fn any(&self, id: ConversationId) -> Result<Option<Conversation>, StorageError>;

    /// Makes what is no customer's that of `owner`: `false`, and nothing happens, where there is none such, or where it goes
    /// on and `owner` is in another.
    async fn adopt(&self, id: ConversationId, owner: CustomerId) -> Result<bool, StorageError>;

    /// Its owner has read it up to the entry `upto`, or further.
    async fn owner_read(&self, id: ConversationId, upto: i64) -> Result<(), StorageError>;

    /// Somebody of the bank has.
    async fn bank_read(&self, id: ConversationId, upto: i64) -> Result<(), StorageError>;

    /// Those of `queue`: what is due first comes first, what is not due comes by its last change. Of those that wait,
    /// customers' come before strangers'. At most `limit`.
    async fn queue(&self, queue: ChatQueue, limit: u32) -> Result<Vec<ConversationHead>, StorageError>;

    /// Those that began since `since`, the latest first, behind the one with the number `before`; with the size of text that
    /// their customer reads. At most `limit`.
    async fn begun(
        &self,
        since: Timestamp,
        before: Option<ConversationId>,
        limit: u32,
    ) -> Result<Vec<(Conversation, Option<TextSize>)>, StorageError>;

    /// Those in which something was said since `since`, with the number of the last entry of each.
    async fn changed(&self, since: Timestamp) -> Result<Vec<(ConversationId, i64)>, StorageError>;

    /// How many wait for the bank's own people at `now`.
    async fn counts(&self, now: Timestamp) -> Result<ChatCounts, StorageError>;
}
