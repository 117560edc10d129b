//! Which accounts somebody can choose from while a payment is filled in.

use model::{AccountId, forms::PayeeKind};

use crate::accounts::{Account, AccountStatus};

/// The accounts among `accounts` that a payment to a payee of `kind` can come from: open ones, and for a move between
/// own accounts those from which there is somewhere to go. Where there is none such, every open one.
#[must_use]
pub fn sources(accounts: &[Account], kind: Option<PayeeKind>) -> Vec<&Account> {
    if kind == Some(PayeeKind::Own) && can_move(accounts) {
        return open(accounts).filter(|from| !destinations(accounts, from.id).is_empty()).collect();
    }
    open(accounts).collect()
}

/// The accounts among `accounts` that money on `from` can be moved to: the others that keep the same currency.
#[must_use]
pub fn destinations(accounts: &[Account], from: AccountId) -> Vec<&Account> {
    let Some(source) = accounts.iter().find(|account| account.id == from) else { return Vec::new() };
    accounts.iter().filter(|account| account.id != from && account.currency() == source.currency()).collect()
}

/// Whether money can be moved between two of `accounts`.
#[must_use]
pub fn can_move(accounts: &[Account]) -> bool {
    open(accounts).any(|from| !destinations(accounts, from.id).is_empty())
}

fn open(accounts: &[Account]) -> impl Iterator<Item = &Account> {
    accounts.iter().filter(|account| account.status == AccountStatus::Open)
}
