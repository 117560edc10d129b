//! Limited-memory BFGS (Liu and Nocedal 1989) over weights in single precision.
//!
//! Sums are taken in pieces of a fixed length and added up in their order, so that the result is the same to the last
//! bit however many processors there are.

use std::collections::VecDeque;

use rayon::prelude::*;

use crate::numbers::narrow;

/// How many numbers one processor takes at a time.
const PIECE: usize = 1 << 14;

/// How many earlier steps are remembered.
const MEMORY: usize = 6;

/// Sufficient decrease (Armijo) that a step must bring, as a share of what the slope promises.
const ARMIJO: f64 = 1e-4;

/// When to stop.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// After how many steps.
    pub steps: usize,
    /// Below which relative decrease of the loss.
    pub decrease: f64,
}

struct Pair {
    step: Vec<f32>,
    change: Vec<f32>,
    /// 1 / (step · change).
    rho: f64,
}

/// Minimises `loss`, which writes the gradient at its first argument into its second. Returns how many steps it took.
pub fn minimise(weights: &mut Vec<f32>, limits: Limits, mut loss: impl FnMut(&[f32], &mut [f32]) -> f64) -> usize {
    let mut gradient = vec![0.0; weights.len()];
    let mut value = loss(weights, &mut gradient);
    let mut pairs: VecDeque<Pair> = VecDeque::new();
    let mut next_gradient = vec![0.0; weights.len()];
    for step in 0..limits.steps {
        let direction = direction(&gradient, &pairs);
        let slope = dot(&gradient, &direction);
        let mut length = if pairs.is_empty() { 1.0 / dot(&gradient, &gradient).sqrt().max(1.0) } else { 1.0 };
        let (next, next_value) = loop {
            let next = moved(weights, length, &direction);
            let next_value = loss(&next, &mut next_gradient);
            if next_value <= value + ARMIJO * length * slope || length < 1e-8 {
                break (next, next_value);
            }
            length *= 0.5;
        };
        let change = moved(&next_gradient, -1.0, &gradient);
        let made = moved(&next, -1.0, weights);
        let curvature = dot(&made, &change);
        if curvature > 1e-10 {
            if pairs.len() == MEMORY {
                pairs.pop_front();
            }
            pairs.push_back(Pair { step: made, change, rho: 1.0 / curvature });
        }
        let decrease = (value - next_value) / value.abs().max(1e-12);
        *weights = next;
        std::mem::swap(&mut gradient, &mut next_gradient);
        value = next_value;
        if decrease < limits.decrease {
            return step + 1;
        }
    }
    limits.steps
}

/// The two loops of Nocedal: downhill, as curved as the last steps were.
fn direction(gradient: &[f32], pairs: &VecDeque<Pair>) -> Vec<f32> {
    let mut towards: Vec<f32> = gradient.iter().map(|value| -value).collect();
    let mut alphas = Vec::with_capacity(pairs.len());
    for pair in pairs.iter().rev() {
        let alpha = pair.rho * dot(&pair.step, &towards);
        add(&mut towards, -alpha, &pair.change);
        alphas.push(alpha);
    }
    if let Some(last) = pairs.back() {
        let scale = narrow(1.0 / (last.rho * dot(&last.change, &last.change)));
        towards.par_chunks_mut(PIECE).for_each(|piece| piece.iter_mut().for_each(|value| *value *= scale));
    }
    for (pair, alpha) in pairs.iter().zip(alphas.into_iter().rev()) {
        let beta = pair.rho * dot(&pair.change, &towards);
        add(&mut towards, alpha - beta, &pair.step);
    }
    towards
}

fn dot(left: &[f32], right: &[f32]) -> f64 {
    let pieces: Vec<f64> = left
        .par_chunks(PIECE)
        .zip(right.par_chunks(PIECE))
        .map(|(left, right)| {
            let mut lanes = [0.0_f32; 16];
            let mut total = 0.0_f64;
            for (left, right) in left.chunks(256).zip(right.chunks(256)) {
                lanes.fill(0.0);
                for (left, right) in left.chunks(16).zip(right.chunks(16)) {
                    for ((lane, left), right) in lanes.iter_mut().zip(left).zip(right) {
                        *lane += left * right;
                    }
                }
                total += f64::from(lanes.iter().sum::<f32>());
            }
            total
        })
        .collect();
    pieces.into_iter().sum()
}

fn add(target: &mut [f32], factor: f64, other: &[f32]) {
    let factor = narrow(factor);
    target.par_chunks_mut(PIECE).zip(other.par_chunks(PIECE)).for_each(|(target, other)| {
        for (target, other) in target.iter_mut().zip(other) {
            *target += factor * other;
        }
    });
}

fn moved(from: &[f32], factor: f64, other: &[f32]) -> Vec<f32> {
    let mut result = from.to_vec();
    add(&mut result, factor, other);
    result
}
