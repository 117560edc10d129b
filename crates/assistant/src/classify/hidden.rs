//! A network with one hidden layer: it sees which terms go together, which the regression beside it cannot.
//!
//! Trained one utterance after another with `AdaGrad` (Duchi, Hazan and Singer 2011), dropout (Srivastava and others
//! 2014) of terms and of hidden units, and smoothed labels. Each weight of a term has a rate of its own, because terms are
//! rare. What is learnt of places is in [`Beside`]. One network is one thread's work from its own seed,
//! so that several are trained at once and still come out the same every time.

use pulp::{Arch, NullaryFnOnce};

use super::{
    beside::{BATCH, Beside},
    logistic::{Labelled, Layer, add_rows, softmax},
};
use crate::{dice::Dice, numbers::real};

/// What was weighed by cross-validation on BANKING77 (ADR 30).
const EPOCHS: usize = 12;
const RATE: f32 = 0.1;
const TERMS_DROPPED: f32 = 0.4;
const UNITS_DROPPED: f32 = 0.5;
const SMOOTHING: f32 = 0.1;

/// What a squared slope begins at: it keeps the first step from being as long as the rate.
pub const FIRST_SQUARE: f32 = 1e-2;

/// Two layers with a rectifier between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    /// From terms to hidden units.
    pub input: Layer,
    /// From hidden units to labels.
    pub output: Layer,
}

/// A layer on its way, with the sums of its squared slopes.
struct Learner {
    layer: Layer,
    weight_squares: Vec<f32>,
    bias_squares: Vec<f32>,
}

impl Learner {
    /// Weights drawn evenly within `bound` of zero.
    fn new(inputs: usize, outputs: usize, bound: f32, dice: &mut Dice) -> Self {
        let weights: Vec<f32> = (0..inputs * outputs).map(|_| (dice.share() * 2.0 - 1.0) * bound).collect();
        Self {
            weight_squares: vec![FIRST_SQUARE; inputs * outputs],
            bias_squares: vec![FIRST_SQUARE; outputs],
            layer: Layer { weights, biases: vec![0.0; outputs] },
        }
    }

    /// One step downhill for the weights of an input of `value`, where `slopes` are those of the outputs.
    fn step(&mut self, input: usize, value: f32, slopes: &[f32], rate: f32) {
        let outputs = slopes.len();
        let weights = &mut self.layer.weights[input * outputs..][..outputs];
        let squares = &mut self.weight_squares[input * outputs..][..outputs];
        Arch::new().dispatch(Descent { weights, squares, value, slopes, rate });
    }

    fn step_biases(&mut self, slopes: &[f32], rate: f32) {
        let Self { layer, bias_squares: squares, .. } = self;
        Arch::new().dispatch(Descent { weights: &mut layer.biases, squares, value: 1.0, slopes, rate });
    }
}

/// A step downhill, each weight at its own rate.
struct Descent<'a> {
    weights: &'a mut [f32],
    squares: &'a mut [f32],
    value: f32,
    slopes: &'a [f32],
    rate: f32,
}

impl NullaryFnOnce for Descent<'_> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "a function that is called knows nothing of wide registers")]
    #[inline(always)]
    fn call(self) {
        for ((weight, square), slope) in self.weights.iter_mut().zip(self.squares).zip(self.slopes) {
            let slope = self.value * slope;
            *square += slope * slope;
            *weight -= self.rate * slope / square.sqrt();
        }
    }
}

/// How many sums of a product go on beside one another: one alone would wait for itself.
const LANES: usize = 16;

/// The sum of all weights times their slopes: in lanes, then of the lanes, so in one order on every machine.
struct Product<'a> {
    weights: &'a [f32],
    slopes: &'a [f32],
}

impl NullaryFnOnce for Product<'_> {
    type Output = f32;

    #[expect(clippy::inline_always, reason = "a function that is called knows nothing of wide registers")]
    #[inline(always)]
    fn call(self) -> f32 {
        let mut lanes = [0.0_f32; LANES];
        let (weights, last_weights) = self.weights.as_chunks::<LANES>();
        let (slopes, last_slopes) = self.slopes.as_chunks::<LANES>();
        for (weights, slopes) in weights.iter().zip(slopes) {
            for ((lane, weight), slope) in lanes.iter_mut().zip(weights).zip(slopes) {
                *lane += weight * slope;
            }
        }
        for ((lane, weight), slope) in lanes.iter_mut().zip(last_weights).zip(last_slopes) {
            *lane += weight * slope;
        }
        lanes.iter().sum()
    }
}

/// Trains a network with `units` hidden units.
#[must_use]
pub fn fit(data: &Labelled<'_>, units: usize, seed: u64) -> Network {
    let mut dice = Dice::new(seed);
    // The bounds of Glorot and Bengio (2010), as if an utterance were one input: its length is one.
    let bound = (6.0 / real(units)).sqrt();
    let mut input = Learner::new(data.terms, units, bound, &mut dice);
    let mut beside = Beside::new(data.width(), units, bound, &mut dice);
    let mut output = Learner::new(units, data.classes, (6.0 / real(units + data.classes)).sqrt(), &mut dice);
    let mut order: Vec<usize> = (0..data.rows.rows()).collect();
    let mut room = Room { kept: Vec::new(), hidden: vec![0.0; units], back: vec![0.0; units], shares: Vec::new() };
    for epoch in 0..EPOCHS {
        dice.shuffle(&mut order);
        let rate = RATE * (1.0 - real(epoch) / real(EPOCHS));
        for batch in order.chunks(BATCH) {
            beside.look(batch.iter().map(|&row| data.place(row)), &mut dice);
            for (at, &row) in batch.iter().enumerate() {
                room.forward(data, row, beside.seen(at), (&input.layer, &output.layer), &mut dice);
                room.backward(data.labels[row], &mut input, &mut output, rate);
                beside.keep(at, &room.back);
            }
            beside.step(rate);
        }
    }
    input.layer.weights.extend(beside.weights());
    Network { input: input.layer, output: output.layer }
}

/// What one utterance needs while it is learnt from.
struct Room {
    kept: Vec<(u32, f32)>,
    hidden: Vec<f32>,
    back: Vec<f32>,
    shares: Vec<f32>,
}

impl Room {
    /// `seen` is what its place says to the hidden units.
    fn forward(
        &mut self,
        data: &Labelled<'_>,
        row: usize,
        seen: &[f32],
        (input, output): (&Layer, &Layer),
        dice: &mut Dice,
    ) {
        let longer = longer(TERMS_DROPPED);
        self.kept.clear();
        self.kept.extend(
            data.rows
                .row(row)
                .filter_map(|(term, value)| (dice.share() >= TERMS_DROPPED).then_some((term, value * longer))),
        );
        self.hidden.copy_from_slice(&input.biases);
        for (unit, seen) in self.hidden.iter_mut().zip(seen) {
            *unit += seen;
        }
        add_rows(self.kept.iter().copied(), &input.weights, &mut self.hidden);
        for unit in &mut self.hidden {
            *unit = if *unit > 0.0 && dice.share() >= UNITS_DROPPED { *unit / (1.0 - UNITS_DROPPED) } else { 0.0 };
        }
        self.shares.clone_from(&output.biases);
        add_rows(active(&self.hidden), &output.weights, &mut self.shares);
        softmax(&mut self.shares);
    }

    /// Learns from the difference between the shares and the truth.
    fn backward(&mut self, label: usize, input: &mut Learner, output: &mut Learner, rate: f32) {
        let classes = self.shares.len();
        let evenly = SMOOTHING / real(classes);
        self.shares.iter_mut().for_each(|share| *share -= evenly);
        self.shares[label] -= 1.0 - SMOOTHING;
        self.back.fill(0.0);
        for (unit, &value) in self.hidden.iter().enumerate().filter(|&(_, &value)| value > 0.0) {
            let weights = &output.layer.weights[unit * classes..][..classes];
            let slope = Arch::new().dispatch(Product { weights, slopes: &self.shares });
            self.back[unit] = slope / (1.0 - UNITS_DROPPED);
            output.step(unit, value, &self.shares, rate);
        }
        output.step_biases(&self.shares, rate);
        for &(term, value) in &self.kept {
            input.step(term as usize, value, &self.back, rate);
        }
        input.step_biases(&self.back, rate);
    }
}

/// By how much what is left of an utterance is made longer, so that its length stays what it was on average.
pub fn longer(dropped: f32) -> f32 {
    1.0 / (1.0 - dropped).sqrt()
}

/// The hidden units that are not silent.
pub fn active(hidden: &[f32]) -> impl Iterator<Item = (u32, f32)> + '_ {
    (0_u32..).zip(hidden.iter().copied()).filter(|&(_, value)| value > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::matrix::Sparse;

    /// What no linear layer can tell: whether exactly one of two terms is there.
    #[test]
    fn terms_that_mean_something_only_together_are_learnt() {
        let mut rows = Sparse::new();
        let mut labels = Vec::new();
        for row in 0..600 {
            let (first, second) = (row % 2 == 0, row / 2 % 2 == 0);
            rows.push([(u32::from(first), 0.5_f32.sqrt()), (2 + u32::from(second), 0.5_f32.sqrt())]);
            labels.push(usize::from(first != second));
        }
        let network = fit(&Labelled { rows: &rows, places: &[], labels: &labels, terms: 4, classes: 2 }, 32, 1);
        for row in 0..4 {
            let mut hidden = network.input.biases.clone();
            add_rows(rows.row(row), &network.input.weights, &mut hidden);
            let mut shares = network.output.biases.clone();
            add_rows(active(&hidden), &network.output.weights, &mut shares);
            softmax(&mut shares);
            assert!(shares[labels[row]] > 0.6, "{row}: {shares:?}");
        }
    }
}
