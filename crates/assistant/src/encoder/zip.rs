//! Files out of an archive (APPNOTE.TXT 6.3): as much of the format as the packages of Python and `NumPy` use.

use std::io::Read;

use flate2::read::DeflateDecoder;

/// How an entry of the list of contents begins, and the record of where that list is.
const ENTRY: &[u8] = b"PK\x01\x02";
const LIST: &[u8] = b"PK\x05\x06";

/// How long an entry, that record and what stands before a file are, without what varies.
const ENTRY_LENGTH: usize = 46;
const LIST_LENGTH: usize = 22;
const HEAD_LENGTH: usize = 30;

/// How a file is kept: as it is, or made smaller (DEFLATE).
const STORED: usize = 0;
const DEFLATED: usize = 8;

/// The largest file that is taken out, in bytes.
const MOST: usize = 1 << 27;

/// The file of that name in `archive`; `None` where it is not there, or the archive is damaged.
pub fn file(archive: &[u8], name: &str) -> Option<Vec<u8>> {
    // The record is at the very end: the packages have no remarks behind it.
    let list = archive.get(archive.len().checked_sub(LIST_LENGTH)?..)?;
    if !list.starts_with(LIST) {
        return None;
    }
    let mut rest = archive.get(number::<4>(list, 16)?..)?;
    while rest.starts_with(ENTRY) {
        let length = number::<2>(rest, 28)?;
        let named = rest.get(ENTRY_LENGTH..)?.get(..length)?;
        if named == name.as_bytes() {
            return contents(archive, rest);
        }
        let whole = ENTRY_LENGTH + length + number::<2>(rest, 30)? + number::<2>(rest, 32)?;
        rest = rest.get(whole..)?;
    }
    None
}

fn contents(archive: &[u8], entry: &[u8]) -> Option<Vec<u8>> {
    let (kept, length) = (number::<4>(entry, 20)?, number::<4>(entry, 24)?);
    if length > MOST {
        return None;
    }
    let head = archive.get(number::<4>(entry, 42)?..)?;
    let before = HEAD_LENGTH + number::<2>(head, 26)? + number::<2>(head, 28)?;
    let kept = head.get(before..)?.get(..kept)?;
    let mut contents = vec![0; length];
    match number::<2>(entry, 10)? {
        STORED if kept.len() == length => contents.copy_from_slice(kept),
        DEFLATED => DeflateDecoder::new(kept).read_exact(&mut contents).ok()?,
        _ => return None,
    }
    Some(contents)
}

/// The number of `BYTES` bytes at `place`.
fn number<const BYTES: usize>(bytes: &[u8], place: usize) -> Option<usize> {
    let bytes: &[u8; BYTES] = bytes.get(place..)?.first_chunk()?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An archive of two files as Python's `zipfile` writes it, without checksums: "a" holds "one", "b/c" holds "two".
    fn archive() -> Vec<u8> {
        let (mut archive, mut list) = (Vec::new(), Vec::new());
        for (name, text) in [("a", "one"), ("b/c", "two")] {
            let at = u32::try_from(archive.len()).unwrap().to_le_bytes();
            let sizes = [3_u32.to_le_bytes(), 3_u32.to_le_bytes()].concat();
            let lengths = [u16::try_from(name.len()).unwrap().to_le_bytes(), [0; 2]].concat();
            let common = [[0; 2], [0; 2], [0; 2], [0; 2], [0; 2], [0; 2], [0; 2]].concat();
            archive.extend([b"PK\x03\x04\x00\x00".as_slice(), &common[2..], &sizes, &lengths].concat());
            archive.extend([name.as_bytes(), text.as_bytes()].concat());
            list.extend([ENTRY, &[0; 2], &common, &sizes, &lengths, &[0; 10], &at, name.as_bytes()].concat());
        }
        let at = u32::try_from(archive.len()).unwrap().to_le_bytes();
        [archive.as_slice(), &list, LIST, &[0; 12], &at, &[0; 2]].concat()
    }

    #[test]
    fn a_file_is_found_by_its_name_and_damage_is_no_file() {
        let archive = archive();
        assert_eq!(file(&archive, "b/c").as_deref(), Some(b"two".as_slice()));
        assert_eq!(file(&archive, "a").as_deref(), Some(b"one".as_slice()));
        assert_eq!(file(&archive, "c"), None);
        for length in 0..archive.len() {
            assert_eq!(file(&archive[..length], "b/c"), None, "{length}");
        }
    }
}
