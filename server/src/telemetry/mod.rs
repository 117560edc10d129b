//! What the program tells those who run it: logs and figures. Ids, never secrets.

mod figures;
mod ledger;
mod logs;
mod panics;

pub use figures::{Figures, count_connections, count_turned_away, requests};
pub use ledger::Metered;
pub use logs::start as start_logs;
pub use panics::log as log_panics;
