//! What is told of how somebody gets on who helps, while something is tried out.

use bank::{
    Error, IdMint,
    customers::Customer,
    experiments::{Event, EventKind, Improve, Journey, LONGEST_S, event_id, minute},
};
use model::PaymentId;

use crate::{context, outcome};

/// The journey that the page at `path` is part of.
fn journey_at(path: &str) -> Option<Journey> {
    let below =
        |place: &str| path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    if path.starts_with("/pay/") {
        Some(Journey::Payment)
    } else if below("/help/write") {
        Some(Journey::Ticket)
    } else if below("/you/limits") {
        Some(Journey::Limit)
    } else {
        None
    }
}

/// Tells that something happened to this person on `journey`, where they help and something is tried out; of a payment
/// that has come to its end, `begun` says which it was.
pub(crate) fn tell(person: &Customer, journey: Journey, kind: EventKind, begun: Option<PaymentId>) {
    if context::is_play_bank() || person.trying.improve == Improve::Off {
        return;
    }
    let (bank, running) = (context::bank(), context::site().running.clone());
    let snapshot = running.snapshot();
    let Some(unit) = snapshot.unit(person.id).filter(|_| snapshot.compares()) else { return };
    let now = bank.clock.now();
    let memory = running.memory();
    let since = match kind {
        EventKind::Started => {
            memory.begin(&unit, journey, now);
            None
        }
        // An unused draft is taken up again: where the beginning is not known here, its number may be older than it.
        EventKind::Completed => memory.end(&unit, journey).or(begun.map(|id| IdMint::made_at(id.value()))),
        EventKind::Abandoned => memory.end(&unit, journey).and(None),
        EventKind::ErrorShown | EventKind::HelpAsked => None,
    };
    let seconds = since.map(|since| now.seconds_since(since).clamp(0, LONGEST_S));
    let id = event_id(bank.rng.as_ref());
    memory.tell(Event { id, unit, journey, kind, seconds, told_at: minute(now) }, now);
}

/// Tells that somebody is on a journey that begins with a page, or with the first words: whoever looks once more has begun
/// it already.
pub(crate) fn arrive(person: &Customer, journey: Journey) {
    let running = context::site().running.clone();
    let is_on = running
        .snapshot()
        .unit(person.id)
        .is_some_and(|unit| running.memory().is_on(&unit, journey, context::bank().clock.now()));
    if !is_on {
        tell(person, journey, EventKind::Started, None);
    }
}

/// Tells that the step of `journey` that ends so is shown again with what is to be put right, where it is.
pub(crate) fn counted<T>(journey: Journey, result: Result<T, Error>) -> Result<T, Error> {
    if let (Err(error), Some(person)) = (&result, context::visitor().customer())
        && outcome::status_of(error).is_none()
    {
        tell(person, journey, EventKind::ErrorShown, None);
    }
    result
}

/// Tells that a person was asked for from the page `from`, where that is part of a journey: it is an address of this site,
/// or nothing.
pub(crate) fn help_asked(from: &str) {
    if let (Some(journey), Some(person)) = (journey_at(from), context::visitor().customer()) {
        tell(person, journey, EventKind::HelpAsked, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_part_of_the_journey_that_leads_over_them() {
        for (path, journey) in [
            ("/pay/0abc/amount", Some(Journey::Payment)),
            ("/help/write?account=0abc&line=2", Some(Journey::Ticket)),
            ("/you/limits/0abc/day", Some(Journey::Limit)),
            ("/you/limits", Some(Journey::Limit)),
            ("/help/writes", None),
            ("/accounts", None),
            ("", None),
        ] {
            assert_eq!(journey_at(path), journey, "{path}");
        }
    }
}
