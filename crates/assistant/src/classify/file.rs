//! A model as a file: a mark, the SHA-256 of what follows, and the parts one after another, little-endian and made smaller.
//!
//! Whatever is read is checked before it is believed: counts against what is left of the file, numbers for being finite,
//! keys for being in order. A file that was damaged or made up is an error.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::{
    model::{Calibration, Hidden, Model, OUT_OF_SCOPE},
    packed,
    quantised::Quantised,
    seen::{Eyes, PLACES, Sight},
    train::MOST_LABELS,
    vocabulary::Vocabulary,
};
use crate::encoder::{Encoder, Sum, name};

/// What a file begins with; the digits are the version of the format.
const MARK: &[u8; 8] = b"banyan03";

/// The length of the checksum in bytes.
const SUM: usize = 32;

/// The most networks, and the most units of one.
const MOST_HIDDEN: usize = 4_096;

/// Why a file is no model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It does not begin like one.
    #[error("it is not a model of this program's version")]
    Mark,
    /// Its checksum differs.
    #[error("it is damaged: its checksum is another")]
    Sum,
    /// It ends too early or too late.
    #[error("it is damaged: its length does not fit its contents")]
    Length,
    /// A value in it cannot be.
    #[error("it is damaged: a value in it cannot be")]
    Value,
    /// It was trained with an encoder, and there is none.
    #[error("it needs the encoder {}, and no encoder is named", name(.0))]
    Lacking(Sum),
    /// It was trained with an encoder, and there is another.
    #[error("it needs the encoder {}, and the one that is named is {}", name(.0), name(.1))]
    Other(Sum, Sum),
}

impl Model {
    /// The file.
    ///
    /// # Panics
    /// Never: training and loading keep every count within 32 bits.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let packed = packed::pack(&self.body());
        [MARK.as_slice(), Sha256::digest(&packed).as_slice(), &packed].concat()
    }

    /// The parts.
    fn body(&self) -> Vec<u8> {
        let mut body = Writer::default();
        body.count(self.labels.len());
        for label in &self.labels {
            body.count(label.len());
            body.0.extend_from_slice(label.as_bytes());
        }
        body.reals(&[self.calibration.temperature, self.calibration.threshold]);
        let Eyes { vocabulary, sight } = &self.eyes;
        body.count(sight.iter().count());
        if let Some(sight) = sight {
            body.0.extend_from_slice(sight.encoder.sum());
            body.reals(&sight.middle);
            body.reals(&sight.longer);
        }
        body.count(vocabulary.len());
        for key in &vocabulary.keys {
            body.0.extend_from_slice(&key.to_le_bytes());
        }
        body.reals(&vocabulary.rarity);
        body.layer(&self.linear, vocabulary.len());
        body.count(self.hidden.len());
        for network in &self.hidden {
            body.count(network.input.biases.len());
            body.layer(&network.input, vocabulary.len());
            body.layer(&network.output, 0);
        }
        body.0
    }

    /// The model in a file. One that was trained with an encoder needs that same one.
    ///
    /// # Errors
    /// Where it is none, or damaged, or needs another encoder.
    pub fn from_bytes(bytes: &[u8], encoder: Option<&Arc<Encoder>>) -> Result<Self, FileError> {
        let rest = bytes.strip_prefix(MARK).ok_or(FileError::Mark)?;
        let (sum, packed) = rest.split_at_checked(SUM).ok_or(FileError::Length)?;
        if Sha256::digest(packed).as_slice() != sum {
            return Err(FileError::Sum);
        }
        let body = packed::unpack(packed).ok_or(FileError::Length)?;
        let mut reader = Reader(&body);
        let model = reader.model(encoder)?;
        if reader.0.is_empty() { Ok(model) } else { Err(FileError::Length) }
    }

    /// What names this model among all: the beginning of the SHA-256 of its parts, in sixteen hexadecimal digits. It is the
    /// same however small the file was made.
    ///
    /// # Panics
    /// Never: a SHA-256 has more than eight bytes.
    #[must_use]
    pub fn version(&self) -> String {
        let sum = Sha256::digest(self.body());
        let (first, _) = sum.split_first_chunk().expect("a SHA-256 has more than eight bytes");
        format!("{:016x}", u64::from_be_bytes(*first))
    }
}

#[derive(Default)]
struct Writer(Vec<u8>);

impl Writer {
    fn count(&mut self, count: usize) {
        let count = u32::try_from(count).expect("training and loading keep every count within 32 bits");
        self.0.extend_from_slice(&count.to_le_bytes());
    }

    fn reals(&mut self, values: &[f32]) {
        for value in values {
            self.0.extend_from_slice(&value.to_le_bytes());
        }
    }

    /// A layer whose first `terms` inputs have coarse weights.
    fn layer(&mut self, layer: &Quantised, terms: usize) {
        self.reals(&layer.scales);
        let (coarse, fine) = layer.weights.split_at(terms * layer.biases.len());
        self.0.extend(packed::in_pairs(coarse));
        self.0.extend(fine.iter().map(|weight| weight.to_le_bytes()[0]));
        self.reals(&layer.biases);
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], FileError> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(FileError::Length)?;
        self.0 = rest;
        Ok(taken)
    }

    fn count(&mut self, most: usize) -> Result<usize, FileError> {
        let count = u32::from_le_bytes(*self.take(4)?.first_chunk().ok_or(FileError::Length)?);
        usize::try_from(count).ok().filter(|count| *count <= most).ok_or(FileError::Value)
    }

    /// `count` numbers of four bytes.
    fn fours(&mut self, count: usize) -> Result<impl Iterator<Item = [u8; 4]> + 'a, FileError> {
        let bytes = self.take(count.checked_mul(4).ok_or(FileError::Length)?)?;
        Ok(bytes.chunks_exact(4).filter_map(|four| four.first_chunk().copied()))
    }

    fn reals(&mut self, count: usize) -> Result<Vec<f32>, FileError> {
        let values: Vec<f32> = self.fours(count)?.map(f32::from_le_bytes).collect();
        // Sums of finite numbers this size stay finite.
        if values.iter().all(|value| value.abs() < 1e6) { Ok(values) } else { Err(FileError::Value) }
    }

    /// A layer whose first `terms` inputs have coarse weights.
    fn layer(&mut self, inputs: usize, terms: usize, outputs: usize) -> Result<Quantised, FileError> {
        let scales = self.reals(inputs)?;
        let weights = |inputs: usize| inputs.checked_mul(outputs).ok_or(FileError::Length);
        let (coarse, fine) = (weights(terms)?, weights(inputs - terms)?);
        let pairs = self.take(coarse.div_ceil(2))?;
        let mut weights = packed::out_of_pairs(pairs, coarse).ok_or(FileError::Value)?;
        weights.extend(self.take(fine)?.iter().map(|byte| i8::from_le_bytes([*byte])));
        Ok(Quantised { scales, weights, biases: self.reals(outputs)? })
    }

    fn labels(&mut self) -> Result<Vec<String>, FileError> {
        let count = self.count(MOST_LABELS)?;
        let mut labels: Vec<String> = Vec::new();
        for _ in 0..count {
            let length = self.count(self.0.len())?;
            let label = std::str::from_utf8(self.take(length)?).map_err(|_| FileError::Value)?;
            labels.push(label.to_owned());
        }
        let in_scope = labels.iter().filter(|label| *label != OUT_OF_SCOPE).count();
        if in_scope > 0 && labels.is_sorted() { Ok(labels) } else { Err(FileError::Value) }
    }

    fn sight(&mut self, encoder: Option<&Arc<Encoder>>) -> Result<Option<Sight>, FileError> {
        if self.count(1)? == 0 {
            return Ok(None);
        }
        let needed: Sum = *self.take(SUM)?.first_chunk().ok_or(FileError::Length)?;
        let encoder = encoder.ok_or(FileError::Lacking(needed))?;
        if *encoder.sum() != needed {
            return Err(FileError::Other(needed, *encoder.sum()));
        }
        let middle = self.reals(PLACES)?;
        let [meaning, words] = self.reals(2)?[..] else { return Err(FileError::Length) };
        Ok(Some(Sight { encoder: Arc::clone(encoder), middle, longer: [meaning, words] }))
    }

    fn model(&mut self, encoder: Option<&Arc<Encoder>>) -> Result<Model, FileError> {
        let labels = self.labels()?;
        let [temperature, threshold] = self.reals(2)?[..] else { return Err(FileError::Length) };
        if temperature <= 0.01 {
            return Err(FileError::Value);
        }
        let sight = self.sight(encoder)?;
        let terms = self.count(self.0.len())?;
        let keys: Vec<u32> = self.fours(terms)?.map(u32::from_le_bytes).collect();
        if !keys.is_sorted_by(|left, right| left < right) {
            return Err(FileError::Value);
        }
        let vocabulary = Vocabulary { keys, rarity: self.reals(terms)? };
        let eyes = Eyes { vocabulary, sight };
        let features = eyes.features();
        let linear = self.layer(features, terms, labels.len())?;
        let networks = self.count(MOST_HIDDEN)?;
        let mut hidden = Vec::new();
        for _ in 0..networks {
            let units = self.count(MOST_HIDDEN)?;
            let (input, output) = (self.layer(features, terms, units)?, self.layer(units, 0, labels.len())?);
            hidden.push(Hidden { input, output });
        }
        let calibration = Calibration { temperature, threshold };
        Ok(Model { labels, eyes, linear, hidden, calibration })
    }
}
