//! What this bank has set for everybody.

use crate::security::SecurityEvent;

/// How long a way back in waits after somebody has asked for it, in seconds: long enough for whoever did not ask to hear
/// of it and to stop it. No setting shortens it, and no row of the database says when it ends.
pub const RECOVERY_WAIT_S: i64 = 24 * 60 * 60;

/// For how long it stands open after that, in seconds.
pub const RECOVERY_OPEN_S: i64 = 7 * 24 * 60 * 60;

/// For how long after one of [`HOLDING`] nobody is paid who was never paid before, in seconds: a thief with a new way in
/// is in a hurry, and its owner hears of it in that time.
pub const PAYEE_HOLD_S: i64 = 12 * 60 * 60;

/// After what that is so: somebody has got a way in that they did not have.
pub const HOLDING: [SecurityEvent; 3] =
    [SecurityEvent::PasskeyAdded, SecurityEvent::AppChanged, SecurityEvent::RecoveryFinished];

/// How many wrong tries a password survives over its whole life: then it opens nothing until it is another (NIST SP
/// 800-63B-4 section 3.2.2).
pub const PASSWORD_FAILURES: i64 = 100;

/// Limits and periods. Amounts that differ by account are on the account itself.
#[derive(Debug, Clone, Copy)]
pub struct Policy {
    /// How long a challenge to approve a payment stays open, in seconds: time in which a person reads,
    /// looks at the app and types six digits.
    pub approval_s: i64,
    /// How many wrong codes a challenge survives.
    pub approval_attempts: i64,
    /// How long a session may be left alone, in seconds.
    pub session_idle_s: i64,
    /// How long a draft that nobody changes is kept, in days.
    pub draft_days: i64,
    /// How long what is told to the world is kept, in days.
    pub outbox_days: i64,
    /// How long what people say was hard is kept, in days.
    pub feedback_days: i64,
    /// How long a call that was asked for is kept, in days: long enough to answer for it.
    pub call_back_days: i64,
    /// How many transactions one page of history holds.
    pub history_page: u32,
    /// How many it holds where the text is large, so that what is below them stays within reach; and for who pays for
    /// every byte.
    pub large_history_page: u32,
    /// How many days ahead "what is coming" looks.
    pub coming_days: i64,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            approval_s: 120,
            approval_attempts: 5,
            session_idle_s: 300,
            draft_days: 90,
            outbox_days: 30,
            feedback_days: 730,
            call_back_days: 30,
            history_page: 50,
            large_history_page: 20,
            coming_days: 14,
        }
    }
}
