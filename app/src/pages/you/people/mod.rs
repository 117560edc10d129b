//! Who may look at the person's accounts: all of them, one more, and when each has looked.

mod actions;
mod approve;
mod invite;
mod list;
mod one;

pub use approve::ApproveInvitationPage;
pub use invite::InvitePage;
pub use list::PeopleWhoLookPage;
pub(super) use list::card;
pub use one::PersonWhoLooksPage;

use bank::mandates::{Mandate, Standing};
use model::{MandateId, Timestamp};

use crate::{context, words::Words};

/// Where all of them are.
pub(in crate::pages) const PEOPLE: &str = "/you/people";
/// Where somebody is invited.
const INVITE: &str = "/you/people/invite";
/// Where that is approved.
const APPROVE: &str = "/you/people/approve";

/// Where one of them is.
fn of(id: MandateId) -> String {
    format!("{PEOPLE}/{id}")
}

/// How it stands, in words.
fn told(words: Words, mandate: &Mandate, now: Timestamp) -> String {
    let calendar = context::calendar();
    match mandate.standing(&calendar, now) {
        Standing::Invited(until) => {
            let until = words.moment(until, &calendar);
            words.with("look-stands-invited", &[("when", until.into())])
        }
        Standing::Running if mandate.power.is_some() => words.say("power-looks-and-pays").to_owned(),
        Standing::Running => words.with("look-stands-running", &[("day", words.day(mandate.last).into())]),
        Standing::Ended => words.say("look-stands-ended").to_owned(),
        Standing::Lapsed => words.say("look-stands-lapsed").to_owned(),
    }
}
