//! When what was made for a business does not leave after all: somebody has frozen everything, or may not act any more.

use model::CustomerId;

use super::{Delegate, MadeFor, acting::running};
use crate::{Bank, Error, security::SecurityEvent, waits};

/// Calls off everything that waits and leaves an account of `who`, or was approved by them. What they have made themselves
/// is called off with everything else of theirs.
pub(crate) async fn call_off_all(bank: &Bank, who: CustomerId) -> Result<(), Error> {
    call_off(bank, bank.business.open(who).await?).await
}

/// Calls off everything that waits and was made or approved by somebody who may not act any more.
pub(crate) async fn call_off_of(bank: &Bank, delegate: &Delegate) -> Result<(), Error> {
    let Some(who) = delegate.who else { return Ok(()) };
    let theirs = |made: &MadeFor| {
        let by = made.payment.customer == who || made.approved.as_ref().is_some_and(|said| said.who == who);
        by && made.payment.from == delegate.account
    };
    let open = bank.business.open(delegate.owner).await?;
    call_off(bank, open.into_iter().filter(theirs).collect()).await
}

/// Calls off everything that waits and that `maker` has made from accounts of `owner`.
pub(crate) async fn call_off_by(bank: &Bank, maker: CustomerId, owner: CustomerId) -> Result<(), Error> {
    let open = bank.business.open(owner).await?;
    call_off(bank, open.into_iter().filter(|made| made.payment.customer == maker && made.owner == owner).collect())
        .await
}

async fn call_off(bank: &Bank, all: Vec<MadeFor>) -> Result<(), Error> {
    // One that cannot be must not keep the others.
    let mut outcome = Ok(());
    for made in all {
        outcome = outcome.and(waits::give_up(bank, &made.payment, SecurityEvent::PaymentNotMade).await);
    }
    outcome
}

/// Whether `made` may not leave any more: everything of somebody's is frozen who has to do with it, or whoever made or
/// approved it may not act any more.
pub(crate) async fn is_stopped(bank: &Bank, made: &MadeFor) -> Result<bool, Error> {
    let now = bank.clock.now();
    let (maker, approver) = (made.payment.customer, made.approved.as_ref().map(|said| said.who));
    let owners = bank.limits.holders(made.owner, made.payment.from).await?;
    for who in owners.iter().copied().chain([maker]).chain(approver) {
        if bank.customers.customer(who).await?.is_none_or(|customer| customer.is_frozen(now)) {
            return Ok(true);
        }
    }
    if !made.by_owner && !acts(bank, maker, made, |one| one.role.prepares()).await? {
        return Ok(true);
    }
    match approver.filter(|who| !owners.contains(who)) {
        Some(who) => Ok(!acts(bank, who, made, |one| one.role.approves()).await?),
        None => Ok(false),
    }
}

async fn acts(bank: &Bank, who: CustomerId, made: &MadeFor, may: impl Fn(&Delegate) -> bool) -> Result<bool, Error> {
    Ok(running(bank, who, made.payment.from).await?.is_some_and(|one| may(&one)))
}
