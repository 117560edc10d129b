//! What must not get worse, whatever else gets better.

use super::{Effect, Sample, Scale};

/// In which direction a measure is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// Journeys completed.
    Higher,
    /// Errors shown, help asked, seconds taken.
    Lower,
}

/// A measure that stops an experiment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guardrail {
    /// In which direction it is good.
    pub better: Better,
    /// How much worse is no harm yet, as a part of the control's mean.
    pub margin: f64,
}

/// What a guardrail says today. It may be asked every day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Not enough people yet to tell.
    Unclear,
    /// Not worse by more than the margin.
    Safe,
    /// Worse: the experiment stops.
    Harmed,
}

impl Guardrail {
    /// What the two samples say, at the level `alpha`.
    #[must_use]
    pub fn judge(&self, control: &Sample, variation: &Sample, alpha: f64) -> Verdict {
        let Some(effect) = Effect::between(control, variation, Scale::Relative) else { return Verdict::Unclear };
        let interval = effect.at_any_time(alpha).interval;
        let (best, worst) = match self.better {
            Better::Higher => (interval.to, interval.from),
            Better::Lower => (-interval.from, -interval.to),
        };
        if best < 0.0 {
            Verdict::Harmed
        } else if worst >= -self.margin {
            Verdict::Safe
        } else {
            Verdict::Unclear
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::ALPHA;
    use super::*;

    const COMPLETED: Guardrail = Guardrail { better: Better::Higher, margin: 0.05 };
    const ERRORS: Guardrail = Guardrail { better: Better::Lower, margin: 0.05 };

    #[test]
    fn fewer_completed_journeys_and_more_errors_stop_it() {
        let (control, variation) = (Sample::proportion(20_000, 16_000), Sample::proportion(20_000, 15_000));
        assert_eq!(COMPLETED.judge(&control, &variation, ALPHA), Verdict::Harmed);
        assert_eq!(ERRORS.judge(&variation, &control, ALPHA), Verdict::Harmed);
    }

    #[test]
    fn what_got_better_or_stayed_is_safe() {
        let (control, variation) = (Sample::proportion(20_000, 15_000), Sample::proportion(20_000, 16_000));
        assert_eq!(COMPLETED.judge(&control, &variation, ALPHA), Verdict::Safe);
        assert_eq!(COMPLETED.judge(&control, &control, ALPHA), Verdict::Safe);
    }

    #[test]
    fn a_few_people_stop_nothing() {
        let (control, variation) = (Sample::proportion(20, 16), Sample::proportion(20, 14));
        assert_eq!(COMPLETED.judge(&control, &variation, ALPHA), Verdict::Unclear);
        assert_eq!(COMPLETED.judge(&Sample::proportion(0, 0), &variation, ALPHA), Verdict::Unclear);
    }
}
