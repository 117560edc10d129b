//! A clock that is moved by hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use bank::{Bank, Clock};
use model::Timestamp;

/// A clock that shows what it was set to last.
#[derive(Debug)]
pub struct Hands(AtomicI64);

impl Hands {
    /// A clock that shows `moment`.
    pub fn at(moment: Timestamp) -> Arc<Self> {
        Arc::new(Self(AtomicI64::new(moment.micros())))
    }

    /// Moves it by so many seconds, backwards where they are negative.
    pub fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds.saturating_mul(1_000_000), Ordering::Relaxed);
    }

    /// The same bank, which looks at this clock.
    pub fn of(self: &Arc<Self>, bank: Bank) -> Bank {
        Bank { clock: Arc::<Self>::clone(self), ..bank }
    }
}

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::Relaxed))
    }
}
