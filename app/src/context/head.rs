//! What a page says about itself in the head of its document.

use std::sync::{Arc, Mutex, PoisonError};

use model::Preferences;

use crate::words::Words;

/// What a page says about itself in the head of its document.
#[derive(Clone, Default)]
pub struct Head(Arc<Mutex<Said>>);

/// What was said so far.
#[derive(Default)]
pub(super) struct Said {
    pub(super) title: String,
    pub(super) refused: bool,
    pub(super) reads: Option<Preferences>,
    pub(super) for_anybody: bool,
}

impl Head {
    pub(super) fn change(&self, change: impl FnOnce(&mut Said)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// How the page wants to be read, where that is not as its visitor reads.
    #[must_use]
    pub fn reads(&self) -> Option<Preferences> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).reads
    }

    /// Whether the page is the same for everybody.
    #[must_use]
    pub fn is_for_anybody(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).for_anybody
    }

    /// The title in `words`, beginning with a warning where a form was refused, and with what is practice; empty where
    /// none was set.
    #[must_use]
    pub fn title(&self, words: Words, in_practice: bool) -> String {
        let said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if said.title.is_empty() {
            return String::new();
        }
        let refused = if said.refused { words.say("errors-label") } else { "" };
        let practice = if in_practice { words.say("practice-label") } else { "" };
        format!("{refused}{practice}{}", said.title)
    }
}
