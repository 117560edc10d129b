//! A small bank for one test: two people with some money, and a clock that is moved by hand.

use std::{
    path::PathBuf,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicI64, AtomicU32, Ordering},
    },
};

use app::{context::Site, layouts::Running};
use auth::Auth;
use axum::Router;
use bank::{
    Bank, Clock, IdMint, Rng,
    accounts::{AccountKind, AccountStatus},
    cards::{Card, CardKind, CardRules, CardState, Counted},
    customers::{Customer, CustomerStatus},
    experiments::Trying,
    ledger::LedgerAccount,
    limits::Limits,
    mandates::Mandate,
    ports::NewSession,
    staff::{ABSOLUTE_S, Role, StaffMember, StaffStatus},
};
use model::{
    AccountId, AccountNumber, CardId, Currency, CustomerId, Language, MandateId, Preferences, SessionKey, StaffId,
    Timestamp, forms::CardReach,
};
use server::{
    config::Config,
    router,
    sessions::Secret,
    site::BuiltSite,
    state::{self, World},
    system::SystemRng,
    workshop::Watched,
};
use store::{
    Options, Ports, Store,
    bulk::{Batch, NewAccount, NewCustomer},
};

use crate::browser::Browser;

/// Sunday 22 November 2026, a little after noon.
const NOW: i64 = 1_795_349_100;
/// Ann's password.
pub const PASSWORD: &str = "a long enough password";
/// Ann, who reads English.
pub const ANN: CustomerId = CustomerId::new(1);
/// Bo, who reads Chinese.
pub const BO: CustomerId = CustomerId::new(2);
/// Eve, who is suspended.
pub const EVE: CustomerId = CustomerId::new(3);
/// What the cookie of a session of the bank's own people is called, without TLS.
pub const STAFF_COOKIE: &str = "banyan-demo-staff";
/// The first of a crowd.
const FIRST: i64 = 1_000;

/// A clock that is moved by hand.
pub struct Hand(AtomicI64);

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::Relaxed))
    }
}

impl Hand {
    /// Lets so many seconds pass.
    pub fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1_000_000, Ordering::Relaxed);
    }
}

/// The bank of one test.
pub struct TestBank {
    /// The whole server.
    pub router: Router,
    /// What time it is.
    pub clock: Arc<Hand>,
    /// The database behind it.
    pub ports: Ports,
    /// The bank itself, for what its own people do.
    pub bank: Bank,
    /// What is tried out on its pages.
    pub running: Running,
    /// The folder that a designer works in, and the site that shows it.
    pub workshop: Option<(Watched, Site)>,
    /// What finds out who is there.
    pub auth: Arc<Auth>,
    /// The settings it runs with.
    pub config: Config,
    store: Store,
    ids: Arc<IdMint>,
    folder: PathBuf,
}

impl Drop for TestBank {
    fn drop(&mut self) {
        // What is left in the system's folder for such things does no harm.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl TestBank {
    /// With the settings that hold where nothing is set.
    pub async fn new() -> Self {
        Self::with(&[], |ports| ports).await
    }

    /// With these settings, and with some of the ports replaced.
    pub async fn with(settings: &[(&str, &str)], replace: impl FnOnce(Ports) -> Ports) -> Self {
        Self::crowded(settings, 0, replace).await
    }

    /// With so many more people, who are called after a word that is theirs alone.
    pub async fn crowded(settings: &[(&str, &str)], crowd: u32, replace: impl FnOnce(Ports) -> Ports) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("banyan-test-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(folder.join("site/pkg")).expect("a temporary folder");
        for (file, content) in [("pkg/banyan.0a1b2c.css", "p{}"), ("pkg/plain.css", "p{}"), ("favicon.svg", "<svg/>")] {
            std::fs::write(folder.join("site").join(file), content).expect("a temporary file");
        }
        let database = format!("sqlite:{}", folder.join("bank.db").display());
        let own = [("BANYAN_DATABASE", database.as_str())];
        let environment = own.iter().chain(settings).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let config = Config::load(None, environment).expect("settings that are right");
        let clock = Arc::new(Hand(AtomicI64::new(NOW * 1_000_000)));
        let ids = Arc::new(IdMint::new(clock.clone(), 0));
        Store::migrate(&database).await.expect("a new database");
        let store = Store::open(&database, Options::new(ids.clone())).await.expect("a new database");
        fill(&store, crowd).await;
        let ports = store.ports();
        let built = BuiltSite { root: folder.join("site"), ..BuiltSite::none() };
        let world = World { clock: clock.clone(), rng: Arc::new(SystemRng) };
        let state = state::assemble(&config, replace(ports.clone()), &built, &world, ids.clone()).expect("a time zone");
        let router = router::router(&config, &state, &built);
        let (bank, auth) = (state.bank.clone(), Arc::clone(&state.site.auth));
        let running = state.site.running.clone();
        let workshop = state.workshop.map(|watched| (watched, state.site));
        Self { router, clock, ports, bank, running, workshop, auth, config, store, ids, folder }
    }

    /// Keeps more rows.
    pub async fn keep(&self, batch: Batch) {
        let mut loader = self.store.load().await.expect("the database is there");
        loader.keep(batch).await.expect("rows that fit");
        loader.finish().await.expect("the database is there");
    }

    /// A browser that nobody has signed in with.
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone(), &self.config)
    }

    /// A browser in which `customer` is signed in.
    pub async fn signed_in(&self, customer: CustomerId) -> Browser {
        let secret = Secret::new(&SystemRng);
        let now = self.clock.now();
        let session = NewSession {
            secret_hash: secret.hash(),
            key: SessionKey::new(self.ids.next()),
            customer: Some(customer),
            data: "{}".to_owned(),
            created_at: now,
            expires_at: now.plus_seconds(self.config.session_absolute_s),
            agent: "Firefox/140.0 (Windows)".to_owned(),
            address: "192.0.2.7".to_owned(),
        };
        self.ports.sessions.save(&session).await.expect("the database is there");
        let mut browser = self.browser();
        browser.cookies.insert(self.cookie_name().to_owned(), secret.in_cookie());
        browser
    }

    /// Somebody of the bank, who may work.
    pub async fn member(&self, role: Role) -> StaffMember {
        let id = StaffId::new(self.ids.next());
        let (username, created_at) = (format!("{}-{id}", role.code()), self.clock.now());
        let name = format!("Member {id}");
        let member = StaffMember { id, username, name, role, status: StaffStatus::Active, created_at };
        assert!(self.ports.staff.add(&member).await.expect("the database is there"), "somebody new");
        member
    }

    /// A browser in which `member` of the bank is signed in.
    pub async fn at_work(&self, member: StaffId) -> Browser {
        let (secret, now) = (Secret::new(&SystemRng), self.clock.now());
        let session = NewSession {
            secret_hash: secret.hash(),
            key: SessionKey::new(self.ids.next()),
            customer: None,
            data: "{}".to_owned(),
            created_at: now,
            expires_at: now.plus_seconds(ABSOLUTE_S),
            agent: "Firefox/140.0 (Windows)".to_owned(),
            address: "192.0.2.8".to_owned(),
        };
        self.ports.staff_sessions.save(Some(member), &session).await.expect("the database is there");
        let mut browser = self.browser();
        browser.cookies.insert(STAFF_COOKIE.to_owned(), secret.in_cookie());
        browser
    }

    /// What the cookie of a session is called.
    pub fn cookie_name(&self) -> &'static str {
        if self.config.public_url.tls { "__Host-banyan" } else { "banyan-demo" }
    }

    /// Somebody gets a card on the account with this number.
    pub async fn add_card(&self, holder: CustomerId, account: i64, state: CardState) -> CardId {
        let card = Card {
            id: CardId::new(self.bank.ids.next()),
            account: AccountId::new(account),
            currency: Currency::Gbp,
            holder,
            kind: CardKind::Debit,
            last_four: "4242".to_owned(),
            expires_on: jiff::civil::date(2029, 3, 31),
            state,
            since: self.clock.now(),
            replaces: None,
            rules: CardRules::new(30_000, 20_000, 10_000, CardReach::Everywhere),
            counted: Counted::default(),
            stamp: self.bank.ids.next(),
        };
        self.ports.cards.add(&card).await.expect("the database is there");
        card.id
    }

    /// An invitation to look at one account until the last of the year, for whoever has another one.
    pub async fn mandate(&self, owner: (CustomerId, i64), carer: (CustomerId, i64)) -> MandateId {
        let account = async |(owner, id)| {
            let known = self.ports.accounts.account(owner, AccountId::new(id)).await.expect("the database is there");
            known.expect("theirs")
        };
        let (shown, known) = (account(owner).await, account(carer).await);
        let mandate = Mandate {
            id: MandateId::new(self.bank.ids.next()),
            owner: owner.0,
            owner_name: shown.holder,
            name: known.holder,
            number: known.number,
            carer: Some(carer.0),
            accounts: vec![shown.id],
            last: jiff::civil::date(2026, 12, 31),
            asked_at: self.clock.now(),
            began_at: None,
            ended_at: None,
            power: None,
        };
        self.ports.mandates.keep(&mandate).await.expect("the database is there");
        mandate.id
    }

    /// The one-time code that a person's app shows now.
    pub fn code(&self, customer: CustomerId) -> String {
        auth::totp::current(&secret_of(customer), self.clock.now()).0
    }
}

fn secret_of(customer: CustomerId) -> Vec<u8> {
    vec![u8::try_from(customer.value() % 251).expect("a small number"); 20]
}

fn password_hash() -> String {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| auth::passwords::hash(PASSWORD, &SystemRng as &dyn Rng)).clone()
}

/// The `nth` of a crowd, with one account of the same number.
pub fn one_of_a_crowd(nth: u32) -> (CustomerId, AccountId) {
    (CustomerId::new(FIRST + i64::from(nth)), AccountId::new(FIRST + i64::from(nth)))
}

/// The word after which the `nth` of a crowd is called.
pub fn word(nth: u32) -> String {
    // Odd, so that each number gives another word.
    format!("canary{:08x}", nth.wrapping_mul(0x9e37_79b1))
}

/// Ann and Bo with 1,000 pounds each; her account is 11, and a second one 13; his is 12. Eve is suspended.
async fn fill(store: &Store, crowd: u32) {
    let people = [
        (ANN, "ann", "Ann Miller", Language::En),
        (BO, "bo", "薄文", Language::Zh),
        (EVE, "eve", "Eve Grey", Language::En),
    ];
    let accounts = [(11, ANN), (12, BO), (13, ANN), (14, EVE)];
    let mut batch = Batch {
        customers: people.into_iter().map(customer).collect(),
        accounts: accounts.into_iter().map(account).collect(),
        standings: accounts.into_iter().map(|(id, _)| standing(id)).collect(),
        ..Batch::default()
    };
    for nth in 0..crowd {
        let (id, _) = one_of_a_crowd(nth);
        let word = word(nth);
        batch.customers.push(customer((id, &word, &word, Language::En)));
        batch.accounts.push(NewAccount { name: word, ..account((id.value(), id)) });
        batch.standings.push(standing(id.value()));
    }
    let mut loader = store.load().await.expect("the database is there");
    loader.keep(batch).await.expect("rows that fit");
    loader.finish().await.expect("the database is there");
}

fn customer((id, username, name, language): (CustomerId, &str, &str, Language)) -> NewCustomer {
    NewCustomer {
        customer: Customer {
            id,
            name: name.to_owned(),
            greeting: name.to_owned(),
            preferences: Preferences { language, ..Preferences::default() },
            joined_at: Timestamp::EPOCH,
            freeze: None,
            trying: Trying::default(),
        },
        username: username.to_owned(),
        status: if id == EVE { CustomerStatus::Suspended } else { CustomerStatus::Active },
        password_hash: password_hash(),
        totp_secret: secret_of(id),
    }
}

/// The account of a business.
pub fn business(id: i64, owner: CustomerId) -> NewAccount {
    NewAccount { kind: AccountKind::Business, name: format!("Shop {id}"), ..account((id, owner)) }
}

fn account((id, owner): (i64, CustomerId)) -> NewAccount {
    NewAccount {
        id: AccountId::new(id),
        number: AccountNumber::from_serial(u32::try_from(id).expect("a small number")),
        kind: AccountKind::Current,
        name: format!("Account {id}"),
        currency: Currency::Gbp,
        status: AccountStatus::Open,
        min_balance: 0,
        payment_limit: 1_000_000,
        daily_limit: 1_000_000,
        new_payee_limit: 1_000_000,
        rate_bp: 0,
        opened_at: Timestamp::from_micros(id),
        owners: vec![owner],
    }
}

/// How an account stands with 1,000 pounds on it.
pub fn standing(id: i64) -> LedgerAccount {
    LedgerAccount {
        id: AccountId::new(id),
        currency: Currency::Gbp,
        status: AccountStatus::Open,
        balance: 100_000,
        held: 0,
        min_balance: 0,
        version: 0,
        paid_in: 0,
        last_booked_at: Timestamp::EPOCH,
        limits: Limits::new(1_000_000, 1_000_000, 1_000_000),
        spent_on: 0,
        spent: 0,
    }
}
