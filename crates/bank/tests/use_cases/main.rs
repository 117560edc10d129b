//! What customers and the bank's own people do, in a bank in memory.

mod aliases;
mod cards;
mod conversations;
mod feedback;
mod help;
mod house;
mod known;
mod layouts;
mod limits;
mod mandates;
mod misses;
mod notices;
mod payments;
mod purpose;
mod quality;
mod rails;
mod recovery;
mod replies;
mod requests;
mod schedules;
mod security;
mod sessions;
mod staff;
mod suggested;
mod tickets;
mod waits;
