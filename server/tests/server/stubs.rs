//! Ports that fail, or take their time, as a test wants.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use bank::{
    StorageError,
    ledger::{Command, LedgerError, Receipt},
    notices::{
        Letter,
        post::{Due, Next, Unreached},
    },
    ports::{Ledger, NewSession, Notices, Sessions, StoredSession},
    security::Channel,
    sessions::OpenSession,
};
use model::{CustomerId, SessionKey, Timestamp, forms::NoticeChoices};
use tokio::sync::Notify;

/// A ledger that answers with an error made anew each time.
pub struct Failing(pub fn() -> LedgerError);

#[async_trait]
impl Ledger for Failing {
    async fn submit(&self, _: Command) -> Result<Receipt, LedgerError> {
        Err((self.0)())
    }

    async fn close(&self) {}
}

/// A ledger that falls over.
pub struct Panicking;

#[async_trait]
impl Ledger for Panicking {
    async fn submit(&self, _: Command) -> Result<Receipt, LedgerError> {
        panic!("a ledger of a test falls over")
    }

    async fn close(&self) {}
}

/// A ledger that is slow, and says when it has begun.
pub struct Slow {
    /// The real one.
    pub ledger: Arc<dyn Ledger>,
    /// Told when a command has arrived.
    pub begun: Arc<Notify>,
}

#[async_trait]
impl Ledger for Slow {
    async fn submit(&self, command: Command) -> Result<Receipt, LedgerError> {
        self.begun.notify_one();
        tokio::time::sleep(Duration::from_millis(500)).await;
        self.ledger.submit(command).await
    }

    async fn close(&self) {
        self.ledger.close().await;
    }
}

/// Notices with which a page falls over so many times.
pub struct Stumbling {
    /// The real ones.
    pub notices: Arc<dyn Notices>,
    /// How many times it still will.
    pub times: AtomicU32,
}

#[async_trait]
impl Notices for Stumbling {
    async fn letters(&self, customer: CustomerId, limit: u32) -> Result<Vec<Letter>, StorageError> {
        self.notices.letters(customer, limit).await
    }

    async fn unseen(&self, customer: CustomerId, limit: u32) -> Result<u32, StorageError> {
        let left = self.times.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |times| times.checked_sub(1));
        assert!(left.is_err(), "it falls over, as a test wants");
        self.notices.unseen(customer, limit).await
    }

    async fn see(&self, customer: CustomerId, last: i64, at: Timestamp) -> Result<(), StorageError> {
        self.notices.see(customer, last, at).await
    }

    async fn choices(&self, customer: CustomerId) -> Result<NoticeChoices, StorageError> {
        self.notices.choices(customer).await
    }

    async fn choose(&self, customer: CustomerId, choices: NoticeChoices) -> Result<(), StorageError> {
        self.notices.choose(customer, choices).await
    }

    async fn due(
        &self,
        channel: Channel,
        between: (Timestamp, Timestamp),
        limit: u32,
    ) -> Result<Vec<Due>, StorageError> {
        self.notices.due(channel, between, limit).await
    }

    async fn claim(&self, id: i64, tries: i64, until: Timestamp) -> Result<bool, StorageError> {
        self.notices.claim(id, tries, until).await
    }

    async fn carried(&self, id: i64, tries: i64, next: Next, at: Timestamp) -> Result<(), StorageError> {
        self.notices.carried(id, tries, next, at).await
    }

    async fn unreached(&self, customer: CustomerId) -> Result<Vec<Unreached>, StorageError> {
        self.notices.unreached(customer).await
    }
}

/// An answer that did not come.
pub fn away() -> StorageError {
    StorageError::new("a database of a test is away")
}

/// Sessions whose database is away.
pub struct Away;

#[async_trait]
impl Sessions for Away {
    async fn load(&self, _: &[u8; 32], _: Timestamp, _: Timestamp) -> Result<Option<StoredSession>, StorageError> {
        Err(away())
    }

    async fn save(&self, _: &NewSession) -> Result<(), StorageError> {
        Err(away())
    }

    async fn keep(&self, _: &[u8; 32], _: &str) -> Result<(), StorageError> {
        Err(away())
    }

    async fn touch(&self, _: &[u8; 32], _: Timestamp) -> Result<(), StorageError> {
        Err(away())
    }

    async fn delete(&self, _: &[u8; 32]) -> Result<(), StorageError> {
        Err(away())
    }

    async fn list(&self, _: CustomerId, _: Timestamp, _: Timestamp) -> Result<Vec<OpenSession>, StorageError> {
        Err(away())
    }

    async fn end(&self, _: CustomerId, _: SessionKey) -> Result<bool, StorageError> {
        Err(away())
    }
}
