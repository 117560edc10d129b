//! From utterances to a model.

use rayon::prelude::*;

use std::sync::Arc;

use super::{
    calibrate::calibrate,
    features::Term,
    hidden::{self, Network},
    logistic::{self, Labelled},
    matrix::Sparse,
    model::{Calibration, Hidden, Model, OUT_OF_SCOPE},
    quantised::Quantised,
    seen::{self, Example, Eyes, PLACES, Sight},
    vocabulary::Vocabulary,
};
use crate::{data::Utterance, dice::Dice, encoder::Encoder};

/// How large a model may be on disk, in bytes.
pub const MOST_BYTES: usize = 8_000_000;

/// The most labels a model may have.
pub const MOST_LABELS: usize = 1_000;

/// What the regression says counts so much beside the networks, whose scores are smaller. From cross-validation on BANKING77.
const SHARE: f32 = 0.15;

/// Networks learn two at a time, because there are two processors. Of half as many utterances twice as many learn, up to four
/// pairs: with few to learn from each sees something else, with more than that a second pair told hardly anything new.
const UTTERANCES_OF_A_PAIR: usize = 8_000;
const MOST_PAIRS: usize = 4;

/// A label of which there are fewer examples is learnt from its name as well.
const FEW: usize = 50;

/// How many hidden units each has.
const UNITS: usize = 128;

/// How many bits a weight of a term takes in a file that was made smaller, as a rule and at most.
const USUAL_BITS: usize = 3;
const MOST_BITS: usize = 4;

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
/// that has not seen it. The same arguments give the same model, to the last bit. `encoder` is the one that looked at the
/// examples, if one did.
///
/// # Errors
/// Where there are too few labels, or too many.
pub fn train(
    examples: &[Example],
    validation: &[Example],
    seed: u64,
    encoder: Option<&Arc<Encoder>>,
) -> Result<Model, TrainError> {
    let mut labels: Vec<String> = examples.iter().map(|example| example.label.clone()).collect();
    labels.sort_unstable();
    labels.dedup();
    if labels.iter().filter(|label| *label != OUT_OF_SCOPE).count() < 2 {
        return Err(TrainError::FewLabels);
    }
    if labels.len() > MOST_LABELS {
        return Err(TrainError::ManyLabels);
    }
    let mut model = fit(&labels, examples, seed, encoder);
    model.calibration = if validation.is_empty() {
        let (learnt, apart) = kept_apart(examples, seed);
        measure(&fit(&labels, &learnt, seed, encoder), &apart)
    } else {
        measure(&model, validation)
    };
    Ok(model)
}

/// A fifth of every label, by chance.
fn kept_apart(examples: &[Example], seed: u64) -> (Vec<Example>, Vec<Example>) {
    let mut shuffled = examples.to_vec();
    Dice::new(seed).shuffle(&mut shuffled);
    shuffled.sort_by(|left, right| left.label.cmp(&right.label));
    let (mut learnt, mut apart) = (Vec::new(), Vec::new());
    for (place, example) in shuffled.into_iter().enumerate() {
        if place % KEPT_APART == 0 { apart.push(example) } else { learnt.push(example) }
    }
    (learnt, apart)
}

fn measure(model: &Model, examples: &[Example]) -> Calibration {
    let scored: Vec<(Vec<f32>, Option<usize>)> = examples
        .par_iter()
        .map(|example| (model.scores(&example.seen), model.labels.binary_search(&example.label).ok()))
        .collect();
    calibrate(&model.labels, &scored)
}

/// A model that is not calibrated yet: with as many terms as a file has room for as a rule, or where its weights could not
/// be made so small, with as many as it has room for in any case.
fn fit(labels: &[String], examples: &[Example], seed: u64, encoder: Option<&Arc<Encoder>>) -> Model {
    let examples = &with_names(labels, examples, encoder);
    let plan = Plan { labels: labels.len(), networks: networks(examples.len()), with_places: encoder.is_some() };
    let fitted = |bits| fit_within(plan, bits, labels, examples, seed, encoder);
    let model = fitted(USUAL_BITS);
    if model.to_bytes().len() <= MOST_BYTES { model } else { fitted(MOST_BITS) }
}

/// The examples, and what labels are called of which there are few: `card_arrival` is what somebody may say of it.
fn with_names(labels: &[String], examples: &[Example], encoder: Option<&Arc<Encoder>>) -> Vec<Example> {
    let few = |label: &&String| examples.iter().filter(|example| example.label == **label).nth(FEW - 1).is_none();
    let named = labels.iter().filter(|label| *label != OUT_OF_SCOPE).filter(few);
    let names: Vec<Utterance> = named
        .map(|label| Utterance { text: label.replace(|sign: char| !sign.is_alphanumeric(), " "), label: label.clone() })
        .collect();
    [examples, &seen::examples(&names, encoder)].concat()
}

/// How many networks learn from so many utterances.
fn networks(utterances: usize) -> usize {
    2 * (UTTERANCES_OF_A_PAIR / utterances.max(1)).clamp(1, MOST_PAIRS)
}

/// A model whose terms fit where each weight of theirs takes `bits`.
fn fit_within(
    plan: Plan,
    bits: usize,
    labels: &[String],
    examples: &[Example],
    seed: u64,
    encoder: Option<&Arc<Encoder>>,
) -> Model {
    let truths: Vec<usize> = examples
        .iter()
        .map(|example| labels.binary_search(&example.label).expect("the labels are those of the examples"))
        .collect();
    let terms: Vec<&[Term]> = examples.iter().map(|example| example.seen.terms.as_slice()).collect();
    let vocabulary = Vocabulary::of(&terms, &truths, plan.most_terms(bits));
    let sight = encoder.map(|encoder| Sight::of(encoder, examples));
    let eyes = Eyes { vocabulary, sight };
    let mut rows = Sparse::new();
    let mut places = Vec::new();
    for example in examples {
        rows.push(eyes.vocabulary.weigh(&example.seen.terms));
        places.extend(eyes.place(&example.seen));
    }
    let data =
        Labelled { rows: &rows, places: &places, labels: &truths, terms: eyes.vocabulary.len(), classes: labels.len() };
    let linear = Quantised::of(&logistic::fit(&data).times(SHARE), data.terms);
    let networks: Vec<Network> = (0..plan.networks as u64)
        .into_par_iter()
        .map(|number| hidden::fit(&data, UNITS, Dice::new(seed ^ number).next()))
        .collect();
    let hidden = networks
        .iter()
        .map(|network| Hidden {
            input: Quantised::of(&network.input, data.terms),
            output: Quantised::of(&network.output, 0),
        })
        .collect();
    let calibration = Calibration { temperature: 1.0, threshold: 0.0 };
    Model { labels: labels.to_vec(), eyes, linear, hidden, calibration }
}

/// How large the parts of a model are.
#[derive(Clone, Copy)]
struct Plan {
    labels: usize,
    networks: usize,
    with_places: bool,
}

impl Plan {
    /// How many terms there is room for: each has a key, its rarity, and rows of the regression and of every network with a
    /// scale each, whose weights take `bits` each.
    const fn most_terms(self, bits: usize) -> usize {
        let Self { labels, networks, with_places } = self;
        let places = if with_places { PLACES * (8 + labels + networks * (4 + UNITS)) } else { 0 };
        let fixed = networks * UNITS * (labels + 8) + labels * 256 + places;
        let each = 4 + 4 + (1 + networks) * 4 + ((labels + networks * UNITS) * bits).div_ceil(8);
        MOST_BYTES.saturating_sub(fixed) / each
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fewer_utterances_there_are_the_more_networks_learn() {
        assert_eq!([0, 770, 4_000, 8_000, 42_000].map(networks), [8, 8, 4, 2, 2]);
    }

    #[test]
    fn a_label_is_known_by_its_name_only_where_there_are_few_examples_of_it() {
        let said = |count: usize, label: &str| {
            (0..count).map(|number| Utterance { text: number.to_string(), label: label.to_owned() }).collect::<Vec<_>>()
        };
        let said = [said(FEW, "many"), said(FEW - 1, "lost_card"), said(3, OUT_OF_SCOPE)].concat();
        let labels = ["lost_card", "many", OUT_OF_SCOPE].map(str::to_owned);
        let named = with_names(&labels, &seen::examples(&said, None), None);
        let name = Utterance { text: "lost card".to_owned(), label: "lost_card".to_owned() };
        let [last] = &named[said.len()..] else { panic!("{}", named.len()) };
        assert_eq!((&last.label, &last.seen), (&name.label, &seen::examples(&[name.clone()], None)[0].seen));
    }
}
