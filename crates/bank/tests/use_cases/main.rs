//! What customers and the bank's own people do, in a bank in memory.

mod conversations;
mod feedback;
mod help;
mod house;
mod known;
mod limits;
mod payments;
mod purpose;
mod recovery;
mod requests;
mod schedules;
mod security;
mod sessions;
mod staff;
mod tickets;
mod waits;
