//! Who is signed in as somebody of the bank, and ending that.

use model::{SessionKey, StaffId};

use super::note;
use crate::{Bank, Error, audit::Deed, sessions::OpenSession};

/// How long a session of somebody of the bank may be left alone, in seconds.
pub const IDLE_S: i64 = 15 * 60;
/// How long one may last, however much it is used, in seconds: a day's work.
pub const ABSOLUTE_S: i64 = 8 * 60 * 60;

/// The valid sessions of `member`, last used first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn open_sessions(bank: &Bank, member: StaffId) -> Result<Vec<OpenSession>, Error> {
    let now = bank.clock.now();
    Ok(bank.staff_sessions.list(member, now, now.plus_seconds(-IDLE_S)).await?)
}

/// Ends one session of `member`, from its next request on. Nothing happens where it is not theirs, or over.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn end_session(bank: &Bank, member: StaffId, key: SessionKey) -> Result<(), Error> {
    if bank.staff_sessions.end(member, key).await? {
        note(bank, member, Deed::StaffSessionEnded, key.value()).await?;
    }
    Ok(())
}

/// Ends every session of `member` but the one they are using, `here`.
///
/// # Errors
/// [`Error::Unavailable`]; those that were ended before it stay ended.
pub async fn end_others(bank: &Bank, member: StaffId, here: Option<SessionKey>) -> Result<(), Error> {
    for other in open_sessions(bank, member).await?.into_iter().filter(|one| Some(one.key) != here) {
        end_session(bank, member, other.key).await?;
    }
    Ok(())
}

/// Notes that `member` has signed out of `key`, which the session layer ends.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn left(bank: &Bank, member: StaffId, key: SessionKey) -> Result<(), Error> {
    Ok(note(bank, member, Deed::StaffSignOut, key.value()).await?)
}
