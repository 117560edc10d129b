//! The link by which somebody of the bank makes their passkey: good once, for a day, and kept only as a hash.

use std::fmt::Write;

use model::{ErrorCode, StaffId, Timestamp};
use sha2::{Digest, Sha256};

use super::{StaffMember, note};
use crate::{
    Bank, Error, Rng, StorageError,
    audit::{AuditRow, Deed},
    ports::{Audit, Staff},
};

/// How long a link is good, in seconds.
pub const LINK_S: i64 = 24 * 60 * 60;

/// How many bytes of chance are in a link: 128 bits.
const BYTES: usize = 16;

/// Makes a new link for `member` and gives the secret in it, which nobody can read again. Whatever they signed in with
/// until now is forgotten, and they are signed out: it is for whoever begins, and for whoever has lost their key.
///
/// # Errors
/// Where the database does not answer.
pub async fn link(
    staff: &dyn Staff,
    audit: &dyn Audit,
    rng: &dyn Rng,
    member: StaffId,
    now: Timestamp,
) -> Result<String, StorageError> {
    let mut bytes = [0; BYTES];
    rng.fill(&mut bytes);
    let secret = bytes.iter().fold(String::with_capacity(2 * BYTES), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    });
    staff.set_link(member, &hash(&secret), now.plus_seconds(LINK_S)).await?;
    audit.note(&AuditRow { actor: None, what: Deed::StaffLinked, subject: member.value(), at: now }).await?;
    Ok(secret)
}

fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret).into()
}

/// Whose link has this `secret`.
///
/// # Errors
/// [`ErrorCode::EnrolLapsed`] where it is nobody's any more; [`Error::Unavailable`].
pub async fn linked(bank: &Bank, secret: &str) -> Result<StaffMember, Error> {
    let found = bank.staff.linked(&hash(secret), bank.clock.now()).await?;
    found.ok_or_else(|| ErrorCode::EnrolLapsed.into())
}

/// Uses the link with this `secret` up, for a passkey of `member` that has been made and is about to be kept.
///
/// # Errors
/// [`ErrorCode::EnrolLapsed`] where somebody was faster; [`Error::Unavailable`].
pub async fn enrolled(bank: &Bank, secret: &str, member: StaffId) -> Result<(), Error> {
    if !bank.staff.use_link(&hash(secret), bank.clock.now()).await? {
        return Err(ErrorCode::EnrolLapsed.into());
    }
    Ok(note(bank, member, Deed::StaffEnrolled, member.value()).await?)
}
