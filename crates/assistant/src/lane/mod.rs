//! What may never depend on a classifier: scams, danger, the wish for a person, disputes, complaints.
//!
//! The rules are written down, so that nothing that is learnt can take one away. In doubt they hear too much: a person is
//! asked once more whether somebody is behind a payment, or is offered a human being they did not need.

mod chinese;
mod english;
mod heard;
mod sounds;

use heard::Heard;
pub(crate) use heard::distance;
pub(crate) use sounds::sound;

/// What is heard, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// Somebody is in danger.
    Emergency,
    /// Somebody is being deceived, or has been.
    Scam,
    /// Somebody wants a human being.
    Person,
    /// Somebody says a line of their account is not theirs.
    Dispute,
    /// Somebody complains, or says they will.
    Complaint,
}

/// A rule: of every group something has to be there.
type Rule = (Lane, &'static [&'static [&'static str]]);

/// Everything that is heard in `text`, the most urgent first, each once.
#[must_use]
pub fn lanes(text: &str) -> Vec<Lane> {
    let heard = Heard::of(text);
    let mut lanes: Vec<Lane> = english::SCAMS
        .iter()
        .chain(english::RULES)
        .chain(chinese::RULES)
        .filter(|(_, groups)| groups.iter().all(|phrases| heard.any(phrases)))
        .map(|(lane, _)| *lane)
        .collect();
    let alone = english::PERSON_ALONE.iter().chain(chinese::PERSON_ALONE);
    if alone.into_iter().any(|phrase| heard.only(phrase)) {
        lanes.push(Lane::Person);
    }
    lanes.sort_unstable();
    lanes.dedup();
    lanes
}
