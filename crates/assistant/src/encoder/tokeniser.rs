//! From a sentence to pieces of words: of all ways to put it together out of known pieces the likeliest (Kudo 2018).

use super::normaliser::Normaliser;

/// The number of what is no known piece.
const UNKNOWN: u32 = 0;

/// The numbers of a sentence's beginning and its end.
const BEGINNING: u32 = 1;
const END: u32 = 2;

/// By how much an unknown character is less likely than the least likely piece, as a logarithm.
const UNLIKELIER: f32 = 10.0;

/// The known pieces and how likely each is.
pub struct Tokeniser {
    normaliser: Normaliser,
    /// All pieces, one after another.
    text: Vec<u8>,
    /// Where each begins; the last one is where all end.
    starts: Vec<u32>,
    /// How likely each is, as a logarithm.
    scores: Vec<f32>,
    /// The numbers of the pieces in the order of their bytes.
    sorted: Vec<u32>,
    unknown: f32,
}

/// The best way to a place in a sentence: how likely it is, where its last piece begins and which it is.
#[derive(Clone, Copy)]
struct Way {
    score: f32,
    start: usize,
    piece: u32,
}

impl Tokeniser {
    /// Of pieces one after another in `text`, each from where `starts` says, the last of which is where all end.
    pub fn new(normaliser: Normaliser, text: Vec<u8>, starts: Vec<u32>, scores: Vec<f32>) -> Self {
        let unknown = scores.iter().copied().fold(f32::INFINITY, f32::min) - UNLIKELIER;
        let mut pieces = Self { normaliser, text, starts, scores, sorted: Vec::new(), unknown };
        let mut sorted: Vec<u32> = (0..).take(pieces.scores.len()).collect();
        sorted.sort_unstable_by_key(|&piece| (pieces.piece(piece), piece));
        pieces.sorted = sorted;
        pieces
    }

    /// How many pieces are known.
    pub const fn len(&self) -> usize {
        self.scores.len()
    }

    fn piece(&self, piece: u32) -> &[u8] {
        let piece = piece as usize;
        &self.text[self.starts[piece] as usize..self.starts[piece + 1] as usize]
    }

    /// The numbers of the pieces of `text`, between those of a beginning and an end.
    pub fn pieces(&self, text: &str) -> Vec<u32> {
        let normalised = self.normaliser.normalise(text);
        let mut pieces = vec![END];
        if normalised.is_empty() {
            pieces.push(UNKNOWN);
        }
        let ways = self.ways(&normalised);
        let mut place = normalised.len();
        while place > 0 {
            pieces.push(ways[place].piece);
            place = ways[place].start;
        }
        pieces.push(BEGINNING);
        pieces.reverse();
        pieces
    }

    /// The best way to every place of `text`. Of two that are equally likely the one with the longer last piece.
    fn ways(&self, text: &str) -> Vec<Way> {
        let mut ways = vec![Way { score: f32::NEG_INFINITY, start: 0, piece: UNKNOWN }; text.len() + 1];
        ways[0].score = 0.0;
        for (start, character) in text.char_indices() {
            let base = ways[start].score;
            let mut go = |end: usize, score: f32, piece: u32| {
                if score > ways[end].score {
                    ways[end] = Way { score, start, piece };
                }
            };
            let single = start + character.len_utf8();
            let mut known = false;
            self.beginnings(&text.as_bytes()[start..], |length, piece| {
                known |= start + length == single;
                go(start + length, base + self.scores[piece as usize], piece);
            });
            if !known {
                go(single, base + self.unknown, UNKNOWN);
            }
        }
        ways
    }

    /// Every piece that `text` begins with, the shortest first, and its length. Of the sorted pieces those that go on like
    /// `text` are always beside one another.
    fn beginnings(&self, text: &[u8], mut found: impl FnMut(usize, u32)) {
        let mut like = self.sorted.as_slice();
        for (place, byte) in text.iter().enumerate() {
            let before = like.partition_point(|&piece| self.piece(piece).get(place) < Some(byte));
            let until = like.partition_point(|&piece| self.piece(piece).get(place) <= Some(byte));
            like = &like[before..until];
            let Some(&first) = like.first() else { return };
            if self.piece(first).len() == place + 1 {
                found(place + 1, first);
            }
        }
    }
}
