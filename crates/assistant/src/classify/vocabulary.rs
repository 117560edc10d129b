//! Which terms a model knows, and how much each says (TF-IDF).

use rayon::prelude::*;

use super::features::{Block, Term};
use crate::numbers::{real, wide};

/// In how many utterances a term has to be, for anything to be learnt from it.
const FEWEST: usize = 2;

/// The terms of a model in the order of their keys: the place of a term is its number.
#[derive(Debug, Clone, PartialEq)]
pub struct Vocabulary {
    pub(super) keys: Vec<u32>,
    pub(super) rarity: Vec<f32>,
}

impl Vocabulary {
    /// At most `most` of the terms that are in more than one of `utterances`: those that say most about which of the
    /// `labels`, one for each utterance, is the right one.
    #[must_use]
    pub fn of(utterances: &[&[Term]], labels: &[usize], most: usize) -> Self {
        // Of ten examples an intent hardly anything is there twice.
        let fewest = if utterances.len() < 2_000 { 1 } else { FEWEST };
        let gain = Gain::of(labels);
        let mut found: Vec<(u32, usize, f64)> = meetings(utterances, labels)
            .chunk_by(|left, right| left.0 == right.0)
            .filter(|meetings| meetings.len() >= fewest)
            .map(|meetings| (meetings[0].0, meetings.len(), gain.by(meetings)))
            .collect();
        found.sort_unstable_by(|left, right| right.2.total_cmp(&left.2).then(left.0.cmp(&right.0)));
        found.truncate(most);
        found.sort_unstable_by_key(|&(key, ..)| key);
        let total = real(utterances.len());
        let rarity = found.iter().map(|&(_, count, _)| ((1.0 + total) / (1.0 + real(count))).ln() + 1.0).collect();
        Self { keys: found.into_iter().map(|(key, ..)| key).collect(), rarity }
    }

    /// How many terms there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.keys.len()
    }

    /// The known terms of an utterance with their weights: sublinear in how often, more for rare ones, each block of
    /// length one and all of them together too.
    #[must_use]
    pub fn weigh(&self, terms: &[Term]) -> Vec<(u32, f32)> {
        let mut known: Vec<(u32, f32, Block)> = Vec::with_capacity(terms.len());
        let mut squares = [0.0_f32; Block::COUNT];
        for term in terms {
            if let Ok(place) = self.keys.binary_search(&term.key) {
                let weight = (1.0 + real(term.count as usize).ln()) * self.rarity[place];
                squares[term.block as usize] += weight * weight;
                known.push((
                    u32::try_from(place).expect("the file format counts terms in 32 bits"),
                    weight,
                    term.block,
                ));
            }
        }
        let blocks = real(squares.iter().filter(|&&square| square > 0.0).count()).sqrt();
        let lengths = squares.map(|square| square.sqrt() * blocks);
        known.into_iter().map(|(place, weight, block)| (place, weight / lengths[block as usize])).collect()
    }
}

/// Which term is in an utterance of which label, once for each utterance; in order.
fn meetings(utterances: &[&[Term]], labels: &[usize]) -> Vec<(u32, usize)> {
    let mut meetings: Vec<(u32, usize)> = utterances
        .iter()
        .zip(labels)
        .flat_map(|(terms, &label)| terms.iter().map(move |term| (term.key, label)))
        .collect();
    meetings.par_sort_unstable();
    meetings
}

/// By how much less is unknown of the label of an utterance for whoever knows whether a term is in it (information gain,
/// Yang and Pedersen 1997). Here it is in nats and for all utterances together, but for what is the same for all terms.
struct Gain {
    /// How many utterances each label has.
    counts: Vec<usize>,
    /// The sum over those.
    before: f64,
    total: usize,
}

impl Gain {
    fn of(labels: &[usize]) -> Self {
        let mut counts = vec![0; labels.iter().max().map_or(0, |last| last + 1)];
        for &label in labels {
            counts[label] += 1;
        }
        Self { before: counts.iter().copied().map(n_log_n).sum(), total: labels.len(), counts }
    }

    /// What a term tells that meets these labels.
    fn by(&self, meetings: &[(u32, usize)]) -> f64 {
        let (mut with, mut without) = (0.0, self.before);
        for meetings in meetings.chunk_by(|left, right| left.1 == right.1) {
            let of_label = self.counts[meetings[0].1];
            with += n_log_n(meetings.len());
            without += n_log_n(of_label - meetings.len()) - n_log_n(of_label);
        }
        with - n_log_n(meetings.len()) + without - n_log_n(self.total - meetings.len())
    }
}

fn n_log_n(count: usize) -> f64 {
    if count == 0 { 0.0 } else { wide(count) * wide(count).ln() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::features::terms;

    #[test]
    fn an_utterance_has_length_one_however_long_it_is() {
        let said: Vec<Vec<Term>> = ["where is my card", "my card 卡在哪里", "where 卡"].map(terms).to_vec();
        let said: Vec<&[Term]> = said.iter().map(Vec::as_slice).collect();
        let vocabulary = Vocabulary::of(&said, &[0, 1, 2], 1_000);
        for terms in &said {
            let square: f32 = vocabulary.weigh(terms).iter().map(|(_, weight)| weight * weight).sum();
            assert!((square - 1.0).abs() < 1e-5, "{square}");
        }
        assert!(vocabulary.weigh(&terms("zzz")).is_empty());
    }

    #[test]
    fn where_there_is_little_room_the_terms_stay_that_tell_labels_apart() {
        let said: Vec<Vec<Term>> = ["my card", "my cat", "my card lost", "my cat lost"].map(terms).to_vec();
        let said: Vec<&[Term]> = said.iter().map(Vec::as_slice).collect();
        let small = Vocabulary::of(&said, &[0, 1, 0, 1], 12);
        assert_eq!(small.len(), 12);
        for word in ["card", "cat"] {
            assert!(!small.weigh(&terms(word)).is_empty(), "{word}");
        }
        // Of these every utterance has some, or one of each label.
        for word in ["my", "lost"] {
            assert!(small.weigh(&terms(word)).is_empty(), "{word}");
        }
    }

    #[test]
    fn what_a_term_tells_as_done_by_hand() {
        let gain = Gain::of(&[0, 0, 1, 1]);
        let nothing = gain.by(&[(7, 0), (7, 1)]);
        // Who knows a term that only one label has knows the label: one bit of each of four utterances.
        assert!((gain.by(&[(7, 0), (7, 0)]) - nothing - 4.0 * 2.0_f64.ln()).abs() < 1e-9);
        assert!(gain.by(&[(7, 0)]) > nothing);
    }
}
