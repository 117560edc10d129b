//! Utterances to learn from and others to be asked about, drawn by chance that can be had again.

use std::collections::BTreeMap;

use assistant::classify::Example;
use bench::stats::Dice;

/// To learn from, and to be asked about.
pub type Split = (Vec<Example>, Vec<Example>);

/// The same utterances in another order.
pub fn shuffled(examples: &[Example], seed: u64) -> Vec<Example> {
    let mut dice = Dice::new(seed);
    let mut keyed: Vec<(u64, &Example)> = examples.iter().map(|example| (dice.next(), example)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, example)| example.clone()).collect()
}

/// `folds` splits, in which everything is asked about once, and every label about equally often in each.
pub fn folds(examples: &[Example], folds: usize, seed: u64) -> Vec<Split> {
    let mut ordered = shuffled(examples, seed);
    ordered.sort_by(|left, right| left.label.cmp(&right.label));
    (0..folds)
        .map(|fold| {
            let (mut learnt, mut asked) = (Vec::new(), Vec::new());
            for (place, example) in ordered.iter().enumerate() {
                if place % folds == fold { asked.push(example.clone()) } else { learnt.push(example.clone()) }
            }
            (learnt, asked)
        })
        .collect()
}

/// `shots` utterances of every label to learn from, all others to be asked about.
pub fn few(examples: &[Example], shots: usize, seed: u64) -> Split {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    shuffled(examples, seed).into_iter().partition(|example| {
        let count = taken.entry(example.label.clone()).or_default();
        *count += 1;
        *count <= shots
    })
}
