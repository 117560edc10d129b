//! A trained model: what it knows and what it answers.

use std::sync::Arc;

use super::{
    hidden::active,
    logistic::softmax,
    quantised::Quantised,
    seen::{Eyes, Seen},
};
use crate::{encoder::Encoder, numbers::real};

/// The label of what is none of the bank's business, in data and in models.
pub const OUT_OF_SCOPE: &str = "oos";

/// A hidden layer and what comes of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Hidden {
    pub(super) input: Quantised,
    pub(super) output: Quantised,
}

/// How much a model believes itself, and when it does not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calibration {
    /// What scores are divided by before they become shares (Guo and others 2017).
    pub temperature: f32,
    /// The scope score below which an utterance is out of scope.
    pub threshold: f32,
}

/// A classifier, ready to answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub(super) labels: Vec<String>,
    pub(super) eyes: Eyes,
    pub(super) linear: Quantised,
    pub(super) hidden: Vec<Hidden>,
    pub(super) calibration: Calibration,
}

/// What an utterance probably means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guess<'a> {
    /// The likeliest label that is not [`OUT_OF_SCOPE`].
    pub label: &'a str,
    /// How likely it is, from zero to one; calibrated.
    pub confidence: f32,
    /// The next likeliest, and how likely.
    pub runner_up: Option<(&'a str, f32)>,
    /// How much likelier the best label is than that the utterance is out of scope.
    pub scope: f32,
    /// Whether that is enough.
    pub in_scope: bool,
}

impl Model {
    /// The labels, in the order of [`Self::shares`].
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// The encoder it looks at utterances with, where it was trained with one.
    #[must_use]
    pub fn encoder(&self) -> Option<&Arc<Encoder>> {
        self.eyes.sight.as_ref().map(|sight| &sight.encoder)
    }

    /// How sure the model is when.
    #[must_use]
    pub const fn calibration(&self) -> Calibration {
        self.calibration
    }

    /// How likely each label is; the sum is one.
    #[must_use]
    pub fn shares(&self, text: &str) -> Vec<f32> {
        self.shares_of(&self.eyes.see(text))
    }

    /// How likely each label is of what was seen already.
    pub(super) fn shares_of(&self, seen: &Seen) -> Vec<f32> {
        let mut scores = self.scores(seen);
        for score in &mut scores {
            *score /= self.calibration.temperature;
        }
        softmax(&mut scores);
        scores
    }

    /// What `text` probably means.
    ///
    /// # Panics
    /// Never: training and loading refuse models without a label in scope.
    #[must_use]
    pub fn guess(&self, text: &str) -> Guess<'_> {
        self.guess_of(&self.eyes.see(text))
    }

    /// What something that was seen already probably means.
    pub(super) fn guess_of(&self, seen: &Seen) -> Guess<'_> {
        let shares = self.shares_of(seen);
        let (mut best, mut next, mut outside) = (None, None, 0.0);
        for (label, &share) in self.labels.iter().zip(&shares) {
            if label == OUT_OF_SCOPE {
                outside = share;
            } else if best.is_none_or(|(_, most)| share > most) {
                next = best;
                best = Some((label.as_str(), share));
            } else if next.is_none_or(|(_, most)| share > most) {
                next = Some((label.as_str(), share));
            }
        }
        let (label, confidence) = best.expect("training and loading refuse models without a label in scope");
        let scope = confidence - outside;
        Guess { label, confidence, runner_up: next, scope, in_scope: scope >= self.calibration.threshold }
    }

    /// The sum of what the regression says and of what the networks say on average: a geometric mean of their shares.
    pub(super) fn scores(&self, seen: &Seen) -> Vec<f32> {
        let row = self.eyes.row(seen);
        let mut scores = self.linear.outputs(row.iter().copied());
        for network in &self.hidden {
            let hidden = network.input.outputs(row.iter().copied());
            for (score, other) in scores.iter_mut().zip(network.output.outputs(active(&hidden))) {
                *score += other / real(self.hidden.len());
            }
        }
        scores
    }
}
