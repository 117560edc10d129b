//! Asking a person to approve exactly what is shown (PSD2 RTS article 5, dynamic linking).

use async_trait::async_trait;
use model::CustomerId;

use crate::Error;

/// Checks what a person proves themselves with.
#[async_trait]
pub trait Approver: Send + Sync {
    /// Whether `code` is a good one-time code of `customer` now. It is used up by asking.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    async fn code_is_good(&self, customer: CustomerId, code: &str) -> Result<bool, Error>;
}
