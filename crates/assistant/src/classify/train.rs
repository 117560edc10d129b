//! From utterances to a model.

use rayon::prelude::*;

use super::{
    calibrate::calibrate,
    features::{self, Term},
    hidden::{self, Network},
    logistic::{self, Labelled},
    matrix::Sparse,
    model::{Calibration, Hidden, Model, OUT_OF_SCOPE},
    quantised::Quantised,
    vocabulary::Vocabulary,
};
use crate::{data::Utterance, dice::Dice, normalise::fold};

/// How large a model may be on disk, in bytes.
pub const MOST_BYTES: usize = 8_000_000;

/// The most labels a model may have.
pub const MOST_LABELS: usize = 1_000;

/// How many networks are asked beside the regression.
const NETWORKS: usize = 2;

/// How many hidden units each has.
const UNITS: usize = 128;

/// One utterance in so many is kept apart for calibration where there are none for it.
const KEPT_APART: usize = 5;

/// Why nothing could be trained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TrainError {
    /// There have to be two labels in scope.
    #[error("there are fewer than two labels to tell apart")]
    FewLabels,
    /// There are too many labels.
    #[error("there are more than {MOST_LABELS} labels")]
    ManyLabels,
}

/// Trains a model. It is calibrated on `validation`, or where that is empty on a fifth of what it learns from, by a model
/// that has not seen it. The same arguments give the same model, to the last bit.
///
/// # Errors
/// Where there are too few labels, or too many.
pub fn train(utterances: &[Utterance], validation: &[Utterance], seed: u64) -> Result<Model, TrainError> {
    let mut labels: Vec<String> = utterances.iter().map(|utterance| utterance.label.clone()).collect();
    labels.sort_unstable();
    labels.dedup();
    if labels.iter().filter(|label| *label != OUT_OF_SCOPE).count() < 2 {
        return Err(TrainError::FewLabels);
    }
    if labels.len() > MOST_LABELS {
        return Err(TrainError::ManyLabels);
    }
    let mut model = fit(&labels, utterances, seed);
    model.calibration = if validation.is_empty() {
        let (learnt, apart) = kept_apart(utterances, seed);
        measure(&fit(&labels, &learnt, seed), &apart)
    } else {
        measure(&model, validation)
    };
    Ok(model)
}

/// A fifth of every label, by chance.
fn kept_apart(utterances: &[Utterance], seed: u64) -> (Vec<Utterance>, Vec<Utterance>) {
    let mut shuffled = utterances.to_vec();
    Dice::new(seed).shuffle(&mut shuffled);
    shuffled.sort_by(|left, right| left.label.cmp(&right.label));
    let (mut learnt, mut apart) = (Vec::new(), Vec::new());
    for (place, utterance) in shuffled.into_iter().enumerate() {
        if place % KEPT_APART == 0 { apart.push(utterance) } else { learnt.push(utterance) }
    }
    (learnt, apart)
}

fn measure(model: &Model, utterances: &[Utterance]) -> Calibration {
    let scored: Vec<(Vec<f32>, Option<usize>)> = utterances
        .par_iter()
        .map(|utterance| (model.scores(&utterance.text), model.labels.binary_search(&utterance.label).ok()))
        .collect();
    calibrate(&model.labels, &scored)
}

/// A model that is not calibrated yet.
fn fit(labels: &[String], utterances: &[Utterance], seed: u64) -> Model {
    let terms: Vec<Vec<Term>> =
        utterances.par_iter().map(|utterance| features::terms(&fold(&utterance.text))).collect();
    let vocabulary = Vocabulary::of(&terms, most_terms(labels.len()));
    let mut rows = Sparse::new();
    for terms in &terms {
        rows.push(vocabulary.weigh(terms));
    }
    let truths: Vec<usize> = utterances
        .iter()
        .map(|utterance| labels.binary_search(&utterance.label).expect("the labels are those of the utterances"))
        .collect();
    let data = Labelled { rows: &rows, labels: &truths, features: vocabulary.len(), classes: labels.len() };
    let linear = Quantised::of(&logistic::fit(&data));
    let networks: Vec<Network> = (0..NETWORKS as u64)
        .into_par_iter()
        .map(|number| hidden::fit(&data, UNITS, Dice::new(seed ^ number).next()))
        .collect();
    let hidden = networks
        .iter()
        .map(|network| Hidden { input: Quantised::of(&network.input), output: Quantised::of(&network.output) })
        .collect();
    let calibration = Calibration { temperature: 1.0, threshold: 0.0 };
    Model { labels: labels.to_vec(), vocabulary, linear, hidden, calibration }
}

/// How many terms there is room for: each has a key, its rarity, a row of the regression and one of every network.
const fn most_terms(labels: usize) -> usize {
    let fixed = NETWORKS * UNITS * (labels + 8) + labels * 256;
    let each = 4 + 4 + (4 + labels) + NETWORKS * (4 + UNITS);
    MOST_BYTES.saturating_sub(fixed) / each
}
