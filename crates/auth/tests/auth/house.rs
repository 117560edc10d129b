//! Credentials kept in memory, somebody who has some, and a clock that is moved by hand.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
};

use async_trait::async_trait;
use auth::{Auth, Kept, passwords, sign_in, totp};
use bank::{
    Clock, Error, Rng, StorageError,
    audit::{AuditLine, AuditRow, Chain, Deed},
    ports::{
        AttemptKey, Attempts, Audit, Credentials, KnownCredentials, KnownPasskey, Passkeys, StaffPasskey, StaffPasskeys,
    },
};
use model::{CustomerId, ErrorCode, PasskeyId, StaffId, Timestamp};

pub const PASSWORD: &str = "maya-likes-green-tea";
pub const SECRET: &[u8] = b"12345678901234567890";
pub const ORIGIN: &str = "https://bank.example";
pub const MAYA: CustomerId = CustomerId::new(7);
/// 2026-03-02T09:00:00 UTC.
const NINE_S: i64 = 1_772_442_000;

pub struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::Relaxed) * 1_000_000)
    }
}

pub struct Dice;

impl Rng for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(3);
    }
}

/// Gives other bytes each time.
#[derive(Default)]
pub struct Varied(AtomicI64);

impl Rng for Varied {
    fn fill(&self, bytes: &mut [u8]) {
        let drawn = self.0.fetch_add(1, Ordering::Relaxed);
        bytes.iter_mut().zip(0..).for_each(|(byte, at)| *byte = u8::try_from((drawn * 7 + at) % 251).unwrap());
    }
}

#[derive(Default)]
pub struct Memory {
    pub rows: Mutex<HashMap<CustomerId, (String, KnownCredentials)>>,
    pub steps: Mutex<HashMap<CustomerId, i64>>,
    pub tries: Mutex<HashMap<AttemptKey, (i64, Timestamp)>>,
    pub noted: Mutex<Vec<AuditRow>>,
    pub passkeys: Mutex<Vec<KnownPasskey>>,
    pub staff_passkeys: Mutex<Vec<StaffPasskey>>,
    codes: Mutex<HashMap<CustomerId, Vec<[u8; 32]>>>,
}

#[async_trait]
impl Attempts for Memory {
    async fn salt(&self) -> Result<Vec<u8>, StorageError> {
        Ok(b"salt".to_vec())
    }

    async fn is_locked(&self, key: &AttemptKey, now: Timestamp) -> Result<bool, StorageError> {
        Ok(self.tries.lock().unwrap().get(key).is_some_and(|(_, until)| *until > now))
    }

    async fn count(
        &self,
        key: &AttemptKey,
        limit: i64,
        now: Timestamp,
        locked_until: Timestamp,
    ) -> Result<Option<i64>, StorageError> {
        let mut tries = self.tries.lock().unwrap();
        let (failures, until) = tries.entry(*key).or_insert((0, Timestamp::EPOCH));
        if *until > now {
            return Ok(None);
        }
        *failures = if *until == Timestamp::EPOCH { *failures + 1 } else { 1 };
        *until = if *failures >= limit { locked_until } else { Timestamp::EPOCH };
        Ok(Some(*failures))
    }

    async fn forget(&self, key: &AttemptKey) -> Result<(), StorageError> {
        self.tries.lock().unwrap().remove(key);
        Ok(())
    }
}

#[async_trait]
impl Passkeys for Memory {
    async fn add(&self, known: &KnownPasskey) -> Result<bool, StorageError> {
        let mut passkeys = self.passkeys.lock().unwrap();
        let fresh = passkeys.iter().all(|other| other.credential != known.credential);
        if fresh {
            passkeys.push(known.clone());
        }
        Ok(fresh)
    }

    async fn of(&self, customer: CustomerId) -> Result<Vec<KnownPasskey>, StorageError> {
        let passkeys = self.passkeys.lock().unwrap();
        Ok(passkeys.iter().filter(|known| known.customer == customer).cloned().collect())
    }

    async fn used(&self, id: PasskeyId, public_key: &str, synced: bool, at: Timestamp) -> Result<(), StorageError> {
        let mut passkeys = self.passkeys.lock().unwrap();
        for known in passkeys.iter_mut().filter(|known| known.passkey.id == id) {
            public_key.clone_into(&mut known.public_key);
            known.passkey.synced = synced;
            known.passkey.used_at = Some(at);
        }
        Ok(())
    }

    async fn rename(&self, customer: CustomerId, id: PasskeyId, name: &str) -> Result<bool, StorageError> {
        let mut passkeys = self.passkeys.lock().unwrap();
        let found = passkeys.iter_mut().find(|known| known.customer == customer && known.passkey.id == id);
        Ok(found.map(|known| name.clone_into(&mut known.passkey.name)).is_some())
    }

    async fn remove(&self, customer: CustomerId, id: PasskeyId) -> Result<bool, StorageError> {
        let mut passkeys = self.passkeys.lock().unwrap();
        let before = passkeys.len();
        passkeys.retain(|known| known.customer != customer || known.passkey.id != id);
        Ok(passkeys.len() < before)
    }
}

#[async_trait]
impl Audit for Memory {
    async fn note(&self, row: &AuditRow) -> Result<(), StorageError> {
        self.noted.lock().unwrap().push(*row);
        Ok(())
    }

    async fn note_why(&self, row: &AuditRow, _: &str) -> Result<(), StorageError> {
        self.note(row).await
    }

    async fn latest(&self, _: Option<Deed>, _: Option<i64>, _: u32) -> Result<Vec<AuditLine>, StorageError> {
        Ok(vec![])
    }

    async fn verify(&self) -> Result<Chain, StorageError> {
        Ok(Chain::default())
    }
}

#[async_trait]
impl StaffPasskeys for Memory {
    async fn add(&self, new: &StaffPasskey) -> Result<bool, StorageError> {
        let mut passkeys = self.staff_passkeys.lock().unwrap();
        let fresh = passkeys.iter().all(|other| other.credential != new.credential);
        if fresh {
            passkeys.push(new.clone());
        }
        Ok(fresh)
    }

    async fn of(&self, staff: StaffId) -> Result<Vec<StaffPasskey>, StorageError> {
        let passkeys = self.staff_passkeys.lock().unwrap();
        Ok(passkeys.iter().filter(|known| known.staff == staff).cloned().collect())
    }

    async fn used(&self, id: PasskeyId, public_key: &str, _: Timestamp) -> Result<(), StorageError> {
        let mut passkeys = self.staff_passkeys.lock().unwrap();
        passkeys
            .iter_mut()
            .filter(|known| known.id == id)
            .for_each(|known| public_key.clone_into(&mut known.public_key));
        Ok(())
    }
}

#[async_trait]
impl Credentials for Memory {
    async fn by_username(&self, username: &str) -> Result<Option<KnownCredentials>, StorageError> {
        let rows = self.rows.lock().unwrap();
        Ok(rows.values().find(|(name, _)| name == username).map(|(_, known)| known.clone()))
    }

    async fn by_customer(&self, customer: CustomerId) -> Result<Option<KnownCredentials>, StorageError> {
        Ok(self.rows.lock().unwrap().get(&customer).map(|(_, known)| known.clone()))
    }

    async fn use_totp_step(&self, customer: CustomerId, step: i64) -> Result<bool, StorageError> {
        let mut steps = self.steps.lock().unwrap();
        let fresh = steps.get(&customer).is_none_or(|last| *last < step);
        if fresh {
            steps.insert(customer, step);
        }
        Ok(fresh)
    }

    async fn count_failure(&self, customer: CustomerId) -> Result<(), StorageError> {
        // Whoever is suspended is no row here, and has one in a database.
        if let Some((_, known)) = self.rows.lock().unwrap().get_mut(&customer) {
            known.failures += 1;
        }
        Ok(())
    }

    async fn forget_failures(&self, customer: CustomerId) -> Result<(), StorageError> {
        self.rows.lock().unwrap().get_mut(&customer).unwrap().1.failures = 0;
        Ok(())
    }

    async fn set_password(&self, customer: CustomerId, hash: &str) -> Result<(), StorageError> {
        let mut rows = self.rows.lock().unwrap();
        let known = &mut rows.get_mut(&customer).unwrap().1;
        hash.clone_into(&mut known.password_hash);
        known.failures = 0;
        Ok(())
    }

    async fn set_totp(&self, customer: CustomerId, secret: &[u8], step: i64) -> Result<(), StorageError> {
        self.rows.lock().unwrap().get_mut(&customer).unwrap().1.totp_secret = secret.to_vec();
        self.steps.lock().unwrap().insert(customer, step);
        Ok(())
    }

    async fn set_recovery_codes(&self, customer: CustomerId, hashes: &[[u8; 32]]) -> Result<(), StorageError> {
        self.codes.lock().unwrap().insert(customer, hashes.to_vec());
        Ok(())
    }

    async fn recovery_codes(&self, customer: CustomerId) -> Result<u32, StorageError> {
        let codes = self.codes.lock().unwrap();
        Ok(u32::try_from(codes.get(&customer).map_or(0, Vec::len)).unwrap())
    }

    async fn has_recovery_code(&self, customer: CustomerId, hash: &[u8; 32]) -> Result<bool, StorageError> {
        Ok(self.codes.lock().unwrap().get(&customer).is_some_and(|codes| codes.contains(hash)))
    }

    async fn use_recovery_code(&self, customer: CustomerId, hash: &[u8; 32]) -> Result<bool, StorageError> {
        let mut codes = self.codes.lock().unwrap();
        let Some(codes) = codes.get_mut(&customer) else { return Ok(false) };
        let before = codes.len();
        codes.retain(|known| known != hash);
        Ok(codes.len() < before)
    }
}

pub struct House {
    pub auth: Auth,
    pub memory: Arc<Memory>,
    pub clock: Arc<Hands>,
}

pub fn house() -> House {
    let memory = Arc::new(Memory::default());
    let known = KnownCredentials {
        customer: MAYA,
        username: "maya".to_owned(),
        password_hash: passwords::hash(PASSWORD, &Dice),
        totp_secret: SECRET.to_vec(),
        failures: 0,
    };
    memory.rows.lock().unwrap().insert(MAYA, ("maya".to_owned(), known));
    let clock = Arc::new(Hands(AtomicI64::new(NINE_S)));
    let auth = Auth::new(kept(&memory), clock.clone(), ORIGIN);
    House { auth, memory, clock }
}

pub fn kept(memory: &Arc<Memory>) -> Kept {
    Kept {
        credentials: memory.clone(),
        passkeys: memory.clone(),
        staff_passkeys: memory.clone(),
        attempts: memory.clone(),
        audit: memory.clone(),
    }
}

impl House {
    /// What the audit chain was told: who did it, and what.
    pub fn noted(&self) -> Vec<(Option<i64>, Deed)> {
        let noted = self.memory.noted.lock().unwrap();
        assert!(noted.iter().all(|row| row.subject == MAYA.value() && row.at <= self.clock.now()));
        noted.iter().map(|row| (row.actor, row.what)).collect()
    }

    pub fn good_code(&self) -> String {
        totp::current(SECRET, self.clock.now()).0
    }

    pub fn wait(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds, Ordering::Relaxed);
    }

    pub async fn sign_in(&self, name: &str, password: &str, code: &str) -> Result<CustomerId, ErrorCode> {
        let pending = sign_in::password(&self.auth, name, password).await.map_err(code_of)?;
        sign_in::code(&self.auth, &pending, code).await.map_err(code_of)
    }
}

pub fn code_of(error: Error) -> ErrorCode {
    match error {
        Error::Refused(code) => code,
        other => panic!("{other:?}"),
    }
}
