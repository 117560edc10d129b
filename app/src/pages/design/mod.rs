//! The gallery: every part of the design system with all its examples, in every colour, size and language. There only
//! where the settings say so.

mod index;
mod part;
mod reading;

use bank::Error;
pub use index::GalleryPage;
use leptos::prelude::*;
use model::ErrorCode;
pub use part::{ExamplePage, PartPage};

use super::errors;
use crate::context;

/// The page, where there is a gallery and this is in it; otherwise the page of an address where there is nothing.
fn shown(page: impl FnOnce() -> Option<AnyView>) -> AnyView {
    let page = if context::site().design { page() } else { None };
    page.unwrap_or_else(|| errors::of(&Error::Refused(ErrorCode::NotFound)))
}
