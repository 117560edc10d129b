//! An encoder that has learnt nothing, for tests: it has the right form, a few pieces and numbers by chance.

use super::{
    Encoder,
    weights::{PARTS, PIECE},
};
use crate::dice::Dice;

/// Its pieces, after those for what is unknown, a beginning and an end; and how likely each is.
const KNOWN: &[(&str, f32)] = &[
    ("\u{2581}", -4.0),
    ("\u{2581}card", -2.0),
    ("\u{2581}car", -2.0),
    ("d", -3.0),
    ("a", -3.0),
    ("\u{2581}balance", -2.0),
    ("\u{2581}my", -1.0),
    ("卡", -3.0),
];

/// What is in its file, before it is sealed; another seed makes another encoder.
pub fn body(seed: u64) -> Vec<u8> {
    let pieces: Vec<(&str, f32)> = [("<unk>", 0.0), ("<s>", 0.0), ("</s>", 0.0)].iter().chain(KNOWN).copied().collect();
    let four = |count: usize| u32::try_from(count).unwrap().to_le_bytes();
    let mut dice = Dice::new(seed);
    let mut body = four(pieces.len()).to_vec();
    body.extend(pieces.iter().map(|(piece, _)| u8::try_from(piece.len()).unwrap()));
    body.extend(pieces.iter().flat_map(|(piece, _)| piece.bytes()));
    body.extend(pieces.iter().flat_map(|(_, score)| score.to_le_bytes()));
    // Rules of spelling without a single rule: a tree of nothing.
    body.extend([four(4), four(0)].concat());
    body.extend((0..pieces.len() * PIECE).map(|_| dice.next().to_le_bytes()[0]));
    for part in PARTS {
        body.extend((0..part.count).flat_map(|_| ((dice.share() - 0.5) / 8.0).to_le_bytes()));
    }
    body
}

/// The encoder of that seed.
pub fn encoder(seed: u64) -> Encoder {
    Encoder::unpacked(body(seed).as_slice(), Ok).unwrap()
}
