//! An encoder as a file: a mark, the SHA-256 of what is in it, and that, made smaller (DEFLATE), little-endian: how many
//! pieces, each with its length, how likely each is, the rules of spelling with their length, each piece's numbers as
//! steps, all other numbers.
//!
//! It is unpacked on the way in, so that a server never holds more of it than it keeps.

use std::io::{self, Read, Write};

use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use sha2::{Digest, Sha256};

use super::{
    Encoder, Sum,
    normaliser::Normaliser,
    tokeniser::Tokeniser,
    weights::{self, PIECE, Weights},
};

/// What a file begins with; the digits are the version of the format.
const MARK: &[u8; 8] = b"encode01";

/// The most pieces of an encoder.
const MOST_PIECES: usize = 1 << 18;

/// The longest rules of spelling, in bytes.
const LONGEST_RULES: usize = 1 << 22;

/// The fewest pieces: what is unknown, a beginning and an end.
const FEWEST_PIECES: usize = 3;

/// Why a file is no encoder.
#[derive(Debug, thiserror::Error)]
pub enum EncoderError {
    /// It does not begin like one.
    #[error("it is not an encoder of this program's version")]
    Mark,
    /// Its checksum differs.
    #[error("it is damaged: its checksum is another")]
    Sum,
    /// A value in it cannot be.
    #[error("it is damaged: a value in it cannot be")]
    Value,
    /// It cannot be read to its end.
    #[error("it cannot be read to its end")]
    Read(#[from] io::Error),
}

/// The file of `body`.
///
/// # Panics
/// Never: a list of bytes takes whatever is written to it.
pub fn sealed(body: &[u8]) -> Vec<u8> {
    let mut file = [MARK.as_slice(), Sha256::digest(body).as_slice()].concat();
    let mut small = DeflateEncoder::new(&mut file, Compression::default());
    small.write_all(body).and_then(|()| small.try_finish()).expect("a list of bytes takes whatever is written to it");
    drop(small);
    file
}

impl Encoder {
    /// The encoder in a file.
    ///
    /// # Errors
    /// Where it is none, damaged, or cannot be read.
    pub fn read(mut file: impl Read) -> Result<Self, EncoderError> {
        let mut mark = [0; MARK.len()];
        file.read_exact(&mut mark)?;
        if mark != *MARK {
            return Err(EncoderError::Mark);
        }
        let mut sum: Sum = [0; 32];
        file.read_exact(&mut sum)?;
        Self::unpacked(DeflateDecoder::new(file), |found| if found == sum { Ok(sum) } else { Err(EncoderError::Sum) })
    }

    /// The encoder of a file's body; `name` says what names it, or that it is damaged.
    pub(super) fn unpacked(
        body: impl Read,
        name: impl FnOnce(Sum) -> Result<Sum, EncoderError>,
    ) -> Result<Self, EncoderError> {
        let mut reader = Reader { rest: body, seen: Sha256::new() };
        let tokeniser = reader.tokeniser()?;
        let codes = reader.take(tokeniser.len() * PIECE)?;
        let numbers = reader.reals(weights::numbers())?;
        if reader.rest.read(&mut [0])? != 0 {
            return Err(EncoderError::Sum);
        }
        let sum = name(reader.seen.finalize().into())?;
        Ok(Self { sum, tokeniser, weights: Weights::new(codes, numbers) })
    }
}

/// What is unpacked, and the checksum of what there was.
struct Reader<R> {
    rest: R,
    seen: Sha256,
}

impl<R: Read> Reader<R> {
    fn take(&mut self, length: usize) -> Result<Vec<u8>, EncoderError> {
        let mut taken = vec![0; length];
        self.rest.read_exact(&mut taken)?;
        self.seen.update(&taken);
        Ok(taken)
    }

    fn count(&mut self, fewest: usize, most: usize) -> Result<usize, EncoderError> {
        let four = self.take(4)?;
        let count = u32::from_le_bytes(*four.first_chunk().ok_or(EncoderError::Value)?);
        usize::try_from(count).ok().filter(|count| (fewest..=most).contains(count)).ok_or(EncoderError::Value)
    }

    fn reals(&mut self, count: usize) -> Result<Vec<f32>, EncoderError> {
        let mut values = Vec::with_capacity(count);
        // In parts, so that they are not all there twice.
        while values.len() < count {
            let bytes = self.take(4 * (count - values.len()).min(1 << 16))?;
            values.extend(bytes.chunks_exact(4).filter_map(|four| four.first_chunk().copied().map(f32::from_le_bytes)));
        }
        // Sums of finite numbers this size stay finite.
        if values.iter().all(|value| value.abs() < 1e6) { Ok(values) } else { Err(EncoderError::Value) }
    }

    fn tokeniser(&mut self) -> Result<Tokeniser, EncoderError> {
        let count = self.count(FEWEST_PIECES, MOST_PIECES)?;
        let lengths = self.take(count)?;
        let ends = lengths.iter().scan(0_u32, |end, length| {
            *end += u32::from(*length);
            Some(*end)
        });
        let starts: Vec<u32> = [0].into_iter().chain(ends).collect();
        let text = self.take(lengths.iter().copied().map(usize::from).sum())?;
        let scores = self.reals(count)?;
        let rules = self.count(0, LONGEST_RULES)?;
        let normaliser = Normaliser::new(&self.take(rules)?).ok_or(EncoderError::Value)?;
        Ok(Tokeniser::new(normaliser, text, starts, scores))
    }
}
