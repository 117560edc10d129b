//! Who is there: passwords, one-time codes, and the approval of a payment with one.
//!
//! Nothing here ever says which part of an attempt was wrong, nor whether a user name exists: an unknown
//! name takes the same way, costs the same work and is locked after as many failures as a known one.

mod attempts;
pub mod passwords;
pub mod sign_in;
pub mod totp;

use std::sync::Arc;

use async_trait::async_trait;
use bank::{
    Clock, Error, Rng,
    ports::{Approver, Credentials},
};
use model::CustomerId;

use attempts::{Attempts, Key};
use passwords::Hashing;

/// How many failed sign-ins in a row close the password way in.
const SIGN_IN_FAILURES: i64 = 5;
/// How many wrong codes in a row, over all challenges, stop approvals. Each challenge has its own, lower limit;
/// this one is there because whoever has taken over a session could ask for challenge after challenge.
const APPROVAL_FAILURES: i64 = 15;
/// For how long either stays closed, in seconds.
const LOCK_S: i64 = 15 * 60;

/// Everything that is needed to find out who is there.
pub struct Auth {
    credentials: Arc<dyn Credentials>,
    clock: Arc<dyn Clock>,
    hashing: Hashing,
    sign_ins: Attempts,
    approvals: Attempts,
}

impl Auth {
    /// Checks against what `credentials` keeps, at the time `clock` tells.
    #[must_use]
    pub fn new(credentials: Arc<dyn Credentials>, clock: Arc<dyn Clock>, rng: &dyn Rng) -> Self {
        Self {
            credentials,
            clock,
            hashing: Hashing::default(),
            sign_ins: Attempts::new(SIGN_IN_FAILURES, rng),
            approvals: Attempts::new(APPROVAL_FAILURES, rng),
        }
    }

    /// Whether `code` is one of `customer` now that was not used before. It is used up by asking.
    async fn use_code(&self, customer: CustomerId, secret: &[u8], code: &str) -> Result<bool, Error> {
        match totp::matching_step(secret, code, self.clock.now()) {
            Some(step) => Ok(self.credentials.use_totp_step(customer, step).await?),
            None => Ok(false),
        }
    }
}

#[async_trait]
impl Approver for Auth {
    async fn code_is_good(&self, customer: CustomerId, code: &str) -> Result<bool, Error> {
        let key = Key::of_customer(customer);
        let mut attempts = self.approvals.one_at_a_time(key).await;
        if attempts.are_locked(self.clock.now()) {
            return Ok(false);
        }
        let Some(known) = self.credentials.by_customer(customer).await? else {
            return Ok(false);
        };
        let good = self.use_code(customer, &known.totp_secret, code).await?;
        if good {
            attempts.forget();
        } else {
            attempts.note_failure(self.clock.now());
        }
        Ok(good)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use async_trait::async_trait;
    use bank::{
        Clock, Error, Rng, StorageError,
        ports::{Credentials, KnownCredentials},
    };
    use model::{CustomerId, ErrorCode, Timestamp};

    use super::{Auth, sign_in};

    /// A bank without customers, at the beginning of time.
    struct Empty;

    impl Clock for Empty {
        fn now(&self) -> Timestamp {
            Timestamp::EPOCH
        }
    }

    impl Rng for Empty {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(0);
        }
    }

    #[async_trait]
    impl Credentials for Empty {
        async fn by_username(&self, _: &str) -> Result<Option<KnownCredentials>, StorageError> {
            Ok(None)
        }

        async fn by_customer(&self, _: CustomerId) -> Result<Option<KnownCredentials>, StorageError> {
            Ok(None)
        }

        async fn note_failure(&self, _: CustomerId, _: i64, _: Timestamp) -> Result<(), StorageError> {
            Ok(())
        }

        async fn forget_failures(&self, _: CustomerId) -> Result<(), StorageError> {
            Ok(())
        }

        async fn use_totp_step(&self, _: CustomerId, _: i64) -> Result<bool, StorageError> {
            Ok(false)
        }
    }

    /// That this work is the same as for a known name, `passwords` proves of the hash that is checked here.
    #[tokio::test]
    async fn an_unknown_name_takes_the_way_of_a_password() {
        let auth = Auth::new(Arc::new(Empty), Arc::new(Empty), &Empty);
        auth.hashing.waiting.close();
        let stopped = sign_in::password(&auth, "nobody", "maya-likes-green-tea").await;
        assert!(matches!(stopped, Err(Error::Refused(ErrorCode::Busy))), "it stands in the same queue");
    }
}
