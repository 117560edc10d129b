//! Multinomial logistic regression on terms, of which an utterance has few, and on places, of which it has all numbers.

use pulp::{Arch, NullaryFnOnce};
use rayon::prelude::*;

use super::{
    lbfgs::{self, Limits},
    matrix::Sparse,
    pieces::{PIECE, Pieces},
};
use crate::numbers::real;

/// How many weights one processor takes at a time.
const WEIGHTS: usize = 1 << 12;

/// How much the utterances count against small weights (the `C` of LIBLINEAR). From cross-validation on BANKING77.
const COST: f32 = 30.0;

/// It counts little beside the networks, and after so many steps it says what it says of most utterances.
const LIMITS: Limits = Limits { steps: 15, decrease: 1e-4 };

/// One linear layer: a row of `outputs` weights for each input, and a bias for each output.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    /// Row after row.
    pub weights: Vec<f32>,
    /// One for each output.
    pub biases: Vec<f32>,
}

impl Layer {
    /// The layer whose outputs are `factor` times as large.
    #[must_use]
    pub fn times(mut self, factor: f32) -> Self {
        self.weights.iter_mut().chain(&mut self.biases).for_each(|weight| *weight *= factor);
        self
    }
}

/// Utterances and what they are known to mean.
pub struct Labelled<'a> {
    /// The weighted terms.
    pub rows: &'a Sparse,
    /// The numbers of their places, row after row; nothing where no encoder looked at them.
    pub places: &'a [f32],
    /// The label of each row, below `classes`.
    pub labels: &'a [usize],
    /// How many terms there are.
    pub terms: usize,
    /// How many labels there are.
    pub classes: usize,
}

impl Labelled<'_> {
    /// How many numbers the place of an utterance has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.places.len() / self.labels.len()
    }

    /// How many features there are: terms, then numbers.
    #[must_use]
    pub fn features(&self) -> usize {
        self.terms + self.width()
    }

    /// The numbers of a row.
    #[must_use]
    pub fn place(&self, row: usize) -> &[f32] {
        &self.places[row * self.width()..][..self.width()]
    }
}

/// The layer with the smallest regularised cross-entropy. Utterances and features are taken in pieces of a fixed length, so
/// that sums are the same however many processors there are.
#[must_use]
pub fn fit(data: &Labelled<'_>) -> Layer {
    let (classes, features) = (data.classes, data.features());
    let columns = data.rows.transposed(data.terms);
    let pieces = Pieces::of(data.places, data.width());
    let mut weights = vec![0.0; (features + 1) * classes];
    let mut residuals = vec![0.0; data.rows.rows() * classes];
    let share = 1.0 / real(data.rows.rows());
    let ridge = share / COST;
    lbfgs::minimise(&mut weights, LIMITS, |weights, gradient| {
        let (weights, biases) = weights.split_at(features * classes);
        let loss = look(data, &pieces, weights, biases, &mut residuals);
        let (for_weights, for_biases) = gradient.split_at_mut(features * classes);
        let (of_terms, of_places) = for_weights.split_at_mut(data.terms * classes);
        slopes(&columns, &residuals, classes, of_terms);
        pieces.slopes(&residuals, classes, of_places);
        let squares = with_ridge(weights, Scale { share, ridge }, for_weights);
        for_biases.fill(0.0);
        for residual in residuals.chunks(classes) {
            for (gradient, residual) in for_biases.iter_mut().zip(residual) {
                *gradient += residual * share;
            }
        }
        loss * f64::from(share) + 0.5 * f64::from(ridge) * squares
    });
    let biases = weights.split_off(features * classes);
    Layer { weights, biases }
}

/// Writes by how much every share is wrong; returns the sum of the cross-entropies.
fn look(data: &Labelled<'_>, pieces: &Pieces, weights: &[f32], biases: &[f32], residuals: &mut [f32]) -> f64 {
    let panels = pieces.weights(&weights[data.terms * data.classes..], data.classes);
    let losses: Vec<f64> = residuals
        .par_chunks_mut(PIECE * data.classes)
        .enumerate()
        .map(|(piece, residuals)| {
            for (offset, residual) in residuals.chunks_mut(data.classes).enumerate() {
                residual.copy_from_slice(biases);
                add_rows(data.rows.row(piece * PIECE + offset), weights, residual);
            }
            pieces.add_product(piece, &panels, data.classes, residuals);
            let mut loss = 0.0;
            for (offset, residual) in residuals.chunks_mut(data.classes).enumerate() {
                softmax(residual);
                let truth = &mut residual[data.labels[piece * PIECE + offset]];
                loss -= f64::from(truth.max(f32::MIN_POSITIVE).ln());
                *truth -= 1.0;
            }
            loss
        })
        .collect();
    losses.into_iter().sum()
}

/// Writes for every term the sum of the residuals of the utterances that have it.
fn slopes(columns: &Sparse, residuals: &[f32], classes: usize, gradients: &mut [f32]) {
    gradients.par_chunks_mut(classes * PIECE).enumerate().for_each(|(piece, gradients)| {
        for (offset, gradient) in gradients.chunks_mut(classes).enumerate() {
            gradient.fill(0.0);
            add_rows(columns.row(piece * PIECE + offset), residuals, gradient);
        }
    });
}

#[derive(Clone, Copy)]
struct Scale {
    share: f32,
    ridge: f32,
}

/// Makes means of sums, and adds what keeps the weights small; returns the sum of their squares.
fn with_ridge(weights: &[f32], Scale { share, ridge }: Scale, gradients: &mut [f32]) -> f64 {
    let squares: Vec<f64> = gradients
        .par_chunks_mut(WEIGHTS)
        .zip(weights.par_chunks(WEIGHTS))
        .map(|(gradients, weights)| {
            let mut squares = 0.0_f32;
            for (gradient, weight) in gradients.iter_mut().zip(weights) {
                *gradient = *gradient * share + ridge * weight;
                squares += weight * weight;
            }
            f64::from(squares)
        })
        .collect();
    squares.into_iter().sum()
}

/// Adds the rows of `matrix` that `sparse` names, each times its value, to `sums`, which is as long as a row; with wide
/// registers where the machine has them. Nothing is fused or taken in another order there: the bits are the same.
pub fn add_rows(sparse: impl Iterator<Item = (u32, f32)>, matrix: &[f32], sums: &mut [f32]) {
    Arch::new().dispatch(Added { sparse, matrix, sums });
}

struct Added<'a, I> {
    sparse: I,
    matrix: &'a [f32],
    sums: &'a mut [f32],
}

impl<I: Iterator<Item = (u32, f32)>> NullaryFnOnce for Added<'_, I> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "a function that is called knows nothing of wide registers")]
    #[inline(always)]
    fn call(self) {
        let sums = self.sums;
        for (row, value) in self.sparse {
            let row = &self.matrix[row as usize * sums.len()..][..sums.len()];
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += value * weight;
            }
        }
    }
}

/// Turns scores into shares of one.
pub fn softmax(scores: &mut [f32]) {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut total = 0.0;
    for score in scores.iter_mut() {
        *score = (*score - most).exp();
        total += *score;
    }
    for score in scores.iter_mut() {
        *score /= total;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_told_apart_is_told_apart() {
        let mut rows = Sparse::new();
        let labels: Vec<usize> = (0..90).map(|row| row % 3).collect();
        for &label in &labels {
            rows.push([(u32::try_from(label).unwrap(), 0.8), (3, 0.6)]);
        }
        let layer = fit(&Labelled { rows: &rows, places: &[], labels: &labels, terms: 4, classes: 3 });
        for (row, &label) in labels.iter().enumerate() {
            let mut shares = layer.biases.clone();
            add_rows(rows.row(row), &layer.weights, &mut shares);
            softmax(&mut shares);
            assert!(shares[label] > 0.8, "{shares:?}");
        }
    }

    #[test]
    fn a_place_tells_labels_apart_as_terms_do() {
        let mut rows = Sparse::new();
        let labels: Vec<usize> = (0..90).map(|row| row % 3).collect();
        let mut places = Vec::new();
        for &label in &labels {
            rows.push([]);
            places.extend((0..4).map(|number| if number == label { 0.8 } else { 0.3 }));
        }
        let layer = fit(&Labelled { rows: &rows, places: &places, labels: &labels, terms: 0, classes: 3 });
        for (place, &label) in places.chunks(4).zip(&labels) {
            let mut shares = layer.biases.clone();
            add_rows((0..).zip(place.iter().copied()), &layer.weights, &mut shares);
            softmax(&mut shares);
            assert!(shares[label] > 0.6, "{shares:?}");
        }
    }

    #[test]
    fn shares_are_shares_even_of_scores_that_are_enormous() {
        let mut scores = [1e30, 1e30, -1e30];
        softmax(&mut scores);
        assert!(
            scores.iter().zip([0.5, 0.5, 0.0]).all(|(share, expected)| (share - expected).abs() < 1e-6),
            "{scores:?}"
        );
    }
}
