//! Utterances to learn from and others to be asked about, drawn by chance that can be had again.

use std::collections::BTreeMap;

use assistant::data::Utterance;
use bench::stats::Dice;

/// To learn from, and to be asked about.
pub type Split = (Vec<Utterance>, Vec<Utterance>);

/// The same utterances in another order.
pub fn shuffled(utterances: &[Utterance], seed: u64) -> Vec<Utterance> {
    let mut dice = Dice::new(seed);
    let mut keyed: Vec<(u64, &Utterance)> = utterances.iter().map(|utterance| (dice.next(), utterance)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, utterance)| utterance.clone()).collect()
}

/// `folds` splits, in which everything is asked about once, and every label about equally often in each.
pub fn folds(utterances: &[Utterance], folds: usize, seed: u64) -> Vec<Split> {
    let mut ordered = shuffled(utterances, seed);
    ordered.sort_by(|left, right| left.label.cmp(&right.label));
    (0..folds)
        .map(|fold| {
            let (mut learnt, mut asked) = (Vec::new(), Vec::new());
            for (place, utterance) in ordered.iter().enumerate() {
                if place % folds == fold { asked.push(utterance.clone()) } else { learnt.push(utterance.clone()) }
            }
            (learnt, asked)
        })
        .collect()
}

/// `shots` utterances of every label to learn from, all others to be asked about.
pub fn few(utterances: &[Utterance], shots: usize, seed: u64) -> Split {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    shuffled(utterances, seed).into_iter().partition(|utterance| {
        let count = taken.entry(utterance.label.clone()).or_default();
        *count += 1;
        *count <= shots
    })
}
