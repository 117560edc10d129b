//! Where sessions are kept: those of customers and those of the bank's own people stand apart.

use std::sync::Arc;

use app::session::Fate;
use bank::{
    StorageError,
    ports::{NewSession, Sessions, StaffSessions, StoredSession},
    staff::StaffMember,
};
use model::{CustomerId, StaffId, Timestamp};

/// Whose a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Nobody's yet.
    Nobody,
    /// A customer's.
    Customer(CustomerId),
    /// Somebody's of the bank.
    Staff(StaffId),
}

impl Owner {
    /// Whose a session is after `fate`.
    #[must_use]
    pub const fn after(fate: Fate) -> Self {
        match fate {
            Fate::SignedIn(customer) => Self::Customer(customer),
            Fate::StaffSignedIn(member) => Self::Staff(member),
            Fate::Unchanged | Fate::Changed | Fate::Renewed | Fate::Ended => Self::Nobody,
        }
    }

    pub(super) const fn customer(self) -> Option<CustomerId> {
        match self {
            Self::Customer(customer) => Some(customer),
            Self::Nobody | Self::Staff(_) => None,
        }
    }

    const fn staff(self) -> Option<StaffId> {
        match self {
            Self::Staff(member) => Some(member),
            Self::Nobody | Self::Customer(_) => None,
        }
    }
}

/// The sessions of one kind of people.
#[derive(Clone)]
pub enum Shelf {
    /// Customers.
    Customers(Arc<dyn Sessions>),
    /// The bank's own people.
    Staff(Arc<dyn StaffSessions>),
}

impl Shelf {
    pub(super) async fn load(
        &self,
        hash: &[u8; 32],
        now: Timestamp,
        idle_since: Timestamp,
    ) -> Result<Option<(StoredSession, Option<StaffMember>)>, StorageError> {
        match self {
            Self::Customers(sessions) => Ok(sessions.load(hash, now, idle_since).await?.map(|stored| (stored, None))),
            Self::Staff(sessions) => sessions.load(hash, now, idle_since).await,
        }
    }

    /// Keeps a new session. One of the other kind of people is kept as nobody's: it would open nothing.
    pub(super) async fn save(&self, owner: Owner, session: &NewSession) -> Result<(), StorageError> {
        match self {
            Self::Customers(sessions) => sessions.save(session).await,
            Self::Staff(sessions) => {
                sessions.save(owner.staff(), &NewSession { customer: None, ..session.clone() }).await
            }
        }
    }

    pub(super) async fn keep(&self, hash: &[u8; 32], data: &str) -> Result<(), StorageError> {
        match self {
            Self::Customers(sessions) => sessions.keep(hash, data).await,
            Self::Staff(sessions) => sessions.keep(hash, data).await,
        }
    }

    pub(super) async fn touch(&self, hash: &[u8; 32], now: Timestamp) -> Result<(), StorageError> {
        match self {
            Self::Customers(sessions) => sessions.touch(hash, now).await,
            Self::Staff(sessions) => sessions.touch(hash, now).await,
        }
    }

    pub(super) async fn delete(&self, hash: &[u8; 32]) -> Result<(), StorageError> {
        match self {
            Self::Customers(sessions) => sessions.delete(hash).await,
            Self::Staff(sessions) => sessions.delete(hash).await,
        }
    }
}
