//! Acting for a business: who may, from how much on a payment takes two people, and the payments that wait for another.
//! And acting for somebody by power of attorney, as whoever acts sees it.

mod actions;
mod confirm;
mod invite;
mod list;
mod payment;
mod people;
mod power_actions;
mod rule;

pub use confirm::ConfirmActingPage;
pub use invite::InviteToActPage;
pub use list::BusinessPage;
pub(super) use list::card;
pub use payment::MadeForPage;
pub use people::PeopleWhoActPage;
pub use rule::TwoPeoplePage;

use bank::{business::Delegate, invitations::Standing};
use model::{AccountId, PaymentId, Timestamp, forms::ActRole};

use crate::{context, words::Words};

/// Where somebody sees what they act for.
pub(super) const BUSINESS: &str = "/business";

/// Where one payment is.
pub(super) fn of(payment: PaymentId) -> String {
    format!("{BUSINESS}/{payment}")
}

/// Where an owner sees who may act for an account.
pub(super) fn people_of(account: AccountId) -> String {
    format!("/accounts/{account}/people")
}

/// Where somebody is invited to act for it.
fn invite_to(account: AccountId) -> String {
    format!("{}/invite", people_of(account))
}

/// Where it is said from how much on a payment takes two people.
fn rule_of(account: AccountId) -> String {
    format!("{}/rule", people_of(account))
}

/// Where either is approved.
fn confirm_of(account: AccountId) -> String {
    format!("{}/approve", people_of(account))
}

/// What somebody may do, in words.
fn role(words: Words, role: ActRole) -> &'static str {
    words.say(match role {
        ActRole::Prepare => "act-role-prepare",
        ActRole::Approve => "act-role-approve",
        ActRole::Both => "act-role-both",
    })
}

/// The most that a payment may be, in words.
fn most(words: Words, delegate: &Delegate) -> String {
    match delegate.most() {
        Some(most) => words.with("act-most-is", &[("amount", words.money(most).into())]),
        None => words.say("act-most-none").to_owned(),
    }
}

/// How it stands, in words.
fn told(words: Words, delegate: &Delegate, now: Timestamp) -> String {
    match delegate.standing(now) {
        Standing::Invited(until) => {
            let until = words.moment(until, &context::calendar());
            words.with("act-stands-invited", &[("when", until.into())])
        }
        Standing::Running => match delegate.approves_from().filter(|from| *from > now) {
            Some(from) => {
                let from = words.moment(from, &context::calendar());
                words.with("act-stands-soon", &[("when", from.into())])
            }
            None => words.say("act-stands-running").to_owned(),
        },
        Standing::Ended => words.say("look-stands-ended").to_owned(),
        Standing::Lapsed => words.say("look-stands-lapsed").to_owned(),
    }
}
