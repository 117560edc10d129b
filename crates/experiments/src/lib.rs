//! Who is shown which arrangement of a page, and what is learnt from it.
//!
//! [`layout`] is what a designer writes. [`assign`] decides who sees it, from an id and a plan alone, so that every
//! server decides alike and nothing has to be asked. [`stats`] reads counts that were gathered, so that looking every
//! day does no harm. None of them reads a clock, a file or a database, and no word here is one that customers read.

pub mod assign;
pub mod layout;
mod mistake;
pub mod stats;

pub use mistake::Mistake;
