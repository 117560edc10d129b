//! The studio: how pages are arranged, written by one, agreed to by another, and shown to customers.

mod actions;
mod edit;
mod list;
mod one;
mod picture;
mod preview;
mod results;
mod told;
mod work;

pub use edit::{EditArrangementPage, NewArrangementPage};
pub use list::StudioPage;
pub use one::ArrangementPage;
pub use preview::PreviewPage;
pub(in crate::pages) use preview::{Asked, Shown, frames};

use bank::{Bank, Error};
use experiments::layout::{Layout, Page};
use model::{ArrangementId, ErrorCode};

use super::DESIGN;
use crate::context;

/// Where one arrangement is.
fn address(id: ArrangementId) -> String {
    format!("{DESIGN}/versions/{id}")
}

/// Where a new one of `page` is written, beginning with what `from` says.
fn new_address(page: Page, from: &str) -> String {
    format!("{DESIGN}/new?page={}&from={from}", page.word())
}

/// Where an arrangement of `page` is shown in frames.
fn preview_address(page: Page, name: &str) -> String {
    format!("{DESIGN}/preview?page={}&name={name}", page.word())
}

/// The arrangement of `page` that is called `name`: one that there is anyway, or one that was written here.
async fn found(bank: &Bank, page: Page, name: &str) -> Result<Layout, Error> {
    if let Some(layout) = context::site().arrangements().find(page, name) {
        return Ok(layout);
    }
    let id = bank.arrangements.named(page.word(), name).await?.ok_or(ErrorCode::NotFound)?;
    read(&bank::layouts::one(bank, id).await?.body)
}

/// What was kept is an arrangement: it was read before. One that this program cannot read any more is not there.
fn read(body: &str) -> Result<Layout, Error> {
    Layout::parse(body).map_err(|mistake| {
        tracing::error!(%mistake, "an arrangement that was kept cannot be read");
        ErrorCode::NotFound.into()
    })
}
