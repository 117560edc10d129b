//! What a candidate may not be worse in, and by how much.

use std::fmt;

use super::{Comparison, Share, Sheet};
use crate::{classify::MOST_BYTES, language::Spoken};

/// By how many tenths of a point fewer may be right in a language.
pub const RIGHT_TENTHS: u32 = 5;
/// By how many points more of what is the bank's business may be rejected.
pub const REJECTED_POINTS: u32 = 1;
/// By how many points less of what is not the bank's business may be found.
pub const FOUND_POINTS: u32 = 5;
/// By how many points an intent may be recognised less often. Of 25 utterances one is four points, and two models of the same
/// utterances and another seed differ by more than one.
pub const INTENT_POINTS: u32 = 15;
/// Of how many utterances an intent has to be before it is judged by itself, in both languages together.
pub const INTENT_LEAST: u32 = 15;
/// How many of a hundred scams, and of those who want a person, have to be heard.
pub const HEARD_PER_CENT: u32 = 99;
/// The most that confidence and truth may differ by, in ten-thousandths.
pub const MOST_ECE: u32 = 300;

/// Tenths of a point.
const TENTHS: u32 = 10;

/// Why a model may not answer people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Its file is larger than it may be, in bytes.
    Large(u32),
    /// The one that answers was asked something else.
    AskedOther,
    /// Fewer are right in this language.
    Right(Spoken, Share, Share),
    /// More of what is the bank's business is rejected: now, and before.
    Rejected(Spoken, Share, Share),
    /// Less of what is not the bank's business is found.
    Found(Spoken, Share, Share),
    /// An intent, by its code, is recognised less often.
    Intent(String, Share, Share),
    /// Too few scams are heard, or fewer than before.
    Scam(Spoken, Share),
    /// Too few are heard who want a person, or fewer than before.
    Person(Spoken, Share),
    /// Confidence and truth differ by so many ten-thousandths.
    Calibration(Spoken, u32),
}

/// Every reason, in the order in which they are told.
pub(super) fn refusals(Comparison { candidate, live }: &Comparison) -> Vec<Refusal> {
    let mut found = Vec::new();
    if usize::try_from(candidate.bytes).is_ok_and(|bytes| bytes > MOST_BYTES) {
        found.push(Refusal::Large(candidate.bytes));
    }
    let live = live.as_ref();
    if live.is_some_and(|live| live.frozen != candidate.frozen) {
        found.push(Refusal::AskedOther);
    }
    for language in [Spoken::English, Spoken::Chinese] {
        absolute(&mut found, candidate, live, language);
        if let Some(live) = live {
            relative(&mut found, candidate, live, language);
        }
    }
    if let Some(live) = live {
        let before = live.intents();
        for (intent, share) in candidate.intents() {
            let Some(was) = before.get(intent).filter(|was| was.of >= INTENT_LEAST) else { continue };
            if share.falls(*was, INTENT_POINTS * TENTHS) {
                found.push(Refusal::Intent(intent.to_owned(), share, *was));
            }
        }
    }
    found
}

/// What has to be so whatever answers now, and what may not be less at all.
fn absolute(found: &mut Vec<Refusal>, candidate: &Sheet, live: Option<&Sheet>, language: Spoken) {
    let (now, was) = (candidate.in_language(language), live.map(|live| live.in_language(language)));
    let too_few = |share: Share, was: Option<Share>| {
        share.yes * 100 < share.of * HEARD_PER_CENT || was.is_some_and(|was| share.falls(was, 0))
    };
    if too_few(now.scam, was.map(|was| was.scam)) {
        found.push(Refusal::Scam(language, now.scam));
    }
    if too_few(now.person, was.map(|was| was.person)) {
        found.push(Refusal::Person(language, now.person));
    }
    if now.ece > MOST_ECE {
        found.push(Refusal::Calibration(language, now.ece));
    }
}

/// What may be a little worse than it is now.
fn relative(found: &mut Vec<Refusal>, candidate: &Sheet, live: &Sheet, language: Spoken) {
    let (now, was) = (candidate.in_language(language), live.in_language(language));
    if now.right.falls(was.right, RIGHT_TENTHS) {
        found.push(Refusal::Right(language, now.right, was.right));
    }
    if was.rejected.falls(now.rejected, REJECTED_POINTS * TENTHS) {
        found.push(Refusal::Rejected(language, now.rejected, was.rejected));
    }
    if now.found.falls(was.found, FOUND_POINTS * TENTHS) {
        found.push(Refusal::Found(language, now.found, was.found));
    }
}

/// As whoever runs the bank reads it where they trained the model.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let points = |share: &Share| {
            let tenths = share.thousandths();
            format!("{}.{} %", tenths / TENTHS, tenths % TENTHS)
        };
        match self {
            Self::Large(bytes) => write!(f, "its file has {bytes} bytes, of {MOST_BYTES} at most"),
            Self::AskedOther => f.write_str("the model that answers now was asked other utterances"),
            Self::Right(language, now, was) => write!(
                f,
                "{language}: {} are right, and {} before; it may be half a point less",
                points(now),
                points(was)
            ),
            Self::Rejected(language, now, was) => write!(
                f,
                "{language}: {} of what is the bank's business is rejected, and {} before; it may be a point more",
                points(now),
                points(was)
            ),
            Self::Found(language, now, was) => write!(
                f,
                "{language}: {} of what is not the bank's business is found, and {} before; it may be {FOUND_POINTS} points less",
                points(now),
                points(was)
            ),
            Self::Intent(intent, now, was) => {
                write!(f, "{intent}: {} of {} are right, and {} of {} before", now.yes, now.of, was.yes, was.of)
            }
            Self::Scam(language, now) => write!(f, "{language}: {} of {} scams are heard", now.yes, now.of),
            Self::Person(language, now) => {
                write!(f, "{language}: {} of {} are heard who want a person", now.yes, now.of)
            }
            Self::Calibration(language, ece) => {
                write!(f, "{language}: confidence and truth differ by .{ece:04}, of .{MOST_ECE:04} at most")
            }
        }
    }
}
