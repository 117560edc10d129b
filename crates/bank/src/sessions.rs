//! Who is signed in as a customer, and ending that.

use model::{CustomerId, SessionKey, Timestamp};

use crate::{
    Bank, Error,
    audit::{self, Deed},
};

/// A session in the list of devices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    /// Its public name.
    pub key: SessionKey,
    /// The browser, as it calls itself.
    pub agent: String,
    /// The address it came from.
    pub address: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, to half a minute.
    pub seen_at: Timestamp,
}

/// The valid sessions of `owner`, last used first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(bank: &Bank, owner: CustomerId) -> Result<Vec<OpenSession>, Error> {
    let now = bank.clock.now();
    Ok(bank.sessions.list(owner, now, now.plus_seconds(-bank.policy.session_idle_s)).await?)
}

/// Ends one session of `owner`, from its next request on. Nothing happens where it is not theirs, or over.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn end(bank: &Bank, owner: CustomerId, key: SessionKey) -> Result<(), Error> {
    if bank.sessions.end(owner, key).await? {
        audit::note(bank, owner, Deed::SessionEnded, key.value()).await?;
    }
    Ok(())
}

/// Ends every session of `owner` but the one they are using, `here`.
///
/// # Errors
/// [`Error::Unavailable`]; those that were ended before it stay ended.
pub async fn end_others(bank: &Bank, owner: CustomerId, here: Option<SessionKey>) -> Result<(), Error> {
    for other in list(bank, owner).await?.into_iter().filter(|one| Some(one.key) != here) {
        end(bank, owner, other.key).await?;
    }
    Ok(())
}

/// Notes that `owner` has signed out of `key`, which the session layer ends.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn left(bank: &Bank, owner: CustomerId, key: SessionKey) -> Result<(), Error> {
    Ok(audit::note(bank, owner, Deed::SignOut, key.value()).await?)
}
