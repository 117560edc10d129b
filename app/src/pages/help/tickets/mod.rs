//! Writing to the bank, and everything that came of it.

mod actions;
mod list;
mod one;
mod said;
mod write;

pub use list::TicketsPage;
pub use one::TicketPage;
pub use write::WritePage;

pub(crate) use said::{line, timeline};

use model::{TicketId, forms::LineOf};

/// Where one begins to write.
pub(super) const WRITE: &str = "/help/write";
/// Where everything is that one has written.
pub(super) const TICKETS: &str = "/help/tickets";

/// Where one begins to write about `line`, or about nothing in particular.
pub(crate) fn write_address(line: Option<LineOf>) -> String {
    line.map_or_else(|| WRITE.to_owned(), |line| format!("{WRITE}?account={}&line={}", line.account, line.version))
}

/// Where one ticket is.
fn address(id: TicketId) -> String {
    format!("{TICKETS}/{id}")
}

/// Under what the form waits that asks how it went.
fn rating(id: TicketId) -> String {
    format!("{}?rate=1", address(id))
}
