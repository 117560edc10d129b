//! What is tried to be shown of a page that can be arranged.

use std::sync::{Arc, Mutex, PoisonError};

use bank::experiments::Failure;
use leptos::prelude::use_context;

/// What is tried to be shown of a page that can be arranged: the first time as somebody is to see it, and where that
/// fails, as it is.
#[derive(Clone, Default)]
pub struct Attempt(Arc<Mutex<Tried>>);

#[derive(Default)]
struct Tried {
    /// What was to be shown.
    shown: Option<Failure>,
    /// Whether that has failed.
    failed: bool,
}

impl Attempt {
    /// Whether the arrangement may be shown that would be counted as this failure.
    pub(crate) fn may_show(&self, failure: Failure) -> bool {
        let mut tried = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !tried.failed {
            tried.shown = Some(failure);
        }
        !tried.failed
    }

    /// What has failed, where an arrangement was shown: from now on the page is shown as it is.
    pub(crate) fn fail(&self) -> Option<Failure> {
        let mut tried = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let shown = tried.shown.take();
        tried.failed |= shown.is_some();
        shown
    }
}

/// What is tried to be shown of this page.
#[must_use]
pub(crate) fn attempt() -> Attempt {
    use_context().unwrap_or_default()
}
