//! What was counted of an arrangement that some were shown and others were not.

use jiff::civil::Date;
use model::{Language, forms::Goal};

use super::arrangement::{Arrangement, Launch};
use crate::{
    Bank, Error,
    experiments::{self, Arm, Measure, ReadOut, Slice, Stop},
    few,
};

/// Some of those who were shown the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Who reads large text.
    Large,
    /// Who reads in a language.
    In(Language),
}

impl Group {
    fn has(self, slice: &Slice) -> bool {
        match self {
            Self::Large => slice.text.is_large(),
            Self::In(language) => slice.language == language,
        }
    }
}

/// How much more of the goal there was among those who had been shown the page by a day, as parts of the control's mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ByDay {
    /// The day.
    pub day: Date,
    /// What was seen.
    pub seen: f64,
    /// At least so much.
    pub from: f64,
    /// At most so much.
    pub to: f64,
}

/// What a comparison says so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// What it is judged by.
    pub goal: Measure,
    /// What it says of everybody.
    pub all: ReadOut,
    /// What it says of some, where there are enough of them, and enough of the others.
    pub some: Vec<(Group, ReadOut)>,
    /// The goal day by day, from the first on which anything can be said.
    pub days: Vec<ByDay>,
    /// That it did harm, and was stopped for that.
    pub stop: Option<Stop>,
    /// How often it could not be shown, and somebody saw the page as it was.
    pub failures: u32,
}

/// What the last comparison of `kept` says; `None` where it was never compared.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn results(bank: &Bank, kept: &Arrangement) -> Result<Option<Results>, Error> {
    let Some((Launch { goal, .. }, experiment)) = kept.comparison() else { return Ok(None) };
    let (all, slices) = experiments::read_out(bank, &experiment, kept.journey()).await?;
    let stops = bank.experiments.stops().await?;
    let failures = bank.experiments.failures(&experiment.key, experiment.bucket_version).await?;
    let goal = measure(*goal);
    let of = |group: Group| {
        let read_out = ReadOut::of(&experiment, slices.iter().filter(|slice| group.has(slice)));
        (are_enough(&read_out) && leaves_enough(&all, &read_out)).then_some((group, read_out))
    };
    let groups = [Group::Large].into_iter().chain(Language::ALL.iter().map(|language| Group::In(*language)));
    let mut days: Vec<Date> = slices.iter().map(|slice| slice.day).collect();
    days.sort_unstable();
    days.dedup();
    let by = |day: Date| {
        let read_out = ReadOut::of(&experiment, slices.iter().filter(|slice| slice.day <= day));
        let read_out = Some(read_out).filter(are_enough)?;
        let judged = read_out.arms.last()?.judged.iter().find(|judged| judged.measure == goal)?;
        let (seen, reading) = judged.lift?;
        Some(ByDay { day, seen, from: reading.interval.from, to: reading.interval.to })
    };
    Ok(Some(Results {
        goal,
        some: groups.filter_map(of).collect(),
        days: days.into_iter().filter_map(by).collect(),
        stop: stops.into_iter().find(|stop| stop.experiment == experiment.key),
        all,
        failures,
    }))
}

impl Results {
    /// Whether so many were counted on both sides that figures can be told.
    #[must_use]
    pub fn can_be_told(&self) -> bool {
        are_enough(&self.all)
    }
}

fn are_enough(read_out: &ReadOut) -> bool {
    read_out.arms.iter().all(|arm| few::are_enough(arm.counts.exposed))
}

/// Whether those who are in `all` and not in `some` are nobody, or enough: else they could be told by taking away.
fn leaves_enough(all: &ReadOut, some: &ReadOut) -> bool {
    let others = |(all, some): (&Arm, &Arm)| all.counts.exposed.saturating_sub(some.counts.exposed);
    let others: Vec<u32> = all.arms.iter().zip(&some.arms).map(others).collect();
    few::leaves_enough(&others)
}

const fn measure(goal: Goal) -> Measure {
    match goal {
        Goal::Finished => Measure::Completed,
        Goal::Quicker => Measure::Seconds,
        Goal::FewerErrors => Measure::Erred,
        Goal::LessHelp => Measure::Helped,
    }
}
