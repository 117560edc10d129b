//! What whoever wants to be found does: turn it on, and off.

use model::{
    AccountId, Alias, AliasWay, CustomerId, ErrorCode, Problems,
    forms::{BeFoundForm, Form},
};

use super::Given;
use crate::{
    Bank, Error,
    accounts::{Account, AccountKind},
    audit::{self, Deed},
    mandates,
    security::{self, Contact, Device, Facts, SecurityEvent},
};

/// One way by which somebody could be found, and whether they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// Which way.
    pub way: AliasWay,
    /// Their number or address, as the bank has it; empty where it has none that can be used.
    pub known: String,
    /// Into which account they are paid. `None` where nobody finds them by it.
    pub account: Option<AccountId>,
}

/// What the bank knows of somebody, as it is compared.
pub(super) fn known(way: AliasWay, contact: &Contact) -> Result<Alias, ErrorCode> {
    let text = match way {
        AliasWay::Phone => &contact.phone,
        AliasWay::Email => &contact.email,
    };
    let alias = Alias::from_typed(text).map_err(|_| ErrorCode::AliasUnknown)?;
    if alias.way() == way { Ok(alias) } else { Err(ErrorCode::AliasUnknown) }
}

/// By what `owner` could be found, and by what they are.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn own(bank: &Bank, owner: CustomerId) -> Result<Vec<Own>, Error> {
    let (contact, given) = (bank.security.contact(owner).await?, bank.aliases.given(owner).await?);
    let one = |way: &AliasWay| {
        let text = match way {
            AliasWay::Phone => contact.phone.clone(),
            AliasWay::Email => contact.email.clone(),
        };
        // What was theirs before finds nobody any more.
        let known = known(*way, &contact).ok();
        let is_still = |given: &&Given| known.as_ref().is_some_and(|known| is(given, known));
        let account = given.iter().find(is_still).map(|given| given.account);
        Own { way: *way, known: if known.is_some() { text } else { String::new() }, account }
    };
    Ok(AliasWay::ALL.iter().map(one).collect())
}

/// The accounts into which `owner` can be paid who is found: those that are theirs alone, and in their own name, which is
/// half of what payers see.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn may_be_paid(bank: &Bank, owner: CustomerId) -> Result<Vec<Account>, Error> {
    let mut accounts = mandates::may_be_shown(bank, owner).await?;
    accounts.retain(|account| matches!(account.kind, AccountKind::Current | AccountKind::Savings));
    Ok(accounts)
}

/// The account among `accounts` that is suggested first.
#[must_use]
pub fn suggested(accounts: &[Account]) -> Option<AccountId> {
    let everyday = accounts.iter().find(|account| account.kind == AccountKind::Current);
    everyday.or(accounts.first()).map(|account| account.id)
}

/// From now on `owner` is found by what they chose, and by nothing else. Whoever has paid them keeps the account.
///
/// # Errors
/// [`Error::Form`]: [`ErrorCode::AliasUnknown`] where the bank does not know it of them, [`ErrorCode::AliasTaken`].
/// [`ErrorCode::Frozen`] where anything is turned on; [`Error::Unavailable`].
pub async fn choose(bank: &Bank, owner: CustomerId, form: &BeFoundForm, device: &Device) -> Result<(), Error> {
    let accounts = may_be_paid(bank, owner).await?.iter().map(|account| account.id).collect();
    let (ways, account) = form.check(&accounts)?;
    for way in AliasWay::ALL.iter().filter(|way| !ways.contains(way)) {
        turn_off(bank, owner, *way, device).await?;
    }
    let Some(account) = account else { return Ok(()) };
    let own = own(bank, owner).await?;
    let is_so = |way: &AliasWay| own.iter().any(|own| own.way == *way && own.account == Some(account));
    for way in ways.into_iter().filter(|way| !is_so(way)) {
        turn_on(bank, owner, (way, account), device).await?;
    }
    Ok(())
}

/// Frees `alias` where somebody was found by it whom the bank knows by another now: numbers pass on.
async fn release(bank: &Bank, owner: CustomerId, alias: &Alias) -> Result<(), Error> {
    let Some(holder) = bank.aliases.holder(alias).await?.filter(|holder| holder.customer != owner) else {
        return Ok(());
    };
    if known(alias.way(), &holder.contact).as_ref() != Ok(alias)
        && bank.aliases.take(holder.customer, alias.way()).await?
    {
        audit::note(bank, holder.customer, Deed::AliasTaken, holder.customer.value()).await?;
    }
    Ok(())
}

/// Whether it is by `known` that they are found.
fn is(given: &Given, known: &Alias) -> bool {
    given.way == known.way() && given.address == known.plain()
}

async fn turn_on(
    bank: &Bank,
    owner: CustomerId,
    (way, account): (AliasWay, AccountId),
    device: &Device,
) -> Result<(), Error> {
    let (now, wrong) = (bank.clock.now(), |code| Error::Form(Problems::one("ways", code)));
    if bank.customers.customer(owner).await?.is_none_or(|customer| customer.is_frozen(now)) {
        return Err(ErrorCode::Frozen.into());
    }
    let alias = known(way, &bank.security.contact(owner).await?).map_err(wrong)?;
    release(bank, owner, &alias).await?;
    if !bank.aliases.give(owner, &alias, account, now).await? {
        return Err(wrong(ErrorCode::AliasTaken));
    }
    audit::note(bank, owner, Deed::AliasGiven, account.value()).await?;
    security::happens(bank, owner, SecurityEvent::AliasGiven, device, &Facts::default()).await
}

async fn turn_off(bank: &Bank, owner: CustomerId, way: AliasWay, device: &Device) -> Result<(), Error> {
    if !bank.aliases.take(owner, way).await? {
        return Ok(());
    }
    audit::note(bank, owner, Deed::AliasTaken, owner.value()).await?;
    security::happens(bank, owner, SecurityEvent::AliasTaken, device, &Facts::default()).await
}
