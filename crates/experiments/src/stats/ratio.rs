//! Whether as many people were counted in each variation as were meant to be.

use statrs::distribution::{ChiSquared, ContinuousCDF};

/// Below this the counting is broken, and no difference is worth reading.
pub const SAMPLE_RATIO_P: f64 = 0.001;

/// How often a split at least this far from `weights` comes about by chance (Pearson's chi-squared). One for nobody, or
/// for fewer than two variations. A variation without weight has nobody to expect and is passed over.
///
/// # Panics
/// Never: there is at least one degree of freedom.
#[must_use]
pub fn sample_ratio(people: &[u32], weights: &[f64]) -> f64 {
    let observed: f64 = people.iter().copied().map(f64::from).sum();
    let whole: f64 = weights.iter().sum();
    let pairs: Vec<(f64, f64)> = people
        .iter()
        .zip(weights)
        .filter(|(_, weight)| **weight > 0.0)
        .map(|(people, weight)| (f64::from(*people), weight / whole * observed))
        .collect();
    if observed == 0.0 || pairs.len() < 2 {
        return 1.0;
    }
    let statistic = pairs.iter().map(|(seen, expected)| (seen - expected).powi(2) / expected).sum();
    let freedom = f64::from(u32::try_from(pairs.len() - 1).expect("a handful of variations"));
    ChiSquared::new(freedom).expect("there is a degree of freedom").sf(statistic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_told_from_a_broken_count() {
        assert!(sample_ratio(&[5_030, 4_970], &[1.0, 1.0]) > 0.5);
        assert!(sample_ratio(&[5_300, 4_700], &[1.0, 1.0]) < SAMPLE_RATIO_P);
        assert!(sample_ratio(&[5_300, 4_700], &[0.53, 0.47]) > 0.99);
    }

    #[test]
    fn nobody_is_no_mismatch() {
        assert!((sample_ratio(&[0, 0], &[1.0, 1.0]) - 1.0).abs() < f64::EPSILON);
        assert!((sample_ratio(&[], &[]) - 1.0).abs() < f64::EPSILON);
    }
}
