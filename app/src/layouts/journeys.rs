//! What is told of how somebody gets on who helps, while something is tried out.

use bank::{
    Error, IdMint,
    customers::Customer,
    experiments::{Event, EventKind, Journey, LONGEST_S, event_id, minute},
};
use model::PaymentId;

use crate::{context, outcome};

/// The journey of which the page at `path` is a step: what stands beside it, as a list of what there is, is none.
fn journey_at(path: &str) -> Option<Journey> {
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    let parts: Vec<&str> = path.strip_prefix('/')?.split('/').collect();
    match parts.as_slice() {
        ["pay", _, "amount" | "payee" | "purpose" | "when" | "review" | "approve"] => Some(Journey::Payment),
        ["help", "write"] => Some(Journey::Ticket),
        ["you", "limits", "raise"] | ["you", "limits", _, _] => Some(Journey::Limit),
        _ => None,
    }
}

/// Tells that something happened to this person on `journey`, where they help and something is tried out; of a payment
/// that has come to its end, `begun` says which it was.
pub(crate) fn tell(person: &Customer, journey: Journey, kind: EventKind, begun: Option<PaymentId>) {
    if context::is_play_bank() || !person.trying.lets_count(journey) {
        return;
    }
    let (bank, running) = (context::bank(), context::site().running.clone());
    let snapshot = running.snapshot();
    let (now, soon) = (bank.clock.now(), person.trying.lets_count_before());
    let Some(unit) = snapshot.unit(person.id).filter(|_| snapshot.compares(now, soon)) else {
        return;
    };
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
            ("/pay/0abc/approve?again=1", Some(Journey::Payment)),
            ("/pay", None),
            ("/pay/people", None),
            ("/pay/people/0abc", None),
            ("/pay/requests/new", None),
            ("/pay/scheduled/0abc", None),
            ("/help/write?account=0abc&line=2", Some(Journey::Ticket)),
            ("/you/limits/0abc/day", Some(Journey::Limit)),
            ("/you/limits/raise", Some(Journey::Limit)),
            ("/you/limits", None),
            ("/you/limits/waiting", None),
            ("/you/limits/0abc", None),
            ("/help/writes", None),
            ("/accounts", None),
            ("", None),
        ] {
            assert_eq!(journey_at(path), journey, "{path}");
        }
    }
}
