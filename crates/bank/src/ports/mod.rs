//! What the use cases need from the world. `store` and `auth` provide it.

mod accounts;
mod approver;
mod attempts;
mod audit;
mod call_backs;
mod credentials;
mod customers;
mod feedback;
mod ledger;
mod payments;
mod practice;
mod sessions;
mod staff;

pub use accounts::{Accounts, PayeeAccount};
pub use approver::{Approver, CodeVerdict};
pub use attempts::{AttemptKey, Attempts};
pub use audit::Audit;
pub use call_backs::{CallBacks, Waiting};
pub use credentials::{Credentials, KnownCredentials};
pub use customers::Customers;
pub use feedback::Feedback;
pub use ledger::{Ledger, SweepBefore, Upkeep};
pub use payments::{Answering, Challenge, Payments};
pub use practice::Practice;
pub use sessions::{NewSession, Sessions, StoredSession};
pub use staff::Staff;
