//! The difference between a control and a variation, and how sure it is.

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::Sample;

/// After how many people in both variations together the sequence is narrowest. What it proves does not depend on it.
const NARROWEST_PEOPLE: f64 = 5_000.0;

/// A part of a mean that is itself only known to within more than this part of it means little: the delta method, by
/// which its variance is found, is for means far from zero.
const STEADY_PART: f64 = 0.2;

/// What a difference is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// The measure's own unit.
    Absolute,
    /// Parts of the control's mean: 0.1 is a tenth more.
    Relative,
}

/// From here to there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub from: f64,
    /// The upper end.
    pub to: f64,
}

impl Interval {
    fn around(middle: f64, half: f64) -> Self {
        Self { from: middle - half, to: middle + half }
    }

    /// Whether `value` is in it.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        self.from <= value && value <= self.to
    }
}

/// How sure a difference is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Where the true difference is, at the level asked for.
    pub interval: Interval,
    /// How often a difference this large would be seen where there is none.
    pub p_value: f64,
}

/// The difference between two samples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// The difference that was seen.
    pub estimate: f64,
    /// The variance of it.
    pub variance: f64,
    people: f64,
    freedom: f64,
}

impl Effect {
    /// What `variation` has more than `control`. Nothing can be said, and nothing is, where one of them has fewer than
    /// two people or everybody in it is alike, where a part is asked of a control whose mean is not known to within a fifth
    /// of it, or where a number is no number.
    #[must_use]
    pub fn between(control: &Sample, variation: &Sample, scale: Scale) -> Option<Self> {
        let too_little = |sample: &Sample| sample.people < 2 || sample.variance <= 0.0;
        let (base, mean) = (control.counted_mean, variation.counted_mean);
        if too_little(control) || too_little(variation) {
            return None;
        }
        let (of_control, of_variation) = (control.variance_of_mean(), variation.variance_of_mean());
        if scale == Scale::Relative && of_control.sqrt() > STEADY_PART * base.abs() {
            return None;
        }
        let difference = variation.mean - control.mean;
        let (estimate, variance) = match scale {
            Scale::Absolute => (difference, of_control + of_variation),
            // The delta method.
            Scale::Relative => {
                (difference / base, of_variation / base.powi(2) + of_control * mean.powi(2) / base.powi(4))
            }
        };
        let people = f64::from(control.people) + f64::from(variation.people);
        let part = |variance: f64, people: u32| variance.powi(2) / f64::from(people - 1);
        // Welch and Satterthwaite.
        let freedom = (of_control + of_variation).powi(2)
            / (part(of_control, control.people) + part(of_variation, variation.people));
        // Numbers too small or too large to be squared say nothing.
        let can_be_read = [estimate, variance, freedom].iter().all(|number| number.is_finite()) && freedom > 0.0;
        can_be_read.then_some(Self { estimate, variance, people, freedom })
    }

    /// Read once, at an end that was fixed beforehand (Welch's t).
    ///
    /// # Panics
    /// Never: the degrees of freedom are above zero.
    #[must_use]
    pub fn at_the_end(&self, alpha: f64) -> Reading {
        let student = StudentsT::new(0.0, 1.0, self.freedom).expect("the degrees of freedom are above zero");
        let error = self.variance.sqrt();
        Reading {
            interval: Interval::around(self.estimate, student.inverse_cdf(1.0 - alpha / 2.0) * error),
            p_value: 2.0 * student.cdf(-(self.estimate / error).abs()),
        }
    }

    /// Read as often as anybody likes: the chance that the true difference is *ever* outside of the interval is at most
    /// `alpha` (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2023, equations 9, 155 and 161).
    #[must_use]
    pub fn at_any_time(&self, alpha: f64) -> Reading {
        let rho_squared = rho_squared(alpha);
        let mixed = self.people * rho_squared + 1.0;
        let score = self.estimate.powi(2) * self.people / self.variance;
        let evidence = (rho_squared * score / (2.0 * mixed)).exp() / mixed.sqrt();
        Reading {
            interval: Interval::around(self.estimate, sequence_width(self.people, alpha) * self.variance.sqrt()),
            p_value: (1.0 / evidence).min(1.0),
        }
    }
}

fn rho_squared(alpha: f64) -> f64 {
    let twice = -2.0 * alpha.ln();
    (twice + (twice + 1.0).ln()) / NARROWEST_PEOPLE
}

/// Half the width of the sequence after so many people, in standard errors.
pub(super) fn sequence_width(people: f64, alpha: f64) -> f64 {
    let spread = people * rho_squared(alpha);
    (2.0 * (spread + 1.0) * ((spread + 1.0).sqrt() / alpha).ln() / spread).sqrt()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::ALPHA;
    use super::*;

    #[test]
    fn nothing_is_said_of_too_little() {
        let (nobody, some) = (Sample::proportion(0, 0), Sample::proportion(100, 40));
        assert_eq!(Effect::between(&nobody, &some, Scale::Absolute), None);
        assert_eq!(Effect::between(&some, &Sample::proportion(100, 100), Scale::Absolute), None);
        let centred = Sample { people: 100, mean: 0.0, counted_mean: 0.0, variance: 1.0 };
        assert_eq!(Effect::between(&centred, &some, Scale::Relative), None);
        assert_eq!(Effect::between(&Sample::proportion(100, 3), &some, Scale::Relative), None);
        assert!(Effect::between(&centred, &some, Scale::Absolute).is_some());
    }

    #[test]
    fn numbers_that_cannot_be_squared_say_nothing_and_bring_nothing_down() {
        let some = Sample::proportion(100, 40);
        for variance in [f64::NAN, f64::INFINITY, f64::MAX, f64::MIN_POSITIVE] {
            let strange = Sample { people: 100, mean: 1.0, counted_mean: 1.0, variance };
            for pair in [(&strange, &some), (&some, &strange), (&strange, &strange)] {
                if let Some(effect) = Effect::between(pair.0, pair.1, Scale::Absolute) {
                    assert!(effect.at_the_end(ALPHA).p_value.is_finite(), "{variance}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn whoever_looks_every_day_is_told_less(
            people in 50_u32..50_000, control in 0.05..0.95_f64, variation in 0.05..0.95_f64,
        ) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a u32")]
            let did = |rate: f64| (f64::from(people) * rate) as u32;
            let sample = |rate| Sample::proportion(people, did(rate));
            let effect = Effect::between(&sample(control), &sample(variation), Scale::Absolute).unwrap();
            let (end, any) = (effect.at_the_end(ALPHA), effect.at_any_time(ALPHA));
            prop_assert!(any.interval.from <= end.interval.from && end.interval.to <= any.interval.to);
            prop_assert!(any.p_value >= end.p_value - 1e-12);
        }

        #[test]
        fn an_interval_without_zero_and_a_small_p_are_the_same(
            people in 50_u32..5_000, control in 10_u32..50, variation in 10_u32..50,
        ) {
            let (control, variation) = (Sample::proportion(people, control), Sample::proportion(people, variation));
            let reading = Effect::between(&control, &variation, Scale::Absolute).map(|effect| effect.at_any_time(ALPHA));
            if let Some(reading) = reading {
                prop_assert_eq!(reading.interval.contains(0.0), reading.p_value >= ALPHA);
            }
        }
    }
}
