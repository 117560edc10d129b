//! A network with one hidden layer: it sees which terms go together, which the regression beside it cannot.
//!
//! Trained one utterance after another with `AdaGrad` (Duchi, Hazan and Singer 2011), dropout (Srivastava and others
//! 2014) of terms and of hidden units, and smoothed labels. Each weight of a term has a rate of its own, because terms are
//! rare; the numbers of a place are always there, and all weights of a number share one. One network is one thread's work
//! from its own seed, so that several are trained at once and still come out the same every time.

use pulp::{Arch, NullaryFnOnce};

use super::logistic::{Labelled, Layer, add_rows, softmax};
use crate::{dice::Dice, numbers::real};

/// What was weighed by cross-validation on BANKING77 (ADR 30).
const EPOCHS: usize = 12;
const RATE: f32 = 0.1;
const TERMS_DROPPED: f32 = 0.4;
const PLACES_DROPPED: f32 = 0.1;
const UNITS_DROPPED: f32 = 0.5;
const SMOOTHING: f32 = 0.1;

/// What a squared slope begins at: it keeps the first step from being as long as the rate.
const FIRST_SQUARE: f32 = 1e-2;

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
    /// For each weight of the first inputs, then for each further input as a whole.
    weight_squares: Vec<f32>,
    bias_squares: Vec<f32>,
    /// How many inputs are those first ones.
    apart: usize,
}

impl Learner {
    /// Weights drawn evenly within `bound` of zero. Of the first `apart` inputs each weight has a rate of its own.
    fn new((apart, inputs): (usize, usize), outputs: usize, bound: f32, dice: &mut Dice) -> Self {
        let weights: Vec<f32> = (0..inputs * outputs).map(|_| (dice.share() * 2.0 - 1.0) * bound).collect();
        Self {
            weight_squares: vec![FIRST_SQUARE; apart * outputs + inputs - apart],
            bias_squares: vec![FIRST_SQUARE; outputs],
            layer: Layer { weights, biases: vec![0.0; outputs] },
            apart,
        }
    }

    /// One step downhill for the weights of an input of `value`, where `slopes` are those of the outputs.
    fn step(&mut self, input: usize, value: f32, slopes: &[f32], rate: f32) {
        let outputs = slopes.len();
        let weights = &mut self.layer.weights[input * outputs..][..outputs];
        if input < self.apart {
            let squares = &mut self.weight_squares[input * outputs..][..outputs];
            Arch::new().dispatch(Descent { weights, squares, value, slopes, rate });
        } else {
            let square = &mut self.weight_squares[self.apart * outputs + input - self.apart];
            Arch::new().dispatch(SharedDescent { weights, square, value, slopes, rate });
        }
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

/// A step downhill, all weights at one rate.
struct SharedDescent<'a> {
    weights: &'a mut [f32],
    square: &'a mut f32,
    value: f32,
    slopes: &'a [f32],
    rate: f32,
}

impl NullaryFnOnce for SharedDescent<'_> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "a function that is called knows nothing of wide registers")]
    #[inline(always)]
    fn call(self) {
        let squares: f32 = self.slopes.iter().map(|slope| slope * slope).sum();
        *self.square += self.value * self.value * squares / real(self.slopes.len());
        let step = self.rate * self.value / self.square.sqrt();
        for (weight, slope) in self.weights.iter_mut().zip(self.slopes) {
            *weight -= step * slope;
        }
    }
}

/// Trains a network with `units` hidden units.
#[must_use]
pub fn fit(data: &Labelled<'_>, units: usize, seed: u64) -> Network {
    let mut dice = Dice::new(seed);
    // The bounds of Glorot and Bengio (2010), as if an utterance were one input: its length is one.
    let mut input = Learner::new((data.terms, data.features), units, (6.0 / real(units)).sqrt(), &mut dice);
    let mut output = Learner::new((units, units), data.classes, (6.0 / real(units + data.classes)).sqrt(), &mut dice);
    let mut order: Vec<usize> = (0..data.rows.rows()).collect();
    let mut room = Room { kept: Vec::new(), hidden: vec![0.0; units], back: vec![0.0; units], shares: Vec::new() };
    for epoch in 0..EPOCHS {
        dice.shuffle(&mut order);
        let rate = RATE * (1.0 - real(epoch) / real(EPOCHS));
        for &row in &order {
            room.forward(data, row, (&input.layer, &output.layer), &mut dice);
            room.backward(data.labels[row], &mut input, &mut output, rate);
        }
    }
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
    fn forward(&mut self, data: &Labelled<'_>, row: usize, (input, output): (&Layer, &Layer), dice: &mut Dice) {
        // What is left of an utterance is made longer, so that its length stays what it was on average.
        let longer = |dropped: f32| 1.0 / (1.0 - dropped).sqrt();
        let (terms_longer, places_longer) = (longer(TERMS_DROPPED), longer(PLACES_DROPPED));
        self.kept.clear();
        self.kept.extend(data.rows.row(row).filter_map(|(feature, value)| {
            let is_term = (feature as usize) < data.terms;
            let (dropped, longer) =
                if is_term { (TERMS_DROPPED, terms_longer) } else { (PLACES_DROPPED, places_longer) };
            (dice.share() >= dropped).then_some((feature, value * longer))
        }));
        self.hidden.copy_from_slice(&input.biases);
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
            let slope: f32 = weights.iter().zip(&self.shares).map(|(weight, slope)| weight * slope).sum();
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
        let network = fit(&Labelled { rows: &rows, labels: &labels, terms: 4, features: 4, classes: 2 }, 32, 1);
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
