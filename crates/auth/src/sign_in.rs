//! Signing in, in two halves: a name and a password, then a one-time code.
//!
//! The first half never says whether it was right: the second is asked for all the same, and fails all the
//! same. Failures are counted at the second half only, so that nobody can tell a right password from a wrong
//! one by what locks the name.

use std::time::Duration;

use bank::{
    Error,
    audit::Deed,
    policy::PASSWORD_FAILURES,
    ports::{AttemptKey, KnownCredentials, Verdict},
};
use model::{CustomerId, ErrorCode, Timestamp};
use serde::{Deserialize, Serialize};
use tokio::time::{Instant, sleep_until};

use crate::Auth;

/// How long the second half may follow the first, in seconds.
pub const PENDING_S: i64 = 5 * 60;

/// No refusal is answered sooner, so that what it was refused for cannot be told from the time it took: the failure
/// under a known name is told to the audit chain, that under an unknown one to nobody.
const REFUSED_AFTER: Duration = Duration::from_millis(250);

/// The first half is answered no sooner either: whether the name is anybody's, and what is being written for the one
/// before, is not told by the time it took.
const ASKED_AFTER: Duration = Duration::from_millis(100);

/// A sign-in after its first half. It says whether the password was right, so it stays on the server: in the data
/// of the session, never in a cookie or a page.
#[derive(Clone, Serialize, Deserialize)]
pub struct Pending {
    /// Under what its tries are counted: the name that was typed, hashed.
    key: AttemptKey,
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
    let asked_at = Instant::now();
    let pending = first(auth, username, password).await;
    if pending.is_ok() {
        sleep_until(asked_at + ASKED_AFTER).await;
    }
    pending
}

async fn first(auth: &Auth, username: &str, password: &str) -> Result<Pending, Error> {
    let started_at = auth.clock.now();
    let key = auth.counter.sign_in(username).await?;
    if auth.counter.is_locked(&key, started_at).await? {
        return Err(ErrorCode::SignInLocked.into());
    }
    let known = auth.credentials.by_username(username).await?;
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
/// ago; [`ErrorCode::PasswordSpent`] where both halves were right and the password opens nothing any more, after a
/// hundred wrong tries; [`ErrorCode::SignInLocked`] after too many failures in a row; [`Error::Unavailable`].
pub async fn code(auth: &Auth, pending: &Pending, code: &str) -> Result<CustomerId, Error> {
    second(auth, pending, Second::Code(code)).await
}

/// The second half for somebody without their app: a recovery code, good once.
///
/// # Errors
/// As [`code`].
pub async fn recovery_code(auth: &Auth, pending: &Pending, code: &str) -> Result<CustomerId, Error> {
    second(auth, pending, Second::RecoveryCode(code)).await
}

/// What comes second.
#[derive(Clone, Copy)]
enum Second<'a> {
    /// Six digits of the app.
    Code(&'a str),
    /// A code on paper.
    RecoveryCode(&'a str),
}

async fn second(auth: &Auth, pending: &Pending, second: Second<'_>) -> Result<CustomerId, Error> {
    let asked_at = Instant::now();
    let verdict = judge(auth, pending, second).await;
    if matches!(verdict, Err(Error::Refused(_))) {
        sleep_until(asked_at + REFUSED_AFTER).await;
    }
    verdict
}

async fn judge(auth: &Auth, pending: &Pending, second: Second<'_>) -> Result<CustomerId, Error> {
    let now = auth.clock.now();
    if !pending.is_open(now) {
        return Err(ErrorCode::SignInRefused.into());
    }
    let attempt = auth.counter.begin(&pending.key, now).await?.ok_or(ErrorCode::SignInLocked)?;
    if let Some(known) = proved(auth, pending, second).await? {
        let customer = known.customer;
        // Only whoever has both halves learns that the password is spent.
        if known.failures >= PASSWORD_FAILURES {
            return Err(ErrorCode::PasswordSpent.into());
        }
        auth.counter.forget(&pending.key).await?;
        if known.failures > 0 {
            auth.credentials.forget_failures(customer).await?;
        }
        auth.note(Some(customer), Deed::SignIn, customer.value()).await?;
        return Ok(customer);
    }
    if let Some(customer) = pending.customer {
        auth.failed(customer, attempt).await?;
    }
    Err(ErrorCode::SignInRefused.into())
}

/// Who it is, where both halves are right. One who was suspended since the first half is nobody.
async fn proved(auth: &Auth, pending: &Pending, second: Second<'_>) -> Result<Option<KnownCredentials>, Error> {
    let Some(customer) = pending.customer.filter(|_| pending.passed) else { return Ok(None) };
    let Some(known) = auth.credentials.by_customer(customer).await? else { return Ok(None) };
    let good = match second {
        Second::Code(code) => auth.use_code(customer, &known.totp_secret, code).await? == Verdict::Good,
        Second::RecoveryCode(code) => auth.use_recovery_code(customer, code).await?,
    };
    Ok(good.then_some(known))
}
