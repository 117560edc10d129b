//! What an utterance is about: a label out of those somebody trained it with.
//!
//! [`train`] makes a [`Model`] of utterances, [`Model::to_bytes`] a file of it, [`Model::guess`] answers. [`Report`] says
//! how well. Why the model is the one it is stands in `docs/adr/0030-assistant-model.md`.

mod beside;
mod calibrate;
mod dense;
mod evaluate;
mod features;
mod file;
mod hidden;
#[doc(hidden)]
mod lbfgs;
mod logistic;
mod matrix;
mod model;
mod packed;
mod pieces;
mod quantised;
mod seen;
mod train;
mod vocabulary;

#[cfg(test)]
mod tests;

pub use calibrate::REJECTED_PER_CENT;
pub use evaluate::{OutOfScope, Outcome, Report, outcomes};
pub use file::FileError;
pub use model::{Calibration, Guess, Model, OUT_OF_SCOPE};
pub use seen::{Example, examples};
pub use train::{MOST_BYTES, MOST_LABELS, TrainError, train};
