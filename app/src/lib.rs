//! What people see and submit: every screen as complete HTML, and the islands that make some of it kinder.
//!
//! With the feature `hydrate` only [`islands`] is here: it is all that reaches the browser.

#![cfg_attr(
    feature = "ssr",
    expect(clippy::must_use_candidate, reason = "a component without arguments is used by its name in a view")
)]

pub mod islands;

#[cfg(feature = "ssr")]
pub mod addresses;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod context;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod layouts;
#[cfg(feature = "ssr")]
pub mod notices;
#[cfg(feature = "ssr")]
pub mod outcome;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod papers;
#[cfg(feature = "ssr")]
pub mod practice;
#[cfg(feature = "ssr")]
pub mod previews;
#[cfg(feature = "ssr")]
mod qr;
#[cfg(feature = "ssr")]
pub mod reading;
#[cfg(feature = "ssr")]
mod routes;
#[cfg(feature = "ssr")]
pub mod session;
#[cfg(feature = "ssr")]
pub mod studio;
#[cfg(feature = "ssr")]
pub mod words;
#[cfg(feature = "ssr")]
pub mod workshop;

#[cfg(feature = "ssr")]
pub use routes::Screens;
