//! Accounts: all of them, one with what came in and went out, and one line of it.

mod account;
mod asked;
mod code;
mod filter;
mod list;
mod naming;
mod transaction;

pub use account::AccountPage;
pub use code::PaidCodePage;
pub(in crate::pages) use code::code_of;
pub use list::{AccountRows, AccountsPage};
pub use naming::{account_name, account_names, interest};
pub use transaction::TransactionPage;
