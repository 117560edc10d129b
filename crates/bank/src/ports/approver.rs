//! Asking a person to approve exactly what is shown (PSD2 RTS article 5, dynamic linking).

use async_trait::async_trait;
use model::CustomerId;
use serde::{Deserialize, Serialize};

use crate::Error;

/// What a passkey is asked, and what its answer is checked against. Both are JSON that only `auth` and the browser read.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ceremony {
    /// What the browser is given (WebAuthn level 3 sections 5.4 and 5.5).
    pub options: String,
    /// What stays on the server.
    pub state: String,
}

impl std::fmt::Debug for Ceremony {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ceremony").finish_non_exhaustive()
    }
}

/// What somebody proves themselves with.
#[derive(Debug, Clone, Copy)]
pub enum Proof<'a> {
    /// Six digits of their authenticator app.
    Code(&'a str),
    /// What a passkey has signed, and what it was asked.
    Passkey(&'a Ceremony, &'a str),
}

/// What a proof is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
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
    /// What the passkeys of `customer` are asked; `None` where they have none.
    ///
    /// # Errors
    /// [`Error::Unavailable`], as below.
    async fn ceremony(&self, customer: CustomerId) -> Result<Option<Ceremony>, Error>;

    /// What `proof` is worth as one of `customer` now. A code is used up by asking.
    async fn judge(&self, customer: CustomerId, proof: Proof<'_>) -> Result<Verdict, Error>;
}
