//! Who is there: passkeys, passwords, one-time codes, and the approval of something with one of them.
//!
//! Nothing here ever says which part of an attempt was wrong, nor whether a user name exists: an unknown
//! name takes the same way, costs the same work and is locked after as many failures as a known one.

mod attempts;
pub mod factors;
pub mod passkeys;
pub mod passwords;
pub mod recovery;
pub mod sign_in;
mod staff;
pub mod totp;

use std::sync::Arc;

use async_trait::async_trait;
use bank::{
    Clock, Error, StorageError,
    audit::{AuditRow, Deed},
    ports::{Approver, Attempts, Audit, Ceremony, Credentials, Passkeys, Proof, StaffPasskeys, Verdict},
};
use model::CustomerId;
use webauthn_rs::Webauthn;

use attempts::Counter;
use passwords::Hashing;

/// What `auth` needs of the database.
#[derive(Clone)]
pub struct Kept {
    /// What people prove themselves with.
    pub credentials: Arc<dyn Credentials>,
    /// The public halves of their passkeys.
    pub passkeys: Arc<dyn Passkeys>,
    /// Those of the bank's own people.
    pub staff_passkeys: Arc<dyn StaffPasskeys>,
    /// How often somebody has tried.
    pub attempts: Arc<dyn Attempts>,
    /// What happened.
    pub audit: Arc<dyn Audit>,
}

/// Everything that is needed to find out who is there.
pub struct Auth {
    credentials: Arc<dyn Credentials>,
    passkeys: Arc<dyn Passkeys>,
    staff_passkeys: Arc<dyn StaffPasskeys>,
    audit: Arc<dyn Audit>,
    counter: Counter,
    clock: Arc<dyn Clock>,
    hashing: Hashing,
    relying_party: Option<Webauthn>,
    /// The address of this site, as links in mails begin.
    origin: String,
}

impl Auth {
    /// Checks against what is `kept`, at the time `clock` tells, for pages of `origin` (RFC 6454). There are passkeys
    /// where that has a name.
    #[must_use]
    pub fn new(kept: Kept, clock: Arc<dyn Clock>, origin: &str) -> Self {
        let Kept { credentials, passkeys, staff_passkeys, attempts, audit } = kept;
        let (counter, hashing) = (Counter::new(attempts), Hashing::default());
        let relying_party = passkeys::relying_party(origin);
        let origin = origin.to_owned();
        Self { credentials, passkeys, staff_passkeys, audit, counter, clock, hashing, relying_party, origin }
    }

    /// The address of this site, as links to it begin (RFC 6454).
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What `code` is worth as one of `customer` now. It is used up by asking.
    async fn use_code(&self, customer: CustomerId, secret: &[u8], code: &str) -> Result<Verdict, StorageError> {
        Ok(match totp::matching_step(secret, code, self.clock.now()) {
            Some(step) if self.credentials.use_totp_step(customer, step).await? => Verdict::Good,
            Some(_) => Verdict::Used,
            None => Verdict::Wrong,
        })
    }

    /// Adds to the audit chain what was done to `subject`, by `actor` where somebody has proved who they are.
    async fn note(&self, actor: Option<CustomerId>, what: Deed, subject: i64) -> Result<(), StorageError> {
        let actor = actor.map(CustomerId::value);
        self.audit.note(&AuditRow { actor, what, subject, at: self.clock.now() }).await
    }

    /// What `code` is worth to approve something. Wrong ones are counted over all questions.
    async fn judge_code(&self, customer: CustomerId, code: &str) -> Result<Verdict, Error> {
        let key = self.counter.approval(customer).await?;
        let Some(attempt) = self.counter.begin(&key, self.clock.now()).await? else {
            return Ok(Verdict::Locked);
        };
        let verdict = match self.credentials.by_customer(customer).await? {
            Some(known) => self.use_code(customer, &known.totp_secret, code).await?,
            None => Verdict::Wrong,
        };
        if verdict == Verdict::Good {
            self.counter.forget(&key).await?;
        } else if attempt.last {
            self.note(Some(customer), Deed::ApprovalLocked, customer.value()).await?;
        }
        // The last one still is what it is: a second press must find the payment of the first.
        Ok(if attempt.last && verdict == Verdict::Wrong { Verdict::Locked } else { verdict })
    }
}

#[async_trait]
impl Approver for Auth {
    async fn ceremony(&self, customer: CustomerId) -> Result<Option<Ceremony>, Error> {
        self.ask_passkeys(customer).await
    }

    async fn judge(&self, customer: CustomerId, proof: Proof<'_>) -> Result<Verdict, Error> {
        match proof {
            Proof::Code(code) => self.judge_code(customer, code).await,
            Proof::Passkey(ceremony, answer) => self.judge_passkey(customer, ceremony, answer).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use async_trait::async_trait;
    use bank::{
        Clock, Error, StorageError,
        audit::{AuditLine, AuditRow, Chain, Deed},
        ports::{
            AttemptKey, Attempts, Audit, Credentials, KnownCredentials, KnownPasskey, Passkeys, StaffPasskey,
            StaffPasskeys,
        },
    };
    use model::{CustomerId, ErrorCode, PasskeyId, StaffId, Timestamp};

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

        async fn count_failure(&self, _: CustomerId) -> Result<(), StorageError> {
            Ok(())
        }

        async fn forget_failures(&self, _: CustomerId) -> Result<(), StorageError> {
            Ok(())
        }

        async fn set_password(&self, _: CustomerId, _: &str) -> Result<(), StorageError> {
            Ok(())
        }

        async fn set_totp(&self, _: CustomerId, _: &[u8], _: i64) -> Result<(), StorageError> {
            Ok(())
        }

        async fn set_recovery_codes(&self, _: CustomerId, _: &[[u8; 32]]) -> Result<(), StorageError> {
            Ok(())
        }

        async fn recovery_codes(&self, _: CustomerId) -> Result<u32, StorageError> {
            Ok(0)
        }

        async fn has_recovery_code(&self, _: CustomerId, _: &[u8; 32]) -> Result<bool, StorageError> {
            Ok(false)
        }

        async fn use_recovery_code(&self, _: CustomerId, _: &[u8; 32]) -> Result<bool, StorageError> {
            Ok(false)
        }
    }

    #[async_trait]
    impl Passkeys for Empty {
        async fn add(&self, _: &KnownPasskey) -> Result<bool, StorageError> {
            Ok(false)
        }

        async fn of(&self, _: CustomerId) -> Result<Vec<KnownPasskey>, StorageError> {
            Ok(Vec::new())
        }

        async fn used(&self, _: PasskeyId, _: &str, _: bool, _: Timestamp) -> Result<(), StorageError> {
            Ok(())
        }

        async fn rename(&self, _: CustomerId, _: PasskeyId, _: &str) -> Result<bool, StorageError> {
            Ok(false)
        }

        async fn remove(&self, _: CustomerId, _: PasskeyId) -> Result<bool, StorageError> {
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

        async fn note_why(&self, _: &AuditRow, _: &str) -> Result<(), StorageError> {
            Ok(())
        }

        async fn latest(&self, _: Option<Deed>, _: Option<i64>, _: u32) -> Result<Vec<AuditLine>, StorageError> {
            Ok(Vec::new())
        }

        async fn verify(&self) -> Result<Chain, StorageError> {
            Ok(Chain::default())
        }
    }

    #[async_trait]
    impl StaffPasskeys for Empty {
        async fn add(&self, _: &StaffPasskey) -> Result<bool, StorageError> {
            Ok(false)
        }

        async fn of(&self, _: StaffId) -> Result<Vec<StaffPasskey>, StorageError> {
            Ok(Vec::new())
        }

        async fn used(&self, _: PasskeyId, _: &str, _: Timestamp) -> Result<(), StorageError> {
            Ok(())
        }
    }

    /// That this work is the same as for a known name, `passwords` proves of the hash that is checked here.
    #[tokio::test]
    async fn an_unknown_name_takes_the_way_of_a_password() {
        let empty = Arc::new(Empty);
        let kept = Kept {
            credentials: empty.clone(),
            passkeys: empty.clone(),
            staff_passkeys: empty.clone(),
            attempts: empty.clone(),
            audit: empty.clone(),
        };
        let auth = Auth::new(kept, empty, "https://bank.example");
        auth.hashing.waiting.close();
        let stopped = sign_in::password(&auth, "nobody", "maya-likes-green-tea").await;
        assert!(matches!(stopped, Err(Error::Refused(ErrorCode::Busy))), "it stands in the same queue");
    }
}
