//! Proof that misses teach: five intents are hidden, then come as misses that somebody labels.

use std::collections::BTreeSet;

use assistant::classify::{Example, Report, outcomes};
use bench::figure::say;

use crate::{
    Outcome,
    side::{Side, both},
    splits::{folds, shuffled},
};

const HIDDEN: usize = 5;
const BATCHES: usize = 10;

/// Accuracy on the hidden intents at the start and at the end, and what the others lose.
pub fn measure(side: &Side, examples: &[Example]) -> Outcome {
    let (learnt, asked) = folds(examples, 5, 3).swap_remove(0);
    let labels: BTreeSet<&str> = learnt.iter().map(|example| example.label.as_str()).collect();
    let hidden: BTreeSet<String> =
        labels.iter().step_by(labels.len() / HIDDEN).take(HIDDEN).map(|&l| l.to_owned()).collect();
    let is_hidden = |example: &Example| hidden.contains(&example.label);
    let (misses, mut known): (Vec<_>, Vec<_>) = learnt.into_iter().partition(is_hidden);
    let (new, old): (Vec<_>, Vec<_>) = asked.into_iter().partition(is_hidden);
    let misses = shuffled(&misses, 3);
    let accuracy = |known: &[Example]| -> Outcome<(f64, f64)> {
        let model = side.train(known, &[], 3)?;
        let percent = |asked: &[Example]| 100.0 * Report::of(&outcomes(&model, asked)).accuracy;
        Ok((percent(&new), percent(&old)))
    };
    let (begin, before) = accuracy(&known)?;
    let (mut end, mut after) = (begin, before);
    for batch in misses.chunks(misses.len().div_ceil(BATCHES)) {
        known.extend_from_slice(batch);
        (end, after) = accuracy(&known)?;
        say(&format!("{} labelled: {end:.1} % of the hidden intents, {after:.1} % of the others", known.len()));
    }
    side.at_most("learning.begin", begin, "%", both(0.0));
    side.at_least("learning.end", end, "%", both(85.0));
    side.at_most("learning.others_lost", before - after, "%", both(0.5));
    Ok(())
}
