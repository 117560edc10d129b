//! Signing in and approving, against credentials kept in memory.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use auth::{Auth, Kept, passwords, sign_in, totp};
use bank::{
    Clock, Error, Rng, StorageError,
    audit::{AuditRow, Deed},
    ports::{Approver, AttemptKey, Attempts, Audit, CodeVerdict, Credentials, KnownCredentials},
};
use model::{CustomerId, ErrorCode, Timestamp};

const PASSWORD: &str = "maya-likes-green-tea";
const SECRET: &[u8] = b"12345678901234567890";
const MAYA: CustomerId = CustomerId::new(7);
/// 2026-03-02T09:00:00 UTC.
const NINE_S: i64 = 1_772_442_000;

struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::Relaxed) * 1_000_000)
    }
}

struct Dice;

impl Rng for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(3);
    }
}

#[derive(Default)]
struct Memory {
    rows: Mutex<HashMap<CustomerId, (String, KnownCredentials)>>,
    steps: Mutex<HashMap<CustomerId, i64>>,
    tries: Mutex<HashMap<AttemptKey, (i64, Timestamp)>>,
    noted: Mutex<Vec<AuditRow>>,
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
impl Audit for Memory {
    async fn note(&self, row: &AuditRow) -> Result<(), StorageError> {
        self.noted.lock().unwrap().push(*row);
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
}

struct House {
    auth: Auth,
    memory: Arc<Memory>,
    clock: Arc<Hands>,
}

fn house() -> House {
    let memory = Arc::new(Memory::default());
    let known = KnownCredentials {
        customer: MAYA,
        password_hash: passwords::hash(PASSWORD, &Dice),
        totp_secret: SECRET.to_vec(),
    };
    memory.rows.lock().unwrap().insert(MAYA, ("maya".to_owned(), known));
    let clock = Arc::new(Hands(AtomicI64::new(NINE_S)));
    let auth = Auth::new(kept(&memory), clock.clone());
    House { auth, memory, clock }
}

fn kept(memory: &Arc<Memory>) -> Kept {
    Kept { credentials: memory.clone(), attempts: memory.clone(), audit: memory.clone() }
}

impl House {
    /// What the audit chain was told: who did it, and what.
    fn noted(&self) -> Vec<(Option<i64>, Deed)> {
        let noted = self.memory.noted.lock().unwrap();
        assert!(noted.iter().all(|row| row.subject == MAYA.value() && row.at <= self.clock.now()));
        noted.iter().map(|row| (row.actor, row.what)).collect()
    }

    fn good_code(&self) -> String {
        totp::current(SECRET, self.clock.now()).0
    }

    fn wait(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds, Ordering::Relaxed);
    }

    async fn sign_in(&self, name: &str, password: &str, code: &str) -> Result<CustomerId, ErrorCode> {
        let pending = sign_in::password(&self.auth, name, password).await.map_err(code_of)?;
        sign_in::code(&self.auth, &pending, code).await.map_err(code_of)
    }
}

fn code_of(error: Error) -> ErrorCode {
    match error {
        Error::Refused(code) => code,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn both_halves_right_open_the_door() {
    let house = house();
    assert_eq!(house.sign_in("maya", PASSWORD, &house.good_code()).await, Ok(MAYA));
}

#[tokio::test(start_paused = true)]
async fn whatever_is_wrong_the_answer_is_the_same() {
    let house = house();
    let code = house.good_code();
    for (name, password, code) in
        [("maya", "maya-likes-black-tea", code.as_str()), ("maya", PASSWORD, "000000"), ("nobody", PASSWORD, &code)]
    {
        assert_eq!(house.sign_in(name, password, code).await, Err(ErrorCode::SignInRefused), "{name} {password}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_code_is_good_once() {
    let house = house();
    let code = house.good_code();
    assert_eq!(house.sign_in("maya", PASSWORD, &code).await, Ok(MAYA));
    assert_eq!(house.sign_in("maya", PASSWORD, &code).await, Err(ErrorCode::SignInRefused));
    house.wait(totp::STEP_S);
    assert_eq!(house.sign_in("maya", PASSWORD, &code).await, Err(ErrorCode::SignInRefused), "still in its grace");
    assert_eq!(house.sign_in("maya", PASSWORD, &house.good_code()).await, Ok(MAYA));
}

#[tokio::test(start_paused = true)]
async fn a_wrong_password_does_not_use_up_the_code() {
    let house = house();
    let code = house.good_code();
    assert_eq!(house.sign_in("maya", "maya-likes-black-tea", &code).await, Err(ErrorCode::SignInRefused));
    assert_eq!(house.sign_in("maya", PASSWORD, &code).await, Ok(MAYA));
}

#[tokio::test(start_paused = true)]
async fn five_failures_lock_a_known_and_an_unknown_name_alike() {
    for (name, password) in [("maya", "maya-likes-black-tea"), ("maya", PASSWORD), ("nobody", PASSWORD)] {
        let house = house();
        let pending = sign_in::password(&house.auth, name, password).await.unwrap();
        for _ in 0..5 {
            let refused = sign_in::code(&house.auth, &pending, "000000").await.map_err(code_of);
            assert_eq!(refused, Err(ErrorCode::SignInRefused), "{name}");
        }
        assert_eq!(house.sign_in(name, password, "000000").await, Err(ErrorCode::SignInLocked), "{name}");
        house.wait(15 * 60 - 1);
        assert_eq!(house.sign_in(name, PASSWORD, &house.good_code()).await, Err(ErrorCode::SignInLocked), "{name}");
        house.wait(1);
        let open = if name == "maya" { Ok(MAYA) } else { Err(ErrorCode::SignInRefused) };
        assert_eq!(house.sign_in(name, PASSWORD, &house.good_code()).await, open, "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_lock_says_nothing_about_the_password() {
    let house = house();
    for _ in 0..6 {
        sign_in::password(&house.auth, "maya", "maya-likes-black-tea").await.unwrap();
    }
    assert_eq!(house.sign_in("maya", PASSWORD, &house.good_code()).await, Ok(MAYA), "the first half counts nothing");
}

#[tokio::test(start_paused = true)]
async fn a_success_forgets_the_failures() {
    let house = house();
    for _ in 0..3 {
        let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
        for _ in 0..4 {
            let refused = sign_in::code(&house.auth, &pending, "000000").await.map_err(code_of);
            assert_eq!(refused, Err(ErrorCode::SignInRefused));
        }
        house.wait(totp::STEP_S);
        assert_eq!(house.sign_in("maya", PASSWORD, &house.good_code()).await, Ok(MAYA));
    }
}

#[tokio::test(start_paused = true)]
async fn guesses_side_by_side_are_counted_one_by_one() {
    let house = Arc::new(house());
    let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
    let guess = |n: u32| {
        let (house, pending) = (house.clone(), pending.clone());
        tokio::spawn(async move { sign_in::code(&house.auth, &pending, &format!("{n:06}")).await.map_err(code_of) })
    };
    let guesses: Vec<_> = (0..40).map(guess).collect();
    let mut looked_at = 0;
    for guess in guesses {
        looked_at += usize::from(guess.await.unwrap() == Err(ErrorCode::SignInRefused));
    }
    assert_eq!(looked_at, 5);
}

#[tokio::test(start_paused = true)]
async fn a_first_half_goes_stale() {
    let house = house();
    let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
    house.wait(sign_in::PENDING_S - 1);
    assert!(pending.is_open(house.clock.now()));
    house.wait(1);
    assert!(!pending.is_open(house.clock.now()));
    let late = sign_in::code(&house.auth, &pending, &house.good_code()).await;
    assert_eq!(late.map_err(code_of), Err(ErrorCode::SignInRefused));
}

#[tokio::test(start_paused = true)]
async fn a_mistyped_code_can_be_typed_again() {
    let house = house();
    let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
    let wrong = sign_in::code(&house.auth, &pending, "000000").await.map_err(code_of);
    assert_eq!(wrong, Err(ErrorCode::SignInRefused));
    assert_eq!(sign_in::code(&house.auth, &pending, &house.good_code()).await.unwrap(), MAYA);
}

#[tokio::test(start_paused = true)]
async fn somebody_suspended_between_the_halves_is_refused() {
    let house = house();
    let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
    house.memory.rows.lock().unwrap().clear();
    let refused = sign_in::code(&house.auth, &pending, &house.good_code()).await;
    assert_eq!(refused.map_err(code_of), Err(ErrorCode::SignInRefused));
}

#[tokio::test(start_paused = true)]
async fn the_first_half_survives_the_session_store_and_prints_nothing() {
    let house = house();
    let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
    assert_eq!(format!("{pending:?}"), "Pending { .. }");
    let stored = serde_json::to_string(&pending).unwrap();
    let back: sign_in::Pending = serde_json::from_str(&stored).unwrap();
    assert_eq!(sign_in::code(&house.auth, &back, &house.good_code()).await.unwrap(), MAYA);
}

#[tokio::test(start_paused = true)]
async fn no_refusal_is_quicker_than_another() {
    let house = house();
    for (name, password) in [("maya", PASSWORD), ("maya", "wrong"), ("nobody", "wrong")] {
        let pending = sign_in::password(&house.auth, name, password).await.unwrap();
        let start = tokio::time::Instant::now();
        sign_in::code(&house.auth, &pending, "000000").await.unwrap_err();
        assert_eq!(start.elapsed(), Duration::from_millis(250), "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn every_end_of_a_sign_in_is_told_and_that_of_a_strange_name_is_not() {
    let house = house();
    let good = house.good_code();
    house.sign_in("maya", PASSWORD, &good).await.unwrap();
    house.sign_in("nobody", PASSWORD, &good).await.unwrap_err();
    let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
    for _ in 0..6 {
        sign_in::code(&house.auth, &pending, "000000").await.unwrap_err();
    }
    let mut told = vec![(Some(MAYA.value()), Deed::SignIn)];
    told.extend([(None, Deed::SignInFailed); 4]);
    told.push((None, Deed::SignInLocked));
    assert_eq!(house.noted(), told, "what is locked is told once");
}

#[tokio::test(start_paused = true)]
async fn a_lock_outlives_the_server() {
    let house = house();
    let pending = sign_in::password(&house.auth, "nobody", PASSWORD).await.unwrap();
    for _ in 0..5 {
        sign_in::code(&house.auth, &pending, "000000").await.unwrap_err();
        house.auth.judge(MAYA, "000000").await.unwrap();
    }
    let again = Auth::new(kept(&house.memory), house.clock.clone());
    let refused = sign_in::password(&again, "nobody", PASSWORD).await.map(drop).map_err(code_of);
    assert_eq!(refused, Err(ErrorCode::SignInLocked));
    assert_eq!(again.judge(MAYA, &house.good_code()).await.unwrap(), CodeVerdict::Locked);
}

#[tokio::test(start_paused = true)]
async fn an_approval_takes_a_fresh_code() {
    let house = house();
    let code = house.good_code();
    let judge = async |customer, code: &str| house.auth.judge(customer, code).await.unwrap();
    assert_eq!(judge(MAYA, "000000").await, CodeVerdict::Wrong);
    assert_eq!(judge(MAYA, &code).await, CodeVerdict::Good);
    assert_eq!(judge(MAYA, &code).await, CodeVerdict::Used);
    assert_eq!(judge(CustomerId::new(8), &code).await, CodeVerdict::Wrong);
}

#[tokio::test(start_paused = true)]
async fn guessing_over_many_challenges_stops_approvals_for_a_while() {
    let house = house();
    let judge = async |code: &str| house.auth.judge(MAYA, code).await.unwrap();
    for _ in 0..4 {
        assert_eq!(judge("000000").await, CodeVerdict::Wrong);
    }
    assert_eq!(judge("000000").await, CodeVerdict::Locked);
    assert_eq!(judge(&house.good_code()).await, CodeVerdict::Locked);
    house.wait(15 * 60);
    assert_eq!(judge(&house.good_code()).await, CodeVerdict::Good);
    assert_eq!(house.noted(), [(Some(MAYA.value()), Deed::ApprovalLocked)]);
}
