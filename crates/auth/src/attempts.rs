//! Failures in a row, in memory: for names nobody has, and for approvals.

use std::collections::HashMap;

use bank::Rng;
use model::{CustomerId, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tokio::sync::{Mutex, MutexGuard};

use crate::LOCK_S;

/// Attempts at different keys of the same shard wait for one another: enough shards that they seldom do.
const SHARDS: usize = 64;
/// How many keys one shard remembers. Together a few hundred kilobytes, however many names are tried.
const KEYS: usize = 256;

/// What an attempt is at: a name or a customer, hashed, so that what people typed is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Key([u8; 16]);

impl Key {
    /// The key of a user name, mixed with `salt` so that nobody can choose names that fall together.
    fn of_name(salt: [u8; 16], name: &str) -> Self {
        Self::from_hash(Sha256::new().chain_update(salt).chain_update(name))
    }

    /// The key of a customer.
    pub(crate) fn of_customer(customer: CustomerId) -> Self {
        Self::from_hash(Sha256::new().chain_update(customer.value().to_be_bytes()))
    }

    fn from_hash(hash: Sha256) -> Self {
        let mut key = [0; 16];
        key.copy_from_slice(&hash.finalize()[..16]);
        Self(key)
    }

    fn shard(self) -> usize {
        usize::from(self.0[0]) % SHARDS
    }
}

#[derive(Debug, Clone, Copy)]
struct Count {
    failures: i64,
    locked_until: Timestamp,
    failed_at: Timestamp,
}

/// Counts failures in a row, and lets attempts at the same key through one at a time: guesses sent side by side are
/// counted like guesses sent one after another.
pub(crate) struct Attempts {
    limit: i64,
    salt: [u8; 16],
    shards: Vec<Mutex<HashMap<Key, Count>>>,
}

impl Attempts {
    /// From the `limit`th failure in a row on, a key is locked for a while.
    pub(crate) fn new(limit: i64, rng: &dyn Rng) -> Self {
        let mut salt = [0; 16];
        rng.fill(&mut salt);
        Self { limit, salt, shards: (0..SHARDS).map(|_| Mutex::default()).collect() }
    }

    /// The key of a user name.
    pub(crate) fn key_of(&self, name: &str) -> Key {
        Key::of_name(self.salt, name)
    }

    /// Waits until nobody else attempts `key`.
    pub(crate) async fn one_at_a_time(&self, key: Key) -> Attempt<'_> {
        Attempt { limit: self.limit, key, counts: self.shards[key.shard()].lock().await }
    }
}

/// The failures of one key, while nobody else attempts it.
pub(crate) struct Attempt<'a> {
    limit: i64,
    key: Key,
    counts: MutexGuard<'a, HashMap<Key, Count>>,
}

impl Attempt<'_> {
    /// Whether the key is locked at `now`.
    pub(crate) fn are_locked(&self, now: Timestamp) -> bool {
        self.counts.get(&self.key).is_some_and(|count| count.locked_until > now)
    }

    /// One more failure in a row, at `now`.
    pub(crate) fn note_failure(&mut self, now: Timestamp) {
        if self.counts.len() >= KEYS && !self.counts.contains_key(&self.key) {
            self.forget_oldest();
        }
        let fresh = Count { failures: 0, locked_until: Timestamp::EPOCH, failed_at: now };
        let count = self.counts.entry(self.key).or_insert(fresh);
        // A lock that has run out is served: what comes after it is counted anew.
        if count.locked_until != Timestamp::EPOCH && count.locked_until <= now {
            *count = fresh;
        }
        count.failures += 1;
        count.failed_at = now;
        if count.failures >= self.limit {
            count.locked_until = now.plus_seconds(LOCK_S);
        }
    }

    /// No failures any more, after a success.
    pub(crate) fn forget(&mut self) {
        self.counts.remove(&self.key);
    }

    fn forget_oldest(&mut self) {
        let oldest = self.counts.iter().min_by_key(|(_, count)| count.failed_at).map(|(key, _)| *key);
        if let Some(oldest) = oldest {
            self.counts.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Attempts, KEYS, SHARDS};
    use bank::Rng;
    use model::Timestamp;

    struct Zeros;

    impl Rng for Zeros {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(0);
        }
    }

    #[tokio::test]
    async fn the_limit_locks_and_time_opens() {
        let attempts = Attempts::new(3, &Zeros);
        let now = Timestamp::from_micros(1);
        let key = attempts.key_of("nobody");
        for _ in 0..2 {
            attempts.one_at_a_time(key).await.note_failure(now);
            assert!(!attempts.one_at_a_time(key).await.are_locked(now));
        }
        attempts.one_at_a_time(key).await.note_failure(now);
        assert!(attempts.one_at_a_time(key).await.are_locked(now));
        assert!(attempts.one_at_a_time(key).await.are_locked(now.plus_seconds(super::LOCK_S - 1)));
        assert!(!attempts.one_at_a_time(key).await.are_locked(now.plus_seconds(super::LOCK_S)));
        assert!(!attempts.one_at_a_time(attempts.key_of("somebody")).await.are_locked(now));
    }

    #[tokio::test]
    async fn however_many_names_are_tried_memory_stays_small() {
        let attempts = Attempts::new(1, &Zeros);
        for n in 0..40_000 {
            let key = attempts.key_of(&n.to_string());
            attempts.one_at_a_time(key).await.note_failure(Timestamp::from_micros(n));
        }
        let mut kept = 0;
        for shard in &attempts.shards {
            kept += shard.lock().await.len();
        }
        assert_eq!(kept, SHARDS * KEYS);
        let newest = attempts.key_of("39999");
        assert!(attempts.one_at_a_time(newest).await.are_locked(Timestamp::EPOCH));
    }
}
