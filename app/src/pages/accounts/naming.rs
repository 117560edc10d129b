//! What an account is called, and what it earns.

use bank::accounts::Account;
use model::AccountId;

use crate::words::Words;

/// The owner's name for an account, or what it is for where they gave it none.
#[must_use]
pub fn account_name(words: Words, account: &Account) -> String {
    if account.name.is_empty() { words.account_kind(account.kind).to_owned() } else { account.name.clone() }
}

/// What each of `accounts` is called.
#[must_use]
pub fn account_names(words: Words, accounts: &[Account]) -> Vec<(AccountId, String)> {
    accounts.iter().map(|account| (account.id, account_name(words, account))).collect()
}

/// What an account earns a year: "3.85% a year". `None` where it earns nothing.
#[must_use]
pub fn interest(words: Words, account: &Account) -> Option<String> {
    if account.rate_bp <= 0 {
        return None;
    }
    let rate = words.hundredths(account.rate_bp.unsigned_abs());
    Some(words.with("account-interest", &[("rate", rate.into())]))
}
