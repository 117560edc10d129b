//! Products of rows in which no number is left out: the places of utterances.
//!
//! Rows lie in pieces: of a number of rows the first [`TOGETHER`] numbers of each, then the next ones of each. So they are
//! read one after another where they are multiplied with weights, and where what they weigh wrongly is multiplied with them.
//! The other factor, and the sum, lies in panels: of [`ACROSS`] columns row after row, then of the next ones.
//!
//! Every sum is taken in the order of what is summed, however wide the registers are and however many threads there are:
//! nothing is fused, and no sum is taken by two threads.

use pulp::{Arch, NullaryFnOnce};

/// How many columns lie in a panel.
pub const ACROSS: usize = 16;

/// How many numbers of a row lie together, and how many rows are worked on at once.
pub const TOGETHER: usize = 4;

/// How much of a panel belongs to numbers that lie together.
const BLOCK: usize = TOGETHER * ACROSS;

/// Some rows, or some of the numbers of each.
#[derive(Clone, Copy)]
pub struct Piece<'a> {
    /// Block after block.
    pub numbers: &'a [f32],
    /// How many rows, a multiple of [`TOGETHER`].
    pub rows: usize,
}

/// Puts a row into the piece `numbers` of `rows` rows.
pub fn put(numbers: &mut [f32], rows: usize, row: usize, values: impl Iterator<Item = f32>) {
    for (at, value) in values.enumerate() {
        numbers[(at / TOGETHER * rows + row) * TOGETHER + at % TOGETHER] = value;
    }
}

/// How long panels are that have `rows` rows of `columns` numbers.
#[must_use]
pub const fn panels_length(rows: usize, columns: usize) -> usize {
    columns.div_ceil(ACROSS) * ACROSS * rows
}

/// Puts rows of `columns` numbers into panels of `rows` rows, from the first row on.
pub fn to_panels(values: &[f32], columns: usize, panels: &mut [f32], rows: usize) {
    for (panel, column) in panels.chunks_mut(rows * ACROSS).zip((0..columns).step_by(ACROSS)) {
        let across = ACROSS.min(columns - column);
        for (to, from) in panel.chunks_mut(ACROSS).zip(values.chunks(columns)) {
            to[..across].copy_from_slice(&from[column..][..across]);
        }
    }
}

/// Takes rows of `columns` numbers out of panels of `rows` rows.
pub fn from_panels(panels: &[f32], rows: usize, columns: usize, values: &mut [f32]) {
    for (panel, column) in panels.chunks(rows * ACROSS).zip((0..columns).step_by(ACROSS)) {
        let across = ACROSS.min(columns - column);
        for (from, to) in panel.chunks(ACROSS).zip(values.chunks_mut(columns)) {
            to[column..][..across].copy_from_slice(&from[..across]);
        }
    }
}

/// Adds `piece` · `weights` (panels) to `sums`, row after row of `columns`, as many rows as there are sums.
pub fn add_product(piece: Piece<'_>, weights: &[f32], columns: usize, sums: &mut [f32]) {
    Arch::new().dispatch(Product { piece, weights, columns, sums });
}

struct Product<'a> {
    piece: Piece<'a>,
    weights: &'a [f32],
    columns: usize,
    sums: &'a mut [f32],
}

impl NullaryFnOnce for Product<'_> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "a function that is called knows nothing of wide registers")]
    #[inline(always)]
    fn call(self) {
        let Self { piece, weights, columns, sums } = self;
        let panel_length = piece.numbers.len() / piece.rows * ACROSS;
        for (panel, column) in weights.chunks_exact(panel_length).zip((0..columns).step_by(ACROSS)) {
            let across = ACROSS.min(columns - column);
            for row in (0..piece.rows).step_by(TOGETHER) {
                let made = tile(piece, row, panel);
                for (sums, made) in sums.chunks_mut(columns).skip(row).zip(made) {
                    for (sum, made) in sums[column..][..across].iter_mut().zip(made) {
                        *sum += made;
                    }
                }
            }
        }
    }
}

/// The columns of a panel, of [`TOGETHER`] rows from `row` on.
#[expect(clippy::inline_always, reason = "a function that is called knows nothing of wide registers")]
#[inline(always)]
fn tile(piece: Piece<'_>, row: usize, panel: &[f32]) -> [[f32; ACROSS]; TOGETHER] {
    let mut sums = [[0.0; ACROSS]; TOGETHER];
    let blocks = piece.numbers.chunks_exact(piece.rows * TOGETHER);
    for (block, weights) in blocks.zip(panel.chunks_exact(BLOCK)) {
        let block: &[f32; TOGETHER * TOGETHER] =
            block[row * TOGETHER..].first_chunk().expect("a piece has whole blocks");
        for (at, weights) in weights.chunks_exact(ACROSS).enumerate() {
            let weights: &[f32; ACROSS] = weights.first_chunk().expect("it is that long");
            for (down, sums) in sums.iter_mut().enumerate() {
                let value = block[down * TOGETHER + at];
                for (sum, weight) in sums.iter_mut().zip(weights) {
                    *sum += value * weight;
                }
            }
        }
    }
    sums
}

/// Adds what `piece`, its rows and numbers exchanged, makes of `slopes` to `sums`; both are panels.
pub fn add_slopes(piece: Piece<'_>, slopes: &[f32], sums: &mut [f32]) {
    Arch::new().dispatch(Crossed { piece, slopes, sums });
}

struct Crossed<'a> {
    piece: Piece<'a>,
    slopes: &'a [f32],
    sums: &'a mut [f32],
}

impl NullaryFnOnce for Crossed<'_> {
    type Output = ();

    #[expect(clippy::inline_always, reason = "a function that is called knows nothing of wide registers")]
    #[inline(always)]
    fn call(self) {
        let Self { piece, slopes, sums } = self;
        let panel_length = piece.numbers.len() / piece.rows * ACROSS;
        for (panel, slopes) in sums.chunks_exact_mut(panel_length).zip(slopes.chunks_exact(piece.rows * ACROSS)) {
            let blocks = piece.numbers.chunks_exact(piece.rows * TOGETHER);
            for (sums, block) in panel.chunks_exact_mut(BLOCK).zip(blocks) {
                add_block(block, slopes, sums.first_chunk_mut().expect("it is that long"));
            }
        }
    }
}

#[expect(clippy::inline_always, reason = "a function that is called knows nothing of wide registers")]
#[inline(always)]
fn add_block(block: &[f32], slopes: &[f32], all: &mut [f32; BLOCK]) {
    let mut sums = [[0.0; ACROSS]; TOGETHER];
    for (sums, all) in sums.iter_mut().zip(all.chunks_exact(ACROSS)) {
        sums.copy_from_slice(all);
    }
    for (numbers, slopes) in block.chunks_exact(TOGETHER).zip(slopes.chunks_exact(ACROSS)) {
        let numbers: &[f32; TOGETHER] = numbers.first_chunk().expect("it is that long");
        let slopes: &[f32; ACROSS] = slopes.first_chunk().expect("it is that long");
        for (sums, number) in sums.iter_mut().zip(numbers) {
            for (sum, slope) in sums.iter_mut().zip(slopes) {
                *sum += number * slope;
            }
        }
    }
    for (sums, all) in sums.iter().zip(all.chunks_exact_mut(ACROSS)) {
        all.copy_from_slice(sums);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::real;

    const ROWS: usize = 8;
    const WIDTH: usize = 12;
    const COLUMNS: usize = 19;

    /// Small whole numbers, so that every sum is exact.
    fn numbers(count: usize, odd: usize) -> Vec<f32> {
        (0..count).map(|n| real(n * odd % 7) - 3.0).collect()
    }

    fn piece(rows: &[f32]) -> Vec<f32> {
        let mut piece = vec![0.0; ROWS * WIDTH];
        for (row, values) in rows.chunks(WIDTH).enumerate() {
            put(&mut piece, ROWS, row, values.iter().copied());
        }
        piece
    }

    fn panels(values: &[f32], rows: usize) -> Vec<f32> {
        let mut panels = vec![0.0; panels_length(rows, COLUMNS)];
        to_panels(values, COLUMNS, &mut panels, rows);
        panels
    }

    #[test]
    fn products_as_done_one_by_one() {
        let (rows, weights) = (numbers(ROWS * WIDTH, 3), numbers(WIDTH * COLUMNS, 5));
        // There are sums of fewer rows than the piece has.
        let mut sums = vec![1.0; 6 * COLUMNS];
        let piece = piece(&rows);
        add_product(Piece { numbers: &piece, rows: ROWS }, &panels(&weights, WIDTH), COLUMNS, &mut sums);
        for row in 0..6 {
            for column in 0..COLUMNS {
                let sum: f32 = (0..WIDTH).map(|at| rows[row * WIDTH + at] * weights[at * COLUMNS + column]).sum();
                assert!((sums[row * COLUMNS + column] - sum - 1.0).abs() < 1e-6, "{row} {column}");
            }
        }
    }

    #[test]
    fn slopes_as_done_one_by_one() {
        let (rows, slopes) = (numbers(ROWS * WIDTH, 3), numbers(ROWS * COLUMNS, 5));
        let mut sums = panels(&numbers(WIDTH * COLUMNS, 2), WIDTH);
        let piece = piece(&rows);
        add_slopes(Piece { numbers: &piece, rows: ROWS }, &panels(&slopes, ROWS), &mut sums);
        let mut made = vec![0.0; WIDTH * COLUMNS];
        from_panels(&sums, WIDTH, COLUMNS, &mut made);
        for (at, (made, before)) in made.iter().zip(numbers(WIDTH * COLUMNS, 2)).enumerate() {
            let (number, column) = (at / COLUMNS, at % COLUMNS);
            let sum: f32 = (0..ROWS).map(|row| rows[row * WIDTH + number] * slopes[row * COLUMNS + column]).sum();
            assert!((made - before - sum).abs() < 1e-6, "{number} {column}");
        }
    }
}
