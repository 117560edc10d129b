//! Stopping everything at once, and how that ends.
//!
//! Freezing takes no proof beyond being signed in: it must be quick, and does no harm that cannot be undone. Ending it
//! takes a step-up and then a wait, so that whoever talks somebody into a payment cannot talk them out of the freeze.

use model::{CustomerId, ErrorCode, SessionKey, Timestamp, forms::ApproveForm};

use super::{Channel, Device, Facts, SecurityEvent, happens, send};
use crate::{
    Bank, Error,
    audit::{self, Deed},
    business, cards,
    customers::Freeze,
    limits, recovery, schedules, sessions,
    step_up::{self, Purpose, Shown},
    waits,
};

/// How long the end of a freeze waits after it was asked for, in seconds: a night to sleep on it.
pub const THAW_WAIT_S: i64 = 12 * 60 * 60;

/// Freezes everything of `owner`: nothing is paid, what waits to be is called off, and no way in changes, nor is one found
/// back to. All their sessions but `here` end. Somebody who is trusted is told. Where it was frozen already all of that is made sure of: an earlier
/// press may not have come to its end.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn freeze(bank: &Bank, owner: CustomerId, here: Option<SessionKey>, device: &Device) -> Result<(), Error> {
    let new = bank.security.freeze(owner, bank.clock.now()).await?;
    if new {
        audit::note(bank, owner, Deed::Frozen, owner.value()).await?;
    }
    sessions::end_others(bank, owner, here).await?;
    recovery::stop(bank, owner, device).await?;
    let events = [SecurityEvent::Frozen, SecurityEvent::FrozenByBank];
    if new || !told_since_freeze(bank, owner, events).await? {
        tell_of_freeze(bank, owner, SecurityEvent::Frozen, device).await?;
    }
    call_off_what_waits(bank, owner).await
}

/// Calls off whatever somebody may have begun who is the reason for a freeze, and which would come to its end after it:
/// payments that wait, also those of others for their business, what is planned to somebody who was never paid, a limit that waits to be raised, of an account or a
/// card, a wait that is to be shorter.
///
/// # Errors
/// [`Error::Unavailable`].
pub(crate) async fn call_off_what_waits(bank: &Bank, owner: CustomerId) -> Result<(), Error> {
    waits::call_off_all(bank, owner).await?;
    business::call_off_all(bank, owner).await?;
    business::keep_stricter(bank, owner).await?;
    schedules::pause_to_strangers(bank, owner).await?;
    limits::call_off_all(bank, owner).await?;
    cards::call_off_all(bank, owner).await?;
    waits::keep_longer(bank, owner).await
}

/// Whether one of these `events` was told of since the freeze of `owner` began.
async fn told_since_freeze(bank: &Bank, owner: CustomerId, [one, other]: [SecurityEvent; 2]) -> Result<bool, Error> {
    let freeze = bank.customers.customer(owner).await?.and_then(|customer| customer.freeze);
    let Some(Freeze { since, .. }) = freeze else { return Ok(false) };
    Ok(bank.security.last(owner, [one, other, other]).await?.is_some_and(|last| last >= since))
}

/// Whether it was the bank that froze everything of `owner`: then the bank ends it, and nobody who signs in as them.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn is_frozen_by_bank(bank: &Bank, owner: CustomerId) -> Result<bool, Error> {
    told_since_freeze(bank, owner, [SecurityEvent::FrozenByBank; 2]).await
}

/// Tells `owner` that everything of theirs is frozen, and somebody who is trusted.
///
/// # Errors
/// [`Error::Unavailable`].
pub(crate) async fn tell_of_freeze(
    bank: &Bank,
    owner: CustomerId,
    event: SecurityEvent,
    device: &Device,
) -> Result<(), Error> {
    happens(bank, owner, event, device, &Facts::default()).await?;
    tell_trusted(bank, owner, SecurityEvent::TrustedFrozen).await
}

/// Tells whom `owner` trusts, if there is anybody: whoever has taken their mail and their telephone may not have that.
pub(crate) async fn tell_trusted(bank: &Bank, owner: CustomerId, event: SecurityEvent) -> Result<(), Error> {
    if let Some(trusted) = bank.security.trusted(owner).await? {
        let whose = bank.customers.customer(owner).await?.map(|customer| customer.name).unwrap_or_default();
        let facts = Facts { name: whose, ..Facts::default() };
        send(bank, owner, (Channel::Email, trusted.email), event, &facts).await?;
    }
    Ok(())
}

/// What is approved before a freeze ends.
#[must_use]
pub fn thawing() -> Shown {
    Shown::of(Purpose::Thaw)
}

/// Asks for the end of the freeze: it comes after [`THAW_WAIT_S`], and gives when.
///
/// # Errors
/// [`Error::Form`], [`ErrorCode::StepUpExpired`]; [`ErrorCode::FrozenByBank`]; [`ErrorCode::NotFound`] where nothing is
/// frozen; [`Error::Unavailable`].
pub async fn ask_to_thaw(
    bank: &Bank,
    owner: CustomerId,
    form: &ApproveForm,
    device: &Device,
) -> Result<Timestamp, Error> {
    if is_frozen_by_bank(bank, owner).await? {
        return Err(ErrorCode::FrozenByBank.into());
    }
    step_up::approve(bank, owner, &thawing(), form).await?;
    let now = bank.clock.now();
    let at = now.plus_seconds(THAW_WAIT_S);
    if !bank.security.set_thaw(owner, Some(at), now).await? {
        return Err(ErrorCode::NotFound.into());
    }
    // A press may have come between the freeze and its look at what waits.
    call_off_what_waits(bank, owner).await?;
    audit::note(bank, owner, Deed::ThawAsked, owner.value()).await?;
    let facts = Facts { when: Some(at), ..Facts::default() };
    happens(bank, owner, SecurityEvent::ThawAsked, device, &facts).await?;
    tell_trusted(bank, owner, SecurityEvent::TrustedThaw).await?;
    Ok(at)
}

/// Calls the end of the freeze off.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn keep_frozen(bank: &Bank, owner: CustomerId, device: &Device) -> Result<(), Error> {
    if bank.security.set_thaw(owner, None, bank.clock.now()).await? {
        audit::note(bank, owner, Deed::ThawCancelled, owner.value()).await?;
        happens(bank, owner, SecurityEvent::ThawCancelled, device, &Facts::default()).await?;
    }
    Ok(())
}
