//! Medians, percentiles, and a dice whose throws can be had again.

use std::time::Duration;

/// The value in the middle; the mean of the two in the middle of an even number.
///
/// # Panics
/// Where there is no value.
#[must_use]
pub fn median(values: &[f64]) -> f64 {
    assert!(!values.is_empty(), "nothing was measured");
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    if sorted.len().is_multiple_of(2) { f64::midpoint(sorted[middle - 1], sorted[middle]) } else { sorted[middle] }
}

/// The time that `hundredths` of a hundred did not exceed, in milliseconds (nearest rank).
///
/// # Panics
/// Where nothing was timed.
#[must_use]
pub fn percentile_ms(times: &mut [Duration], hundredths: usize) -> f64 {
    assert!(!times.is_empty(), "nothing was timed");
    times.sort_unstable();
    let rank = (times.len() * hundredths).div_ceil(100).clamp(1, times.len());
    times[rank - 1].as_secs_f64() * 1_000.0
}

/// How many a second.
#[must_use]
pub fn per_second(count: u64, elapsed: Duration) -> f64 {
    Duration::from_secs(count).as_secs_f64() / elapsed.as_secs_f64()
}

/// `SplitMix64` (Steele, Lea, Flood 2014): the same seed gives the same numbers, so both sides of a comparison
/// and every repetition do the same work.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// A dice that begins at `seed`.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`.
    pub const fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_tail() {
        assert!((median(&[3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!((median(&[4.0, 1.0, 2.0, 3.0]) - 2.5).abs() < f64::EPSILON);
        let mut times: Vec<Duration> = (1..=200).map(Duration::from_millis).collect();
        assert!((percentile_ms(&mut times, 99) - 198.0).abs() < f64::EPSILON);
    }
}
