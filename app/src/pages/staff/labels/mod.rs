//! Saying what was meant by messages that the program did not understand.

mod actions;
mod page;

use model::MissId;

use super::LABELS;
pub use page::LabelsPage;

/// The page behind the message `after`; from the first on where there is none.
fn address(after: Option<MissId>) -> String {
    after.map_or_else(|| LABELS.to_owned(), |after| format!("{LABELS}?after={after}"))
}
