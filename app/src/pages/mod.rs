//! The pages, one folder for each area: what is shown, what is done, and what the one needs of the other.

pub mod accessibility;
pub mod accounts;
pub mod business;
pub mod cards;
pub mod design;
pub mod errors;
pub mod help;
pub mod home;
pub mod looking;
pub mod offline;
pub mod pay;
pub mod practice;
pub mod recover;
mod session;
pub mod sign_in;
pub mod staff;
pub mod statements;
mod step_up;
pub mod workshop;
pub mod you;

use bank::Error;
use leptos::prelude::*;

use crate::{
    components::{OpenFrame, Place},
    context,
};

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

/// A page that is the same for everybody, in the frame of who asks: with the places of the bank for somebody who is
/// signed in, without them for a stranger; in the frame of the bank's own people where they work.
pub fn for_anyone<V: IntoView + 'static>(title: &'static str, page: impl FnOnce() -> V + Send + 'static) -> AnyView {
    if context::is_staff() {
        return view! { <staff::StaffFrame title=title>{page()}</staff::StaffFrame> }.into_any();
    }
    view! { <OpenFrame title=title place=Place::Elsewhere>{page()}</OpenFrame> }.into_any()
}
