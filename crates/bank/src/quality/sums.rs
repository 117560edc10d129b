//! Adding up, and telling what can be told of it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Group, Measure, measured::Values};
use crate::few;

/// What was measured of some.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Of so many it is so.
    Share {
        /// How many it is.
        yes: usize,
        /// Of how many.
        of: usize,
    },
    /// How long it took so many.
    Took {
        /// The half of them at most, in seconds.
        median_s: i64,
        /// Nine of ten of them at most, in seconds.
        nine_of_ten_s: i64,
        /// How many they are.
        of: usize,
    },
}

impl Value {
    /// How many it is told of.
    #[must_use]
    pub const fn of(self) -> usize {
        match self {
            Self::Share { of, .. } | Self::Took { of, .. } => of,
        }
    }
}

/// What was measured of a group: a value for each measure, `None` where there are too few to tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What they have in common.
    pub group: Group,
    /// The values.
    pub values: Vec<Option<Value>>,
}

/// What was measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What.
    pub measures: &'static [Measure],
    /// Of all; `None` where there are too few to tell anything.
    pub all: Option<Row>,
    /// Of groups, the largest first. Of whom nothing can be told is not in it.
    pub groups: Vec<Row>,
}

/// Values, and of whom they are.
#[derive(Debug, Default, Clone)]
struct Sample {
    people: BTreeSet<i64>,
    values: Vec<i64>,
}

/// Samples of groups, one for each measure.
pub struct Sums {
    measures: &'static [Measure],
    groups: BTreeMap<Group, Vec<Sample>>,
}

impl Sums {
    pub const fn of(measures: &'static [Measure]) -> Self {
        Self { measures, groups: BTreeMap::new() }
    }

    /// Adds what was measured of one that `who` began.
    pub fn add(&mut self, who: i64, group: Group, values: &Values) {
        for group in [Group::All, group] {
            let samples = self.groups.entry(group).or_insert_with(|| vec![Sample::default(); self.measures.len()]);
            for (measure, sample) in self.measures.iter().zip(samples) {
                let found = values.iter().find(|(of, _)| of == measure);
                if let Some((_, value)) = found {
                    sample.people.insert(who);
                    sample.values.push(*value);
                }
            }
        }
    }

    /// What can be told.
    pub fn told(mut self) -> Table {
        let all = self.groups.remove(&Group::All);
        let all = all.map(|samples| row(self.measures, Group::All, &samples, |_| true));
        let samples: Vec<&Vec<Sample>> = self.groups.values().collect();
        let told: Vec<Vec<bool>> = (0..self.measures.len())
            .map(|at| few::told(&samples.iter().map(|samples| &samples[at].people).collect::<Vec<_>>()))
            .collect();
        let rows = self.groups.iter().enumerate();
        let rows = rows.map(|(nth, (group, samples))| row(self.measures, *group, samples, |at| told[at][nth]));
        let mut groups: Vec<Row> = rows.filter(Row::tells).collect();
        groups.sort_by_key(|row| std::cmp::Reverse(row.most()));
        Table { measures: self.measures, all: all.filter(Row::tells), groups }
    }
}

impl Row {
    fn tells(&self) -> bool {
        self.values.iter().any(Option::is_some)
    }

    fn most(&self) -> usize {
        self.values.iter().flatten().map(|value| value.of()).max().unwrap_or(0)
    }
}

/// The row of a group; `told` says of which of the measures something is told, by the groups beside it.
fn row(measures: &[Measure], group: Group, samples: &[Sample], told: impl Fn(usize) -> bool) -> Row {
    let value = |(at, (measure, sample)): (usize, (&Measure, &Sample))| {
        let people = u32::try_from(sample.people.len()).unwrap_or(u32::MAX);
        (few::are_enough(people) && told(at)).then(|| sample.value(*measure))
    };
    Row { group, values: measures.iter().zip(samples).enumerate().map(value).collect() }
}

impl Sample {
    fn value(&self, measure: Measure) -> Value {
        let of = self.values.len();
        match measure {
            Measure::FirstAnswer => {
                let mut sorted = self.values.clone();
                sorted.sort_unstable();
                let at = |tenths: usize| sorted[(of * tenths).div_ceil(10).clamp(1, of) - 1];
                Value::Took { median_s: at(5), nine_of_ten_s: at(9), of }
            }
            Measure::Contained | Measure::HandedOver | Measure::Solved | Measure::Reopened | Measure::Satisfied => {
                Value::Share { yes: self.values.iter().filter(|value| **value == 1).count(), of }
            }
        }
    }
}
