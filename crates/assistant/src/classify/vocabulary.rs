//! Which terms a model knows, and how much each says (TF-IDF).

use std::collections::HashMap;

use super::features::{Block, Term};
use crate::numbers::real;

/// In how many utterances a term has to be, for anything to be learnt from it.
const FEWEST: usize = 2;

/// The terms of a model in the order of their keys: the place of a term is its number.
#[derive(Debug, Clone, PartialEq)]
pub struct Vocabulary {
    pub(super) keys: Vec<u32>,
    pub(super) rarity: Vec<f32>,
}

impl Vocabulary {
    /// The terms of `utterances` that are in more than one of them: at most `most`, those in the most utterances.
    #[must_use]
    pub fn of(utterances: &[&[Term]], most: usize) -> Self {
        let mut found: HashMap<u32, usize> = HashMap::new();
        for term in utterances.iter().copied().flatten() {
            *found.entry(term.key).or_default() += 1;
        }
        // Of ten examples an intent hardly anything is there twice.
        let fewest = if utterances.len() < 2_000 { 1 } else { FEWEST };
        let mut found: Vec<(u32, usize)> = found.into_iter().filter(|&(_, count)| count >= fewest).collect();
        found.sort_unstable_by_key(|&(key, count)| (std::cmp::Reverse(count), key));
        found.truncate(most);
        found.sort_unstable();
        let total = real(utterances.len());
        let rarity = found.iter().map(|&(_, count)| ((1.0 + total) / (1.0 + real(count))).ln() + 1.0).collect();
        Self { keys: found.into_iter().map(|(key, _)| key).collect(), rarity }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::features::terms;

    #[test]
    fn an_utterance_has_length_one_however_long_it_is() {
        let said: Vec<Vec<Term>> = ["where is my card", "my card 卡在哪里", "where 卡"].map(terms).to_vec();
        let said: Vec<&[Term]> = said.iter().map(Vec::as_slice).collect();
        let vocabulary = Vocabulary::of(&said, 1_000);
        for terms in &said {
            let square: f32 = vocabulary.weigh(terms).iter().map(|(_, weight)| weight * weight).sum();
            assert!((square - 1.0).abs() < 1e-5, "{square}");
        }
        assert!(vocabulary.weigh(&terms("zzz")).is_empty());
    }

    #[test]
    fn where_there_is_little_room_the_frequent_terms_stay() {
        let said: Vec<Vec<Term>> = ["card", "card lost", "card late"].map(terms).to_vec();
        let said: Vec<&[Term]> = said.iter().map(Vec::as_slice).collect();
        let whole = Vocabulary::of(&said, 1_000);
        let small = Vocabulary::of(&said, 5);
        assert_eq!(small.len(), 5);
        assert!(whole.len() > 5);
        assert!(!small.weigh(&terms("card")).is_empty());
    }
}
