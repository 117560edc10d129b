//! What is remembered of who was shown what, and what waits to be kept.
//!
//! A page waits for the database once, for what its reader was shown before; after that it is known here. What is new is
//! kept off the way of requests, many together, by a job of the server. Where more comes than can wait, it is lost and
//! counted: what somebody is shown follows from their unit, so that it is the same when they come again.

use std::{
    collections::{BTreeMap, HashMap},
    mem,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use bank::{
    Bank, StorageError,
    experiments::{Event, Exposure, Failure, Journey, LONGEST_S},
};
use model::Timestamp;

/// How many units are known at most: beyond that all are asked for anew.
const MOST_KNOWN: usize = 20_000;
/// How much waits at most, of exposures and of events each.
const MOST_WAITING: usize = 4_096;

/// For how long what still comes of a unit is dropped after it was forgotten, in seconds: a request may have been under
/// way.
const FORGETTING_S: i64 = 60;

/// What waits to be kept.
#[derive(Debug, Default)]
struct Waiting {
    /// What units were shown.
    exposures: Vec<Exposure>,
    /// What happened on their journeys.
    events: Vec<Event>,
}

/// What is known of units, and what waits.
#[derive(Debug, Default)]
pub struct Memory {
    known: Mutex<HashMap<String, Arc<[Exposure]>>>,
    /// When units began the journeys that they are on.
    begun: Mutex<HashMap<(String, Journey), Timestamp>>,
    waiting: Mutex<Waiting>,
    /// What could not be shown, and how often: as many as there are variations at most.
    failed: Mutex<BTreeMap<Failure, u32>>,
    /// The units that were forgotten lately, and when.
    forgotten: Mutex<HashMap<String, Timestamp>>,
    lost: AtomicU64,
    /// Held while something is written, or forgotten: nothing is written after it was forgotten.
    writing: futures::lock::Mutex<()>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Memory {
    /// What `unit` was shown so far.
    ///
    /// # Errors
    /// Where it is not known here and the database does not answer.
    pub(super) async fn recall(&self, bank: &Bank, unit: &str) -> Result<Arc<[Exposure]>, StorageError> {
        if let Some(known) = locked(&self.known).get(unit) {
            return Ok(Arc::clone(known));
        }
        let found: Arc<[Exposure]> = bank.experiments.exposures(unit).await?.into();
        let mut known = locked(&self.known);
        if known.len() >= MOST_KNOWN {
            known.clear();
        }
        // Somebody may have been shown something on another page meanwhile.
        Ok(Arc::clone(known.entry(unit.to_owned()).or_insert(found)))
    }

    /// Keeps that a unit was shown something `now`.
    pub(super) fn expose(&self, exposure: Exposure, now: Timestamp) {
        // One lock after the other, here and everywhere: nobody waits for somebody who waits for them.
        let mut known = locked(&self.known);
        let before = known.get_mut(&exposure.unit);
        let is_same =
            |one: &Exposure| one.experiment == exposure.experiment && one.bucket_version == exposure.bucket_version;
        if before.as_ref().is_some_and(|before| before.iter().any(is_same)) {
            return;
        }
        {
            let mut waiting = locked(&self.waiting);
            if self.was_forgotten(&exposure.unit, now) {
                return;
            }
            if waiting.exposures.len() >= MOST_WAITING {
                self.lost.fetch_add(1, Ordering::Relaxed);
                return;
            }
            waiting.exposures.push(exposure.clone());
        }
        // Where the unit is not known any more it is asked for anew: half of what it was shown would be worse.
        if let Some(before) = before {
            *before = before.iter().cloned().chain([exposure]).collect();
        }
    }

    /// Notes that `unit` begins a journey.
    pub(super) fn begin(&self, unit: &str, journey: Journey, now: Timestamp) {
        let mut begun = locked(&self.begun);
        if begun.len() >= MOST_KNOWN {
            begun.clear();
        }
        begun.insert((unit.to_owned(), journey), now);
    }

    /// Whether `unit` is on a journey that it began so lately that it may still bring it to its end.
    pub(super) fn is_on(&self, unit: &str, journey: Journey, now: Timestamp) -> bool {
        let begun = locked(&self.begun);
        begun.get(&(unit.to_owned(), journey)).is_some_and(|at| now.seconds_since(*at) < LONGEST_S)
    }

    /// When `unit` began the journey that is over, where that is known here.
    pub(super) fn end(&self, unit: &str, journey: Journey) -> Option<Timestamp> {
        locked(&self.begun).remove(&(unit.to_owned(), journey))
    }

    /// Keeps that something happened `now`.
    pub(super) fn tell(&self, event: Event, now: Timestamp) {
        let mut waiting = locked(&self.waiting);
        if self.was_forgotten(&event.unit, now) {
            return;
        }
        if waiting.events.len() >= MOST_WAITING {
            self.lost.fetch_add(1, Ordering::Relaxed);
        } else {
            waiting.events.push(event);
        }
    }

    /// Counts that something could not be shown.
    pub(crate) fn fail(&self, failure: Failure) {
        *locked(&self.failed).entry(failure).or_default() += 1;
    }

    /// Forgets everything about `unit`, here and in the database.
    ///
    /// # Errors
    /// Where the database does not answer.
    pub(crate) async fn forget(&self, bank: &Bank, unit: &str) -> Result<(), StorageError> {
        let _nobody_writes = self.writing.lock().await;
        self.drop_here(unit, bank.clock.now());
        bank.experiments.forget(unit).await
    }

    /// Whoever helps again is counted again, from now on.
    pub(crate) fn welcome(&self, unit: &str) {
        locked(&self.forgotten).remove(unit);
    }

    fn was_forgotten(&self, unit: &str, now: Timestamp) -> bool {
        locked(&self.forgotten).get(unit).is_some_and(|at| now.seconds_since(*at) < FORGETTING_S)
    }

    fn drop_here(&self, unit: &str, now: Timestamp) {
        {
            // Before what waits is looked through: what comes behind that finds it here.
            let mut forgotten = locked(&self.forgotten);
            forgotten.retain(|_, at| now.seconds_since(*at) < FORGETTING_S);
            forgotten.insert(unit.to_owned(), now);
        }
        locked(&self.known).remove(unit);
        locked(&self.begun).retain(|(whose, _), _| whose != unit);
        let mut waiting = locked(&self.waiting);
        waiting.exposures.retain(|one| one.unit != unit);
        waiting.events.retain(|one| one.unit != unit);
    }

    /// Asks for every unit anew: what runs has changed.
    pub(super) fn ask_anew(&self) {
        locked(&self.known).clear();
    }

    /// Keeps what waits. What cannot be kept waits again.
    pub async fn keep(&self, bank: &Bank) {
        let _nobody_forgets = self.writing.lock().await;
        let lost = self.lost();
        if lost > 0 {
            tracing::warn!(lost, "more was to be counted than could wait");
        }
        let Waiting { exposures, events } = self.take();
        let mut unkept = Waiting::default();
        if !exposures.is_empty()
            && let Err(error) = bank.experiments.keep_exposures(&exposures).await
        {
            tracing::warn!(%error, "what was shown was not kept; it is tried again");
            unkept.exposures = exposures;
        }
        if !events.is_empty()
            && let Err(error) = bank.experiments.keep_events(&events).await
        {
            tracing::warn!(%error, "what happened was not kept; it is tried again");
            unkept.events = events;
        }
        self.put_back(unkept);
        self.keep_failures(bank).await;
    }

    /// What could not be shown since this was asked last, and how often.
    pub(crate) fn failures(&self) -> Vec<(Failure, u32)> {
        mem::take(&mut *locked(&self.failed)).into_iter().collect()
    }

    async fn keep_failures(&self, bank: &Bank) {
        let failures = self.failures();
        if failures.is_empty() {
            return;
        }
        if let Err(error) = bank.experiments.keep_failures(&failures).await {
            tracing::warn!(%error, "what could not be shown was not counted; it is tried again");
            let mut failed = locked(&self.failed);
            for (failure, times) in failures {
                *failed.entry(failure).or_default() += times;
            }
        }
    }

    fn take(&self) -> Waiting {
        mem::take(&mut *locked(&self.waiting))
    }

    /// Puts back what could not be kept, as far as there is room for it.
    fn put_back(&self, unkept: Waiting) {
        let mut waiting = locked(&self.waiting);
        let lost = put_back(&mut waiting.exposures, unkept.exposures) + put_back(&mut waiting.events, unkept.events);
        self.lost.fetch_add(lost, Ordering::Relaxed);
    }

    /// How much was lost since this was asked last.
    fn lost(&self) -> u64 {
        self.lost.swap(0, Ordering::Relaxed)
    }
}

/// How many found no room.
fn put_back<T>(waiting: &mut Vec<T>, mut unkept: Vec<T>) -> u64 {
    let room = MOST_WAITING.saturating_sub(waiting.len());
    let lost = unkept.len().saturating_sub(room);
    unkept.truncate(room);
    waiting.append(&mut unkept);
    lost as u64
}

#[cfg(test)]
mod tests {
    use bank::experiments::EventKind;
    use model::{Language, TextSize};

    use super::*;

    fn exposure(unit: &str) -> Exposure {
        Exposure {
            unit: unit.to_owned(),
            experiment: "home-order".to_owned(),
            bucket_version: 0,
            variation: "dense".to_owned(),
            text: TextSize::Standard,
            language: Language::En,
            shown_at: Timestamp::EPOCH,
        }
    }

    fn event(unit: &str, id: i64) -> Event {
        let (journey, kind) = (Journey::Payment, EventKind::Started);
        Event { id, unit: unit.to_owned(), journey, kind, seconds: None, told_at: Timestamp::EPOCH }
    }

    #[test]
    fn what_is_shown_is_kept_once_and_known_at_once() {
        let memory = Memory::default();
        locked(&memory.known).insert("a".to_owned(), Arc::default());
        memory.expose(exposure("a"), Timestamp::EPOCH);
        memory.expose(exposure("a"), Timestamp::EPOCH);
        assert_eq!(memory.take().exposures, [exposure("a")]);
        memory.expose(exposure("a"), Timestamp::EPOCH);
        assert!(memory.take().exposures.is_empty());
        memory.ask_anew();
        memory.expose(exposure("a"), Timestamp::EPOCH);
        assert_eq!(memory.take().exposures.len(), 1, "the database keeps the first");
    }

    #[test]
    fn what_finds_no_room_is_counted_and_may_come_again() {
        let memory = Memory::default();
        for id in 0..=MOST_WAITING {
            memory.tell(event("a", i64::try_from(id).unwrap()), Timestamp::EPOCH);
            memory.expose(exposure(&id.to_string()), Timestamp::EPOCH);
        }
        assert_eq!((memory.lost(), memory.lost()), (2, 0));
        let unkept = memory.take();
        memory.tell(event("b", 7), Timestamp::EPOCH);
        memory.put_back(unkept);
        assert_eq!((memory.take().events.len(), memory.lost()), (MOST_WAITING, 1));
        memory.expose(exposure(&MOST_WAITING.to_string()), Timestamp::EPOCH);
        assert_eq!(memory.take().exposures.len(), 1);
    }

    #[test]
    fn each_journey_begins_and_ends_by_itself() {
        let (memory, now) = (Memory::default(), Timestamp::EPOCH);
        memory.begin("a", Journey::Chat, now);
        assert!(memory.is_on("a", Journey::Chat, now.plus_seconds(LONGEST_S - 1)));
        assert!(!memory.is_on("a", Journey::Chat, now.plus_seconds(LONGEST_S)), "whoever comes back begins again");
        assert!(!memory.is_on("a", Journey::Limit, now) && !memory.is_on("b", Journey::Chat, now));
        assert_eq!((memory.end("a", Journey::Limit), memory.end("a", Journey::Chat)), (None, Some(now)));
        memory.begin("a", Journey::Chat, now);
        memory.drop_here("a", now);
        assert_eq!(memory.end("a", Journey::Chat), None);
    }

    #[test]
    fn nothing_of_who_does_not_help_any_more_is_kept_later() {
        let memory = Memory::default();
        for unit in ["a", "b"] {
            memory.expose(exposure(unit), Timestamp::EPOCH);
            memory.tell(event(unit, 1), Timestamp::EPOCH);
        }
        let now = Timestamp::EPOCH;
        memory.drop_here("a", now);
        // What was under way then.
        let soon = now.plus_seconds(FORGETTING_S - 1);
        memory.expose(exposure("a"), soon);
        memory.tell(event("a", 2), soon);
        let waiting = memory.take();
        assert_eq!((waiting.exposures, waiting.events), (vec![exposure("b")], vec![event("b", 1)]));
        memory.tell(event("a", 3), now.plus_seconds(FORGETTING_S));
        memory.drop_here("a", now);
        memory.welcome("a");
        memory.tell(event("a", 4), now);
        assert_eq!(memory.take().events, [event("a", 4)], "who helps again is counted again");
    }
}
