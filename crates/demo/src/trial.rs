//! A layout that was tried out: who was shown which of two, and how they got on. Nobody of the demonstration is in it; these
//! are people of whom a bank knows a code, as of everybody who lets it count.

use bank::experiments::{Event, EventKind, Exposure, Journey, minute};
use model::{Language, TextSize, Timestamp};

use crate::dice::Dice;

const DAY_S: i64 = 86_400;
/// The most days before they were shown anything of which something is known of them.
pub const BEFORE_DAYS: i64 = 14;

/// What is made up.
#[derive(Debug, Clone)]
pub struct Trial<'a> {
    /// What shuffles people.
    pub experiment: String,
    /// What it is compared with.
    pub control: &'a str,
    /// What is tried out. The same name has the same people.
    pub variation: &'a str,
    /// Who is in it; one of these each.
    pub languages: &'a [Language],
    /// When it began.
    pub from: Timestamp,
    /// For how many days it has been on.
    pub days: i64,
    /// How many people are shown one or the other for the first time on each of them.
    pub each_day: u32,
    /// Of how many of a hundred it is the variation.
    pub share: u64,
    /// How many more of a hundred finish what they begin, where they are shown the variation.
    pub better: u64,
}

/// Who was shown what, and what happened, by the same seed the same.
#[must_use]
pub fn counted(seed: u64, trial: &Trial<'_>) -> (Vec<Exposure>, Vec<Event>) {
    let mut dice = Dice::new(seed, trial.variation);
    let (mut exposures, mut events) = (Vec::new(), Vec::new());
    for day in 0..trial.days {
        for _ in 0..trial.each_day {
            let shown_at = minute(trial.from.plus_seconds(day * DAY_S + dice.between(0, DAY_S - 3_600)));
            let exposure = exposure(&mut dice, trial, shown_at);
            tell(&mut dice, &exposure, trial, &mut events);
            exposures.push(exposure);
        }
    }
    (exposures, events)
}

fn exposure(dice: &mut Dice, trial: &Trial<'_>, shown_at: Timestamp) -> Exposure {
    let variation = if dice.chance(trial.share) { trial.variation } else { trial.control };
    Exposure {
        unit: format!("{:016x}{:016x}", dice.next(), dice.next()),
        experiment: trial.experiment.clone(),
        bucket_version: 0,
        variation: variation.to_owned(),
        text: if dice.chance(25) { TextSize::Large } else { TextSize::Standard },
        language: *dice.pick(trial.languages),
        shown_at,
    }
}

/// What they did before and afterwards: people do mostly what they did before.
fn tell(dice: &mut Dice, shown: &Exposure, trial: &Trial<'_>, events: &mut Vec<Event>) {
    let pays = dice.chance(60);
    let more = if shown.variation == trial.variation { trial.better } else { 0 };
    let decided = trial.from.plus_seconds(-BEFORE_DAYS * DAY_S);
    let known_s = shown.shown_at.seconds_since(decided).min(BEFORE_DAYS * DAY_S);
    let before = shown.shown_at.plus_seconds(-dice.between(3_600, known_s));
    pay(dice, (shown, before), if pays { 92 } else { 8 }, events);
    pay(dice, (shown, shown.shown_at), if pays { 84 + more } else { 12 + more }, events);
}

/// A payment that is begun, finished by `percent` of a hundred, and now and then put right.
fn pay(dice: &mut Dice, (shown, at): (&Exposure, Timestamp), percent: u64, events: &mut Vec<Event>) {
    let mut tell = |dice: &mut Dice, kind, seconds: Option<i64>| {
        let (id, told_at) = ((dice.next() >> 1).cast_signed(), minute(at.plus_seconds(seconds.unwrap_or(0))));
        events.push(Event { id, unit: shown.unit.clone(), journey: Journey::Payment, kind, seconds, told_at });
    };
    tell(dice, EventKind::Started, None);
    if dice.chance(9) {
        tell(dice, EventKind::ErrorShown, None);
    }
    if dice.chance(percent) {
        let seconds = dice.between(35, 140);
        tell(dice, EventKind::Completed, Some(seconds));
    } else if dice.chance(10) {
        tell(dice, EventKind::HelpAsked, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_told_of_nobody_and_nothing_after_the_last_day() {
        let trial = Trial {
            experiment: "a-1".to_owned(),
            control: "control",
            variation: "tried",
            languages: &[Language::Zh],
            from: Timestamp::from_micros(1_790_000_000_000_000),
            days: 3,
            each_day: 40,
            share: 50,
            better: 8,
        };
        let (exposures, events) = counted(1, &trial);
        assert_eq!(exposures.len(), 120);
        assert_eq!((exposures.clone(), events.clone()), counted(1, &trial));
        let end = trial.from.plus_seconds(3 * DAY_S);
        for event in &events {
            assert!(exposures.iter().any(|one| one.unit == event.unit) && event.told_at < end);
        }
        let tried = exposures.iter().filter(|one| one.variation == "tried").count();
        assert!((40..=80).contains(&tried), "{tried} of 120");
    }
}
