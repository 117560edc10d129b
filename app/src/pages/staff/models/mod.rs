//! Which model answers people, which could, and how they differ.

mod actions;
mod figures;
mod page;
mod people;

pub use page::ModelsPage;
