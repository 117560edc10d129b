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
mod passkeys;
mod payments;
mod practice;
mod recoveries;
mod security;
mod sessions;
mod staff;
mod step_ups;

pub use accounts::{Accounts, PayeeAccount};
pub use approver::{Approver, Ceremony, Proof, Verdict};
pub use attempts::{AttemptKey, Attempts};
pub use audit::Audit;
pub use call_backs::{CallBacks, Waiting};
pub use credentials::{Credentials, KnownCredentials};
pub use customers::Customers;
pub use feedback::Feedback;
pub use ledger::{Ledger, SweepBefore, Upkeep};
pub use passkeys::{KnownPasskey, Passkeys};
pub use payments::Payments;
pub use practice::Practice;
pub use recoveries::Recoveries;
pub use security::Security;
pub use sessions::{NewSession, Sessions, StoredSession};
pub use staff::Staff;
pub use step_ups::{Answering, Challenge, StepUps};
