//! Signing in, in two halves: a name and a password, then a one-time code.
//!
//! The first half never says whether it was right: the second is asked for all the same, and fails all the
//! same. Failures are counted at the second half only, so that nobody can tell a right password from a wrong
//! one by what locks the name.

use std::time::Duration;

use bank::Error;
use model::{CustomerId, ErrorCode, Timestamp};
use serde::{Deserialize, Serialize};
use tokio::time::{Instant, sleep_until};

use crate::{Auth, LOCK_S, SIGN_IN_FAILURES, attempts::Key};

/// How long the second half may follow the first, in seconds.
pub const PENDING_S: i64 = 5 * 60;

/// No refusal is answered sooner, so that what it was refused for cannot be told from the time it took: counting
/// the failure of a known name writes to the database, that of an unknown one does not.
const REFUSED_AFTER: Duration = Duration::from_millis(250);

/// A sign-in after its first half. It says whether the password was right, so it stays on the server: in the data
/// of the session, never in a cookie or a page.
#[derive(Clone, Serialize, Deserialize)]
pub struct Pending {
    /// The name that was typed, hashed.
    key: Key,
    /// Whose name it is, if anybody's.
    customer: Option<CustomerId>,
    /// Whether the password was theirs.
    passed: bool,
    /// When the first half was sent.
    started_at: Timestamp,
}

impl std::fmt::Debug for Pending {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pending").finish_non_exhaustive()
    }
}

impl Pending {
    /// Whether the second half may still follow at `now`. It says nothing about whether the first was right.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        now.seconds_since(self.started_at) < PENDING_S
    }
}

/// The first half. Whatever `username` (lower case) and `password` are, the second half follows.
///
/// # Errors
/// [`ErrorCode::SignInLocked`] after too many failures in a row, also for a name nobody has;
/// [`ErrorCode::Busy`] where too many sign in at once; [`Error::Unavailable`].
pub async fn password(auth: &Auth, username: &str, password: &str) -> Result<Pending, Error> {
    let started_at = auth.clock.now();
    let key = auth.sign_ins.key_of(username);
    let known = auth.credentials.by_username(username).await?;
    let locked = match &known {
        Some(known) => known.locked_until > started_at,
        None => auth.sign_ins.one_at_a_time(key).await.are_locked(started_at),
    };
    if locked {
        return Err(ErrorCode::SignInLocked.into());
    }
    let hash = known.as_ref().map(|known| known.password_hash.as_str());
    let passed = auth.hashing.check(password, hash).await? && known.is_some();
    let customer = known.map(|known| known.customer);
    Ok(Pending { key, customer, passed, started_at })
}

/// The second half: who has signed in, if both halves were right. Where they were not, it may be tried again after the
/// same first half: each try counts as a failure, whichever half was wrong.
///
/// # Errors
/// [`ErrorCode::SignInRefused`] where anything was wrong, never saying what, also where the first half was too long
/// ago; [`ErrorCode::SignInLocked`] after too many failures in a row; [`Error::Unavailable`].
pub async fn code(auth: &Auth, pending: &Pending, code: &str) -> Result<CustomerId, Error> {
    let asked_at = Instant::now();
    let verdict = judge(auth, pending, code).await;
    if matches!(verdict, Err(Error::Refused(_))) {
        sleep_until(asked_at + REFUSED_AFTER).await;
    }
    verdict
}

async fn judge(auth: &Auth, pending: &Pending, code: &str) -> Result<CustomerId, Error> {
    let now = auth.clock.now();
    if !pending.is_open(now) {
        return Err(ErrorCode::SignInRefused.into());
    }
    let mut attempts = auth.sign_ins.one_at_a_time(pending.key).await;
    let Some(customer) = pending.customer else {
        if attempts.are_locked(now) {
            return Err(ErrorCode::SignInLocked.into());
        }
        attempts.note_failure(now);
        return Err(ErrorCode::SignInRefused.into());
    };
    // Suspended since the first half: nothing of theirs is counted or told.
    let known = auth.credentials.by_customer(customer).await?.ok_or(ErrorCode::SignInRefused)?;
    if known.locked_until > now {
        return Err(ErrorCode::SignInLocked.into());
    }
    if pending.passed && auth.use_code(customer, &known.totp_secret, code).await? {
        if known.failures > 0 {
            auth.credentials.forget_failures(customer).await?;
        }
        return Ok(customer);
    }
    // A lock that has run out is served: what comes after it is counted anew.
    if known.locked_until != Timestamp::EPOCH {
        auth.credentials.forget_failures(customer).await?;
    }
    auth.credentials.note_failure(customer, SIGN_IN_FAILURES, now.plus_seconds(LOCK_S)).await?;
    Err(ErrorCode::SignInRefused.into())
}
