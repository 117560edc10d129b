//! From pieces of words to a place: three branches look at two, three and five pieces beside one another, all of them are
//! added up, and a few layers make of the sum what it means.

use super::{
    Place,
    multiply::{Matrix, Rows, multiply},
    weights::{BRANCH, DIMENSIONS, JOINED, NARROW, PIECE, WINDOWS, Weights, Window},
};
use crate::numbers::real;

/// What keeps a division by a length or a variance of nothing from being one by zero.
const EPSILON: f32 = 1e-12;

/// The names of a branch's parts in the package.
struct Names {
    project: [&'static str; 2],
    norm: [&'static str; 2],
    layers: [[&'static str; 2]; 2],
}

const NAMES: [Names; 3] = [
    Names { project: ["proj2", "proj_b2"], norm: ["ln_g2", "ln_b2"], layers: [["w1_2", "b1_2"], ["w2_2", "b2_2"]] },
    Names { project: ["proj3", "proj_b3"], norm: ["ln_g3", "ln_b3"], layers: [["w1_3", "b1_3"], ["w2_3", "b2_3"]] },
    Names { project: ["proj5", "proj_b5"], norm: ["ln_g5", "ln_b5"], layers: [["w1_5", "b1_5"], ["w2_5", "b2_5"]] },
];

/// The place of a sentence of these pieces.
pub fn place(weights: &Weights, pieces: &[u32]) -> Place {
    finish(weights, &sum(weights, pieces), pieces.len())
}

/// The sum over all pieces of what the branches make of them.
fn sum(weights: &Weights, pieces: &[u32]) -> Vec<f32> {
    let mut known = vec![0.0; pieces.len() * PIECE];
    for (numbers, &piece) in known.chunks_mut(PIECE).zip(pieces) {
        weights.piece(piece, numbers);
    }
    let projected = project(weights, &known);
    let made: Vec<Vec<f32>> = (0..NAMES.len())
        .map(|branch| {
            let inputs = projected.chunks(NAMES.len() * BRANCH).map(|row| &row[branch * BRANCH..][..BRANCH]);
            let [first, second] = NAMES[branch].layers;
            let looked = look(weights, first, WINDOWS[branch], inputs);
            look(weights, second, WINDOWS[branch], looked.chunks(BRANCH))
        })
        .collect();
    let (gains, shifts) = (weights.part("ln_g"), weights.part("ln_b"));
    let mut sum = vec![0.0; JOINED];
    let mut joined = vec![0.0; JOINED];
    for (piece, numbers) in known.chunks(PIECE).enumerate() {
        joined[..PIECE].copy_from_slice(numbers);
        for (part, branch) in joined[PIECE..].chunks_mut(BRANCH).zip(&made) {
            part.copy_from_slice(&branch[piece * BRANCH..][..BRANCH]);
        }
        normalise(&mut joined);
        for (((sum, number), gain), shift) in sum.iter_mut().zip(&joined).zip(gains).zip(shifts) {
            *sum += number * gain + shift;
        }
    }
    sum
}

/// What each branch begins with, the three of them in one row.
fn project(weights: &Weights, known: &[f32]) -> Vec<f32> {
    let width = NAMES.len() * BRANCH;
    let mut projected = vec![0.0; known.len() / PIECE * width];
    for (branch, Names { project: [matrix, biases], .. }) in NAMES.iter().enumerate() {
        let matrix = Matrix { weights: weights.part(matrix), outputs: BRANCH };
        let made = multiply(Rows { numbers: known, step: PIECE, length: PIECE }, matrix, weights.part(biases));
        for (row, made) in projected.chunks_mut(width).zip(made.chunks(BRANCH)) {
            row[branch * BRANCH..][..BRANCH].copy_from_slice(made);
        }
    }
    for row in projected.chunks_mut(width) {
        normalise(row);
        for (part, Names { norm: [gains, shifts], .. }) in row.chunks_mut(BRANCH).zip(&NAMES) {
            for ((number, gain), shift) in part.iter_mut().zip(weights.part(gains)).zip(weights.part(shifts)) {
                *number = *number * gain + shift;
            }
        }
    }
    projected
}

/// One layer of a branch: what it makes of every window, added to what was there. Outside the sentence there is nothing.
fn look<'a>(
    weights: &Weights,
    [matrix, biases]: [&str; 2],
    window: Window,
    inputs: impl ExactSizeIterator<Item = &'a [f32]>,
) -> Vec<f32> {
    let mut room = vec![0.0; (inputs.len() + window.length - 1) * BRANCH];
    for (row, input) in room.chunks_mut(BRANCH).skip(window.before).zip(inputs) {
        row.copy_from_slice(input);
    }
    let windows = Rows { numbers: &room, step: BRANCH, length: window.length * BRANCH };
    let matrix = Matrix { weights: weights.part(matrix), outputs: BRANCH };
    let mut made = multiply(windows, matrix, weights.part(biases));
    for (number, input) in made.iter_mut().zip(&room[window.before * BRANCH..]) {
        *number = number.max(0.0) + input;
    }
    made
}

/// The layers at the end.
fn finish(weights: &Weights, sum: &[f32], pieces: usize) -> Place {
    let layer = |input: &[f32], name: &str, outputs: usize| {
        let matrix = Matrix { weights: weights.part(name), outputs };
        multiply(Rows { numbers: input, step: input.len(), length: input.len() }, matrix, &vec![0.0; outputs])
    };
    let mut mean = layer(sum, "cnn_W", DIMENSIONS);
    for (number, bias) in mean.iter_mut().zip(weights.part("cnn_b")) {
        *number = (*number + real(pieces) * bias) / real(pieces).sqrt();
    }
    let first = rectified(layer(&mean, "d0", NARROW));
    let second = rectified(added(layer(&mean, "p1", NARROW), &layer(&first, "d1", NARROW)));
    let third = rectified(layer(&second, "d2", DIMENSIONS));
    let mut meaning = added(layer(&second, "p3", DIMENSIONS), &layer(&third, "d3", DIMENSIONS));
    for number in &mut meaning {
        *number = number.tanh();
    }
    Place { meaning: of_length_one(meaning), words: of_length_one(mean) }
}

fn of_length_one(mut numbers: Vec<f32>) -> Vec<f32> {
    let square: f32 = numbers.iter().map(|number| number * number).sum();
    let length = square.max(EPSILON).sqrt();
    for number in &mut numbers {
        *number /= length;
    }
    numbers
}

/// Brings the mean of a row to nothing and its variance to one.
fn normalise(row: &mut [f32]) {
    let mean = row.iter().sum::<f32>() / real(row.len());
    for number in row.iter_mut() {
        *number -= mean;
    }
    let variance = row.iter().map(|number| number * number).sum::<f32>() / real(row.len());
    let shorter = 1.0 / (variance + EPSILON).sqrt();
    for number in row.iter_mut() {
        *number *= shorter;
    }
}

fn rectified(mut numbers: Vec<f32>) -> Vec<f32> {
    for number in &mut numbers {
        *number = number.max(0.0);
    }
    numbers
}

fn added(mut numbers: Vec<f32>, others: &[f32]) -> Vec<f32> {
    for (number, other) in numbers.iter_mut().zip(others) {
        *number += other;
    }
    numbers
}
