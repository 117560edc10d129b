//! What the encoder has learnt, as one long list of numbers and the places of its parts.

/// How many numbers a place has.
pub const DIMENSIONS: usize = 512;

/// How many numbers a piece of a word is known by.
pub const PIECE: usize = 512;

/// How wide each of the three branches is.
pub const BRANCH: usize = 256;

/// What the branches and the piece itself make together.
pub const JOINED: usize = PIECE + 3 * BRANCH;

/// How wide the narrow layers at the end are.
pub const NARROW: usize = 320;

/// Pieces are kept in so many groups, each in steps of its own: a piece is in the group of its number's remainder.
pub const GROUPS: usize = 17;

/// How many pieces before and after one are looked at by each branch: it and one after it, it between two, between four.
pub const WINDOWS: [Window; 3] =
    [Window { length: 2, before: 0 }, Window { length: 3, before: 1 }, Window { length: 5, before: 2 }];

/// How much of a sentence a branch sees at once.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    /// How many pieces.
    pub length: usize,
    /// How many of them come before the one in question.
    pub before: usize,
}

/// A part: a row of numbers, or a matrix.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Its name in the package.
    pub name: &'static str,
    /// How many numbers it has.
    pub count: usize,
    /// Of a matrix: how many outputs. There it is in panels, as [`super::multiply`] wants it; the package has it row after row.
    pub outputs: Option<usize>,
}

const fn row(name: &'static str, count: usize) -> Part {
    Part { name, count, outputs: None }
}

const fn matrix(name: &'static str, inputs: usize, outputs: usize) -> Part {
    Part { name, count: inputs * outputs, outputs: Some(outputs) }
}

/// Every part in the order of a file.
pub const PARTS: &[Part] = &[
    row("scale", GROUPS),
    row("lo", GROUPS),
    matrix("proj2", PIECE, BRANCH),
    matrix("proj3", PIECE, BRANCH),
    matrix("proj5", PIECE, BRANCH),
    row("proj_b2", BRANCH),
    row("proj_b3", BRANCH),
    row("proj_b5", BRANCH),
    row("ln_g2", BRANCH),
    row("ln_g3", BRANCH),
    row("ln_g5", BRANCH),
    row("ln_b2", BRANCH),
    row("ln_b3", BRANCH),
    row("ln_b5", BRANCH),
    matrix("w1_2", 2 * BRANCH, BRANCH),
    row("b1_2", BRANCH),
    matrix("w2_2", 2 * BRANCH, BRANCH),
    row("b2_2", BRANCH),
    matrix("w1_3", 3 * BRANCH, BRANCH),
    row("b1_3", BRANCH),
    matrix("w2_3", 3 * BRANCH, BRANCH),
    row("b2_3", BRANCH),
    matrix("w1_5", 5 * BRANCH, BRANCH),
    row("b1_5", BRANCH),
    matrix("w2_5", 5 * BRANCH, BRANCH),
    row("b2_5", BRANCH),
    row("ln_g", JOINED),
    row("ln_b", JOINED),
    matrix("cnn_W", JOINED, DIMENSIONS),
    row("cnn_b", DIMENSIONS),
    matrix("d0", DIMENSIONS, NARROW),
    matrix("d1", NARROW, NARROW),
    matrix("p1", DIMENSIONS, NARROW),
    matrix("d2", NARROW, DIMENSIONS),
    matrix("p3", NARROW, DIMENSIONS),
    matrix("d3", DIMENSIONS, DIMENSIONS),
];

/// How many numbers there are in all.
pub fn numbers() -> usize {
    PARTS.iter().map(|part| part.count).sum()
}

/// What was learnt.
pub struct Weights {
    /// Each piece's numbers, as steps: piece after piece.
    codes: Vec<u8>,
    /// Everything else, part after part.
    numbers: Vec<f32>,
    /// Where each part begins.
    starts: Vec<usize>,
}

impl Weights {
    /// Of the numbers of all parts, which have to be [`numbers`] many.
    pub fn new(codes: Vec<u8>, numbers: Vec<f32>) -> Self {
        let starts = PARTS
            .iter()
            .scan(0, |next, part| {
                let start = *next;
                *next += part.count;
                Some(start)
            })
            .collect();
        Self { codes, numbers, starts }
    }

    /// The part of that name in the package.
    pub fn part(&self, name: &str) -> &[f32] {
        let place = PARTS.iter().position(|part| part.name == name).expect("only parts in the list are asked for");
        &self.numbers[self.starts[place]..][..PARTS[place].count]
    }

    /// Writes what `piece` is known by.
    pub fn piece(&self, piece: u32, numbers: &mut [f32]) {
        let (piece, group) = (piece as usize, piece as usize % GROUPS);
        let (step, lowest) = (self.part("scale")[group], self.part("lo")[group]);
        for (number, &code) in numbers.iter_mut().zip(&self.codes[piece * PIECE..][..PIECE]) {
            *number = f32::from(code) * step + lowest;
        }
    }
}
