//! A person's passkeys: what they are called, and taking them away.
//!
//! Making one, and checking what one has signed, is the business of `auth`.

use model::{CustomerId, ErrorCode, PasskeyId, Timestamp, forms::ApproveForm, forms::Form, forms::PasskeyNameForm};

use crate::{
    Bank, Error,
    audit::{self, Deed},
    security::{self, Device, Facts, SecurityEvent, changing},
    step_up::{self, Purpose, Shown},
};

/// A passkey, as its owner knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// Which.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// Whether it is kept in more than one place (WebAuthn level 3, backup state): the loss of a device is not its end.
    pub synced: bool,
    /// Since when it is known.
    pub created_at: Timestamp,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
}

/// The most passkeys one person has: as many devices as anybody signs in with.
pub const MOST: usize = 20;

/// The passkeys of `owner`, the oldest first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(bank: &Bank, owner: CustomerId) -> Result<Vec<Passkey>, Error> {
    Ok(bank.passkeys.of(owner).await?.into_iter().map(|known| known.passkey).collect())
}

/// One passkey of `owner`.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is none of theirs; [`Error::Unavailable`].
pub async fn one(bank: &Bank, owner: CustomerId, id: PasskeyId) -> Result<Passkey, Error> {
    list(bank, owner).await?.into_iter().find(|passkey| passkey.id == id).ok_or_else(|| ErrorCode::NotFound.into())
}

/// What is approved before `passkey` is taken away.
#[must_use]
pub fn removing(passkey: &Passkey) -> Shown {
    Shown::of(Purpose::RemovePasskey).number(passkey.id.value()).text(&passkey.name)
}

/// Whether `owner` approves of adding one more passkey.
///
/// # Errors
/// [`Error::Form`], [`ErrorCode::StepUpExpired`]; [`ErrorCode::PasskeysFull`]; [`Error::Unavailable`].
pub async fn may_add(bank: &Bank, owner: CustomerId, form: &ApproveForm) -> Result<(), Error> {
    if list(bank, owner).await?.len() >= MOST {
        return Err(ErrorCode::PasskeysFull.into());
    }
    Ok(step_up::approve(bank, owner, &changing(Purpose::AddPasskey), form).await?)
}

/// Gives a passkey of `owner` another name.
///
/// # Errors
/// [`Error::Form`], [`ErrorCode::NotFound`], [`Error::Unavailable`].
pub async fn rename(bank: &Bank, owner: CustomerId, id: PasskeyId, form: &PasskeyNameForm) -> Result<(), Error> {
    let name = form.check(&())?;
    if bank.passkeys.rename(owner, id, &name).await? { Ok(()) } else { Err(ErrorCode::NotFound.into()) }
}

/// Takes a passkey of `owner` away. The password and the authenticator app remain as the other way in.
///
/// # Errors
/// [`Error::Form`], [`ErrorCode::StepUpExpired`], [`ErrorCode::NotFound`], [`Error::Unavailable`].
pub async fn remove(
    bank: &Bank,
    owner: CustomerId,
    id: PasskeyId,
    form: &ApproveForm,
    device: &Device,
) -> Result<(), Error> {
    let passkey = one(bank, owner, id).await?;
    step_up::approve(bank, owner, &removing(&passkey), form).await?;
    if bank.passkeys.remove(owner, id).await? {
        audit::note(bank, owner, Deed::PasskeyRemoved, id.value()).await?;
        let facts = Facts { name: passkey.name, ..Facts::default() };
        security::happens(bank, owner, SecurityEvent::PasskeyRemoved, device, &facts).await?;
    }
    Ok(())
}
