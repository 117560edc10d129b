//! How a use case fails.

use std::error::Error as StdError;

use model::{ErrorCode, Problems};

/// The database could not be asked or did not answer; the whole chain of causes is in `source`.
#[derive(Debug, thiserror::Error)]
#[error("the storage did not answer")]
pub struct StorageError(#[source] pub Box<dyn StdError + Send + Sync>);

impl StorageError {
    /// Wraps whatever the database layer said.
    pub fn new(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self(cause.into())
    }
}

/// Why a use case did not do what was asked. Nothing has been changed where one is returned.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What was typed is not right: the page shows it again, with a sentence beside each field.
    #[error("the form has problems")]
    Form(Problems),
    /// A rule of the bank says no, and says why.
    #[error("refused: {0}")]
    Refused(ErrorCode),
    /// The database did not answer; nobody knows more than that nothing was acknowledged.
    #[error("unavailable")]
    Unavailable(#[from] StorageError),
}

impl From<Problems> for Error {
    fn from(problems: Problems) -> Self {
        Self::Form(problems)
    }
}

impl From<ErrorCode> for Error {
    fn from(code: ErrorCode) -> Self {
        Self::Refused(code)
    }
}
