//! What may leave the person's accounts: seen, lowered at once, raised after a wait.

mod account;
mod actions;
mod change;
mod list;
mod raise;
mod waiting;

pub use account::LimitsOfAccountPage;
pub use change::ChangeLimitPage;
pub use list::LimitsPage;
pub use raise::RaiseLimitPage;
pub use waiting::{SetWaiting, WaitingPage};

use bank::limits::LimitKind;
use model::AccountId;

/// Where all of them are.
pub(in crate::pages) const LIMITS: &str = "/you/limits";
/// Where it is chosen how long payments to somebody new wait.
pub(in crate::pages) const WAITING: &str = "/you/limits/waiting";
/// Where a raise is approved.
const RAISE: &str = "/you/limits/raise";

/// Where those of one account are.
fn of(account: AccountId) -> String {
    format!("{LIMITS}/{account}")
}

/// Where one of them is changed.
fn change_of(account: AccountId, kind: LimitKind) -> String {
    format!("{LIMITS}/{account}/{}", kind.code())
}

/// What a limit is called.
const fn name(kind: LimitKind) -> &'static str {
    match kind {
        LimitKind::Payment => "limit-payment",
        LimitKind::Day => "limit-day",
        LimitKind::NewPayee => "limit-new-payee",
    }
}
