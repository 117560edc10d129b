//! What the bank says about how well everybody can use it, and how to tell it what is hard.

mod actions;
mod feedback;
mod statement;

pub use feedback::FeedbackPage;
pub use statement::StatementPage;

/// Where the statement is.
pub const STATEMENT: &str = "/help/accessibility";
/// Where people say what was hard.
pub const FEEDBACK: &str = "/help/accessibility/feedback";
