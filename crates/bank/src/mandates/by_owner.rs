//! What whoever has the accounts does: invite, and end it.

use jiff::{ToSpan, civil::Date};
use model::{
    AccountId, CustomerId, ErrorCode, MandateId,
    forms::{ApproveForm, Form, Invitation, LOOKING_YEARS, MandateForm},
};

use super::{FIRST_DAYS, Look, Mandate};
use crate::{
    Bank, Error,
    accounts::{Account, AccountStatus},
    audit::{self, Deed},
    calendar::day_number,
    invitations, powers,
    security::{self, Device, Facts, SecurityEvent},
    step_up::{self, Purpose, Shown},
};

/// The mandates that `owner` has given, the latest first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn given(bank: &Bank, owner: CustomerId) -> Result<Vec<Mandate>, Error> {
    Ok(bank.mandates.given(owner).await?)
}

/// One that `owner` has given, with what was looked at, the last day first.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn one(bank: &Bank, owner: CustomerId, id: MandateId) -> Result<(Mandate, Vec<Look>), Error> {
    let found = given(bank, owner).await?.into_iter().find(|mandate| mandate.id == id).ok_or(ErrorCode::NotFound)?;
    let looks = bank.mandates.looks(owner, id).await?;
    Ok((found, looks))
}

/// The accounts of `owner` that somebody else may be shown: open, and nobody's but theirs. What is somebody else's too is
/// not for one of them to show.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn may_be_shown(bank: &Bank, owner: CustomerId) -> Result<Vec<Account>, Error> {
    let mut alone = Vec::new();
    for account in bank.accounts.list(owner).await? {
        if account.status == AccountStatus::Open && bank.limits.holders(owner, account.id).await? == [owner] {
            alone.push(account);
        }
    }
    Ok(alone)
}

/// The last day that is suggested.
#[must_use]
pub fn suggested(bank: &Bank) -> Date {
    bank.calendar.day(bank.clock.now()).saturating_add(FIRST_DAYS.days())
}

/// What was typed, as an invitation that can be approved.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::MandatesFull`]; [`ErrorCode::MandateHeld`]; [`ErrorCode::Frozen`];
/// [`Error::Unavailable`].
pub async fn wanted(bank: &Bank, owner: CustomerId, form: &MandateForm) -> Result<Invitation, Error> {
    let today = bank.calendar.day(bank.clock.now());
    let shown: Vec<AccountId> = may_be_shown(bank, owner).await?.iter().map(|account| account.id).collect();
    let invitation = form.check(&(today, shown))?;
    invitations::may_invite(bank, owner).await?;
    has_room(bank, owner).await?;
    Ok(invitation)
}

async fn has_room(bank: &Bank, owner: CustomerId) -> Result<(), Error> {
    let now = bank.clock.now();
    let given = given(bank, owner).await?;
    let there = given.iter().map(|mandate| (mandate.is_open(&bank.calendar, now), mandate.asked_at));
    Ok(invitations::has_room(there, now)?)
}

/// What is approved before somebody is invited: who, at which accounts, until when.
#[must_use]
pub fn inviting(invitation: &Invitation) -> Shown {
    let shown = Shown::of(Purpose::Mandate).text(&invitation.name).number(invitation.number.value());
    let shown = invitation.accounts.iter().fold(shown, |shown, account| shown.number(account.value()));
    shown.number(day_number(invitation.last))
}

/// Invites somebody, if the answer approves exactly that. Whether there is such a person is not said: it looks the same
/// until they accept.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::StepUpExpired`]; [`ErrorCode::MandatesFull`]; [`ErrorCode::MandateHeld`];
/// [`ErrorCode::Frozen`]; [`Error::Unavailable`].
pub async fn invite(
    bank: &Bank,
    owner: CustomerId,
    invitation: &Invitation,
    form: &ApproveForm,
    device: &Device,
) -> Result<MandateId, Error> {
    let shown = may_be_shown(bank, owner).await?;
    let theirs = |id: &AccountId| shown.iter().any(|account| account.id == *id);
    if !invitation.accounts.iter().all(theirs) || !within_a_year(bank, invitation.last) {
        return Err(ErrorCode::StepUpExpired.into());
    }
    invitations::may_invite(bank, owner).await?;
    has_room(bank, owner).await?;
    step_up::approve(bank, owner, &inviting(invitation), form).await?;
    let Invitation { name, number, accounts, last } = invitation.clone();
    let owner_name = bank.customers.customer(owner).await?.map(|customer| customer.name).unwrap_or_default();
    let mandate = Mandate {
        id: MandateId::new(bank.ids.next()),
        owner,
        owner_name,
        carer: invitations::found(bank, owner, &invitation.name, number).await?,
        name,
        number,
        accounts,
        last,
        asked_at: bank.clock.now(),
        began_at: None,
        ended_at: None,
        power: None,
    };
    bank.mandates.keep(&mandate).await?;
    audit::note(bank, owner, Deed::MandateInvited, mandate.id.value()).await?;
    tell_owner(bank, &mandate, SecurityEvent::MandateInvited, device).await?;
    tell_carer(bank, &mandate, SecurityEvent::MandateOffered).await?;
    Ok(mandate.id)
}

fn within_a_year(bank: &Bank, last: Date) -> bool {
    let today = bank.calendar.day(bank.clock.now());
    (today..=today.saturating_add(LOOKING_YEARS.years())).contains(&last)
}

/// Ends it at once. Whoever could look is told; nothing happens where it is over.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn end(bank: &Bank, owner: CustomerId, id: MandateId, device: &Device) -> Result<(), Error> {
    let (mandate, _) = one(bank, owner, id).await?;
    if let Some(power) = mandate.power {
        return powers::end(bank, owner, power, device).await;
    }
    if !bank.mandates.end(owner, id, bank.clock.now()).await? {
        return Ok(());
    }
    audit::note(bank, owner, Deed::MandateEnded, id.value()).await?;
    tell_owner(bank, &mandate, SecurityEvent::MandateEnded, device).await?;
    tell_carer(bank, &mandate, SecurityEvent::MandateNoMore).await
}

/// Tells whose accounts they are, with the name they gave and the last moment.
pub(super) async fn tell_owner(
    bank: &Bank,
    mandate: &Mandate,
    event: SecurityEvent,
    device: &Device,
) -> Result<(), Error> {
    let facts = Facts { name: mandate.name.clone(), when: Some(last_moment(bank, mandate)), ..Facts::default() };
    security::happens(bank, mandate.owner, event, device, &facts).await
}

/// Tells the one who was invited, where there is one.
async fn tell_carer(bank: &Bank, mandate: &Mandate, event: SecurityEvent) -> Result<(), Error> {
    let Some(carer) = mandate.carer else { return Ok(()) };
    let (name, when) = (mandate.owner_name.clone(), Some(last_moment(bank, mandate)));
    Ok(security::tell(bank, carer, event, &Facts { name, when, ..Facts::default() }).await?)
}

/// The last minute of the last day.
fn last_moment(bank: &Bank, mandate: &Mandate) -> model::Timestamp {
    bank.calendar.end_of(mandate.last).plus_seconds(-60)
}
