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
    Clock, Error, StorageError,
    audit::{AuditRow, Deed},
    ports::{Approver, Attempts, Audit, CodeVerdict, Credentials},
};
use model::CustomerId;

use attempts::Counter;
use passwords::Hashing;

/// What `auth` needs of the database.
#[derive(Clone)]
pub struct Kept {
    /// What people prove themselves with.
    pub credentials: Arc<dyn Credentials>,
    /// How often somebody has tried.
    pub attempts: Arc<dyn Attempts>,
    /// What happened.
    pub audit: Arc<dyn Audit>,
}

/// Everything that is needed to find out who is there.
pub struct Auth {
    credentials: Arc<dyn Credentials>,
    audit: Arc<dyn Audit>,
    counter: Counter,
    clock: Arc<dyn Clock>,
    hashing: Hashing,
}

impl Auth {
    /// Checks against what is `kept`, at the time `clock` tells.
    #[must_use]
    pub fn new(kept: Kept, clock: Arc<dyn Clock>) -> Self {
        let Kept { credentials, attempts, audit } = kept;
        Self { credentials, audit, counter: Counter::new(attempts), clock, hashing: Hashing::default() }
    }

    /// What `code` is worth as one of `customer` now. It is used up by asking.
    async fn use_code(&self, customer: CustomerId, secret: &[u8], code: &str) -> Result<CodeVerdict, StorageError> {
        Ok(match totp::matching_step(secret, code, self.clock.now()) {
            Some(step) if self.credentials.use_totp_step(customer, step).await? => CodeVerdict::Good,
            Some(_) => CodeVerdict::Used,
            None => CodeVerdict::Wrong,
        })
    }

    /// Adds to the audit chain what was done to `customer`, by `actor` where somebody has proved who they are.
    async fn note(&self, actor: Option<CustomerId>, what: Deed, customer: CustomerId) -> Result<(), StorageError> {
        let actor = actor.map(CustomerId::value);
        self.audit.note(&AuditRow { actor, what, subject: customer.value(), at: self.clock.now() }).await
    }
}

#[async_trait]
impl Approver for Auth {
    async fn judge(&self, customer: CustomerId, code: &str) -> Result<CodeVerdict, Error> {
        let key = self.counter.approval(customer).await?;
        let Some(attempt) = self.counter.begin(&key, self.clock.now()).await? else {
            return Ok(CodeVerdict::Locked);
        };
        let verdict = match self.credentials.by_customer(customer).await? {
            Some(known) => self.use_code(customer, &known.totp_secret, code).await?,
            None => CodeVerdict::Wrong,
        };
        if verdict == CodeVerdict::Good {
            self.counter.forget(&key).await?;
        } else if attempt.last {
            self.note(Some(customer), Deed::ApprovalLocked, customer).await?;
        }
        // The last one still is what it is: a second press must find the payment of the first.
        Ok(if attempt.last && verdict == CodeVerdict::Wrong { CodeVerdict::Locked } else { verdict })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use async_trait::async_trait;
    use bank::{
        Clock, Error, StorageError,
        audit::AuditRow,
        ports::{AttemptKey, Attempts, Audit, Credentials, KnownCredentials},
    };
    use model::{CustomerId, ErrorCode, Timestamp};

    use super::{Auth, Kept, sign_in};

    /// A bank without customers, at the beginning of time.
    struct Empty;

    impl Clock for Empty {
        fn now(&self) -> Timestamp {
            Timestamp::EPOCH
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

        async fn use_totp_step(&self, _: CustomerId, _: i64) -> Result<bool, StorageError> {
            Ok(false)
        }
    }

    #[async_trait]
    impl Attempts for Empty {
        async fn salt(&self) -> Result<Vec<u8>, StorageError> {
            Ok(Vec::new())
        }

        async fn is_locked(&self, _: &AttemptKey, _: Timestamp) -> Result<bool, StorageError> {
            Ok(false)
        }

        async fn count(&self, _: &AttemptKey, _: i64, _: Timestamp, _: Timestamp) -> Result<Option<i64>, StorageError> {
            Ok(Some(1))
        }

        async fn forget(&self, _: &AttemptKey) -> Result<(), StorageError> {
            Ok(())
        }
    }

    #[async_trait]
    impl Audit for Empty {
        async fn note(&self, _: &AuditRow) -> Result<(), StorageError> {
            Ok(())
        }
    }

    /// That this work is the same as for a known name, `passwords` proves of the hash that is checked here.
    #[tokio::test]
    async fn an_unknown_name_takes_the_way_of_a_password() {
        let empty = Arc::new(Empty);
        let kept = Kept { credentials: empty.clone(), attempts: empty.clone(), audit: empty.clone() };
        let auth = Auth::new(kept, empty);
        auth.hashing.waiting.close();
        let stopped = sign_in::password(&auth, "nobody", "maya-likes-green-tea").await;
        assert!(matches!(stopped, Err(Error::Refused(ErrorCode::Busy))), "it stands in the same queue");
    }
}
