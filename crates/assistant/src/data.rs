//! Utterances with what they mean, as files have them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::classify::OUT_OF_SCOPE;

/// The most utterances of one file.
const MOST_UTTERANCES: usize = 1_000_000;

/// The longest label, in bytes.
const LONGEST_LABEL: usize = 200;

/// What files of our own call what is none of the bank's business.
pub const OUTSIDE: &str = "out-of-scope";

/// What somebody said and what is known of its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Utterance {
    /// What was said.
    pub text: String,
    /// What it means; [`crate::classify::OUT_OF_SCOPE`] for what is none of the bank's business.
    pub label: String,
}

/// The utterances of a file, by what they are for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corpus {
    /// To learn from.
    pub train: Vec<Utterance>,
    /// To choose and calibrate with.
    pub validation: Vec<Utterance>,
    /// To measure with.
    pub test: Vec<Utterance>,
}

impl Corpus {
    /// What there is to measure with: the test utterances, otherwise those for validation, otherwise all.
    #[must_use]
    pub fn measuring(&self) -> &[Utterance] {
        [&self.test, &self.validation, &self.train].into_iter().find(|part| !part.is_empty()).unwrap_or(&self.train)
    }
}

/// Why a file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// It is not the CSV that was expected.
    #[error("it is not CSV with the columns text and category")]
    Csv(#[source] Option<csv::Error>),
    /// It is not the JSON that was expected.
    #[error("it is not JSON with lists of pairs of text and label")]
    Json(#[source] serde_json::Error),
    /// There are too many.
    #[error("it has more than {MOST_UTTERANCES} utterances")]
    TooMany,
    /// A label is missing or too long.
    #[error("a label is empty or longer than {LONGEST_LABEL} bytes")]
    Label,
}

/// Reads CSV with a header that names `text` and `category`, or JSON as CLINC150 has it: `train`, `val` and `test`, each
/// with its `oos_` beside it, lists of pairs.
///
/// # Errors
/// Where it is neither, or too much.
pub fn read(bytes: &[u8]) -> Result<Corpus, DataError> {
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    let mut corpus =
        if first == Some(&b'{') { from_json(bytes)? } else { Corpus { train: from_csv(bytes)?, ..Corpus::default() } };
    // Otherwise a model that rightly rejects an utterance would be told that it was wrong.
    for utterance in [&mut corpus.train, &mut corpus.validation, &mut corpus.test].into_iter().flatten() {
        if utterance.label == OUTSIDE {
            OUT_OF_SCOPE.clone_into(&mut utterance.label);
        }
    }
    let all = || corpus.train.iter().chain(&corpus.validation).chain(&corpus.test);
    if all().count() > MOST_UTTERANCES {
        return Err(DataError::TooMany);
    }
    if all().any(|utterance| utterance.label.is_empty() || utterance.label.len() > LONGEST_LABEL) {
        return Err(DataError::Label);
    }
    Ok(corpus)
}

fn from_csv(bytes: &[u8]) -> Result<Vec<Utterance>, DataError> {
    let mut reader = csv::Reader::from_reader(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes));
    let headers = reader.headers().map_err(|error| DataError::Csv(Some(error)))?;
    let column = |name: &str| headers.iter().position(|header| header.trim() == name).ok_or(DataError::Csv(None));
    let (text, label) = (column("text")?, column("category")?);
    reader
        .records()
        .map(|record| {
            let record = record.map_err(|error| DataError::Csv(Some(error)))?;
            Ok(Utterance { text: record[text].to_owned(), label: record[label].trim().to_owned() })
        })
        .collect()
}

/// The splits of CLINC150. What else stands in a file is not for this.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Splits {
    train: Vec<(String, String)>,
    oos_train: Vec<(String, String)>,
    val: Vec<(String, String)>,
    oos_val: Vec<(String, String)>,
    test: Vec<(String, String)>,
    oos_test: Vec<(String, String)>,
}

fn from_json(bytes: &[u8]) -> Result<Corpus, DataError> {
    let splits: Splits = serde_json::from_slice(bytes).map_err(DataError::Json)?;
    let utterances = |inside: Vec<(String, String)>, outside: Vec<(String, String)>| {
        inside.into_iter().chain(outside).map(|(text, label)| Utterance { text, label }).collect()
    };
    Ok(Corpus {
        train: utterances(splits.train, splits.oos_train),
        validation: utterances(splits.val, splits.oos_val),
        test: utterances(splits.test, splits.oos_test),
    })
}

/// The utterances by label, in the order of the labels.
#[must_use]
pub fn by_label(utterances: &[Utterance]) -> BTreeMap<&str, Vec<&Utterance>> {
    let mut labels: BTreeMap<&str, Vec<&Utterance>> = BTreeMap::new();
    for utterance in utterances {
        labels.entry(&utterance.label).or_default().push(utterance);
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_files_are_read() {
        let csv = read(b"category,text\nlost,\"my card, it is gone\"\n").unwrap();
        assert_eq!(csv.train, [Utterance { text: "my card, it is gone".to_owned(), label: "lost".to_owned() }]);
        let json =
            read(br#"{"train": [["a", "x"]], "oos_train": [["b", "oos"]], "oos_test": [["c", "oos"]]}"#).unwrap();
        assert_eq!((json.train.len(), json.validation.len(), json.test.len()), (2, 0, 1));
        assert_eq!(json.measuring()[0].text, "c");
    }

    #[test]
    fn what_is_out_of_scope_is_so_by_either_name() {
        let csv = read(b"text,category\nsing,out-of-scope\ndance,oos\nsend money,pay-person\n").unwrap();
        let labels: Vec<&str> = csv.train.iter().map(|utterance| utterance.label.as_str()).collect();
        assert_eq!(labels, [OUT_OF_SCOPE, OUT_OF_SCOPE, "pay-person"]);
    }

    #[test]
    fn what_is_neither_is_refused() {
        assert!(matches!(read(b"text;category\na;b\n"), Err(DataError::Csv(None))));
        assert!(matches!(read(b"text,category\na\n"), Err(DataError::Csv(Some(_)))));
        assert!(matches!(read(b"{\"train\": 5}"), Err(DataError::Json(_))));
        assert!(matches!(read(b"text,category\na,\n"), Err(DataError::Label)));
    }
}
