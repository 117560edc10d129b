//! What a network learns of places, beside terms.
//!
//! All numbers of a place are there in every utterance, so that nearly all of the work would be with them if it were done one
//! utterance after another. It is done in batches, as products: what the places of a batch say is asked at its beginning, and
//! their weights learn at its end, while those of terms learn all along. All weights of a number share one rate (`AdaGrad`).

use pulp::{Arch, NullaryFnOnce};

use super::{
    dense::{self, ACROSS, Piece},
    hidden::{FIRST_SQUARE, longer},
};
use crate::{dice::Dice, numbers::real};

/// How many utterances are in a batch: a multiple of [`dense::TOGETHER`].
pub const BATCH: usize = 16;

/// The share of numbers that is left out while it is learnt.
const DROPPED: f32 = 0.1;

/// The weights of places, and what one batch needs. Without an encoder it has no numbers, and all of it is nothing.
pub struct Beside {
    width: usize,
    units: usize,
    /// Panels.
    weights: Vec<f32>,
    /// For each number the sum of the squared slopes, on average over its weights.
    squares: Vec<f32>,
    /// The numbers of a batch, without those that are left out.
    numbers: Vec<f32>,
    /// What they say to the hidden units.
    seen: Vec<f32>,
    /// The slopes of the hidden units, row after row, then in panels.
    back: Vec<f32>,
    panels: Vec<f32>,
    /// The slopes of the weights; panels.
    slopes: Vec<f32>,
}

impl Beside {
    /// Weights drawn evenly within `bound` of zero.
    #[must_use]
    pub fn new(width: usize, units: usize, bound: f32, dice: &mut Dice) -> Self {
        let weights: Vec<f32> = (0..width * units).map(|_| (dice.share() * 2.0 - 1.0) * bound).collect();
        let mut panels = vec![0.0; dense::panels_length(width, units)];
        if width > 0 {
            dense::to_panels(&weights, units, &mut panels, width);
        }
        let rows = if width > 0 { BATCH } else { 0 };
        Self {
            width,
            units,
            squares: vec![FIRST_SQUARE; width],
            numbers: vec![0.0; rows * width],
            seen: vec![0.0; rows * units],
            back: vec![0.0; rows * units],
            panels: vec![0.0; dense::panels_length(rows, units)],
            slopes: vec![0.0; panels.len()],
            weights: panels,
        }
    }

    /// Looks at the places of a batch, some numbers of each left out by chance.
    pub fn look<'a>(&mut self, places: impl Iterator<Item = &'a [f32]>, dice: &mut Dice) {
        if self.width == 0 {
            return;
        }
        let longer = longer(DROPPED);
        self.numbers.fill(0.0);
        self.back.fill(0.0);
        self.seen.fill(0.0);
        for (row, place) in places.enumerate() {
            let kept = place.iter().map(|number| if dice.share() >= DROPPED { number * longer } else { 0.0 });
            dense::put(&mut self.numbers, BATCH, row, kept);
        }
        let piece = Piece { numbers: &self.numbers, rows: BATCH };
        dense::add_product(piece, &self.weights, self.units, &mut self.seen);
    }

    /// What the place of an utterance of the batch says to the hidden units; nothing without an encoder.
    #[must_use]
    pub fn seen(&self, at: usize) -> &[f32] {
        self.seen.get(at * self.units..).map_or(&[], |seen| &seen[..self.units.min(seen.len())])
    }

    /// Keeps the slopes of the hidden units for an utterance of the batch.
    pub fn keep(&mut self, at: usize, back: &[f32]) {
        if self.width > 0 {
            self.back[at * self.units..][..self.units].copy_from_slice(back);
        }
    }

    /// One step downhill for the whole batch.
    pub fn step(&mut self, rate: f32) {
        if self.width == 0 {
            return;
        }
        dense::to_panels(&self.back, self.units, &mut self.panels, BATCH);
        self.slopes.fill(0.0);
        dense::add_slopes(Piece { numbers: &self.numbers, rows: BATCH }, &self.panels, &mut self.slopes);
        Arch::new().dispatch(Descent { beside: self, rate });
    }

    /// The weights, row after row.
    #[must_use]
    pub fn weights(&self) -> Vec<f32> {
        let mut weights = vec![0.0; self.width * self.units];
        if self.width > 0 {
            dense::from_panels(&self.weights, self.width, self.units, &mut weights);
        }
        weights
    }
}

/// A step downhill, all weights of a number at one rate.
struct Descent<'a> {
    beside: &'a mut Beside,
    rate: f32,
}

impl NullaryFnOnce for Descent<'_> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "a function that is called knows nothing of wide registers")]
    #[inline(always)]
    fn call(self) {
        let Beside { weights, squares, slopes, width, units, .. } = self.beside;
        let share = 1.0 / real(*units);
        for panel in slopes.chunks_exact(*width * ACROSS) {
            for (square, slopes) in squares.iter_mut().zip(panel.chunks_exact(ACROSS)) {
                let mut lanes = [0.0; ACROSS];
                for (lane, slope) in lanes.iter_mut().zip(slopes) {
                    *lane = slope * slope;
                }
                *square += lanes.iter().sum::<f32>() * share;
            }
        }
        for (weights, slopes) in weights.chunks_exact_mut(*width * ACROSS).zip(slopes.chunks_exact(*width * ACROSS)) {
            let rows = weights.chunks_exact_mut(ACROSS).zip(slopes.chunks_exact(ACROSS));
            for (square, (weights, slopes)) in squares.iter().zip(rows) {
                let step = self.rate / square.sqrt();
                for (weight, slope) in weights.iter_mut().zip(slopes) {
                    *weight -= step * slope;
                }
            }
        }
    }
}
