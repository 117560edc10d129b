//! What the classifier sees of an utterance: terms, each known by a hash of 32 bits.
//!
//! Words and pairs of words say what is meant; pieces of words stay alike through typing errors; Chinese is not cut into
//! words, because a segmenter gained nothing where it was measured.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_64_with_seed;

use crate::normalise::is_han;

/// How many characters of an utterance are looked at. More is no question any more, and costs time.
pub const MOST_CHARACTERS: usize = 2_000;

/// How long the pieces of words are, in characters, the spaces around the word included.
const PIECES: std::ops::RangeInclusive<usize> = 2..=5;

/// How many Chinese characters make a term at most.
const MOST_HAN: usize = 3;

/// A family of terms. Each is brought to length one by itself, so that a long family does not drown a short one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Block {
    /// Words, and two words beside one another.
    Words,
    /// Two to five characters inside a word.
    Pieces,
    /// One to three Chinese characters.
    Han,
}

impl Block {
    /// How many there are.
    pub const COUNT: usize = 3;
}

/// A term of an utterance and how often it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The hash of the term and its block.
    pub key: u32,
    /// Its family.
    pub block: Block,
    /// How often it is in the utterance.
    pub count: u32,
}

/// The terms of a folded utterance, in the order of their keys.
#[must_use]
pub fn terms(folded: &str) -> Vec<Term> {
    let mut counter = Counter::default();
    let runs = runs(folded);
    // Where an utterance begins and ends is told by a word beside nothing.
    let mut before = "^";
    for run in &runs {
        match run {
            Run::Word(word) => {
                counter.add(Block::Words, &[word]);
                counter.add(Block::Words, &[before, " ", word]);
                before = word;
                counter.pieces(word);
            }
            Run::Han(run) => counter.han(run),
        }
    }
    if before != "^" {
        counter.add(Block::Words, &[before, " $"]);
    }
    counter.counts.into_iter().map(|((key, block), count)| Term { key, block, count }).collect()
}

enum Run {
    Word(String),
    Han(String),
}

/// Splits into words and runs of Chinese characters; everything else parts them.
fn runs(folded: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for character in folded.chars().take(MOST_CHARACTERS) {
        match (runs.last_mut(), character) {
            (Some(Some(Run::Han(run))), han) if is_han(han) => run.push(han),
            (_, han) if is_han(han) => runs.push(Some(Run::Han(han.to_string()))),
            (Some(Some(Run::Word(word))), letter) if letter.is_alphanumeric() || letter == '\'' => word.push(letter),
            (_, letter) if letter.is_alphanumeric() || letter == '\'' => runs.push(Some(Run::Word(letter.to_string()))),
            _ => runs.push(None),
        }
    }
    runs.into_iter().flatten().collect()
}

#[derive(Default)]
struct Counter {
    counts: BTreeMap<(u32, Block), u32>,
    text: String,
}

impl Counter {
    fn add(&mut self, block: Block, parts: &[&str]) {
        self.text.clear();
        self.text.extend(parts.iter().copied());
        self.count(block);
    }

    fn count(&mut self, block: Block) {
        #[expect(clippy::cast_possible_truncation, reason = "half of the hash is as good as the other")]
        let key = xxh3_64_with_seed(self.text.as_bytes(), block as u64) as u32;
        *self.counts.entry((key, block)).or_default() += 1;
    }

    fn pieces(&mut self, word: &str) {
        let padded: Vec<char> = [' '].into_iter().chain(word.chars()).chain([' ']).collect();
        for length in PIECES {
            for piece in padded.windows(length) {
                self.text.clear();
                self.text.extend(piece);
                self.count(Block::Pieces);
            }
        }
    }

    fn han(&mut self, run: &str) {
        let characters: Vec<char> = run.chars().collect();
        for length in 1..=MOST_HAN {
            for part in characters.windows(length) {
                self.text.clear();
                self.text.extend(part);
                self.count(Block::Han);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> std::collections::BTreeSet<u32> {
        terms(text).iter().map(|term| term.key).collect()
    }

    #[test]
    fn a_typing_error_leaves_most_of_a_word() {
        let (right, wrong) = (keys("transfer"), keys("tranfser"));
        assert!(right.intersection(&wrong).count() >= 6, "{}", right.intersection(&wrong).count());
    }

    #[test]
    fn what_is_said_twice_counts_twice() {
        assert!(terms("no no no").iter().any(|term| term.block == Block::Words && term.count == 3));
    }

    #[test]
    fn chinese_and_english_in_one_sentence_are_both_seen() {
        let terms = terms("我的 visa 卡");
        assert!([Block::Words, Block::Pieces, Block::Han].iter().all(|block| terms.iter().any(|t| t.block == *block)));
    }

    #[test]
    fn an_endless_message_has_an_end() {
        assert_eq!(terms(&"卡".repeat(MOST_CHARACTERS)), terms(&"卡".repeat(MOST_CHARACTERS * 3)));
    }
}
