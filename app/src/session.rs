//! What one visitor's session holds while a request is answered. The server's session layer fills it before and
//! keeps what became of it after; nothing here speaks to the database.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bank::customers::Customer;
use model::{CallBackId, CustomerId, SessionKey, Timestamp};
use serde::{Deserialize, Serialize};

use crate::outcome::KeptFlash;

/// What the pages keep in a session from one request to the next, as JSON.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Forms that were not right, waiting for their page to show them again.
    pub flashes: Vec<KeptFlash>,
    /// A sign-in whose first half has been sent.
    pub sign_in: Option<HalfSignedIn>,
    /// The calls that were asked for before anybody had signed in.
    pub calls: Vec<CallBackId>,
}

impl Kept {
    /// Whether nothing is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.flashes.is_empty() && self.sign_in.is_none() && self.calls.is_empty()
    }
}

/// A sign-in between its two halves.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HalfSignedIn {
    /// What the second half is checked against.
    pub pending: auth::sign_in::Pending,
    /// The user name as it was typed, to show it again where the sign-in fails.
    pub username: String,
    /// Where the person was going.
    pub next: String,
}

/// What the session layer does with a session after the request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Fate {
    /// Nothing changed.
    #[default]
    Unchanged,
    /// What is kept in it changed.
    Changed,
    /// A person has signed in: the same session goes on under a new secret, as theirs.
    SignedIn(CustomerId),
    /// The person has signed out.
    Ended,
}

/// A session as it was when the request came in.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Its public name; `None` where there is no session yet.
    pub key: Option<SessionKey>,
    /// Who is signed in.
    pub customer: Option<Customer>,
    /// Who was signed in, where the cookie is of a session that has lapsed.
    pub lapsed: Option<CustomerId>,
    /// What is kept in it.
    pub kept: Kept,
    /// When the request came in.
    pub now: Timestamp,
}

/// The session of one request. Every clone is the same session.
#[derive(Debug, Clone)]
pub struct Session(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    opened: Opened,
    now: Mutex<(Kept, Fate)>,
}

impl Session {
    /// The session of a request that came in with `opened`.
    #[must_use]
    pub fn new(opened: Opened) -> Self {
        let kept = opened.kept.clone();
        Self(Arc::new(Shared { opened, now: Mutex::new((kept, Fate::default())) }))
    }

    /// Its public name; `None` where there is no session yet.
    #[must_use]
    pub fn key(&self) -> Option<SessionKey> {
        self.0.opened.key
    }

    /// Who is signed in.
    #[must_use]
    pub fn customer(&self) -> Option<&Customer> {
        self.0.opened.customer.as_ref()
    }

    /// Who was signed in, where the cookie is of a session that has lapsed.
    #[must_use]
    pub fn lapsed(&self) -> Option<CustomerId> {
        self.0.opened.lapsed
    }

    /// When the request came in.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.0.opened.now
    }

    /// Reads what is kept in it.
    pub fn read<T>(&self, read: impl FnOnce(&Kept) -> T) -> T {
        read(&self.lock().0)
    }

    /// Changes what is kept in it.
    pub fn change<T>(&self, change: impl FnOnce(&mut Kept) -> T) -> T {
        let mut guard = self.lock();
        let (kept, fate) = &mut *guard;
        if *fate == Fate::Unchanged {
            *fate = Fate::Changed;
        }
        change(kept)
    }

    /// Makes it the session of `customer`, under a new secret. What was kept for somebody else is forgotten.
    pub fn sign_in(&self, customer: CustomerId) {
        let mut guard = self.lock();
        let (kept, fate) = &mut *guard;
        kept.sign_in = None;
        kept.calls.clear();
        kept.flashes.retain(|flash| flash.owner == Some(customer));
        *fate = Fate::SignedIn(customer);
    }

    /// Ends it.
    pub fn end(&self) {
        *self.lock() = (Kept::default(), Fate::Ended);
    }

    /// What became of it, and what is to be kept.
    #[must_use]
    pub fn settled(&self) -> (Kept, Fate) {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, (Kept, Fate)> {
        self.0.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
