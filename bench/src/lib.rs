//! What the program costs, and the programs it is compared with.
//!
//! Each program in `bin/` measures one group of figures: one JSON object a figure on standard output, words for
//! people on standard error. This library is what they share.

pub mod cluster;
pub mod figure;
pub mod folder;
pub mod histories;
pub mod http;
pub mod load;
pub mod people;
pub mod process;
pub mod site;
pub mod stats;
pub mod text;
