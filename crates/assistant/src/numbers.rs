//! Conversions between counts and floating point, each with the reason why nothing that matters is lost.

/// A count as a number to calculate with. Counts here are of utterances and terms, far below 2²⁴ (exact in `f32`).
#[expect(clippy::cast_precision_loss, reason = "counts of utterances stay below 2^24")]
#[must_use]
pub const fn real(count: usize) -> f32 {
    count as f32
}

/// A count as a number to calculate with, where sums are long. Counts stay far below 2⁵³ (exact in `f64`).
#[expect(clippy::cast_precision_loss, reason = "counts of utterances stay below 2^53")]
#[must_use]
pub const fn wide(count: usize) -> f64 {
    count as f64
}

/// A result of a long sum as a weight: weights are kept in single precision.
#[expect(clippy::cast_possible_truncation, reason = "rounding to the nearest f32 is what is meant")]
#[must_use]
pub const fn narrow(value: f64) -> f32 {
    value as f32
}

/// A weight as a whole number of steps, for a byte. Out of range it is the nearest there is.
#[expect(clippy::cast_possible_truncation, reason = "the cast saturates, which is what is meant")]
#[must_use]
pub fn steps(value: f32) -> i8 {
    value.round() as i8
}
