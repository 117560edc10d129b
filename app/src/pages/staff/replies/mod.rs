//! Answers that are kept ready: all of them, and one that is written.

mod actions;
mod edit;
mod list;

pub use edit::{NewReplyPage, ReplyPage};
pub use list::RepliesPage;

use model::ReplyId;

use super::REPLIES;

/// Where a new one is written.
const NEW: &str = "/staff/replies/new";

/// Where one of them is.
fn address(id: ReplyId) -> String {
    format!("{REPLIES}/{id}")
}
