//! The pages, one folder for each area: what is shown, what is done, and what the one needs of the other.

pub mod accounts;
pub mod design;
pub mod errors;
pub mod home;
pub mod pay;
pub mod sign_in;
pub mod you;

use bank::Error;
use leptos::prelude::*;

/// A page that asks a use case for what it shows. What cannot be shown is told with its status.
pub fn answer<F>(view: F) -> impl IntoView
where
    F: Future<Output = Result<AnyView, Error>> + Send + 'static,
{
    Suspend::new(async move {
        match view.await {
            Ok(view) => view,
            Err(error) => errors::of(&error),
        }
    })
}
