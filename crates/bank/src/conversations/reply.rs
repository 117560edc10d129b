//! What the program says: words and values, which a page says in its reader's language.

use serde::{Deserialize, Serialize};

/// One thing the program says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// That somebody may be tricking them, and what to do before anything else.
    Scam,
    /// That somebody is in danger, and whom to call.
    Emergency,
    /// That it did not understand, and how to say it otherwise.
    NotUnderstood,
}
