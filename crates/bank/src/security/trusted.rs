//! Somebody a person trusts: told when something unusual happens, and given no access to anything.

use model::{
    CustomerId, ErrorCode,
    forms::{Form, TrustedForm},
};

use super::{Channel, Device, Facts, SecurityEvent, happens, send};
use crate::{
    Bank, Error,
    audit::{self, Deed},
};

/// A trusted contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedContact {
    /// What they are called.
    pub name: String,
    /// Their mail address.
    pub email: String,
}

/// The trusted contact of `owner`.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn trusted(bank: &Bank, owner: CustomerId) -> Result<Option<TrustedContact>, Error> {
    Ok(bank.security.trusted(owner).await?)
}

/// Names a trusted contact. The new one is told, and so is the one before: nobody is replaced unseen.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::Frozen`]; [`Error::Unavailable`].
pub async fn set_trusted(bank: &Bank, owner: CustomerId, form: &TrustedForm, device: &Device) -> Result<(), Error> {
    let (name, email) = form.check(&())?;
    may_change(bank, owner).await?;
    let new = TrustedContact { name, email };
    let before = bank.security.trusted(owner).await?;
    if before.as_ref() == Some(&new) {
        return Ok(());
    }
    let at = bank.clock.now();
    bank.security.set_trusted(owner, Some(&new), at).await?;
    audit::note(bank, owner, Deed::TrustedSet, owner.value()).await?;
    happens(bank, owner, SecurityEvent::TrustedSet, device, &Facts::default()).await?;
    told(bank, owner, new.email, SecurityEvent::TrustedYou).await?;
    match before {
        Some(before) => told(bank, owner, before.email, SecurityEvent::TrustedNoMore).await,
        None => Ok(()),
    }
}

/// Nobody is the trusted contact of `owner` any more; the one who was is told.
///
/// # Errors
/// [`ErrorCode::Frozen`]; [`Error::Unavailable`].
pub async fn unset_trusted(bank: &Bank, owner: CustomerId, device: &Device) -> Result<(), Error> {
    let Some(before) = bank.security.trusted(owner).await? else { return Ok(()) };
    may_change(bank, owner).await?;
    bank.security.set_trusted(owner, None, bank.clock.now()).await?;
    audit::note(bank, owner, Deed::TrustedUnset, owner.value()).await?;
    happens(bank, owner, SecurityEvent::TrustedUnset, device, &Facts::default()).await?;
    told(bank, owner, before.email, SecurityEvent::TrustedNoMore).await
}

/// Whoever is told of a freeze stays who they are while it lasts.
async fn may_change(bank: &Bank, owner: CustomerId) -> Result<(), Error> {
    let now = bank.clock.now();
    let frozen = bank.customers.customer(owner).await?.is_some_and(|customer| customer.is_frozen(now));
    if frozen { Err(ErrorCode::Frozen.into()) } else { Ok(()) }
}

/// Tells somebody else about `owner`, by name.
async fn told(bank: &Bank, owner: CustomerId, email: String, event: SecurityEvent) -> Result<(), Error> {
    let name = bank.customers.customer(owner).await?.map(|customer| customer.name).unwrap_or_default();
    Ok(send(bank, owner, (Channel::Email, email), event, &Facts { name, ..Facts::default() }).await?)
}
