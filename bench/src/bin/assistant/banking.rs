//! BANKING77 by cross-validation.
//!
//! Its official test split has every intent equally often, its training split has not: the accuracy of each intent by
//! itself and then the mean is what compares with it, and stands beside the accuracy over all.

use assistant::{
    classify::{Report, outcomes, train},
    data::Utterance,
};
use bench::figure::{Figure, say};

use crate::{
    Outcome,
    splits::{few, folds},
};

const FOLDS: usize = 10;
const SEEDS: std::ops::Range<u64> = 1..6;

/// Accuracy and calibration where everything is answered by a model that has not seen it.
pub fn cross_validate(utterances: &[Utterance]) -> Outcome {
    let mut all = Vec::new();
    for (fold, (learnt, asked)) in folds(utterances, FOLDS, 1).into_iter().enumerate() {
        let answered = outcomes(&train(&learnt, &[], 1)?, &asked);
        say(&format!("fold {} of {FOLDS}: {:.2} %", fold + 1, 100.0 * Report::of(&answered).accuracy));
        all.extend(answered);
    }
    let report = Report::of(&all);
    Figure::at_least("assistant.banking77.accuracy", 100.0 * report.accuracy, "%", 92.0).print();
    Figure::aside("assistant.banking77.balanced_accuracy", 100.0 * report.balanced_accuracy, "%").print();
    Figure::at_most("assistant.banking77.ece", report.ece, "", 0.03).print();
    Ok(())
}

/// Accuracy after ten examples of each intent: all others are asked about.
pub fn ten_shot(utterances: &[Utterance]) -> Outcome {
    let mut reports = Vec::new();
    for seed in SEEDS {
        let (learnt, asked) = few(utterances, 10, seed);
        reports.push(Report::of(&outcomes(&train(&learnt, &[], seed)?, &asked)));
    }
    let mean = |figure: fn(&Report) -> f64| 100.0 * reports.iter().map(figure).sum::<f64>() / 5.0;
    Figure::at_least("assistant.banking77.ten_shot", mean(|report| report.accuracy), "%", 76.0).print();
    Figure::aside("assistant.banking77.ten_shot_balanced", mean(|report| report.balanced_accuracy), "%").print();
    Ok(())
}
