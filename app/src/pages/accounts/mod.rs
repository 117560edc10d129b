//! Accounts: all of them, one with what came in and went out, and one line of it.

mod account;
mod filter;
mod list;
mod naming;
mod transaction;

pub use account::AccountPage;
pub use list::{AccountRows, AccountsPage};
pub use naming::{account_name, interest};
pub use transaction::TransactionPage;
