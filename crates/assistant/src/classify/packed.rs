//! Bytes made smaller (DEFLATE, RFC 1951), with their number before them; and coarse weights, two of them in a byte, so
//! that none takes more than four bits even where nothing can be made smaller.

use std::io::{Read, Write};

use flate2::{Compression, bufread::DeflateDecoder, write::DeflateEncoder};

/// The largest number of bytes that is unpacked: four times as many as a model has.
const MOST: usize = 1 << 26;

/// `bytes`, smaller.
///
/// # Panics
/// Where there are four billion bytes or more.
#[must_use]
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(bytes.len()).expect("a model has far fewer than four billion bytes");
    let mut packed = DeflateEncoder::new(length.to_le_bytes().to_vec(), Compression::default());
    let written = packed.write_all(bytes).and_then(|()| packed.finish());
    written.expect("writing to memory does not fail")
}

/// What was packed; `None` where it is something else, or larger than any model.
#[must_use]
pub fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let (length, packed) = packed.split_first_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok().filter(|length| *length <= MOST)?;
    let mut rest = DeflateDecoder::new(packed);
    // Memory is taken for what comes, not for what the number says; one byte more would show that it is too small.
    let mut bytes = Vec::new();
    rest.by_ref().take(length as u64 + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() == length && rest.into_inner().is_empty()).then_some(bytes)
}

/// The largest number of steps from nothing that fits half a byte beside its opposite.
pub const MOST_STEPS: i8 = 7;

/// Two of `weights` in each byte. None is further from nothing than [`MOST_STEPS`].
pub fn in_pairs(weights: &[i8]) -> impl Iterator<Item = u8> + '_ {
    let half = |weight: &i8| (weight + MOST_STEPS).to_le_bytes()[0];
    weights.chunks(2).map(move |pair| pair.iter().rev().fold(0, |byte, weight| byte << 4 | half(weight)))
}

/// `count` weights out of pairs; `None` where there is none that a half stands for.
#[must_use]
pub fn out_of_pairs(bytes: &[u8], count: usize) -> Option<Vec<i8>> {
    let halves = bytes.iter().flat_map(|byte| [byte & 15, byte >> 4]).take(count);
    let weights = halves.map(|half| i8::from_le_bytes([half]) - MOST_STEPS);
    weights.map(|weight| (weight <= MOST_STEPS).then_some(weight)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_come_back_out_of_pairs_and_a_half_that_stands_for_none_is_refused() {
        let weights: Vec<i8> = (-7..=7).collect();
        let pairs: Vec<u8> = in_pairs(&weights).collect();
        assert_eq!(pairs.len(), 8);
        assert_eq!(out_of_pairs(&pairs, 15), Some(weights));
        assert_eq!(out_of_pairs(&[0x0f], 1), None);
        assert_eq!(out_of_pairs(&[0xf7], 1), Some(vec![0]));
        assert_eq!(out_of_pairs(&[0xf7], 2), None);
    }

    #[test]
    fn what_is_packed_is_smaller_and_comes_back() {
        let bytes: Vec<u8> = (0..100_000_u32).map(|n| (n.wrapping_mul(n) % 15).to_le_bytes()[0]).collect();
        let packed = pack(&bytes);
        assert!(packed.len() < bytes.len() / 2, "{}", packed.len());
        assert_eq!(unpack(&packed), Some(bytes));
        assert_eq!(unpack(&pack(&[])), Some(Vec::new()));
    }

    #[test]
    fn what_is_too_short_too_long_or_nothing_is_not_unpacked() {
        let packed = pack(&[7; 5_000]);
        for length in 0..packed.len() {
            assert_eq!(unpack(&packed[..length]), None, "{length}");
        }
        assert_eq!(unpack(&[packed.as_slice(), &[0]].concat()), None);
        for claimed in [4_999_u32, 5_001, u32::MAX] {
            assert_eq!(unpack(&[&claimed.to_le_bytes(), &packed[4..]].concat()), None, "{claimed}");
        }
    }
}
