//! Assignment: the same person, the same plan, the same answer, on every server and every day.
//!
//! Hashing, spans, namespaces and stickiness are GrowthBook's, whose published vectors (specification 0.8.0) prove
//! ours: `make bench-experiments`. What of them is left out, and why, is said there case by case. Shares are whole
//! basis points: a sum of floats is not the same on every machine, and nobody needs a finer share than one in ten
//! thousand.

mod bucket;
mod check;
mod condition;
mod experiment;
mod plan;
mod unit;

pub use bucket::{Bucket, HashVersion, Namespace, Span, WHOLE_BP, bucket, choose, spans};
pub use condition::{Attribute, Attributes, Condition, Wrong};
pub use experiment::{Assignment, Experiment, Identity, Remembered, Standing, Variation, Visitor, Whose};
pub use plan::{Plan, Plans, Rollout, Rule, Shown};
pub use unit::{Secret, unit};
