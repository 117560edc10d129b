//! Looking at accounts of somebody else: what one is invited to, and what one sees. Nothing here leads to a page on which
//! something could be done with what is seen.

mod account;
mod actions;
mod lines;
mod list;

pub use account::LookingAtPage;
pub use list::LookingPage;
pub(super) use list::card;

use bank::{accounts::AccountKind, mandates::Mandate};
use model::{AccountId, MandateId};

use crate::words::Words;

/// Where everything is that one may look at.
const LOOKING: &str = "/looking";

/// Where one account is.
fn of(id: MandateId, account: AccountId) -> String {
    format!("{LOOKING}/{id}/{account}")
}

/// What an account is called by its owner, or what it is for.
fn called(words: Words, kind: AccountKind, name: &str) -> String {
    if name.is_empty() { words.account_kind(kind).to_owned() } else { name.to_owned() }
}

/// Until when somebody may look, or by what where that has no last day.
fn until(words: Words, mandate: &Mandate) -> String {
    match mandate.power {
        Some(_) => words.say("power-by").to_owned(),
        None => words.with("looking-until", &[("day", words.day(mandate.last).into())]),
    }
}
