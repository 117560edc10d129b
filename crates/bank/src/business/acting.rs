//! For which accounts somebody may act, and whether what they pay takes another person.

use model::{AccountId, CustomerId, ErrorCode, Money, Problems};

use super::Delegate;
use crate::{
    Bank, Error,
    accounts::{Account, AccountStatus},
    invitations::Standing,
};

/// An account that somebody acts for, or is invited to.
#[derive(Debug, Clone)]
pub struct Held {
    /// What they may do.
    pub delegate: Delegate,
    /// How it stands.
    pub standing: Standing,
    /// The account, as they see it. None where they have not accepted yet, and where nothing can be done now: which of
    /// frozen and closed it is, is not told.
    pub account: Option<Account>,
}

/// What `who` acts for or is invited to, the latest first. An invitation waits while everything of its owner's is frozen.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn held(bank: &Bank, who: CustomerId) -> Result<Vec<Held>, Error> {
    let now = bank.clock.now();
    let mut all = Vec::new();
    for delegate in bank.business.held(who).await? {
        let standing = delegate.standing(now);
        let (account, frozen) = seen(bank, &delegate).await?;
        match standing {
            Standing::Running => all.push(Held { delegate, standing, account }),
            Standing::Invited(_) if !frozen => all.push(Held { account: None, delegate, standing }),
            Standing::Invited(_) | Standing::Ended | Standing::Lapsed => {}
        }
    }
    Ok(all)
}

/// The account for which somebody acts, where that can be done now; and whether everything of its owner's is frozen.
async fn seen(bank: &Bank, delegate: &Delegate) -> Result<(Option<Account>, bool), Error> {
    let now = bank.clock.now();
    if bank.customers.customer(delegate.owner).await?.is_none_or(|owner| owner.is_frozen(now)) {
        return Ok((None, true));
    }
    let account = bank.accounts.account(delegate.owner, delegate.account).await?;
    let account = account
        .filter(|account| (account.is_business() || delegate.power.is_some()) && account.status == AccountStatus::Open);
    Ok((account.map(|account| Account { in_the_name_of: Some(delegate.owner), ..account }), false))
}

/// The accounts from which `who` may prepare payments and which are not theirs.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn accounts(bank: &Bank, who: CustomerId) -> Result<Vec<Account>, Error> {
    let held = bank.business.held(who).await?;
    let mut accounts: Vec<Account> = Vec::new();
    for delegate in held.iter().filter(|one| one.is_running() && one.role.prepares()) {
        if let (Some(account), _) = seen(bank, delegate).await?
            && accounts.iter().all(|other| other.id != account.id)
        {
            accounts.push(account);
        }
    }
    Ok(accounts)
}

/// What `who` may do for `account`, where they act for it.
pub(super) async fn running(bank: &Bank, who: CustomerId, account: AccountId) -> Result<Option<Delegate>, Error> {
    let held = bank.business.held(who).await?;
    Ok(held.into_iter().find(|delegate| delegate.account == account && delegate.is_running()))
}

/// Everybody but `maker` who may approve a payment from `account` of `owner`, of that amount where one is said.
pub(super) async fn others_who_approve(
    bank: &Bank,
    (owner, account): (CustomerId, AccountId),
    maker: CustomerId,
    amount: Option<Money>,
) -> Result<Vec<CustomerId>, Error> {
    let now = bank.clock.now();
    let mut all = bank.limits.holders(owner, account).await?;
    let may = |one: &Delegate| match amount {
        Some(amount) => one.may_approve(amount, now),
        None => one.is_running() && one.role.approves(),
    };
    let delegates = bank.business.delegates(owner, account).await?;
    all.extend(delegates.iter().filter(|one| may(one)).filter_map(|one| one.who));
    all.retain(|who| *who != maker);
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// Whether a payment of `amount` from `from` that `maker` makes takes another person; and how many would be asked.
///
/// # Errors
/// [`Error::Form`] where it is more than they may pay; [`ErrorCode::NotFound`] where they may not pay from there;
/// [`ErrorCode::ActNotPlanned`] where they act and it is `planned`; [`ErrorCode::NobodyApproves`]; [`Error::Unavailable`].
pub(crate) async fn needs_another(
    bank: &Bank,
    maker: CustomerId,
    from: &Account,
    (amount, planned): (Money, bool),
) -> Result<Option<usize>, Error> {
    if !from.is_business() {
        return by_power(bank, maker, from, planned).await.map(|()| None);
    }
    let takes_two = bank.business.rule(from.id).await?.takes_two(amount, bank.clock.now());
    let alone = if from.in_the_name_of.is_some() {
        let delegate = running(bank, maker, from.id).await?.filter(|one| one.role.prepares());
        let delegate = delegate.ok_or(ErrorCode::NotFound)?;
        if delegate.most.is_some_and(|most| amount.minor > most) {
            return Err(Problems::one("amount", ErrorCode::OverOwnMost).into());
        }
        if planned {
            return Err(ErrorCode::ActNotPlanned.into());
        }
        delegate.role.approves() && !takes_two
    } else {
        !takes_two
    };
    // What is planned is looked at on its day.
    if alone || planned {
        return Ok(None);
    }
    let owner = from.in_the_name_of.unwrap_or(maker);
    let others = others_who_approve(bank, (owner, from.id), maker, Some(amount)).await?.len();
    if others == 0 { Err(ErrorCode::NobodyApproves.into()) } else { Ok(Some(others)) }
}

/// Whether `maker` may pay from an account of a person: it is theirs, or they act by a power of attorney, for which one is
/// enough.
async fn by_power(bank: &Bank, maker: CustomerId, from: &Account, planned: bool) -> Result<(), Error> {
    if from.in_the_name_of.is_none() {
        return Ok(());
    }
    let acts = running(bank, maker, from.id).await?.is_some_and(|one| one.power.is_some());
    match (acts, planned) {
        (false, _) => Err(ErrorCode::NotFound.into()),
        (true, true) => Err(ErrorCode::ActNotPlanned.into()),
        (true, false) => Ok(()),
    }
}
