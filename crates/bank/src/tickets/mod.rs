//! What customers write to the bank, and what becomes of it.
//!
//! A ticket is open while the bank owes an answer, and has a moment by which it comes; answered while the customer may
//! say more; closed by one of the two, and by nothing else. What may follow on what is in [`Ticket::next`]; everything
//! that ever happened to it is kept with it, in its order, under a version that goes up by one each time: of two who
//! answer at the same moment one is told to read the other first.

mod by_customer;
mod by_staff;
mod redact;
mod ticket;

pub use by_customer::{list, of, open, rate, settle, write};
pub use by_staff::{TicketLook, Waiting, answer, close, colleagues, hand, look, looking, note, queue, take, waiting};
pub use redact::redacted;
pub use ticket::{Author, Entry, Move, Step, Ticket, TicketHead, TicketState, due, first_role};
