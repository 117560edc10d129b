//! One message or one press of a button.

use model::{AccountId, PaymentId};
use serde::{Deserialize, Serialize};

use super::{state::Dialogue, talk::Talk, turn::Turn};
use crate::{entities::Person, intent::Intent, understand::Understanding};

/// What a customer does.
#[derive(Debug, Clone, Copy)]
pub enum Said<'a> {
    /// They write.
    Words(&'a Understanding),
    /// They press one of the buttons that were offered.
    Press(Press),
}

/// The buttons there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Press {
    /// One of the things they were asked to choose from, or could begin with.
    Intent(Intent),
    /// One of their accounts.
    Account(AccountId),
    /// Somebody they have paid.
    Payee(PaymentId),
    /// Yes, that one.
    Yes,
    /// No, another.
    No,
    /// Not any more.
    Cancel,
    /// That is not what was meant.
    NotThis,
    /// A person, please.
    Person,
}

/// The next turn, mostly one: a second where a person follows a warning, or a question comes back after a digression.
#[must_use]
pub fn step(state: &Dialogue, said: &Said<'_>, person: &Person) -> (Dialogue, Vec<Turn>) {
    let text = match said {
        Said::Words(understanding) => understanding.redacted.text.as_str(),
        Said::Press(_) => "",
    };
    let mut talk = Talk { state: state.clone(), person, text };
    let turns = match said {
        Said::Words(understanding) => talk.hear(understanding),
        Said::Press(press) => talk.press(*press),
    };
    (talk.state, turns)
}
