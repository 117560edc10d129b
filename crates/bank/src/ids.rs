//! New ids: ordered by time, unique over several servers without asking anybody.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use model::Timestamp;

use crate::Clock;

/// 2024-01-01T00:00:00 UTC in milliseconds: ids count from here, 41 bits last until 2093.
const START_MS: u64 = 1_704_067_200_000;
const NODE_BITS: u32 = 10;
const SEQUENCE_BITS: u32 = 12;

/// How many milliseconds after [`START_MS`] a moment is; none before it.
fn since_start_ms(moment: Timestamp) -> u64 {
    u64::try_from(moment.micros() / 1_000).unwrap_or(0).saturating_sub(START_MS)
}

/// Makes ids of 41 bits of milliseconds, 10 bits of server and 12 bits of sequence (Twitter's "snowflake").
///
/// Within one server ids only ever grow, also when the clock is set back: rows that follow one another in
/// time lie next to one another on disk.
pub struct IdMint {
    clock: Arc<dyn Clock>,
    node: u64,
    last: AtomicU64,
}

impl IdMint {
    /// How many servers can make ids at the same time.
    pub const NODES: u16 = 1 << NODE_BITS;

    /// A mint for the server `node`, which no other running server may share; taken modulo [`Self::NODES`].
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, node: u16) -> Self {
        Self { clock, node: u64::from(node % Self::NODES), last: AtomicU64::new(0) }
    }

    /// A number below which lie the ids that were made before `moment`, whichever server made them.
    #[must_use]
    pub fn first_at(moment: Timestamp) -> i64 {
        let last_ms = (1 << (63 - NODE_BITS - SEQUENCE_BITS)) - 1;
        (since_start_ms(moment).min(last_ms) << (NODE_BITS + SEQUENCE_BITS)).cast_signed()
    }

    /// When a number was made, to the millisecond.
    #[must_use]
    pub fn made_at(id: i64) -> Timestamp {
        let since_start_ms = u64::try_from(id).unwrap_or(0) >> (NODE_BITS + SEQUENCE_BITS);
        Timestamp::from_micros(((since_start_ms + START_MS) * 1_000).cast_signed())
    }

    /// A number never given before, as the database keeps it.
    #[must_use]
    pub fn next(&self) -> i64 {
        let earliest = since_start_ms(self.clock.now()) << SEQUENCE_BITS;
        let step = |last: u64| Some(earliest.max(last + 1));
        let last = self.last.fetch_update(Ordering::Relaxed, Ordering::Relaxed, step).unwrap_or(0);
        let ticket = earliest.max(last + 1);
        let (ms, sequence) = (ticket >> SEQUENCE_BITS, ticket & ((1 << SEQUENCE_BITS) - 1));
        let id = (ms << (NODE_BITS + SEQUENCE_BITS)) | (self.node << SEQUENCE_BITS) | sequence;
        (id & (u64::MAX >> 1)).cast_signed()
    }
}
