//! What stands between the network and the pages.

pub mod body;
pub mod headers;
pub mod network;
pub mod origin;
pub mod rate;
