//! What whoever was invited does: accept, decline, and stop.

use model::{CustomerId, ErrorCode, MandateId};

use super::{Mandate, Standing, by_owner::tell_owner};
use crate::{
    Bank, Error,
    audit::{self, Deed},
    powers,
    security::{Device, SecurityEvent},
};

/// What was given to `carer` and is not over, the latest first. While all is frozen that is somebody's, their invitation
/// waits; what was accepted stays here, so that it can be ended.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn held(bank: &Bank, carer: CustomerId) -> Result<Vec<Mandate>, Error> {
    let now = bank.clock.now();
    let mut held = Vec::new();
    for mandate in bank.mandates.held(carer).await? {
        let standing = mandate.standing(&bank.calendar, now);
        let counts = match standing {
            Standing::Running => true,
            Standing::Invited(_) => {
                bank.customers.customer(mandate.owner).await?.is_some_and(|owner| !owner.is_frozen(now))
            }
            Standing::Ended | Standing::Lapsed => false,
        };
        if counts {
            held.push(mandate);
        }
    }
    Ok(held)
}

async fn one(bank: &Bank, carer: CustomerId, id: MandateId) -> Result<Mandate, Error> {
    let found = held(bank, carer).await?.into_iter().find(|mandate| mandate.id == id);
    Ok(found.ok_or(ErrorCode::NotFound)?)
}

/// Accepts an invitation: from now on `carer` may look.
///
/// # Errors
/// [`ErrorCode::NotFound`] where they were not invited, or where that is over; [`ErrorCode::Frozen`];
/// [`Error::Unavailable`].
pub async fn accept(bank: &Bank, carer: CustomerId, id: MandateId) -> Result<(), Error> {
    let (mandate, now) = (one(bank, carer, id).await?, bank.clock.now());
    if mandate.standing(&bank.calendar, now) == Standing::Running {
        return Ok(());
    }
    if bank.customers.customer(carer).await?.is_none_or(|customer| customer.is_frozen(now)) {
        return Err(ErrorCode::Frozen.into());
    }
    if bank.mandates.begin(carer, id, now).await? {
        audit::note(bank, carer, Deed::MandateBegan, id.value()).await?;
        tell_owner(bank, &mandate, SecurityEvent::MandateBegan, &Device::default()).await?;
    }
    Ok(())
}

/// Declines an invitation, or stops looking. Whoever gave it is told.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is none; [`Error::Unavailable`].
pub async fn decline(bank: &Bank, carer: CustomerId, id: MandateId) -> Result<(), Error> {
    let mandate = one(bank, carer, id).await?;
    if let Some(power) = mandate.power {
        return powers::end(bank, carer, power, &Device::default()).await;
    }
    if bank.mandates.end(carer, id, bank.clock.now()).await? {
        audit::note(bank, carer, Deed::MandateEnded, id.value()).await?;
        tell_owner(bank, &mandate, SecurityEvent::MandateEnded, &Device::default()).await?;
    }
    Ok(())
}
