//! The way back in: what was lost, half a proof, a day of waiting, and what takes the place of what was lost.
//!
//! An address with the secret of a link in it is only ever looked at; what is pressed there carries the secret in its
//! form, and from then on the session knows which way back it is.

mod actions;
mod anew;
mod begin;
mod done;
mod link;
mod notice;
mod proof;

pub(super) use actions::who as finding_back;
pub use anew::AnewPage;
pub use begin::{BothPage, ForgottenPage, LostPage, NoAppPage, SentPage};
pub use done::DonePage;
pub use link::LinkPage;
pub(super) use notice::under_way;
pub use proof::ProofPage;

use leptos::prelude::*;

use crate::{components::Link, context};

/// Where it begins: what was lost.
pub(super) const LOST: &str = "/sign-in/recover";
/// Where somebody begins who has lost their password.
const PASSWORD: &str = "/sign-in/recover/password";
/// Where somebody begins who has lost their app.
const APP: &str = "/sign-in/recover/app";
/// What to do for somebody who has lost both.
const BOTH: &str = "/sign-in/recover/both";
/// What is said to everybody who has begun, whatever they typed.
const SENT: &str = "/sign-in/recover/sent";
/// Where the proof is brought again.
const PROOF: &str = "/recover/proof";
/// Where something new takes the place of what was lost.
const ANEW: &str = "/recover/new";
/// Where it has.
const DONE: &str = "/recover/done";

/// The way here from the pages on which somebody signs in.
pub(super) fn way_here() -> impl IntoView {
    view! { <p><Link href=LOST label=context::words().say("recover-link")/></p> }
}
