//! What is about the person: how they read, and who is signed in as them.

mod actions;
mod browser;
mod overview;
mod preferences;
mod security;

pub use overview::YouPage;
pub use preferences::PreferencesPage;
pub use security::SecurityPage;

/// Where the settings for reading are.
const PREFERENCES: &str = "/you/preferences";
/// Where the list of sessions is.
const SECURITY: &str = "/you/security";
