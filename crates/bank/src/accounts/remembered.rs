//! First pages that were read before and are still right.

use std::sync::Arc;

use jiff::civil::Date;
use model::{AccountId, CustomerId};
use quick_cache::sync::Cache;

use super::FirstPage;

/// How many first pages are remembered: eight kilobytes each.
const PAGES: usize = 400;

/// Remembers first pages under the reader, the account, its version and the month.
///
/// A version is never used twice, so what is found under it cannot be stale, also when another server wrote
/// the newer one. What is held changes without a new version, so the holds stand in the key as well.
pub struct Remembered(Cache<Key, Arc<FirstPage>>);

/// What a first page depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Who reads it: only they know which other accounts are their own.
    pub owner: CustomerId,
    /// Which account.
    pub account: AccountId,
    /// How many postings it has.
    pub version: i64,
    /// How much is set aside, in minor units.
    pub held: i64,
    /// The first day of the current month.
    pub month: Date,
}

impl Default for Remembered {
    fn default() -> Self {
        Self(Cache::new(PAGES))
    }
}

impl Remembered {
    /// The page under `key`, if it is still here.
    #[must_use]
    pub fn get(&self, key: &Key) -> Option<Arc<FirstPage>> {
        self.0.get(key)
    }

    /// Keeps `page` under `key`, perhaps forgetting another.
    pub fn keep(&self, key: Key, page: Arc<FirstPage>) {
        self.0.insert(key, page);
    }
}
