//! Moments and days.

use serde::{Deserialize, Serialize};

pub use jiff::civil::Date;

/// A moment: microseconds since 1970-01-01T00:00:00 UTC, as the database keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The first moment the database can hold in practice.
    pub const EPOCH: Self = Self(0);

    /// The moment `micros` microseconds after the start of 1970, UTC.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since the start of 1970, UTC.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// The moment `seconds` later (or earlier, where negative), kept within what fits.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// Whole seconds from `earlier` to this moment; negative where it is later.
    #[must_use]
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0) / 1_000_000
    }
}

/// A day typed or sent by a date field: `2026-11-22` (ISO 8601 calendar date). `None` for anything else.
#[must_use]
pub fn parse_date(typed: &str) -> Option<Date> {
    let plain = crate::text::half_width(typed.trim());
    let shape_fits = plain.len() == 10 && plain.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if shape_fits { plain.parse().ok() } else { None }
}
