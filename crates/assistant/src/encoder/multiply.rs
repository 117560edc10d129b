//! The product of rows with a matrix, which is where an encoder's time goes.
//!
//! Wide registers are used where the machine has them. Every sum is taken in the order of the inputs and no product is fused
//! with its sum, so that wide registers and narrow ones come to the same bits.

use pulp::{Arch, NullaryFnOnce};

/// How many outputs are worked on at once.
pub const ACROSS: usize = 16;

/// How many rows are worked on at once.
const DOWN: usize = 4;

/// Rows of numbers, which may overlap.
#[derive(Clone, Copy)]
pub struct Rows<'a> {
    /// All of them.
    pub numbers: &'a [f32],
    /// How far one begins after the one before.
    pub step: usize,
    /// How long each is.
    pub length: usize,
}

impl Rows<'_> {
    fn count(&self) -> usize {
        (self.numbers.len() + self.step - self.length) / self.step
    }
}

/// Weights in panels: for each input the weights of the first [`ACROSS`] outputs, then for each input those of the next. So
/// they are read one after another, which is what makes it fast.
#[derive(Clone, Copy)]
pub struct Matrix<'a> {
    /// Panel after panel.
    pub weights: &'a [f32],
    /// How many outputs: a multiple of [`ACROSS`].
    pub outputs: usize,
}

/// `rows` · `matrix` + `biases`, row after row.
pub fn multiply(rows: Rows<'_>, matrix: Matrix<'_>, biases: &[f32]) -> Vec<f32> {
    Arch::new().dispatch(Product { rows, matrix, biases })
}

/// What is inlined into a function that knows how wide the registers are; everything it calls has to be inlined as well.
struct Product<'a> {
    rows: Rows<'a>,
    matrix: Matrix<'a>,
    biases: &'a [f32],
}

impl NullaryFnOnce for Product<'_> {
    type Output = Vec<f32>;

    #[expect(clippy::inline_always, reason = "a function that is called knows nothing of wide registers")]
    #[inline(always)]
    fn call(self) -> Vec<f32> {
        let mut made = vec![0.0; self.rows.count() * self.matrix.outputs];
        blocks(self.rows, self.matrix, self.biases, &mut made);
        made
    }
}

/// All of it, block after block.
#[expect(clippy::inline_always, reason = "a function that is called knows nothing of wide registers")]
#[inline(always)]
fn blocks(rows: Rows<'_>, matrix: Matrix<'_>, biases: &[f32], made: &mut [f32]) {
    let count = rows.count();
    let whole = count / DOWN * DOWN;
    let panels = matrix.weights.chunks_exact(rows.length * ACROSS);
    for (column, panel) in (0..matrix.outputs).step_by(ACROSS).zip(panels) {
        let biases = biases[column..].first_chunk().expect("there are as many biases as outputs");
        for row in (0..whole).step_by(DOWN) {
            let sums = block::<DOWN>(rows, row, panel, biases);
            for (down, sums) in sums.iter().enumerate() {
                made[(row + down) * matrix.outputs + column..][..ACROSS].copy_from_slice(sums);
            }
        }
        for row in whole..count {
            let [sums] = block::<1>(rows, row, panel, biases);
            made[row * matrix.outputs + column..][..ACROSS].copy_from_slice(&sums);
        }
    }
}

/// [`ACROSS`] outputs of `DOWN` rows from `row` on.
#[expect(clippy::inline_always, reason = "a function that is called knows nothing of wide registers")]
#[inline(always)]
fn block<const DOWN: usize>(
    rows: Rows<'_>,
    row: usize,
    panel: &[f32],
    biases: &[f32; ACROSS],
) -> [[f32; ACROSS]; DOWN] {
    let mut inputs: [&[f32]; DOWN] = [&[]; DOWN];
    for (down, input) in inputs.iter_mut().enumerate() {
        *input = &rows.numbers[(row + down) * rows.step..][..rows.length];
    }
    let mut sums = [*biases; DOWN];
    for (input, weights) in panel.chunks_exact(ACROSS).enumerate().take(rows.length) {
        for (sums, row) in sums.iter_mut().zip(inputs) {
            let value = row[input];
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += value * weight;
            }
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_overlap_as_done_one_by_one() {
        let numbers: Vec<f32> = (0..28_u8).map(|n| f32::from(n % 5) - 2.0).collect();
        // Two panels of eight inputs with sixteen outputs each.
        let weights: Vec<f32> = (0..8 * 32).map(|n| f32::from(u8::try_from(n % 7).unwrap()) - 3.0).collect();
        let biases: Vec<f32> = (0..32_u8).map(f32::from).collect();
        let rows = Rows { numbers: &numbers, step: 4, length: 8 };
        let made = multiply(rows, Matrix { weights: &weights, outputs: 32 }, &biases);
        assert_eq!(made.len(), 6 * 32);
        for row in 0..6 {
            for output in 0..32 {
                let expected: f32 =
                    (0..8).map(|n| numbers[row * 4 + n] * weights[output / 16 * 128 + n * 16 + output % 16]).sum();
                assert!((made[row * 32 + output] - expected - biases[output]).abs() < 1e-4);
            }
        }
    }
}
