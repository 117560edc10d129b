//! The two sides of every comparison: terms alone, and terms with the sentence encoder.

use std::{env, fs, sync::Arc};

use assistant::{
    classify::{Example, Model, TrainError, examples, train},
    data::Utterance,
    encoder::{self, Encoder},
};
use bench::figure::{Figure, say};

use crate::Outcome;

/// The setting that names the package with the encoder; `cargo xtask bench` sets it where the set-up has fetched one.
const PACKAGE: &str = "BANYAN_ENCODER_PACKAGE";

/// What is measured: with the encoder, or without.
pub struct Side {
    pub encoder: Option<Arc<Encoder>>,
    /// The encoder's file, to be loaded by another program; empty without one.
    pub file: Vec<u8>,
}

/// A goal on either side.
#[derive(Clone, Copy)]
pub struct Goals {
    /// Of terms alone.
    pub terms: f64,
    /// With the encoder.
    pub encoder: f64,
}

impl Side {
    /// Both, or terms alone where there is no encoder.
    pub fn all() -> Outcome<Vec<Self>> {
        let mut sides = vec![Self { encoder: None, file: Vec::new() }];
        match env::var_os(PACKAGE) {
            Some(package) => {
                let file = encoder::convert(&fs::read(package)?)?;
                sides.push(Self { encoder: Some(Arc::new(Encoder::read(file.as_slice())?)), file });
            }
            None => say(&format!("Without the encoder: set {PACKAGE} to the package that has it.")),
        }
        Ok(sides)
    }

    /// What is called on this side, to people.
    pub fn called(&self) -> &'static str {
        if self.encoder.is_some() { "with the encoder" } else { "terms alone" }
    }

    /// Looks at every utterance once.
    pub fn examples(&self, utterances: &[Utterance]) -> Vec<Example> {
        examples(utterances, self.encoder.as_ref())
    }

    /// Learns from what was looked at.
    pub fn train(&self, learnt: &[Example], validation: &[Example], seed: u64) -> Result<Model, TrainError> {
        train(learnt, validation, seed, self.encoder.as_ref())
    }

    /// The name of a figure on this side.
    fn name(&self, name: &str) -> String {
        let part = if self.encoder.is_some() { "assistant.encoder" } else { "assistant" };
        format!("{part}.{name}")
    }

    fn goal(&self, goals: Goals) -> f64 {
        if self.encoder.is_some() { goals.encoder } else { goals.terms }
    }

    /// Prints a figure that is good from a goal up.
    pub fn at_least(&self, name: &str, value: f64, unit: &'static str, goals: Goals) {
        Figure::at_least(self.name(name), value, unit, self.goal(goals)).print();
    }

    /// Prints a figure that is good from a goal down.
    pub fn at_most(&self, name: &str, value: f64, unit: &'static str, goals: Goals) {
        Figure::at_most(self.name(name), value, unit, self.goal(goals)).print();
    }

    /// Prints a figure without a goal of its own.
    pub fn aside(&self, name: &str, value: f64, unit: &'static str) {
        Figure::aside(self.name(name), value, unit).print();
    }
}

/// The same goal on both sides.
pub const fn both(goal: f64) -> Goals {
    Goals { terms: goal, encoder: goal }
}

/// Without and with the encoder.
pub const fn goals(terms: f64, encoder: f64) -> Goals {
    Goals { terms, encoder }
}
