//! Looking at limits, lowering them at once, and raising them after a wait.

use model::{
    AccountId, CustomerId, ErrorCode, Money, Problems, Timestamp,
    forms::{ApproveForm, Form, LimitForm},
};

use super::{LimitKind, Newcomer};
use crate::{
    Bank, Error,
    accounts::{Account, AccountStatus},
    audit::{self, Deed},
    calendar::day_number,
    security::{self, Device, Facts, SecurityEvent},
    step_up::{self, Purpose, Shown},
};

/// The limits of one account, with what is used of them.
#[derive(Debug, Clone)]
pub struct AccountLimits {
    /// The account.
    pub account: Account,
    /// What was paid today that counts.
    pub spent: Money,
    /// Whom it has paid for the first time within the last 24 hours.
    pub newcomers: Vec<Newcomer>,
}

/// What became of another limit that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// It holds.
    Lowered,
    /// It is more than before, and has to be approved.
    Raise(Money),
}

/// The limits of every account that `owner` can pay from.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn overview(bank: &Bank, owner: CustomerId) -> Result<Vec<AccountLimits>, Error> {
    let now = bank.clock.now();
    let today = day_number(bank.calendar.day(now));
    let newcomers = bank.limits.newcomers(owner, now).await?;
    let accounts = bank.accounts.list(owner).await?.into_iter().filter(|account| account.status == AccountStatus::Open);
    let with_what_is_used = |account: Account| AccountLimits {
        spent: account.spent(today),
        newcomers: newcomers.iter().filter(|newcomer| newcomer.account == account.id).cloned().collect(),
        account,
    };
    Ok(accounts.map(with_what_is_used).collect())
}

/// One account of `owner` whose limits can be changed.
///
/// # Errors
/// [`ErrorCode::NotFound`] where they cannot pay from such an account; [`Error::Unavailable`].
pub async fn one(bank: &Bank, owner: CustomerId, id: AccountId) -> Result<Account, Error> {
    let account = bank.accounts.account(owner, id).await?;
    Ok(account.filter(|account| account.status == AccountStatus::Open).ok_or(ErrorCode::NotFound)?)
}

/// Changes a limit to what was typed: less holds at once, and calls off a raise that waits. More is not kept, but to be
/// approved first.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn change(
    bank: &Bank,
    owner: CustomerId,
    (id, kind): (AccountId, LimitKind),
    form: &LimitForm,
    device: &Device,
) -> Result<Changed, Error> {
    let account = one(bank, owner, id).await?;
    let to = form.check(&account.currency())?;
    let now = bank.clock.now();
    let limit = account.limits.of(kind);
    if to.minor == limit.at(now) && limit.waiting(now).is_none() {
        return Ok(Changed::Lowered);
    }
    // The statement looks again: what is less in this moment may be more in the next.
    if bank.limits.lower(owner, (id, kind), to.minor, now).await? {
        audit::note(bank, owner, Deed::LimitLowered, id.value()).await?;
        tell_holders(bank, owner, id, SecurityEvent::LimitLowered, None, device).await?;
        return Ok(Changed::Lowered);
    }
    may_be(bank, &account, kind, to)?;
    Ok(Changed::Raise(to))
}

/// Whether the bank lets anybody have such a limit.
fn may_be(bank: &Bank, account: &Account, kind: LimitKind, to: Money) -> Result<(), Problems> {
    let most = bank.policy.most(kind, account.kind, account.currency());
    if to.minor > most.minor { Err(Problems::one("amount", ErrorCode::LimitTooHigh)) } else { Ok(()) }
}

/// What is approved before a limit is raised: of which account which limit, from how much to how much.
#[must_use]
pub fn raising(account: &Account, kind: LimitKind, to: Money, now: Timestamp) -> Shown {
    Shown::of(Purpose::RaiseLimit)
        .number(account.id.value())
        .text(kind.code())
        .money(account.limit(kind, now))
        .money(to)
}

/// Raises a limit, if the answer approves exactly that. Gives when it begins to hold.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::StepUpExpired`]; [`ErrorCode::Frozen`]; [`ErrorCode::NotFound`];
/// [`Error::Unavailable`].
pub async fn raise(
    bank: &Bank,
    owner: CustomerId,
    (id, kind, to): (AccountId, LimitKind, Money),
    form: &ApproveForm,
    device: &Device,
) -> Result<Timestamp, Error> {
    let account = one(bank, owner, id).await?;
    may_be(bank, &account, kind, to)?;
    let now = bank.clock.now();
    if to.currency != account.currency() || to.minor <= account.limit(kind, now).minor {
        return Err(ErrorCode::StepUpExpired.into());
    }
    step_up::approve(bank, owner, &raising(&account, kind, to, now), form).await?;
    let asked_at = bank.clock.now();
    if !bank.limits.raise(owner, (id, kind), to.minor, asked_at).await? {
        return Err(ErrorCode::NotFound.into());
    }
    let holds_from = super::Raise { to: to.minor, asked_at }.holds_from();
    audit::note(bank, owner, Deed::LimitRaiseAsked, id.value()).await?;
    tell_holders(bank, owner, id, SecurityEvent::LimitRaiseAsked, Some(holds_from), device).await?;
    Ok(holds_from)
}

/// Calls off a raise that waits. Nothing happens where none does.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn call_off(
    bank: &Bank,
    owner: CustomerId,
    (id, kind): (AccountId, LimitKind),
    device: &Device,
) -> Result<(), Error> {
    if bank.limits.call_off(owner, (id, kind), bank.clock.now()).await? {
        audit::note(bank, owner, Deed::LimitRaiseCancelled, id.value()).await?;
        tell_holders(bank, owner, id, SecurityEvent::LimitRaiseCancelled, None, device).await?;
    }
    Ok(())
}

/// Calls off every raise that waits on an account of `owner`. Whoever holds the account with them is told.
pub(crate) async fn call_off_all(bank: &Bank, owner: CustomerId) -> Result<(), Error> {
    let now = bank.clock.now();
    for account in bank.accounts.list(owner).await? {
        for kind in LimitKind::ALL.iter().filter(|kind| account.limits.of(**kind).waiting(now).is_some()) {
            call_off(bank, owner, (account.id, *kind), &Device::default()).await?;
        }
    }
    Ok(())
}

/// Tells everybody whose account it is. Only the one who did it is shown from where.
async fn tell_holders(
    bank: &Bank,
    owner: CustomerId,
    id: AccountId,
    event: SecurityEvent,
    when: Option<Timestamp>,
    device: &Device,
) -> Result<(), Error> {
    let elsewhere = Device::default();
    for holder in bank.limits.holders(owner, id).await? {
        let from = if holder == owner { device } else { &elsewhere };
        security::happens(bank, holder, event, from, &Facts { when, ..Facts::default() }).await?;
    }
    Ok(())
}
