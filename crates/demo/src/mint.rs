//! Ids for rows that are made up: ordered by time like those of a running bank, and the same every time.

use model::Timestamp;

/// 2024-01-01T00:00:00 UTC in milliseconds, from which a running bank's ids count.
const START_MS: i64 = 1_704_067_200_000;
/// Below a millisecond's bits stand ten of the server and twelve of the sequence.
const BELOW_MS: u32 = 22;
/// The last server there can be, which no running one is: what it makes stays clear of theirs.
const SERVER: i64 = 1_023 << 12;
/// Ids before the time that ids count from begin here, above the people and the accounts made for benchmarks.
const FIRST: i64 = 1 << 40;

/// Makes ids, each above the one before.
#[derive(Debug, Default)]
pub(crate) struct Mint(i64);

impl Mint {
    /// An id for a row of the moment `at`.
    pub(crate) fn next(&mut self, at: Timestamp) -> i64 {
        let ms = (at.micros() / 1_000 - START_MS).max(0);
        self.0 = FIRST.max((ms << BELOW_MS) | SERVER).max(self.0 + 1);
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Mint, START_MS};
    use model::Timestamp;

    #[test]
    fn ids_grow_with_time_and_without() {
        let mut mint = Mint::default();
        let mut last = 0;
        for ms in [0, 0, START_MS + 5, START_MS + 4, START_MS + 5, START_MS + 90_000_000_000] {
            let id = mint.next(Timestamp::from_micros(ms * 1_000));
            assert!(id > last);
            last = id;
        }
    }
}
