//! Weights in whole steps: in eight bits where there are few of them, in fifteen steps where there are many. Of those what
//! is gained by twice the terms is more than what is lost by rounding (ADR 34).

use pulp::{Arch, NullaryFnOnce};

use super::{logistic::Layer, packed::MOST_STEPS};
use crate::numbers::steps;

/// The largest number of steps a weight may be from nothing.
const FINE: f32 = 127.0;

/// The same of the weights of terms.
const COARSE: f32 = MOST_STEPS as f32;

/// Rows of weights, each row in steps of its own size.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantised {
    pub(super) scales: Vec<f32>,
    pub(super) weights: Vec<i8>,
    pub(super) biases: Vec<f32>,
}

impl Quantised {
    /// Rounds a layer, the rows of its first `terms` inputs coarsely.
    #[must_use]
    pub fn of(layer: &Layer, terms: usize) -> Self {
        let rows = layer.weights.chunks(layer.biases.len());
        let most = |row: &[f32]| row.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
        let steps_of = |input: usize| if input < terms { COARSE } else { FINE };
        let scales: Vec<f32> = rows.clone().enumerate().map(|(input, row)| most(row) / steps_of(input)).collect();
        let weights = rows
            .zip(&scales)
            .flat_map(|(row, &scale)| row.iter().map(move |weight| if scale > 0.0 { steps(weight / scale) } else { 0 }))
            .collect();
        Self { scales, weights, biases: layer.biases.clone() }
    }

    /// The outputs for a sparse row of inputs; with wide registers where the machine has them, to the same bits.
    pub fn outputs(&self, inputs: impl Iterator<Item = (u32, f32)>) -> Vec<f32> {
        let mut sums = self.biases.clone();
        Arch::new().dispatch(Added { inputs, layer: self, sums: &mut sums });
        sums
    }
}

struct Added<'a, I> {
    inputs: I,
    layer: &'a Quantised,
    sums: &'a mut [f32],
}

impl<I: Iterator<Item = (u32, f32)>> NullaryFnOnce for Added<'_, I> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "a function that is called knows nothing of wide registers")]
    #[inline(always)]
    fn call(self) {
        let Self { inputs, layer, sums } = self;
        for (input, value) in inputs {
            let value = value * layer.scales[input as usize];
            let row = &layer.weights[input as usize * sums.len()..][..sums.len()];
            for (sum, &weight) in sums.iter_mut().zip(row) {
                *sum += value * f32::from(weight);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_weight_is_off_by_more_than_half_a_step() {
        let layer =
            Layer { weights: vec![0.3, -1.27, 0.004, 0.0, 0.0, 0.0, 0.3, -1.4, 0.1], biases: vec![1.0, 2.0, 3.0] };
        for (coarse, half) in [(0, [0.005, 0.0, 0.0056]), (3, [0.091, 0.0, 0.1])] {
            let small = Quantised::of(&layer, coarse);
            for ((input, row), half) in layer.weights.chunks(3).enumerate().zip(half) {
                let outputs = small.outputs([(u32::try_from(input).unwrap(), 1.0)].into_iter());
                for ((output, weight), bias) in outputs.iter().zip(row).zip(&layer.biases) {
                    assert!((output - weight - bias).abs() <= half + 1e-6, "{output} for {weight}");
                }
            }
        }
    }
}
