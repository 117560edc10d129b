//! Sparse rows, and the same seen by columns.

/// Rows of indices and values (CSR).
#[derive(Debug, Clone, Default)]
pub struct Sparse {
    starts: Vec<usize>,
    indices: Vec<u32>,
    values: Vec<f32>,
}

impl Sparse {
    /// No rows yet.
    #[must_use]
    pub fn new() -> Self {
        Self { starts: vec![0], indices: Vec::new(), values: Vec::new() }
    }

    /// Adds a row.
    pub fn push(&mut self, row: impl IntoIterator<Item = (u32, f32)>) {
        for (index, value) in row {
            self.indices.push(index);
            self.values.push(value);
        }
        self.starts.push(self.indices.len());
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.starts.len() - 1
    }

    /// The indices and values of a row.
    pub fn row(&self, row: usize) -> impl Iterator<Item = (u32, f32)> + '_ {
        let span = self.starts[row]..self.starts[row + 1];
        self.indices[span.clone()].iter().copied().zip(self.values[span].iter().copied())
    }

    /// The same with rows and columns exchanged; `columns` is how many columns there are.
    #[must_use]
    pub fn transposed(&self, columns: usize) -> Self {
        let mut starts = vec![0_usize; columns + 1];
        for &index in &self.indices {
            starts[index as usize + 1] += 1;
        }
        for column in 0..columns {
            starts[column + 1] += starts[column];
        }
        let mut next = starts.clone();
        let mut indices = vec![0; self.indices.len()];
        let mut values = vec![0.0; self.values.len()];
        for row in 0..self.rows() {
            let number = u32::try_from(row).expect("fewer than 2^32 utterances are ever trained on");
            for (column, value) in self.row(row) {
                let at = &mut next[column as usize];
                indices[*at] = number;
                values[*at] = value;
                *at += 1;
            }
        }
        Self { starts, indices, values }
    }
}
