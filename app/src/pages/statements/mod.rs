//! Statements: which there are of an account, and one of them, to read and to print.

mod files;
mod interest;
mod letters;
mod list;
mod statement;

pub use interest::InterestPage;
pub use letters::{NONE as NO_LETTERS, notice as no_letters};
pub use list::StatementsPage;
pub use statement::StatementOfAccountPage;
