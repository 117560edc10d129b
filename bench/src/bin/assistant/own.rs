//! The bank's own intents, in English and Chinese.
//!
//! What is learnt from is in `crates/assistant/intents`. What is asked about was written apart from it, by another hand, to
//! be hard: nothing was chosen by it.

use assistant::{
    classify::{OUT_OF_SCOPE, Outcome as Answered, Report, outcomes},
    data, ours,
};

use crate::{
    Outcome,
    side::{Side, goals},
    splits::folds,
};

const FOLDS: usize = 5;

/// From which confidence on the assistant does at once what it understood.
const SURE: f32 = 0.90;

const ENGLISH: &[u8] = include_bytes!("../../../../crates/assistant/tests/utterances/en.csv");
const CHINESE: &[u8] = include_bytes!("../../../../crates/assistant/tests/utterances/zh.csv");

/// By cross-validation, and with what was written apart.
pub fn measure(side: &Side) -> Outcome {
    let own = side.examples(&ours::utterances());
    let mut all = Vec::new();
    for (learnt, asked) in folds(&own, FOLDS, 1) {
        all.extend(outcomes(&side.train(&learnt, &[], 1)?, &asked));
    }
    side.aside("own.cross_validated", 100.0 * Report::of(&all).accuracy, "%");
    let model = side.train(&own, &[], 1)?;
    for (bytes, language) in [(ENGLISH, "en"), (CHINESE, "zh")] {
        let answered = outcomes(&model, &side.examples(&data::read(bytes)?.train));
        let report = Report::of(&answered);
        let outside = report.out_of_scope.ok_or("nothing is out of scope")?;
        let (said, those) = sure(&answered);
        let name = |figure: &str| format!("own.{language}.{figure}");
        side.at_least(&name("accuracy"), 100.0 * report.accuracy, "%", goals(92.0, 95.0));
        side.aside(&name("ece"), report.ece, "");
        side.aside(&name("auroc"), outside.auroc, "");
        side.aside(&name("sure"), 100.0 * said, "%");
        side.aside(&name("right_where_sure"), 100.0 * those, "%");
    }
    Ok(())
}

/// The share of what is in scope that the model is sure of, and the share of that which is right.
fn sure(answered: &[Answered]) -> (f64, f64) {
    let inside: Vec<&Answered> = answered.iter().filter(|answer| answer.truth != OUT_OF_SCOPE).collect();
    let sure: Vec<&&Answered> = inside.iter().filter(|answer| answer.confidence >= SURE).collect();
    let right = sure.iter().filter(|answer| answer.right).count();
    #[expect(clippy::cast_precision_loss, reason = "there are a thousand")]
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    (share(sure.len(), inside.len()), share(right, sure.len()))
}
