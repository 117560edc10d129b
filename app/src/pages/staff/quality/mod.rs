//! How well people are served, in sums.

mod figures;
mod page;

pub use page::QualityPage;
