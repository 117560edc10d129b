//! What a model is asked before it answers anybody: utterances written apart from those it learns from, the same for every
//! model of a program.

use sha2::{Digest, Sha256};

use crate::{
    data::{self, Utterance},
    lane::Lane,
    language::Spoken,
};

const ENGLISH: &[u8] = include_bytes!("../tests/utterances/en.csv");
const CHINESE: &[u8] = include_bytes!("../tests/utterances/zh.csv");

/// What has to be heard whatever else is: a file, an utterance a line.
const HEARD: [(Spoken, Lane, &str); 4] = [
    (Spoken::English, Lane::Scam, include_str!("../tests/lane/scam.en.txt")),
    (Spoken::English, Lane::Person, include_str!("../tests/lane/person.en.txt")),
    (Spoken::Chinese, Lane::Scam, include_str!("../tests/lane/scam.zh.txt")),
    (Spoken::Chinese, Lane::Person, include_str!("../tests/lane/person.zh.txt")),
];

/// The utterances in `language`, with what they mean.
///
/// # Panics
/// Never: the files are compiled in, and a test reads them.
#[must_use]
pub fn asked(language: Spoken) -> Vec<Utterance> {
    let file = match language {
        Spoken::English => ENGLISH,
        Spoken::Chinese => CHINESE,
    };
    data::read(file).expect("what is compiled in is read by a test").train
}

/// The utterances in `language` in which `lane` has to be heard; none of the lanes that nobody wrote some for.
pub fn heard(language: Spoken, lane: Lane) -> impl Iterator<Item = &'static str> {
    let files = HEARD.into_iter().filter(move |(of, what, _)| (*of, *what) == (language, lane));
    files.flat_map(|(_, _, lines)| lines.lines())
}

/// What names these utterances: the beginning of the SHA-256 of all of them. Figures of others are not compared with these.
#[must_use]
pub fn name() -> String {
    let files = [ENGLISH, CHINESE].into_iter().chain(HEARD.iter().map(|(_, _, lines)| lines.as_bytes()));
    let sum = files.fold(Sha256::new(), Sha256::chain_update).finalize();
    sum.iter().take(8).fold(String::new(), |name, byte| format!("{name}{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_enough_of_each() {
        for language in [Spoken::English, Spoken::Chinese] {
            assert!(asked(language).len() > 1_000);
            for lane in [Lane::Scam, Lane::Person] {
                assert!(heard(language, lane).count() >= 100);
            }
            assert_eq!(heard(language, Lane::Complaint).count(), 0);
        }
        assert_eq!(name().len(), 16);
    }
}
