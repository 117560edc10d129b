//! What a model looks at: the terms of an utterance, and where there is an encoder the place it lies at.

use std::sync::Arc;

use rayon::prelude::*;

use super::{
    features::{self, Term},
    vocabulary::Vocabulary,
};
use crate::{
    data::Utterance,
    encoder::{DIMENSIONS, Encoder, Place},
    normalise::fold,
    numbers::real,
};

/// How many numbers a place gives to look at.
pub const PLACES: usize = 2 * DIMENSIONS;

/// What was seen of one utterance, whatever a model makes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    pub(super) terms: Vec<Term>,
    pub(super) place: Option<Place>,
}

impl Seen {
    /// Looks at `text`.
    fn new(text: &str, encoder: Option<&Encoder>) -> Self {
        Self { terms: features::terms(&fold(text)), place: encoder.map(|encoder| encoder.place(text)) }
    }
}

/// An utterance that was looked at once, to be learnt from or asked about many times.
#[derive(Debug, Clone)]
pub struct Example {
    /// What it means.
    pub label: String,
    pub(super) seen: Arc<Seen>,
}

/// Looks at every utterance, in their order, with the eyes of `encoder` as well.
#[must_use]
pub fn examples(utterances: &[Utterance], encoder: Option<&Arc<Encoder>>) -> Vec<Example> {
    let encoder = encoder.map(Arc::as_ref);
    let look = |said: &Utterance| Example { label: said.label.clone(), seen: Arc::new(Seen::new(&said.text, encoder)) };
    utterances.par_iter().map(look).collect()
}

/// How a model looks at utterances: which terms it knows, and the encoder it was trained with.
#[derive(Debug, Clone, PartialEq)]
pub struct Eyes {
    pub(super) vocabulary: Vocabulary,
    pub(super) sight: Option<Sight>,
}

/// How places are looked at: from the middle of those that were learnt from, where they differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Sight {
    pub(super) encoder: Arc<Encoder>,
    pub(super) middle: Vec<f32>,
    /// By how much each of the two directions is made longer.
    pub(super) longer: [f32; 2],
}

impl Sight {
    /// From the middle of `examples`, each of the two directions as long on average as the terms are: one.
    pub fn of(encoder: &Arc<Encoder>, examples: &[Example]) -> Self {
        let mut middle = vec![0.0; PLACES];
        let places = || examples.iter().filter_map(|example| example.seen.place.as_ref());
        let count = real(places().count().max(1));
        for place in places() {
            for (middle, number) in middle.iter_mut().zip(numbers(place)) {
                *middle += number / count;
            }
        }
        let mut squares = [0.0_f32; 2];
        for place in places() {
            for (at, (number, middle)) in numbers(place).zip(&middle).enumerate() {
                squares[at / DIMENSIONS] += (number - middle) * (number - middle) / count;
            }
        }
        let longer = [0, 1].map(|part| 1.0 / squares[part].max(1e-6).sqrt());
        Self { encoder: Arc::clone(encoder), middle, longer }
    }

    fn weigh(&self, place: &Place) -> impl Iterator<Item = f32> {
        numbers(place)
            .zip(&self.middle)
            .enumerate()
            .map(|(at, (number, middle))| (number - middle) * self.longer[at / DIMENSIONS])
    }
}

fn numbers(place: &Place) -> impl Iterator<Item = f32> {
    place.meaning.iter().chain(&place.words).copied()
}

impl Eyes {
    /// Looks at `text`.
    pub fn see(&self, text: &str) -> Seen {
        Seen::new(text, self.sight.as_ref().map(|sight| sight.encoder.as_ref()))
    }

    /// How many things there are to see.
    pub fn features(&self) -> usize {
        self.vocabulary.len() + if self.sight.is_some() { PLACES } else { 0 }
    }

    /// What was seen, weighed: known terms, and behind all terms the numbers of the place.
    pub fn row(&self, seen: &Seen) -> Vec<(u32, f32)> {
        let mut row = self.vocabulary.weigh(&seen.terms);
        let first = u32::try_from(self.vocabulary.len()).expect("the file format counts terms in 32 bits");
        row.extend((first..).zip(self.place(seen)));
        row
    }

    /// The numbers of the place, weighed; none without an encoder.
    pub fn place(&self, seen: &Seen) -> impl Iterator<Item = f32> {
        let looked_at = self.sight.as_ref().zip(seen.place.as_ref());
        looked_at.into_iter().flat_map(|(sight, place)| sight.weigh(place))
    }
}
