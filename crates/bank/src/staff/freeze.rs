//! Freezing for a customer, which one of the bank may do, and ending that, which takes two.
//!
//! Whoever is threatened, or talked into something, can also be talked into calling the bank. So the end of a freeze is
//! asked for by one of the bank and agreed to by another, and then waits as long as one that the customer asks for; the
//! customer is told, and can call it off.

use model::{
    CustomerId, ErrorCode, StaffId, Timestamp,
    forms::{Form, ReasonForm},
};

use super::{
    desk::{CustomerFile, seen},
    note, note_why,
};
use crate::{
    Bank, Error, StorageError,
    audit::Deed,
    recovery,
    security::{self, Device, Facts, SecurityEvent, THAW_WAIT_S},
};

/// That somebody of the bank wants a freeze to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThawAsked {
    /// Who.
    pub by: StaffId,
    /// Since when.
    pub at: Timestamp,
    /// Why, as it stands in the audit chain: the [`written`](model::forms::Reason::written) reason.
    pub why: String,
}

/// Freezes everything of `customer`, ends all their sessions, and tells them. What they froze themselves is from then on
/// frozen by the bank.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::LookOver`], [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn freeze(bank: &Bank, member: StaffId, customer: CustomerId, form: &ReasonForm) -> Result<(), Error> {
    let reason = form.check(&())?;
    seen(bank, member, customer).await?;
    let now = bank.clock.now();
    let new = bank.security.freeze(customer, now).await?;
    note_why(bank, member, Deed::StaffFroze, customer.value(), &reason.written()).await?;
    bank.desk.forget_thaw(customer).await?;
    let idle_since = now.plus_seconds(-bank.policy.session_idle_s);
    for open in bank.sessions.list(customer, now, idle_since).await? {
        if bank.sessions.end(customer, open.key).await? {
            note(bank, member, Deed::StaffEndedSession, open.key.value()).await?;
        }
    }
    recovery::stop_by(bank, customer, member.value(), &Device::default()).await?;
    if new || !security::is_frozen_by_bank(bank, customer).await? {
        security::tell_of_freeze(bank, customer, SecurityEvent::FrozenByBank, &Device::default()).await?;
    }
    security::call_off_what_waits(bank, customer).await
}

/// Who wants the freeze in `file` to end, where that waits for somebody to agree. What was asked of an earlier freeze is
/// over with it.
pub(super) async fn waiting(bank: &Bank, file: &CustomerFile) -> Result<Option<ThawAsked>, StorageError> {
    let Some(freeze) = file.freeze.filter(|freeze| freeze.thaws_at.is_none()) else { return Ok(None) };
    Ok(bank.desk.thaw_asked(file.id).await?.filter(|asked| asked.at >= freeze.since))
}

/// Asks for the end of the freeze of `customer`. It does not come before another has agreed.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::LookOver`]; [`ErrorCode::NotFound`] where nothing is frozen, or its end is coming
/// already; [`Error::Unavailable`].
pub async fn ask_to_thaw(bank: &Bank, member: StaffId, customer: CustomerId, form: &ReasonForm) -> Result<(), Error> {
    let reason = form.check(&())?;
    frozen(bank, member, customer).await?;
    let why = reason.written();
    note_why(bank, member, Deed::StaffThawAsked, customer.value(), &why).await?;
    Ok(bank.desk.ask_thaw(customer, &ThawAsked { by: member, at: bank.clock.now(), why }).await?)
}

/// Agrees to the end of a freeze that another of the bank has asked for: it comes after [`THAW_WAIT_S`], and gives when.
///
/// # Errors
/// [`ErrorCode::SecondPerson`] for whoever has asked; [`ErrorCode::LookOver`]; [`ErrorCode::NotFound`] where nothing is
/// frozen or nobody has asked; [`Error::Unavailable`].
pub async fn agree_to_thaw(bank: &Bank, member: StaffId, customer: CustomerId) -> Result<Timestamp, Error> {
    let file = frozen(bank, member, customer).await?;
    let asked = waiting(bank, &file).await?.ok_or(ErrorCode::NotFound)?;
    if asked.by == member {
        return Err(ErrorCode::SecondPerson.into());
    }
    let now = bank.clock.now();
    let at = now.plus_seconds(THAW_WAIT_S);
    // Of two who agree in one moment, or of one and a new freeze, one comes first.
    if !bank.desk.forget_thaw(customer).await? || !bank.security.set_thaw(customer, Some(at), now).await? {
        return Err(ErrorCode::NotFound.into());
    }
    security::call_off_what_waits(bank, customer).await?;
    note(bank, member, Deed::StaffThawAgreed, customer.value()).await?;
    let facts = Facts { when: Some(at), ..Facts::default() };
    security::happens(bank, customer, SecurityEvent::ThawAsked, &Device::default(), &facts).await?;
    security::tell_trusted(bank, customer, SecurityEvent::TrustedThaw).await?;
    Ok(at)
}

/// Makes sure that `member` sees `customer`, and that there is a freeze whose end nobody has set.
async fn frozen(bank: &Bank, member: StaffId, customer: CustomerId) -> Result<CustomerFile, Error> {
    let file = seen(bank, member, customer).await?;
    let endless = file.freeze.is_some_and(|freeze| freeze.thaws_at.is_none());
    if endless { Ok(file) } else { Err(ErrorCode::NotFound.into()) }
}
