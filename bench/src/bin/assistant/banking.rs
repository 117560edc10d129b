//! BANKING77 by cross-validation.
//!
//! Its official test split has every intent equally often, its training split has not: the accuracy of each intent by
//! itself and then the mean is what compares with it, and stands beside the accuracy over all.

use assistant::classify::{Example, Report, outcomes};
use bench::figure::say;

use crate::{
    Outcome,
    side::{Side, goals},
    splits::{few, folds},
};

const FOLDS: usize = 10;
const SEEDS: std::ops::Range<u64> = 1..6;

/// Accuracy and calibration where everything is answered by a model that has not seen it.
pub fn cross_validate(side: &Side, examples: &[Example]) -> Outcome {
    let mut all = Vec::new();
    for (fold, (learnt, asked)) in folds(examples, FOLDS, 1).into_iter().enumerate() {
        let answered = outcomes(&side.train(&learnt, &[], 1)?, &asked);
        say(&format!("fold {} of {FOLDS}: {:.2} %", fold + 1, 100.0 * Report::of(&answered).accuracy));
        all.extend(answered);
    }
    let report = Report::of(&all);
    side.at_least("banking77.accuracy", 100.0 * report.accuracy, "%", goals(92.0, 93.2));
    side.aside("banking77.balanced_accuracy", 100.0 * report.balanced_accuracy, "%");
    side.at_most("banking77.ece", report.ece, "", goals(0.03, 0.02));
    Ok(())
}

/// Accuracy after ten examples of each intent: all others are asked about.
pub fn ten_shot(side: &Side, examples: &[Example]) -> Outcome {
    let mut reports = Vec::new();
    for seed in SEEDS {
        let (learnt, asked) = few(examples, 10, seed);
        reports.push(Report::of(&outcomes(&side.train(&learnt, &[], seed)?, &asked)));
    }
    let mean = |figure: fn(&Report) -> f64| 100.0 * reports.iter().map(figure).sum::<f64>() / 5.0;
    side.at_least("banking77.ten_shot", mean(|report| report.accuracy), "%", goals(76.0, 82.0));
    side.aside("banking77.ten_shot_balanced", mean(|report| report.balanced_accuracy), "%");
    Ok(())
}
