//! What was learnt: counts in, intervals out.
//!
//! A control and a variation are each a [`Sample`]; what lies between them is an [`Effect`], of which there are two
//! readings. One looks once, at the end ([`Effect::at_the_end`], Welch's t). The other may look every day and stop
//! whenever it likes ([`Effect::at_any_time`], an asymptotic confidence sequence), and is the one that people are
//! shown. The figures are those of gbstats 0.8, to 1e-6: `tests/oracle`.

mod effect;
mod guardrail;
mod power;
mod ratio;
mod sample;

pub use effect::{Effect, Interval, Reading, Scale};
pub use guardrail::{Better, Guardrail, Verdict};
pub use power::{Look, people_needed, power};
pub use ratio::{SAMPLE_RATIO_P, sample_ratio};
pub use sample::{Moments, Paired, Sample, adjusted};

/// One experiment in how many may say there is a difference where there is none.
pub const ALPHA: f64 = 0.05;
