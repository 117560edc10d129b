//! Keeping the calls that people asked for.

use async_trait::async_trait;
use model::{CallBackId, CustomerId, Timestamp};

use crate::{
    StorageError,
    help::{CallBack, CallBackState},
};

/// How many calls wait that were asked for by people who were not signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// On one telephone number.
    pub on_number: i64,
    /// In all.
    pub in_all: i64,
}

/// Keeps the calls that people asked for.
#[async_trait]
pub trait CallBacks: Send + Sync {
    /// Keeps a new one.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn keep(&self, call: &CallBack) -> Result<(), StorageError>;

    /// Those of `owner`, asked for last first, at most `limit`.
    async fn of_customer(&self, owner: CustomerId, limit: u32) -> Result<Vec<CallBack>, StorageError>;

    /// Those among `ids` that were asked for by somebody who was not signed in, asked for last first.
    async fn of_visitor(&self, ids: &[CallBackId]) -> Result<Vec<CallBack>, StorageError>;

    /// How many wait of people who were not signed in, on `phone` and in all.
    async fn strangers_waiting(&self, phone: &str) -> Result<Waiting, StorageError>;

    /// Every one that waits, whoever asked for it, the soonest first, at most `limit`.
    async fn waiting(&self, limit: u32) -> Result<Vec<CallBack>, StorageError>;

    /// Ends one that waits: `false` where none with this id does.
    async fn end(&self, id: CallBackId, state: CallBackState, at: Timestamp) -> Result<bool, StorageError>;
}
