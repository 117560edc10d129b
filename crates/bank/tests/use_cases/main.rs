//! What customers and the bank's own people do, in a bank in memory.

mod feedback;
mod house;
mod payments;
mod sessions;
