//! What whoever owns the business does: invite somebody to act, and end it.

use model::{
    AccountId, CustomerId, DelegateId, ErrorCode, Timestamp,
    forms::{ActForm, Acting, ApproveForm, Form},
};

use super::{Delegate, TwoPeople, call_off_of};
use crate::{
    Bank, Error,
    accounts::{Account, AccountStatus},
    audit::{self, Deed},
    invitations,
    security::{self, Device, Facts, SecurityEvent},
    step_up::{self, Purpose, Shown},
};

/// Who may act for an account, as its owner sees it.
#[derive(Debug, Clone)]
pub struct People {
    /// The account.
    pub account: Account,
    /// Everybody who was invited, the latest first.
    pub delegates: Vec<Delegate>,
    /// From how much on a payment takes two people.
    pub rule: TwoPeople,
}

/// The account of a business that is `owner`'s.
///
/// # Errors
/// [`ErrorCode::NotFound`] where it is not theirs, not open or not of a business; [`Error::Unavailable`].
pub async fn account(bank: &Bank, owner: CustomerId, id: AccountId) -> Result<Account, Error> {
    let account = bank.accounts.account(owner, id).await?;
    let is_open = |account: &Account| account.is_business() && account.status == AccountStatus::Open;
    Ok(account.filter(is_open).ok_or(ErrorCode::NotFound)?)
}

/// Who may act for an account of `owner`.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn people(bank: &Bank, owner: CustomerId, id: AccountId) -> Result<People, Error> {
    let account = account(bank, owner, id).await?;
    let delegates = bank.business.delegates(owner, id).await?;
    Ok(People { account, delegates, rule: bank.business.rule(id).await? })
}

/// What was typed, as an invitation that can be approved.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::MandatesFull`]; [`ErrorCode::MandateHeld`]; [`ErrorCode::Frozen`];
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn wanted(bank: &Bank, owner: CustomerId, id: AccountId, form: &ActForm) -> Result<Acting, Error> {
    let account = account(bank, owner, id).await?;
    let acting = form.check(&account.currency())?;
    may_invite(bank, owner, id).await?;
    Ok(acting)
}

async fn may_invite(bank: &Bank, owner: CustomerId, id: AccountId) -> Result<(), Error> {
    invitations::may_invite(bank, owner).await?;
    let (now, delegates) = (bank.clock.now(), bank.business.delegates(owner, id).await?);
    let there = delegates.iter().map(|one| (one.is_open(now), one.asked_at));
    Ok(invitations::has_room(there, now)?)
}

/// What is approved before somebody is invited: who, for which account, what they may do and up to how much.
#[must_use]
pub fn inviting(account: &Account, acting: &Acting) -> Shown {
    let shown = Shown::of(Purpose::Delegate)
        .number(account.id.value())
        .text(&acting.name)
        .number(acting.number.value())
        .text(acting.role.code());
    acting.most.into_iter().fold(shown, Shown::money)
}

/// Invites somebody, if the answer approves exactly that. Whether there is such a person is not said: it looks the same
/// until they accept.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::StepUpExpired`]; [`ErrorCode::MandatesFull`]; [`ErrorCode::MandateHeld`];
/// [`ErrorCode::Frozen`]; [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn invite(
    bank: &Bank,
    owner: CustomerId,
    (id, acting): (AccountId, &Acting),
    form: &ApproveForm,
    device: &Device,
) -> Result<DelegateId, Error> {
    let account = account(bank, owner, id).await?;
    if acting.most.is_some_and(|most| most.currency != account.currency()) {
        return Err(ErrorCode::StepUpExpired.into());
    }
    may_invite(bank, owner, id).await?;
    step_up::approve(bank, owner, &inviting(&account, acting), form).await?;
    let owner_name = bank.customers.customer(owner).await?.map(|customer| customer.name).unwrap_or_default();
    let delegate = Delegate {
        id: DelegateId::new(bank.ids.next()),
        account: id,
        business: account.holder,
        currency: account.balance.currency,
        owner,
        owner_name,
        name: acting.name.clone(),
        number: acting.number,
        who: invitations::found(bank, owner, &acting.name, acting.number).await?,
        role: acting.role,
        most: acting.most.map(|most| most.minor),
        asked_at: bank.clock.now(),
        began_at: None,
        ended_at: None,
        power: None,
    };
    bank.business.keep(&delegate).await?;
    audit::note(bank, owner, Deed::DelegateInvited, delegate.id.value()).await?;
    tell_owner(bank, &delegate, SecurityEvent::DelegateInvited, device).await?;
    tell_delegate(bank, &delegate, SecurityEvent::DelegateOffered).await?;
    Ok(delegate.id)
}

/// Ends it at once: what they have made or approved and has not left is called off. Whoever could act is told; nothing
/// happens where it is over.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn end(
    bank: &Bank,
    owner: CustomerId,
    (account, id): (AccountId, DelegateId),
    device: &Device,
) -> Result<(), Error> {
    let delegates = bank.business.delegates(owner, account).await?;
    let delegate = delegates.into_iter().find(|one| one.id == id).ok_or(ErrorCode::NotFound)?;
    if bank.business.end(owner, id, bank.clock.now()).await? {
        audit::note(bank, owner, Deed::DelegateEnded, id.value()).await?;
        tell_owner(bank, &delegate, SecurityEvent::DelegateEnded, device).await?;
        tell_delegate(bank, &delegate, SecurityEvent::DelegateNoMore).await?;
    }
    // Also where an earlier press did not come to its end.
    call_off_of(bank, &delegate).await
}

/// Tells everybody whose account it is, with the name that was given.
pub(super) async fn tell_owner(
    bank: &Bank,
    delegate: &Delegate,
    event: SecurityEvent,
    device: &Device,
) -> Result<(), Error> {
    let facts = Facts { name: delegate.name.clone(), ..Facts::default() };
    security::happens(bank, delegate.owner, event, device, &facts).await?;
    for holder in bank.limits.holders(delegate.owner, delegate.account).await? {
        if holder != delegate.owner {
            security::tell(bank, holder, event, &facts).await?;
        }
    }
    Ok(())
}

/// Tells the one who was invited, where there is one.
async fn tell_delegate(bank: &Bank, delegate: &Delegate, event: SecurityEvent) -> Result<(), Error> {
    let Some(who) = delegate.who else { return Ok(()) };
    let until: Option<Timestamp> = Some(delegate.asked_at.plus_seconds(invitations::INVITED_S));
    let facts = Facts { name: delegate.business.clone(), when: until, ..Facts::default() };
    Ok(security::tell(bank, who, event, &facts).await?)
}
