//! CLINC150: what is in scope is told apart, and from what is not.

use assistant::{
    classify::{REJECTED_PER_CENT, Report, outcomes, train},
    data::Corpus,
};
use bench::figure::Figure;

use crate::Outcome;

/// How many utterances the official test split has, in scope and out of it. The validation split has far fewer out of
/// scope, so that precision there says little about the one that was measured elsewhere.
const TEST: (f64, f64) = (4_500.0, 1_000.0);

/// Learns from the training split, calibrates with one half of the validation split and measures with the other, then
/// the other way round: so that nothing is measured with what it was calibrated with.
pub fn measure(corpus: &Corpus) -> Outcome {
    let mut all = Vec::new();
    let halves: Vec<Vec<_>> =
        (0..2).map(|half| corpus.validation.iter().skip(half).step_by(2).cloned().collect()).collect();
    for half in 0..2 {
        let model = train(&corpus.train, &halves[1 - half], 1)?;
        all.extend(outcomes(&model, &halves[half]));
    }
    let report = Report::of(&all);
    let outside = report.out_of_scope.ok_or("the validation split has nothing out of scope")?;
    #[expect(clippy::cast_precision_loss, reason = "five is exact")]
    let wrongly = TEST.0 * REJECTED_PER_CENT as f64 / 100.0;
    let precision = outside.recall * TEST.1 / (outside.recall * TEST.1 + wrongly);
    Figure::at_least("assistant.clinc.in_scope", 100.0 * report.accuracy, "%", 92.7).print();
    Figure::at_most("assistant.clinc.ece", report.ece, "", 0.03).print();
    Figure::at_least("assistant.clinc.auroc", outside.auroc, "", 0.958).print();
    Figure::at_least("assistant.clinc.oos_recall", outside.recall, "", 0.83).print();
    Figure::at_least("assistant.clinc.oos_precision", precision, "", 0.77).print();
    Figure::aside("assistant.clinc.oos_precision_as_is", outside.precision, "").print();
    Ok(())
}
