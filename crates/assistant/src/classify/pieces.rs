//! The places of all utterances, as the regression goes through them some twenty times.

use rayon::prelude::*;

use super::dense::{self, Piece};

/// How many utterances lie in a piece.
pub const PIECE: usize = 64;

/// How many numbers of a place one processor takes at a time.
const GROUP: usize = 64;

/// Places in pieces; behind the last one there are rows of nothing.
pub struct Pieces {
    numbers: Vec<f32>,
    width: usize,
}

impl Pieces {
    /// Of `places`, row after row, each of `width` numbers; there may be none.
    #[must_use]
    pub fn of(places: &[f32], width: usize) -> Self {
        if width == 0 {
            return Self { numbers: Vec::new(), width };
        }
        let mut numbers = vec![0.0; places.len().div_ceil(PIECE * width) * PIECE * width];
        numbers.par_chunks_mut(PIECE * width).zip(places.par_chunks(PIECE * width)).for_each(|(piece, places)| {
            for (row, place) in places.chunks(width).enumerate() {
                dense::put(piece, PIECE, row, place.iter().copied());
            }
        });
        Self { numbers, width }
    }

    /// The weights of places, row after row, as [`Self::add_product`] reads them.
    #[must_use]
    pub fn weights(&self, weights: &[f32], columns: usize) -> Vec<f32> {
        let mut panels = vec![0.0; dense::panels_length(self.width, columns)];
        if self.width > 0 {
            dense::to_panels(weights, columns, &mut panels, self.width);
        }
        panels
    }

    /// Adds to `sums` what the weights make of the places of a piece.
    pub fn add_product(&self, piece: usize, weights: &[f32], columns: usize, sums: &mut [f32]) {
        if self.width > 0 {
            let numbers = &self.numbers[piece * PIECE * self.width..][..PIECE * self.width];
            dense::add_product(Piece { numbers, rows: PIECE }, weights, columns, sums);
        }
    }

    /// Writes to `gradient` the sum over all utterances of every number times every residual. A sum is one thread's work.
    pub fn slopes(&self, residuals: &[f32], columns: usize, gradient: &mut [f32]) {
        if self.width == 0 {
            return;
        }
        let length = dense::panels_length(PIECE, columns);
        let mut panels = vec![0.0; residuals.len().div_ceil(PIECE * columns) * length];
        panels
            .par_chunks_mut(length)
            .zip(residuals.par_chunks(PIECE * columns))
            .for_each(|(panels, residuals)| dense::to_panels(residuals, columns, panels, PIECE));
        gradient.par_chunks_mut(GROUP * columns).enumerate().for_each(|(group, gradient)| {
            let numbers = gradient.len() / columns;
            let mut sums = vec![0.0; dense::panels_length(numbers, columns)];
            for (piece, residuals) in self.numbers.chunks(PIECE * self.width).zip(panels.chunks(length)) {
                let piece = &piece[group * GROUP * PIECE..][..numbers * PIECE];
                dense::add_slopes(Piece { numbers: piece, rows: PIECE }, residuals, &mut sums);
            }
            dense::from_panels(&sums, numbers, columns, gradient);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::real;

    /// More than a piece of utterances, more than a group of numbers, and more than a panel of columns.
    const ROWS: usize = PIECE + 3;
    const WIDTH: usize = GROUP + 8;
    const COLUMNS: usize = 17;

    fn numbers(count: usize, odd: usize) -> Vec<f32> {
        (0..count).map(|n| real(n * odd % 5) - 2.0).collect()
    }

    #[test]
    fn products_and_slopes_as_done_one_by_one() {
        let (places, weights) = (numbers(ROWS * WIDTH, 3), numbers(WIDTH * COLUMNS, 7));
        let pieces = Pieces::of(&places, WIDTH);
        let panels = pieces.weights(&weights, COLUMNS);
        let mut sums = vec![0.0; ROWS * COLUMNS];
        for (piece, sums) in sums.chunks_mut(PIECE * COLUMNS).enumerate() {
            pieces.add_product(piece, &panels, COLUMNS, sums);
        }
        for (at, made) in sums.iter().enumerate() {
            let (row, column) = (at / COLUMNS, at % COLUMNS);
            let sum: f32 = (0..WIDTH).map(|n| places[row * WIDTH + n] * weights[n * COLUMNS + column]).sum();
            assert!((made - sum).abs() < 1e-6, "{row} {column}");
        }
        let mut gradient = vec![0.0; WIDTH * COLUMNS];
        pieces.slopes(&sums, COLUMNS, &mut gradient);
        for (at, made) in gradient.iter().enumerate() {
            let (number, column) = (at / COLUMNS, at % COLUMNS);
            let sum: f32 = (0..ROWS).map(|row| places[row * WIDTH + number] * sums[row * COLUMNS + column]).sum();
            assert!((made - sum).abs() < 1e-3, "{number} {column}: {made} {sum}");
        }
    }

    #[test]
    fn where_there_are_no_places_nothing_is_added() {
        let pieces = Pieces::of(&[], 0);
        let (panels, mut sums) = (pieces.weights(&[], 2), [1.0; 4]);
        pieces.add_product(0, &panels, 2, &mut sums);
        pieces.slopes(&sums, 2, &mut []);
        assert_eq!((panels.len(), sums), (0, [1.0; 4]));
    }
}
