//! What is about the person: how they read, and who is signed in as them.

mod actions;
mod app;
pub(super) mod browser;
mod codes;
mod confirm;
mod factor_actions;
mod found;
mod freeze;
mod learn;
mod limits;
mod notice_actions;
mod notices;
mod overview;
mod passkeys;
mod password;
mod people;
mod preferences;
mod privacy;
mod safety_actions;
mod security;
mod trusted;

pub use app::AppPage;
pub(super) use app::new_app;
pub use codes::CodesPage;
pub use confirm::ConfirmPage;
pub use found::FoundPage;
pub use freeze::FreezePage;
pub use limits::{ChangeLimitPage, LimitsOfAccountPage, LimitsPage, RaiseLimitPage, SetWaiting, WaitingPage};
pub(super) use limits::{LIMITS, WAITING};
pub(super) use notices::news;
pub use notices::{NoticeChoicesPage, NoticesPage};
pub use overview::YouPage;
pub use passkeys::{CreatePasskeyPage, PasskeyPage};
pub use password::PasswordPage;
pub(super) use password::new_password;
pub(super) use people::PEOPLE;
pub use people::{ApproveInvitationPage, InvitePage, PeopleWhoLookPage, PersonWhoLooksPage};
pub use preferences::PreferencesPage;
pub use privacy::PrivacyPage;
pub use security::SecurityPage;
pub use trusted::TrustedPage;

/// Where the settings for reading are.
const PREFERENCES: &str = "/you/preferences";
/// Where somebody reads what they were told.
const NOTICES: &str = "/you/notices";
/// Where they choose how they are told.
const NOTICE_CHOICES: &str = "/you/notices/choices";
/// Where somebody chooses whether they help to make pages better.
const PRIVACY: &str = "/you/privacy";
/// Where somebody chooses whether they are found by who wants to pay them.
const FOUND: &str = "/you/found";
/// Where passkeys and sessions are.
const SECURITY: &str = "/you/security";
/// Where everything is frozen.
const FREEZE: &str = "/freeze";
/// Where the trusted contact is.
const TRUSTED: &str = "/you/security/trusted";
