//! Weights in eight bits: a quarter of the size, and no answer that changes by more than it is sure.

use super::logistic::Layer;
use crate::numbers::steps;

/// The largest number of steps a weight may be from nothing.
const STEPS: f32 = 127.0;

/// Rows of weights, each row in steps of its own size.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantised {
    pub(super) scales: Vec<f32>,
    pub(super) weights: Vec<i8>,
    pub(super) biases: Vec<f32>,
}

impl Quantised {
    /// Rounds a layer.
    #[must_use]
    pub fn of(layer: &Layer) -> Self {
        let rows = layer.weights.chunks(layer.biases.len());
        let scales: Vec<f32> =
            rows.clone().map(|row| row.iter().fold(0.0_f32, |most, weight| most.max(weight.abs())) / STEPS).collect();
        let weights = rows
            .zip(&scales)
            .flat_map(|(row, &scale)| row.iter().map(move |weight| if scale > 0.0 { steps(weight / scale) } else { 0 }))
            .collect();
        Self { scales, weights, biases: layer.biases.clone() }
    }

    /// The outputs for a sparse row of inputs.
    pub fn outputs(&self, inputs: impl Iterator<Item = (u32, f32)>) -> Vec<f32> {
        let mut sums = self.biases.clone();
        for (input, value) in inputs {
            let value = value * self.scales[input as usize];
            let row = &self.weights[input as usize * sums.len()..][..sums.len()];
            for (sum, &weight) in sums.iter_mut().zip(row) {
                *sum += value * f32::from(weight);
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_weight_is_off_by_more_than_half_a_step() {
        let layer = Layer { weights: vec![0.3, -1.27, 0.004, 0.0, 0.0, 0.0], biases: vec![1.0, 2.0, 3.0] };
        let small = Quantised::of(&layer);
        for (input, row) in layer.weights.chunks(3).enumerate() {
            let outputs = small.outputs([(u32::try_from(input).unwrap(), 1.0)].into_iter());
            for ((output, weight), bias) in outputs.iter().zip(row).zip(&layer.biases) {
                assert!((output - weight - bias).abs() <= 0.005 + 1e-6, "{output} for {weight}");
            }
        }
    }
}
