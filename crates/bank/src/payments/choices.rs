//! Which accounts somebody can choose from while a payment is filled in.

use model::{AccountId, CustomerId, forms::PayeeKind};

use crate::{
    Bank, Error,
    accounts::{Account, AccountStatus},
    business,
};

/// The accounts among `accounts` that a payment to a payee of `kind` can come from: open ones, and for a move between
/// own accounts those from which there is somewhere to go. Where there is none such, every open one.
#[must_use]
pub fn sources(accounts: &[Account], kind: Option<PayeeKind>) -> Vec<&Account> {
    if kind == Some(PayeeKind::Own) && can_move(accounts) {
        return open(accounts).filter(|from| !destinations(accounts, from.id).is_empty()).collect();
    }
    open(accounts).collect()
}

/// The accounts among `accounts` that money on `from` can be moved to: the others that keep the same currency. Of what
/// somebody only acts for, nothing is moved to or from what is theirs.
#[must_use]
pub fn destinations(accounts: &[Account], from: AccountId) -> Vec<&Account> {
    let own = || accounts.iter().filter(|account| account.in_the_name_of.is_none());
    let Some(source) = own().find(|account| account.id == from) else { return Vec::new() };
    own().filter(|account| account.id != from && account.currency() == source.currency()).collect()
}

/// The accounts that `who` can choose from: their own, and behind them those from which they may pay for a business.
///
/// # Errors
/// [`Error::Unavailable`].
pub(super) async fn choosable(bank: &Bank, who: CustomerId) -> Result<Vec<Account>, Error> {
    let mut accounts = bank.accounts.list(who).await?;
    accounts.extend(business::accounts(bank, who).await?);
    Ok(accounts)
}

/// Whether money can be moved between two of `accounts`.
#[must_use]
pub fn can_move(accounts: &[Account]) -> bool {
    open(accounts).any(|from| !destinations(accounts, from.id).is_empty())
}

fn open(accounts: &[Account]) -> impl Iterator<Item = &Account> {
    accounts.iter().filter(|account| account.status == AccountStatus::Open)
}
