//! What whoever was invited does: accept, decline, and act no more.

use model::{CustomerId, DelegateId, ErrorCode};

use super::{Delegate, by_owner::tell_owner, call_off_of};
use crate::{
    Bank, Error,
    audit::{self, Deed},
    powers,
    security::{Device, SecurityEvent},
};

async fn one(bank: &Bank, who: CustomerId, id: DelegateId) -> Result<Delegate, Error> {
    let held = bank.business.held(who).await?;
    let now = bank.clock.now();
    let found = held.into_iter().find(|delegate| delegate.id == id && delegate.is_open(now));
    Ok(found.ok_or(ErrorCode::NotFound)?)
}

/// Accepts an invitation: from now on `who` may act.
///
/// # Errors
/// [`ErrorCode::NotFound`] where they were not invited, or where that is over; [`ErrorCode::Frozen`];
/// [`Error::Unavailable`].
pub async fn accept(bank: &Bank, who: CustomerId, id: DelegateId) -> Result<(), Error> {
    let (delegate, now) = (one(bank, who, id).await?, bank.clock.now());
    if delegate.is_running() {
        return Ok(());
    }
    for whose in [who, delegate.owner] {
        if bank.customers.customer(whose).await?.is_none_or(|customer| customer.is_frozen(now)) {
            return Err(ErrorCode::Frozen.into());
        }
    }
    if bank.business.begin(who, id, now).await? {
        audit::note(bank, who, Deed::DelegateBegan, id.value()).await?;
        tell_owner(bank, &delegate, SecurityEvent::DelegateBegan, &Device::default()).await?;
    }
    Ok(())
}

/// Declines an invitation, or acts no more: what they have made or approved and has not left is called off. Whoever gave it
/// is told.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is none; [`Error::Unavailable`].
pub async fn leave(bank: &Bank, who: CustomerId, id: DelegateId) -> Result<(), Error> {
    let delegate = one(bank, who, id).await?;
    if let Some(power) = delegate.power {
        return powers::end(bank, who, power, &Device::default()).await;
    }
    if bank.business.end(who, id, bank.clock.now()).await? {
        audit::note(bank, who, Deed::DelegateEnded, id.value()).await?;
        tell_owner(bank, &delegate, SecurityEvent::DelegateEnded, &Device::default()).await?;
        call_off_of(bank, &delegate).await?;
    }
    Ok(())
}
