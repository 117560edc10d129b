//! What an experiment says so far.

use experiments::{
    assign::{Experiment, WHOLE_BP},
    stats::{
        ALPHA, Better, Effect, Guardrail, Look, Moments, Paired, Reading, SAMPLE_RATIO_P, Sample, Scale, Verdict,
        adjusted, people_needed, sample_ratio,
    },
};
use jiff::civil::Date;
use model::{Language, TextSize};

use super::Journey;
use crate::{Bank, Error};

/// How much worse than the control is no harm yet, as a part of it.
const MARGIN: f64 = 0.05;
/// The smallest difference that is worth finding, as a part of the control's mean.
const WORTH_FINDING: f64 = 0.05;
/// The chance with which it is to be found.
const WANTED_POWER: f64 = 0.8;
/// How many have to have done something before they were shown the page, and how many not, so that it is taken account of:
/// of fewer, what it foretells is hardly known.
const ENOUGH_BEFORE: u32 = 100;

model::coded! {
    /// What is compared.
    Measure {
        /// Who completed the journey, of all who were shown the page.
        Completed = "completed",
        /// Who was shown an error on the way.
        Erred = "error-shown",
        /// Who asked for a person on the way.
        Helped = "help-asked",
        /// Seconds that a journey took.
        Seconds = "seconds",
    }
}

impl Measure {
    const fn better(self) -> Better {
        match self {
            Self::Completed => Better::Higher,
            Self::Erred | Self::Helped | Self::Seconds => Better::Lower,
        }
    }
}

/// How many had done something before they were shown the page. A one for each of them is its own square, so that this is all
/// that is needed of the time before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Before {
    /// How many.
    pub did: u32,
    /// How many of them did it afterwards as well.
    pub again: u32,
}

impl Before {
    const fn and(self, other: Self) -> Self {
        Self { did: self.did + other.did, again: self.again + other.again }
    }
}

/// What was counted of some units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// How many were shown the variation.
    pub exposed: u32,
    /// How many of them began a journey after that.
    pub started: u32,
    /// How many brought one to its end.
    pub completed: u32,
    /// How many were shown an error.
    pub erred: u32,
    /// How many asked for a person.
    pub helped: u32,
    /// How many went back to the page as it was.
    pub left: u32,
    /// The sum over those who completed one of the seconds it took them, on average.
    pub seconds: i64,
    /// The sum of the squares.
    pub seconds_squares: i64,
    /// How many had completed a journey before they were shown it.
    pub completed_before: Before,
    /// How many had been shown an error before.
    pub erred_before: Before,
    /// How many had asked for a person before.
    pub helped_before: Before,
}

impl Counts {
    /// These and those.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            exposed: self.exposed + other.exposed,
            started: self.started + other.started,
            completed: self.completed + other.completed,
            erred: self.erred + other.erred,
            helped: self.helped + other.helped,
            left: self.left + other.left,
            seconds: self.seconds + other.seconds,
            seconds_squares: self.seconds_squares + other.seconds_squares,
            completed_before: self.completed_before.and(other.completed_before),
            erred_before: self.erred_before.and(other.erred_before),
            helped_before: self.helped_before.and(other.helped_before),
        }
    }

    /// As a test needs it.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "sums of seconds are far below 2^52")]
    pub fn sample(&self, measure: Measure) -> Sample {
        match measure {
            Measure::Completed => Sample::proportion(self.exposed, self.completed),
            Measure::Erred => Sample::proportion(self.exposed, self.erred),
            Measure::Helped => Sample::proportion(self.exposed, self.helped),
            Measure::Seconds => Sample::mean(&Moments {
                people: self.completed,
                sum: self.seconds as f64,
                sum_squares: self.seconds_squares as f64,
            }),
        }
    }

    /// The measure of the same people before and after. Of seconds there is none: they are counted of those alone who came to
    /// an end, and who does may be a matter of what they were shown.
    fn paired(&self, measure: Measure) -> Option<Paired> {
        let (within, before) = match measure {
            Measure::Completed => (self.completed, self.completed_before),
            Measure::Erred => (self.erred, self.erred_before),
            Measure::Helped => (self.helped, self.helped_before),
            Measure::Seconds => return None,
        };
        let ones = |count: u32| Moments { people: self.exposed, sum: f64::from(count), sum_squares: f64::from(count) };
        Some(Paired { before: ones(before.did), within: ones(within), sum_products: f64::from(before.again) })
    }
}

/// Both sides as a test needs them.
#[derive(Debug, Clone, Copy)]
struct Sides {
    control: Sample,
    variation: Sample,
    /// Whether account is taken of what the same people did before.
    is_adjusted: bool,
}

impl Sides {
    /// Less what was to be expected of the same people beforehand, where enough of them had done it before and enough had
    /// not.
    fn of(control: &Counts, variation: &Counts, measure: Measure) -> Self {
        let plain = Self { control: control.sample(measure), variation: variation.sample(measure), is_adjusted: false };
        let (Some(of_control), Some(of_variation)) = (control.paired(measure), variation.paired(measure)) else {
            return plain;
        };
        let (did, all) = (of_control.before.sum + of_variation.before.sum, control.exposed + variation.exposed);
        let enough = f64::from(ENOUGH_BEFORE);
        if did < enough || f64::from(all) - did < enough {
            return plain;
        }
        let (control, variation) = adjusted(&of_control, &of_variation);
        Self { control, variation, is_adjusted: true }
    }
}

/// What was counted of those who were first shown a variation on one day, in one size of text and one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice {
    /// The variation.
    pub variation: String,
    /// The day, in UTC.
    pub day: Date,
    /// The size of their text on that day.
    pub text: TextSize,
    /// Their language on that day.
    pub language: Language,
    /// What was counted.
    pub counts: Counts,
}

/// One variation, and what it says against the control.
#[derive(Debug, Clone, PartialEq)]
pub struct Arm {
    /// Its name.
    pub variation: String,
    /// What was counted.
    pub counts: Counts,
    /// For each measure: how much more than the control it has, and as a part of it. Of the control itself, and where
    /// too few people were counted, nothing.
    pub judged: Vec<Judged>,
}

/// One measure of a variation against the control. The intervals hold on every day at once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged {
    /// Which measure.
    pub measure: Measure,
    /// The difference in the measure's own unit, and how sure it is.
    pub difference: Option<(f64, Reading)>,
    /// The difference as a part of the control's mean, and how sure it is.
    pub lift: Option<(f64, Reading)>,
    /// Whether it does harm.
    pub verdict: Verdict,
    /// Whether account is taken of what the same people did before they were shown the page.
    pub is_adjusted: bool,
}

/// What an experiment says so far, of everybody or of some.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadOut {
    /// The variations, the control first.
    pub arms: Vec<Arm>,
    /// How often a split at least this uneven comes about by chance.
    pub split_p: f64,
}

/// What is to be said of a measure today, of the last variation against the control. Parts are of the control's mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Finding {
    /// The counting is broken.
    Broken,
    /// Nothing yet: about so many more have to be shown each variation, where that can be told.
    TooFew(Option<u32>),
    /// A difference of a twentieth would most likely have been found, and none was.
    Alike,
    /// There is more of it by at least the one part and at most the other.
    More(f64, f64),
    /// There is less of it, likewise.
    Less(f64, f64),
}

impl ReadOut {
    /// What these slices say of `experiment`.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "whoever asks makes the iterator for this question alone")]
    pub fn of<'a>(experiment: &Experiment, slices: impl Iterator<Item = &'a Slice> + Clone) -> Self {
        let counted = |variation: &str| {
            let of = slices.clone().filter(|slice| slice.variation == variation);
            of.fold(Counts::default(), |sum, slice| sum.and(slice.counts))
        };
        let counts: Vec<Counts> = experiment.variations.iter().map(|one| counted(&one.key)).collect();
        let control = counts.first().copied().unwrap_or_default();
        let people: Vec<u32> = counts.iter().map(|counts| counts.exposed).collect();
        // Every measure of every variation may say by chance that it does harm: together they do so one time in twenty.
        let judgements = (Measure::ALL.len() * people.len().saturating_sub(1)).max(1);
        let alpha = ALPHA / f64::from(u32::try_from(judgements).unwrap_or(u32::MAX));
        let named = experiment.variations.iter().zip(&counts).enumerate();
        let arms = named.map(|(place, (variation, counts))| Arm {
            variation: variation.key.clone(),
            counts: *counts,
            judged: if place == 0 { Vec::new() } else { judged(&control, counts, alpha) },
        });
        Self { arms: arms.collect(), split_p: sample_ratio(&people, &weights(experiment)) }
    }

    /// What is to be said of `measure`.
    #[must_use]
    pub fn finding(&self, measure: Measure) -> Finding {
        if self.split_is_broken() {
            return Finding::Broken;
        }
        let judged = self.arms.last().and_then(|arm| arm.judged.iter().find(|judged| judged.measure == measure));
        match judged.and_then(|judged| judged.lift).map(|(_, reading)| reading.interval) {
            Some(interval) if interval.from > 0.0 => Finding::More(interval.from, interval.to),
            Some(interval) if interval.to < 0.0 => Finding::Less(-interval.to, -interval.from),
            Some(_) if self.people_missing(measure) == Some(0) => Finding::Alike,
            _ => Finding::TooFew(self.people_missing(measure).filter(|more| *more > 0)),
        }
    }

    /// How many more have to be shown each variation before a difference of a twentieth in `measure` is found; nothing
    /// where there is nothing of it yet, or no bank has as many.
    #[must_use]
    pub fn people_missing(&self, measure: Measure) -> Option<u32> {
        let (control, variation) = (self.arms.first()?.counts, self.arms.last()?.counts);
        let sample = Sides::of(&control, &variation, measure).control;
        let worth = sample.counted_mean.abs() * WORTH_FINDING;
        let needed = people_needed(worth, sample.variance, ALPHA, WANTED_POWER, Look::AtAnyTime)?;
        let counted = |arm: &Arm| (arm.counts.sample(measure).people, arm.counts.exposed);
        let (people, exposed) = self.arms.iter().map(counted).min()?;
        let more = u64::from(needed.saturating_sub(people));
        // Of those who are shown it, not all are counted in every measure: seconds are theirs who came to an end.
        u32::try_from((more * u64::from(exposed)).checked_div(u64::from(people))?).ok()
    }

    /// Whether a difference takes account of what the same people did before.
    #[must_use]
    pub fn is_adjusted(&self) -> bool {
        self.arms.iter().flat_map(|arm| &arm.judged).any(|judged| judged.is_adjusted)
    }

    /// Whether the counting is broken: then no difference is worth reading, and none stops anything.
    #[must_use]
    pub fn split_is_broken(&self) -> bool {
        self.split_p < SAMPLE_RATIO_P
    }

    /// The first variation that does harm, and by which measure.
    #[must_use]
    pub fn harm(&self) -> Option<(&str, Measure)> {
        self.harm_by(Measure::ALL)
    }

    /// The same, as far as one of `measures` shows it.
    #[must_use]
    pub fn harm_by(&self, measures: &[Measure]) -> Option<(&str, Measure)> {
        if self.split_is_broken() {
            return None;
        }
        self.arms.iter().find_map(|arm| {
            let harms = |judged: &&Judged| judged.verdict == Verdict::Harmed && measures.contains(&judged.measure);
            let harm = arm.judged.iter().find(harms)?;
            Some((arm.variation.as_str(), harm.measure))
        })
    }
}

fn judged(control: &Counts, counts: &Counts, alpha: f64) -> Vec<Judged> {
    let judge = |measure: &Measure| {
        let Sides { control, variation, is_adjusted } = Sides::of(control, counts, *measure);
        let effect = |scale| {
            let effect = Effect::between(&control, &variation, scale)?;
            Some((effect.estimate, effect.at_any_time(ALPHA)))
        };
        let guardrail = Guardrail { better: measure.better(), margin: MARGIN };
        Judged {
            measure: *measure,
            difference: effect(Scale::Absolute),
            lift: effect(Scale::Relative),
            verdict: guardrail.judge(&control, &variation, alpha),
            is_adjusted,
        }
    };
    Measure::ALL.iter().map(judge).collect()
}

/// The share of each variation.
fn weights(experiment: &Experiment) -> Vec<f64> {
    let widths = experiment.spans();
    let widths = widths.iter().map(|span| f64::from(span.end_bp.saturating_sub(span.start_bp)) / f64::from(WHOLE_BP));
    widths.collect()
}

/// Everything that was counted of `experiment` on `journey`, and what it says of everybody.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn read_out(bank: &Bank, experiment: &Experiment, journey: Journey) -> Result<(ReadOut, Vec<Slice>), Error> {
    let slices = bank.experiments.slices(&experiment.key, experiment.bucket_version, journey).await?;
    Ok((ReadOut::of(experiment, slices.iter()), slices))
}

/// The first variation of `experiment` that does harm by now, and by which measure: to everybody, or to those who read in
/// large text.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn harm(bank: &Bank, experiment: &Experiment, journey: Journey) -> Result<Option<(String, Measure)>, Error> {
    let (all, slices) = read_out(bank, experiment, journey).await?;
    let large = ReadOut::of(experiment, slices.iter().filter(|slice| slice.text.is_large()));
    let harm = all.harm_by(journey.guarded()).or(large.harm_by(journey.guarded()));
    Ok(harm.map(|(variation, measure)| (variation.to_owned(), measure)))
}

#[cfg(test)]
#[path = "read_out_tests.rs"]
mod tests;
