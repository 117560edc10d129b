//! Keeping what customers have written to the bank.

use async_trait::async_trait;
use model::{CustomerId, StaffId, TextSize, TicketId, Timestamp};

use crate::{
    StorageError,
    tickets::{Ticket, TicketHead, TicketState},
};

/// Which tickets the bank's own people look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Queue {
    /// Those in a state.
    In(TicketState),
    /// Those somebody has taken that are not closed.
    Of(StaffId),
}

/// How many tickets wait for the bank.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TicketCounts {
    /// In all.
    pub open: i64,
    /// How many of these should have been answered by now.
    pub overdue: i64,
}

/// Keeps what customers have written to the bank.
#[async_trait]
pub trait Tickets: Send + Sync {
    /// Keeps a new one.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn keep(&self, ticket: &Ticket) -> Result<(), StorageError>;

    /// Keeps what `ticket` is now, if it still has the version `seen`: `false` where somebody else was faster.
    async fn update(&self, ticket: &Ticket, seen: i64) -> Result<bool, StorageError>;

    /// Those of `owner`, the newest first, at most `limit`.
    async fn of_customer(&self, owner: CustomerId, limit: u32) -> Result<Vec<TicketHead>, StorageError>;

    /// One of `owner`.
    async fn one(&self, owner: CustomerId, id: TicketId) -> Result<Option<Ticket>, StorageError>;

    /// One, whoever has written it: for the bank's own people.
    async fn any(&self, id: TicketId) -> Result<Option<Ticket>, StorageError>;

    /// Those of `queue`: what is due first comes first, what is not due comes by its last change. At most `limit`.
    async fn queue(&self, queue: Queue, limit: u32) -> Result<Vec<TicketHead>, StorageError>;

    /// Those that were written since `since`, the latest first, behind the one with the number `before`; with the size of
    /// text that their customer reads. At most `limit`.
    async fn begun(
        &self,
        since: Timestamp,
        before: Option<TicketId>,
        limit: u32,
    ) -> Result<Vec<(Ticket, TextSize)>, StorageError>;

    /// How many wait for the bank at `now`.
    async fn counts(&self, now: Timestamp) -> Result<TicketCounts, StorageError>;
}
