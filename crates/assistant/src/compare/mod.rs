//! Whether a model may answer people in place of another: both are asked the same ([`crate::frozen`]), and what is worse by
//! more than it may be refuses it.
//!
//! Every figure is a count, or is rounded to one, so that the same two models give the same comparison, letter for letter.

mod refuse;
mod sheet;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use refuse::{
    FOUND_POINTS, HEARD_PER_CENT, INTENT_LEAST, INTENT_POINTS, MOST_ECE, REJECTED_POINTS, RIGHT_TENTHS, Refusal,
};
pub use sheet::{Figures, Share, Sheet};

/// A model beside the one that answers now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The one that would answer.
    pub candidate: Sheet,
    /// The one that does; `None` where none does.
    pub live: Option<Sheet>,
}

impl Comparison {
    /// Why the candidate may not answer; nothing where it may.
    #[must_use]
    pub fn refusals(&self) -> Vec<Refusal> {
        refuse::refusals(self)
    }
}
