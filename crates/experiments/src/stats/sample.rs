//! What was counted of the people who were shown one variation.

/// Of so many people, the sum of a measure and of its squares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    /// How many people.
    pub people: u32,
    /// The sum over them.
    pub sum: f64,
    /// The sum of the squares.
    pub sum_squares: f64,
}

impl Moments {
    /// The mean; of nobody, nothing.
    #[must_use]
    pub fn mean(&self) -> f64 {
        if self.people == 0 { 0.0 } else { self.sum / f64::from(self.people) }
    }

    /// The variance of the sample (Bessel's); of fewer than two people, nothing.
    #[must_use]
    pub fn variance(&self) -> f64 {
        covariance(self.people, self.sum, self.sum, self.sum_squares)
    }

    fn with(&self, other: &Self) -> Self {
        Self {
            people: self.people + other.people,
            sum: self.sum + other.sum,
            sum_squares: self.sum_squares + other.sum_squares,
        }
    }
}

fn covariance(people: u32, one: f64, other: f64, products: f64) -> f64 {
    if people < 2 {
        return 0.0;
    }
    (products - one * other / f64::from(people)) / f64::from(people - 1)
}

/// What a test needs to know of a variation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// How many people.
    pub people: u32,
    /// The mean, adjusted where it was.
    pub mean: f64,
    /// The mean as it was counted: what a relative difference is relative to.
    pub counted_mean: f64,
    /// The variance of one person's measure.
    pub variance: f64,
}

impl Sample {
    /// So many of `people` did it. More than all of them are all of them.
    #[must_use]
    pub fn proportion(people: u32, did: u32) -> Self {
        let mean = if people == 0 { 0.0 } else { f64::from(did.min(people)) / f64::from(people) };
        Self { people, mean, counted_mean: mean, variance: mean * (1.0 - mean) }
    }

    /// A measure of each of them: seconds taken, help asked.
    #[must_use]
    pub fn mean(moments: &Moments) -> Self {
        let mean = moments.mean();
        Self { people: moments.people, mean, counted_mean: mean, variance: moments.variance() }
    }

    /// The variance of the mean.
    pub(super) fn variance_of_mean(&self) -> f64 {
        self.variance / f64::from(self.people)
    }
}

/// A measure of the same people before an experiment and in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paired {
    /// Before.
    pub before: Moments,
    /// In it.
    pub within: Moments,
    /// The sum of the products of the two.
    pub sum_products: f64,
}

impl Paired {
    fn covariance(&self) -> f64 {
        covariance(self.within.people, self.within.sum, self.before.sum, self.sum_products)
    }

    fn sample(&self, theta: f64) -> Sample {
        Sample {
            people: self.within.people,
            mean: self.within.mean() - theta * self.before.mean(),
            counted_mean: self.within.mean(),
            variance: self.within.variance() + theta * theta * self.before.variance() - 2.0 * theta * self.covariance(),
        }
    }
}

/// Control and variation, less what was to be expected of the same people beforehand (CUPED: Deng, Xu, Kohavi and Walker
/// 2013). The coefficient is that of both together, so no difference between them is explained away.
#[must_use]
pub fn adjusted(control: &Paired, variation: &Paired) -> (Sample, Sample) {
    let both = Paired {
        before: control.before.with(&variation.before),
        within: control.within.with(&variation.within),
        sum_products: control.sum_products + variation.sum_products,
    };
    // Where nobody differs there is nothing to explain.
    let varies = both.before.variance() > 0.0 && both.within.variance() > 0.0;
    let theta = if varies { both.covariance() / both.before.variance() } else { 0.0 };
    (control.sample(theta), variation.sample(theta))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn moments(values: &[f64]) -> Moments {
        Moments {
            people: u32::try_from(values.len()).unwrap(),
            sum: values.iter().sum(),
            sum_squares: values.iter().map(|value| value * value).sum(),
        }
    }

    #[test]
    fn nobody_has_no_mean_and_one_person_no_variance() {
        assert_eq!(Sample::proportion(0, 3), Sample { people: 0, mean: 0.0, counted_mean: 0.0, variance: 0.0 });
        assert!(Sample::mean(&moments(&[4.0])).variance.abs() < f64::EPSILON);
        assert!((Sample::mean(&moments(&[2.0, 4.0])).variance - 2.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn what_was_known_beforehand_never_makes_it_noisier(values in prop::collection::vec((0.0..9.0_f64, 0.0..9.0_f64), 4..40)) {
            let paired = |values: &[(f64, f64)]| Paired {
                before: moments(&values.iter().map(|pair| pair.0).collect::<Vec<_>>()),
                within: moments(&values.iter().map(|pair| pair.1).collect::<Vec<_>>()),
                sum_products: values.iter().map(|(before, within)| before * within).sum(),
            };
            let all = paired(&values);
            let (control, _) = adjusted(&all, &all);
            prop_assert!(control.variance <= all.within.variance() + 1e-9);
        }
    }
}
