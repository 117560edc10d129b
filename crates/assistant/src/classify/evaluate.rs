//! How well a model does.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::{
    calibrate::REJECTED_PER_CENT,
    model::{Model, OUT_OF_SCOPE},
    seen::Example,
};
use crate::numbers::wide;

/// How many bins of equal width the calibration error is taken over (Naeini, Cooper and Hauskrecht 2015).
const BINS: usize = 15;

/// What came of one utterance.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What it means.
    pub truth: String,
    /// Whether the best guess was that.
    pub right: bool,
    /// How sure the guess was.
    pub confidence: f32,
    /// Its score for being in scope.
    pub scope: f32,
    /// Whether the model took it for in scope, by its own threshold.
    pub accepted: bool,
}

/// Asks `model` about every example, in their order.
#[must_use]
pub fn outcomes(model: &Model, examples: &[Example]) -> Vec<Outcome> {
    examples
        .par_iter()
        .map(|example| {
            let guess = model.guess_of(&example.seen);
            Outcome {
                truth: example.label.clone(),
                right: guess.label == example.label,
                confidence: guess.confidence,
                scope: guess.scope,
                accepted: guess.in_scope,
            }
        })
        .collect()
}

/// Figures over many utterances; shares are from zero to one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// How many utterances in scope were asked about.
    pub utterances: usize,
    /// The share of them whose best guess was right.
    pub accuracy: f64,
    /// The same for every label by itself, then the mean: what accuracy is where all labels are equally frequent.
    pub balanced_accuracy: f64,
    /// The expected calibration error over fifteen bins: by how much confidence and accuracy differ.
    pub ece: f64,
    /// The share of utterances in scope that the model's own threshold rejects.
    pub rejected: f64,
    /// How well what is out of scope is told from what is not, where there is any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub out_of_scope: Option<OutOfScope>,
    /// The accuracy of each label.
    pub by_label: BTreeMap<String, f64>,
}

/// How well what is out of scope is found.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OutOfScope {
    /// How many utterances out of scope were asked about.
    pub utterances: usize,
    /// How likely one out of scope scores lower than one in scope (area under the ROC curve).
    pub auroc: f64,
    /// The share of them that is found where five of a hundred in scope are rejected.
    pub recall: f64,
    /// The share of those rejected there that are out of scope.
    pub precision: f64,
    /// The share of them that the model's own threshold finds.
    pub recall_at_threshold: f64,
}

impl Report {
    /// The figures of `outcomes`.
    #[must_use]
    pub fn of(outcomes: &[Outcome]) -> Self {
        let (outside, inside): (Vec<&Outcome>, Vec<&Outcome>) =
            outcomes.iter().partition(|outcome| outcome.truth == OUT_OF_SCOPE);
        let mut labels: BTreeMap<String, Vec<bool>> = BTreeMap::new();
        for outcome in &inside {
            labels.entry(outcome.truth.clone()).or_default().push(outcome.right);
        }
        let by_label: BTreeMap<String, f64> = labels
            .into_iter()
            .map(|(label, right)| (label, share(right.iter().filter(|right| **right).count(), right.len())))
            .collect();
        Self {
            utterances: inside.len(),
            accuracy: share(inside.iter().filter(|outcome| outcome.right).count(), inside.len()),
            balanced_accuracy: by_label.values().sum::<f64>() / wide(by_label.len().max(1)),
            ece: calibration_error(&inside),
            rejected: share(inside.iter().filter(|outcome| !outcome.accepted).count(), inside.len()),
            out_of_scope: (!outside.is_empty()).then(|| OutOfScope::of(&inside, &outside)),
            by_label,
        }
    }
}

impl OutOfScope {
    fn of(inside: &[&Outcome], outside: &[&Outcome]) -> Self {
        let mut scopes: Vec<f32> = inside.iter().map(|outcome| outcome.scope).collect();
        scopes.sort_unstable_by(f32::total_cmp);
        let rejected = scopes.len() * REJECTED_PER_CENT / 100;
        let bound = scopes.get(rejected).copied().unwrap_or(f32::INFINITY);
        let found = outside.iter().filter(|outcome| outcome.scope < bound).count();
        // Of a tie a half is right.
        let below: usize = outside
            .iter()
            .map(|outcome| {
                let not_above = scopes.partition_point(|scope| *scope <= outcome.scope);
                let lower = scopes.partition_point(|scope| *scope < outcome.scope);
                2 * (scopes.len() - not_above) + (not_above - lower)
            })
            .sum();
        let wrongly = scopes.partition_point(|scope| *scope < bound);
        Self {
            utterances: outside.len(),
            auroc: share(below, 2 * outside.len() * scopes.len()),
            recall: share(found, outside.len()),
            precision: share(found, found + wrongly),
            recall_at_threshold: share(outside.iter().filter(|outcome| !outcome.accepted).count(), outside.len()),
        }
    }
}

fn calibration_error(outcomes: &[&Outcome]) -> f64 {
    let mut bins = [(0.0_f64, 0.0_f64); BINS];
    for outcome in outcomes {
        let confidence = f64::from(outcome.confidence);
        let place = (1..BINS).take_while(|edge| confidence * wide(BINS) >= wide(*edge)).count();
        bins[place].0 += confidence;
        bins[place].1 += f64::from(u8::from(outcome.right));
    }
    bins.iter().map(|(sure, right)| (sure - right).abs()).sum::<f64>() / wide(outcomes.len().max(1))
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { wide(part) / wide(whole) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(truth: &str, right: bool, confidence: f32, scope: f32) -> Outcome {
        Outcome { truth: truth.to_owned(), right, confidence, scope, accepted: scope > 0.5 }
    }

    #[test]
    fn figures_of_a_few_outcomes_as_done_by_hand() {
        let report = Report::of(&[
            outcome("a", true, 0.9, 0.9),
            outcome("a", true, 0.9, 0.8),
            outcome("a", false, 0.9, 0.7),
            outcome("b", true, 0.5, 0.5),
            outcome(OUT_OF_SCOPE, false, 0.4, 0.6),
            outcome(OUT_OF_SCOPE, false, 0.3, 0.1),
        ]);
        let outside = report.out_of_scope.unwrap();
        let close = |left: f64, right: f64| assert!((left - right).abs() < 1e-6, "{left} {right}");
        close(report.accuracy, 0.75);
        close(report.balanced_accuracy, 5.0 / 6.0);
        close(report.ece, (0.7 + 0.5) / 4.0);
        close(report.rejected, 0.25);
        // Of eight pairs one is the wrong way round.
        close(outside.auroc, 7.0 / 8.0);
        close(outside.recall, 0.5);
        close(outside.precision, 1.0);
        close(outside.recall_at_threshold, 0.5);
    }
}
