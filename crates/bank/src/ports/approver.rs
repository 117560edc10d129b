//! Asking a person to approve exactly what is shown (PSD2 RTS article 5, dynamic linking).

use async_trait::async_trait;
use model::CustomerId;

use crate::Error;

/// What a one-time code is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeVerdict {
    /// It is good, and used up now.
    Good,
    /// It was good, and somebody has used it.
    Used,
    /// It is none.
    Wrong,
    /// There were too many others: whatever it is, it is not looked at for a while.
    Locked,
}

/// Checks what a person proves themselves with.
#[async_trait]
pub trait Approver: Send + Sync {
    /// What `code` is worth as a one-time code of `customer` now. It is used up by asking.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    async fn judge(&self, customer: CustomerId, code: &str) -> Result<CodeVerdict, Error>;
}
