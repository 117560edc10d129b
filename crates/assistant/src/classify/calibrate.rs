//! How sure a model may be, found on utterances it was not trained on.

use super::{
    logistic::softmax,
    model::{Calibration, OUT_OF_SCOPE},
};
use crate::numbers::{narrow, wide};

/// How many of a hundred utterances in scope may be taken for something else, where nothing more is known of what is out of
/// scope, and where models are compared.
pub const REJECTED_PER_CENT: usize = 5;

/// What share of what people say is thought to be out of scope.
const OUTSIDE: f64 = 0.1;

/// Between which temperatures it is looked for, as logarithms.
const RANGE: (f64, f64) = (-2.0, 2.0);

/// How often the range is cut: to a thousandth.
const CUTS: usize = 20;

/// The temperature with the smallest cross-entropy, and the threshold that fewest mistakes are made with: something in scope
/// that would have been understood is rejected, or something out of scope is not. Where nothing is out of scope it rejects
/// [`REJECTED_PER_CENT`]. `scored` are scores and the place of the right label, where the model has it.
#[must_use]
pub fn calibrate(labels: &[String], scored: &[(Vec<f32>, Option<usize>)]) -> Calibration {
    let known: Vec<(&[f32], usize)> =
        scored.iter().filter_map(|(scores, truth)| truth.map(|truth| (scores.as_slice(), truth))).collect();
    let outside = labels.iter().position(|label| label == OUT_OF_SCOPE);
    let temperature = if known.is_empty() { 1.0 } else { temperature(&known) };
    let mut scopes: Vec<(f32, Kind)> = known
        .iter()
        .map(|(scores, truth)| (scope(&shares(scores, temperature), outside), Kind::of(scores, *truth, outside)))
        .collect();
    scopes.sort_unstable_by(|left, right| left.0.total_cmp(&right.0));
    Calibration { temperature, threshold: threshold(&scopes) }
}

/// What would come of it if an utterance were not rejected.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Right,
    Wrong,
    Outside,
}

impl Kind {
    fn of(scores: &[f32], truth: usize, outside: Option<usize>) -> Self {
        if Some(truth) == outside {
            return Self::Outside;
        }
        let others = scores.iter().enumerate().filter(|(place, _)| Some(*place) != outside);
        if others.fold(f32::MIN, |most, (_, score)| most.max(*score)) > scores[truth] {
            Self::Wrong
        } else {
            Self::Right
        }
    }
}

/// The scope score that most is gained by rejecting what is below it; `scopes` are in their order.
fn threshold(scopes: &[(f32, Kind)]) -> f32 {
    let inside = scopes.iter().filter(|(_, kind)| *kind != Kind::Outside);
    let outside = scopes.len() - inside.clone().count();
    if outside == 0 || outside == scopes.len() {
        return inside.clone().nth(scopes.len() * REJECTED_PER_CENT / 100).map_or(0.0, |(scope, _)| *scope);
    }
    let (each_inside, each_outside) = ((1.0 - OUTSIDE) / wide(scopes.len() - outside), OUTSIDE / wide(outside));
    let (mut gained, mut most, mut best) = (0.0, f64::MIN, 0.0);
    for &(scope, kind) in scopes {
        if gained > most {
            (most, best) = (gained, scope);
        }
        gained += match kind {
            Kind::Right => -each_inside,
            Kind::Wrong => 0.0,
            Kind::Outside => each_outside,
        };
    }
    best
}

/// By how much the likeliest label in scope is likelier than that it is none of them, as a logarithm: a difference of shares
/// would say little where both are small, and nothing more where one is nearly all. Where a model knows of nothing outside,
/// it is how likely that label is.
#[must_use]
pub fn scope(shares: &[f32], outside: Option<usize>) -> f32 {
    let inside = shares.iter().enumerate().filter(|(place, _)| Some(*place) != outside).map(|(_, share)| *share);
    let best = inside.fold(f32::MIN_POSITIVE, f32::max);
    outside.map_or(best, |place| best.ln() - shares[place].max(f32::MIN_POSITIVE).ln())
}

fn shares(scores: &[f32], temperature: f32) -> Vec<f32> {
    let mut shares: Vec<f32> = scores.iter().map(|score| score / temperature).collect();
    softmax(&mut shares);
    shares
}

/// Golden-section search: the cross-entropy has one valley.
fn temperature(known: &[(&[f32], usize)]) -> f32 {
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    let loss = |logarithm: f64| -> f64 {
        let temperature = narrow(logarithm.exp());
        let sum: f64 = known
            .iter()
            .map(|(scores, truth)| -f64::from(shares(scores, temperature)[*truth].max(f32::MIN_POSITIVE).ln()))
            .sum();
        sum / wide(known.len())
    };
    let (mut low, mut high) = RANGE;
    let (mut left, mut right) = (high - golden * (high - low), low + golden * (high - low));
    let (mut at_left, mut at_right) = (loss(left), loss(right));
    for _ in 0..CUTS {
        if at_left <= at_right {
            (high, right, at_right) = (right, left, at_left);
            left = high - golden * (high - low);
            at_left = loss(left);
        } else {
            (low, left, at_left) = (left, right, at_right);
            right = low + golden * (high - low);
            at_right = loss(right);
        }
    }
    narrow(f64::midpoint(low, high).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Somebody who says "three to one" and is right nine times of ten is too modest; one who is right half the time is
    /// too sure.
    #[test]
    fn who_is_too_modest_is_made_surer_and_who_is_too_sure_less_so() {
        let labels = ["a".to_owned(), "b".to_owned()];
        let said = |right: usize| -> Vec<(Vec<f32>, Option<usize>)> {
            (0..100).map(|n| (vec![3.0_f32.ln(), 0.0], Some(usize::from(n >= right)))).collect()
        };
        assert!(calibrate(&labels, &said(90)).temperature < 0.6);
        assert!(calibrate(&labels, &said(55)).temperature > 3.0);
    }

    #[test]
    fn where_nothing_is_out_of_scope_the_threshold_rejects_five_of_a_hundred() {
        let labels = ["a".to_owned(), OUT_OF_SCOPE.to_owned()];
        let scored: Vec<(Vec<f32>, Option<usize>)> =
            (0_u8..100).map(|n| (vec![f32::from(n) / 10.0, 0.0], Some(0))).collect();
        let Calibration { temperature, threshold } = calibrate(&labels, &scored);
        let rejected = scored.iter().filter(|(scores, _)| scope(&shares(scores, temperature), Some(1)) < threshold);
        assert_eq!(rejected.count(), REJECTED_PER_CENT);
    }

    #[test]
    fn the_threshold_is_where_fewest_mistakes_are_made() {
        // Of those in scope nine in ten are what is said, and every one of them is worth as much as every one outside.
        let said = |scope: f32, kind: Kind, times: usize| std::iter::repeat_n((scope, kind), times);
        let scopes = |low: usize| -> Vec<(f32, Kind)> {
            said(0.1, Kind::Outside, 6)
                .chain(said(0.2, Kind::Wrong, 9))
                .chain(said(0.3, Kind::Right, low))
                .chain(said(0.4, Kind::Outside, 4))
                .chain(said(0.9, Kind::Right, 81 - low))
                .collect()
        };
        // Three that are understood are fewer than four that are outside, and five are more.
        let close = |low: usize, expected: f32| assert!((threshold(&scopes(low)) - expected).abs() < 1e-6, "{low}");
        close(3, 0.9);
        close(5, 0.2);
    }

    #[test]
    fn what_is_a_little_likely_is_far_likelier_than_what_is_not_at_all() {
        assert!(scope(&[0.2, 0.0002, 0.1], Some(1)) > scope(&[0.9, 0.1, 0.0], Some(1)));
        assert!(scope(&[0.0, 1.0], Some(1)) < 0.0 && scope(&[0.0, 1.0], Some(1)).is_finite());
        assert!((scope(&[0.2, 0.8], None) - 0.8).abs() < 1e-6);
    }

    #[test]
    fn something_in_scope_is_right_where_the_likeliest_in_scope_is_it() {
        assert!(Kind::of(&[2.0, 1.0, 3.0], 0, Some(2)) == Kind::Right);
        assert!(Kind::of(&[2.0, 1.0, 3.0], 1, Some(2)) == Kind::Wrong);
        assert!(Kind::of(&[2.0, 1.0, 3.0], 2, Some(2)) == Kind::Outside);
    }
}
