//! How likely an experiment is to see what it looks for, and how many people that takes.

use statrs::distribution::{ContinuousCDF, Normal};

use super::effect::sequence_width;

/// More people than any bank has customers: an experiment that needs them is not worth starting.
const MOST_PEOPLE: u32 = 1 << 30;

/// How an experiment is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Once, at the end.
    AtTheEnd,
    /// Every day. What counts is the last one: whoever looks before sees it at least as often.
    AtAnyTime,
}

/// The chance that a true difference is seen, in either direction it would be seen in, when each of two variations has
/// `people` and one person's measure has this variance.
///
/// # Panics
/// Never: the standard normal distribution exists.
#[must_use]
pub fn power(difference: f64, variance: f64, people: u32, alpha: f64, look: Look) -> f64 {
    if people == 0 || variance <= 0.0 {
        return 0.0;
    }
    let normal = Normal::new(0.0, 1.0).expect("the standard normal distribution");
    let each = f64::from(people);
    let shift = difference / (2.0 * variance / each).sqrt();
    let width = match look {
        Look::AtTheEnd => normal.inverse_cdf(1.0 - alpha / 2.0),
        Look::AtAnyTime => sequence_width(2.0 * each, alpha),
    };
    normal.cdf(shift - width) + normal.cdf(-shift - width)
}

/// The fewest people in each of two variations with which a true difference is seen with the chance `wanted`. Nothing,
/// where no bank has as many.
#[must_use]
pub fn people_needed(difference: f64, variance: f64, alpha: f64, wanted: f64, look: Look) -> Option<u32> {
    let enough = |people: u32| power(difference, variance, people, alpha, look) >= wanted;
    let (mut too_few, mut people) = (0, 1);
    while !enough(people) {
        (too_few, people) = (people, (people < MOST_PEOPLE).then(|| people * 2)?);
    }
    while people - too_few > 1 {
        let middle = too_few + (people - too_few) / 2;
        if enough(middle) { people = middle } else { too_few = middle }
    }
    Some(people)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::ALPHA;
    use super::*;

    #[test]
    fn looking_every_day_costs_people() {
        let needed = |look| people_needed(0.02, 0.2 * 0.8, ALPHA, 0.8, look).unwrap();
        assert!(needed(Look::AtTheEnd) < needed(Look::AtAnyTime));
    }

    #[test]
    fn nothing_to_find_is_never_found() {
        assert_eq!(people_needed(0.0, 0.16, ALPHA, 0.8, Look::AtAnyTime), None);
        assert_eq!(people_needed(0.1, 0.0, ALPHA, 0.8, Look::AtTheEnd), None);
    }

    proptest! {
        #[test]
        fn one_person_fewer_is_too_few(difference in 0.005..0.2_f64, wanted in 0.5..0.95_f64) {
            for look in [Look::AtTheEnd, Look::AtAnyTime] {
                let people = people_needed(difference, 0.2, ALPHA, wanted, look).unwrap();
                prop_assert!(power(difference, 0.2, people, ALPHA, look) >= wanted);
                prop_assert!(power(difference, 0.2, people - 1, ALPHA, look) < wanted);
            }
        }
    }
}
