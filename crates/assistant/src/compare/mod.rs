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

/// An intent that is recognised more or less often than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Differing<'a> {
    /// Its code.
    pub intent: &'a str,
    /// How often it was.
    pub was: Share,
    /// How often it is.
    pub now: Share,
}

impl Comparison {
    /// The intents that both know and that differ, those that lose most first; nothing where no model answers.
    #[must_use]
    pub fn differing(&self) -> Vec<Differing<'_>> {
        let before = self.live.as_ref().map(Sheet::intents).unwrap_or_default();
        let both = self
            .candidate
            .intents()
            .into_iter()
            .filter_map(|(intent, now)| before.get(intent).map(|was| Differing { intent, was: *was, now }));
        let by = |one: &Differing<'_>| i64::from(one.now.thousandths()) - i64::from(one.was.thousandths());
        let mut differing: Vec<_> = both.filter(|one| by(one) != 0).collect();
        differing.sort_unstable_by_key(|one| (by(one), one.intent));
        differing
    }

    /// Why the candidate may not answer; nothing where it may.
    #[must_use]
    pub fn refusals(&self) -> Vec<Refusal> {
        refuse::refusals(self)
    }
}
