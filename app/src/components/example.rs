//! What the gallery shows of a part, and the tests render: each part brings its own examples, in its own file.

use leptos::prelude::AnyView;

use crate::words::Words;

/// One state of a part.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// The key of what this state is called; its end is also its address.
    pub name: &'static str,
    /// Draws it.
    pub view: fn(Words) -> AnyView,
    /// Whether it is a page by itself, with a frame of its own, rather than something that stands on one.
    pub page: bool,
}

impl Example {
    /// An example that stands on the page of its part.
    #[must_use]
    pub const fn new(name: &'static str, view: fn(Words) -> AnyView) -> Self {
        Self { name, view, page: false }
    }

    /// An example that is a page by itself.
    #[must_use]
    pub const fn page(name: &'static str, view: fn(Words) -> AnyView) -> Self {
        Self { name, view, page: true }
    }

    /// What it is called in addresses: its key without what all keys of examples begin with.
    #[must_use]
    pub fn slug(&self) -> &'static str {
        self.name.trim_start_matches("example-")
    }
}

/// A part of the design system, as the gallery lists it.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// The key of its name; its end is also its address.
    pub name: &'static str,
    /// The key of what it is for.
    pub about: &'static str,
    /// Its states, the plainest first.
    pub examples: &'static [Example],
}

impl Part {
    /// What it is called in addresses: its key without what all keys of parts begin with.
    #[must_use]
    pub fn slug(&self) -> &'static str {
        self.name.trim_start_matches("part-")
    }
}
