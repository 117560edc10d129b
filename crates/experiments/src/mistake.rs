//! What is wrong with a file, and where.

/// What is wrong with what somebody wrote, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {what}")]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in bytes: the end of the word that is wrong, or of the object.
    pub column: usize,
    /// What is wrong, in words.
    pub what: String,
}

impl Mistake {
    pub(crate) fn of(error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let said = error.to_string();
        let what = said.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&said);
        Self { line: line.max(1), column: column.max(1), what: what.to_owned() }
    }
}
