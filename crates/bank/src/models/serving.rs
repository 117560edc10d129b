//! The model that this server answers with, which can be another from one message to the next.

use std::sync::{Arc, PoisonError, RwLock};

use assistant::classify::Model;

model::coded! {
    /// Why this server does not answer with the model that was promoted.
    Trouble {
        /// Its file is not here.
        Missing = "missing",
        /// Another file has its name.
        Other = "other",
        /// This program cannot use it, or lacks the encoder that it needs.
        Unusable = "unusable",
    }
}

/// A model, and what it is called.
#[derive(Debug, Clone)]
pub struct Named {
    /// The model.
    pub model: Arc<Model>,
    /// [`Model::version`], which takes a moment to tell.
    pub name: Arc<str>,
}

impl Named {
    /// `model`, and what it is called.
    #[must_use]
    pub fn of(model: Arc<Model>) -> Self {
        Self { name: model.version().into(), model }
    }
}

#[derive(Debug, Default)]
struct Parts {
    release: Option<Named>,
    now: RwLock<Now>,
}

#[derive(Debug, Default, Clone)]
struct Now {
    model: Option<Named>,
    trouble: Option<Trouble>,
}

/// What this server answers with. Copies of it share that.
#[derive(Debug, Clone, Default)]
pub struct Serving(Arc<Parts>);

impl Serving {
    /// Answers with the release's own model, until another is taken.
    #[must_use]
    pub fn of(release: Option<Arc<Model>>) -> Self {
        let release = release.map(Named::of);
        let now = RwLock::new(Now { model: release.clone(), trouble: None });
        Self(Arc::new(Parts { release, now }))
    }

    fn now(&self) -> Now {
        // One that is written whole is whole, whatever became of who wrote it.
        self.0.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, now: Now) {
        *self.0.now.write().unwrap_or_else(PoisonError::into_inner) = now;
    }

    /// The model. Whoever has asked for it goes on with it, also where another is taken meanwhile.
    #[must_use]
    pub fn model(&self) -> Option<Arc<Model>> {
        self.now().model.map(|named| named.model)
    }

    /// The model, and what it is called.
    #[must_use]
    pub fn named(&self) -> Option<Named> {
        self.now().model
    }

    /// What the model is called; empty without one.
    #[must_use]
    pub fn name(&self) -> Arc<str> {
        self.now().model.map_or_else(|| "".into(), |named| named.name)
    }

    /// What the release's own model is called; empty without one.
    #[must_use]
    pub fn release(&self) -> Arc<str> {
        self.0.release.as_ref().map_or_else(|| "".into(), |named| named.name.clone())
    }

    /// Why this is not the model that was promoted.
    #[must_use]
    pub fn trouble(&self) -> Option<Trouble> {
        self.now().trouble
    }

    /// Answers with `model` from now on.
    pub fn take(&self, model: Named) {
        self.set(Now { model: Some(model), trouble: None });
    }

    /// Answers with the release's own model again.
    pub fn take_release(&self) {
        self.set(Now { model: self.0.release.clone(), trouble: None });
    }

    /// Goes on with the model there is, and knows why.
    pub fn keep(&self, trouble: Trouble) {
        self.set(Now { trouble: Some(trouble), ..self.now() });
    }
}
