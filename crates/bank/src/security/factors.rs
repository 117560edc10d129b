//! What follows on a change of the password, the app or the recovery codes.

use model::{CustomerId, SessionKey};

use super::{Device, Facts, SecurityEvent, happens};
use crate::{Bank, Error, sessions};

/// Tells the person of a change that has been made, and ends all their sessions but `here`: whoever else was signed in
/// knew what has just been replaced.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn changed(
    bank: &Bank,
    owner: CustomerId,
    event: SecurityEvent,
    here: Option<SessionKey>,
    device: &Device,
) -> Result<(), Error> {
    if event != SecurityEvent::CodesMade {
        sessions::end_others(bank, owner, here).await?;
    }
    happens(bank, owner, event, device, &Facts::default()).await
}
