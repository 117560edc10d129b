//! CLINC150: what is in scope is told apart, and from what is not.

use assistant::{
    classify::{Example, REJECTED_PER_CENT, Report, outcomes},
    data::Corpus,
};

use crate::{
    Outcome,
    side::{Side, both, goals},
};

/// How many utterances the official test split has, in scope and out of it. The validation split has far fewer out of
/// scope, so that precision there says little about the one that was measured elsewhere.
const TEST: (f64, f64) = (4_500.0, 1_000.0);

/// Learns from the training split, calibrates with one half of the validation split and measures with the other, then
/// the other way round: so that nothing is measured with what it was calibrated with.
pub fn measure(side: &Side, corpus: &Corpus) -> Outcome {
    let mut all = Vec::new();
    let (learnt, validation) = (side.examples(&corpus.train), side.examples(&corpus.validation));
    let halves: Vec<Vec<Example>> =
        (0..2).map(|half| validation.iter().skip(half).step_by(2).cloned().collect()).collect();
    for half in 0..2 {
        let model = side.train(&learnt, &halves[1 - half], 1)?;
        all.extend(outcomes(&model, &halves[half]));
    }
    let report = Report::of(&all);
    let outside = report.out_of_scope.ok_or("the validation split has nothing out of scope")?;
    #[expect(clippy::cast_precision_loss, reason = "five is exact")]
    let wrongly = TEST.0 * REJECTED_PER_CENT as f64 / 100.0;
    let precision = outside.recall * TEST.1 / (outside.recall * TEST.1 + wrongly);
    side.at_least("clinc.in_scope", 100.0 * report.accuracy, "%", goals(92.7, 95.5));
    side.at_most("clinc.ece", report.ece, "", goals(0.03, 0.02));
    side.at_least("clinc.auroc", outside.auroc, "", goals(0.958, 0.972));
    side.at_least("clinc.oos_recall", outside.recall, "", goals(0.83, 0.89));
    side.at_least("clinc.oos_precision", precision, "", both(0.77));
    side.aside("clinc.oos_precision_as_is", outside.precision, "");
    Ok(())
}
