//! What every test begins with: a clock that stands still, a few people, their accounts, and the store.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU32, Ordering},
    },
};

use bank::{
    Clock, IdMint,
    accounts::{AccountKind, AccountStatus},
    customers::{Customer, CustomerStatus},
    experiments::Trying,
    ledger::UNLIMITED,
};
use model::{AccountId, AccountNumber, Currency, CustomerId, Preferences, Timestamp};
use sqlx::{Connection, PgConnection};
use store::{
    Options, Ports, Store,
    bulk::{Batch, NewAccount, NewCustomer},
};
use tokio::sync::OnceCell;

use crate::cluster;

/// On which database a test runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// The time in a test: it moves when the test says so.
pub struct TestClock(AtomicI64);

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::Relaxed))
    }
}

impl TestClock {
    pub fn forward(&self, micros: i64) {
        self.0.fetch_add(micros, Ordering::Relaxed);
    }
}

/// A database of its own, with the store on it.
pub struct World {
    pub url: String,
    pub clock: Arc<TestClock>,
    pub ids: Arc<IdMint>,
    pub store: Store,
    pub ports: Ports,
    numbers: AtomicU32,
    folder: Option<PathBuf>,
}

/// The account of the bank that money comes from and goes to.
pub const CASH: AccountId = AccountId::new(1);

/// The most one payment of a customer's account may be.
pub const PAYMENT_LIMIT: i64 = 50_000;
/// The most a day's payments may be together.
pub const DAILY_LIMIT: i64 = 120_000;
/// The most somebody new may be paid in the first 24 hours.
pub const NEW_PAYEE_LIMIT: i64 = 20_000;

/// Runs one test in a world of its own.
pub fn run<F: Future<Output = ()>>(kind: Kind, test: impl FnOnce(World) -> F) {
    block_on(async { test(World::new(kind).await).await });
}

/// Runs one test in a world of its own, on a database that was there before: `fill` has made its tables.
pub fn run_after<F: Future<Output = ()>>(kind: Kind, fill: impl AsyncFnOnce(&str), test: impl FnOnce(World) -> F) {
    block_on(async {
        let (url, folder) = match kind {
            Kind::Sqlite => sqlite_file(),
            Kind::Postgres => (empty_postgres_database().await, None),
        };
        fill(&url).await;
        test(World::on(url, folder).await).await;
    });
}

fn block_on(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime starts").block_on(test);
}

impl World {
    pub async fn new(kind: Kind) -> Self {
        let (url, folder) = match kind {
            Kind::Sqlite => sqlite_file(),
            Kind::Postgres => (postgres_database().await, None),
        };
        Self::on(url, folder).await
    }

    async fn on(url: String, folder: Option<PathBuf>) -> Self {
        let start = 1_790_000_000_000_000;
        let clock = Arc::new(TestClock(AtomicI64::new(start)));
        let ids = Arc::new(IdMint::new(clock.clone(), 1));
        Store::migrate(&url).await.expect("the tables are made");
        let store = Store::open(&url, Options::new(ids.clone())).await.expect("the store opens");
        let ports = store.ports();
        let world = Self { url, clock, ids, store, ports, numbers: AtomicU32::new(1), folder };
        let cash = NewAccount { min_balance: -UNLIMITED, ..world.new_account(CASH, None, AccountKind::Internal, &[]) };
        world.keep(Batch { accounts: vec![cash], ..Batch::default() }).await;
        world
    }

    /// Another store on the same database, as another server has it.
    pub async fn another_server(&self, node: u16) -> Store {
        let ids = Arc::new(IdMint::new(self.clock.clone(), node));
        Store::open(&self.url, Options::new(ids)).await.expect("the store opens again")
    }

    pub async fn keep(&self, batch: Batch) {
        let mut loader = self.store.load().await.expect("a loader starts");
        loader.keep(batch).await.expect("the rows are kept");
        loader.finish().await.expect("the loader ends");
    }

    /// A customer with one account with nothing on it.
    pub async fn person(&self, name: &str) -> (CustomerId, AccountId) {
        let customer = CustomerId::new(self.ids.next());
        let account = AccountId::new(self.ids.next());
        let opened = self.new_account(account, Some(self.number()), AccountKind::Current, &[customer]);
        let batch =
            Batch { customers: vec![self.new_customer(customer, name)], accounts: vec![opened], ..Batch::default() };
        self.keep(batch).await;
        (customer, account)
    }

    /// An account number that nobody has.
    pub fn number(&self) -> AccountNumber {
        AccountNumber::from_serial(self.numbers.fetch_add(1, Ordering::Relaxed)).expect("seven digits")
    }

    pub fn new_customer(&self, id: CustomerId, name: &str) -> NewCustomer {
        NewCustomer {
            customer: Customer {
                id,
                name: name.to_owned(),
                greeting: name.to_owned(),
                preferences: Preferences::default(),
                joined_at: self.clock.now(),
                freeze: None,
                trying: Trying::default(),
            },
            username: format!("{}-{id}", name.to_lowercase()),
            status: CustomerStatus::Active,
            password_hash: "hashed".to_owned(),
            totp_secret: vec![1, 2, 254, 255],
        }
    }

    pub fn new_account(
        &self,
        id: AccountId,
        number: Option<AccountNumber>,
        kind: AccountKind,
        owners: &[CustomerId],
    ) -> NewAccount {
        NewAccount {
            id,
            number,
            kind,
            name: String::new(),
            currency: Currency::Gbp,
            status: AccountStatus::Open,
            min_balance: 0,
            payment_limit: PAYMENT_LIMIT,
            daily_limit: DAILY_LIMIT,
            new_payee_limit: NEW_PAYEE_LIMIT,
            rate_bp: 0,
            opened_at: self.clock.now(),
            owners: owners.to_vec(),
        }
    }

    /// Fails where any invariant of the ledger does not hold.
    pub async fn verified(&self) {
        let report = self.ports.upkeep.verify().await.expect("the ledger can be looked over");
        assert!(report.holds(), "{:?}", report.breaches);
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            // Left behind, it would only be a folder in the temporary directory.
            drop(std::fs::remove_dir_all(folder));
        }
    }
}

/// A name that no other test of this run has.
fn unique() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("banyan_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

fn sqlite_file() -> (String, Option<PathBuf>) {
    let folder = std::env::temp_dir().join(unique());
    std::fs::create_dir_all(&folder).expect("a folder is made");
    (format!("sqlite:{}", folder.join("bank.db").display()), Some(folder))
}

/// A new database, copied from one whose tables are there already.
async fn postgres_database() -> String {
    static TEMPLATE: OnceCell<()> = OnceCell::const_new();
    TEMPLATE
        .get_or_init(async || {
            let url = make_postgres_database("template_bank", "template0").await;
            Store::migrate(&url).await.expect("the tables are made");
        })
        .await;
    make_postgres_database(&unique(), "template_bank").await
}

/// A new database without tables.
async fn empty_postgres_database() -> String {
    make_postgres_database(&unique(), "template0").await
}

async fn make_postgres_database(name: &str, template: &str) -> String {
    let address = |name: &str| format!("postgres://bank@localhost/{name}?host={}", cluster::socket());
    let mut connection = PgConnection::connect(&address("postgres")).await.expect("the cluster answers");
    let sql = sqlx::AssertSqlSafe(format!("create database {name} template {template}"));
    sqlx::query(sql).execute(&mut connection).await.expect("a database is made");
    address(name)
}
