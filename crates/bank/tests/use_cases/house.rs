//! A bank in memory: every port, and two people with accounts.

mod accounts;
mod aliases;
mod arrangements;
mod audit;
mod business;
mod cards;
mod conversations;
mod customers;
mod experiments;
mod help;
mod ledger;
mod limits;
mod mandates;
mod misses;
mod models;
mod notices;
mod payments;
mod powers;
mod rails;
mod replies;
mod requests;
mod safety;
mod schedules;
mod sessions;
mod staff;
mod tickets;
mod waits;

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering},
    },
};

use bank::{
    Bank, Calendar, Clock, IdMint, Policy, Rng,
    accounts::{Account, AccountKind, AccountStatus, Remembered},
    audit::{AuditRow, Deed},
    conversations::Conversation,
    customers::Freeze,
    experiments::{Slice, Stop},
    feedback,
    help::CallBack,
    ledger::{Action, Actor, Book, Command, LedgerAccount, Line, Receipt, TransferOrder, UNLIMITED},
    limits::Limits,
    models::{Candidate, Serving},
    notices::post::End,
    payments::{Draft, Payment},
    ports::{Challenge, KnownPasskey},
    powers::Power,
    recovery::{Hash, Recovery},
    replies::ReadyReply,
    requests::PaymentRequest,
    schedules::Schedule,
    security::{Happened, Notice, TrustedContact},
    sessions::OpenSession,
    tickets::Ticket,
    waits::{OwnWait, Waits},
};
use model::{
    AccountId, AccountNumber, ChallengeId, Currency, CustomerId, Money, PaymentId, RequestId, ScheduleId, SessionKey,
    StaffId, Timestamp, TransferId,
    forms::{HistoryKind, NoticeChoices},
};

pub use cards::{ANNA_CARD, TOM_CARD};
pub use rails::Others;
pub use safety::GOOD_ANSWER;
use staff::People;

pub const ANNA: CustomerId = CustomerId::new(1);
pub const TOM: CustomerId = CustomerId::new(2);
/// Anna's current account, £1,000; no overdraft.
pub const ANNA_CURRENT: AccountId = AccountId::new(11);
/// Anna's savings account, £50.
pub const ANNA_SAVINGS: AccountId = AccountId::new(12);
/// Tom's current account, £200.
pub const TOM_CURRENT: AccountId = AccountId::new(21);
/// Tom's account in euros.
pub const TOM_EUROS: AccountId = AccountId::new(22);
/// The account of Anna's business, £2,000, where a test opens it.
pub const ANNA_BUSINESS: AccountId = AccountId::new(13);
/// The bank's own account that stands for somebody's at another bank, once they are paid.
pub const ELSEWHERE: AccountId = AccountId::new(31);
/// Stands for somebody abroad to payers in pounds, and in euros.
pub const ABROAD: AccountId = AccountId::new(33);
pub const ABROAD_EUROS: AccountId = AccountId::new(34);
/// The bank's positions, and its income from fees.
pub const POSITION_POUNDS: AccountId = AccountId::new(35);
pub const POSITION_EUROS: AccountId = AccountId::new(36);
pub const FEES: AccountId = AccountId::new(37);
/// The bank's own account through which cards are settled.
pub const SETTLEMENT: AccountId = AccountId::new(32);
pub const GOOD_CODE: &str = "123456";
/// A code that comes after too many wrong ones.
pub const LOCKED_CODE: &str = "999999";

/// £600 at once, £800 a day, £900 to somebody new.
const LIMITS: Limits = Limits::new(60_000, 80_000, 90_000);

/// 2026-03-02T12:00:00 UTC.
const START_US: i64 = 1_772_452_800_000_000;

pub fn number(id: AccountId) -> AccountNumber {
    AccountNumber::from_serial(u32::try_from(id.value()).unwrap()).unwrap()
}

pub struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::Relaxed))
    }
}

impl Rng for Memory {
    fn fill(&self, bytes: &mut [u8]) {
        let drawn = self.drawn.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        bytes.iter_mut().zip(drawn.iter().cycle()).for_each(|(byte, value)| *byte = *value);
    }
}

struct Row {
    owner: CustomerId,
    kind: AccountKind,
    status: AccountStatus,
    limits: Limits,
}

/// What became of a mail: tries, not before when, and how and when it ended.
pub type Posted = (i64, Timestamp, Option<(End, Timestamp)>);

/// What concerns the safety of accounts.
#[derive(Default)]
pub struct Safety {
    pub events: Vec<(CustomerId, Happened)>,
    pub notices: Vec<Notice>,
    /// What became of mails and short messages.
    pub posted: HashMap<i64, Posted>,
    /// Up to which letter somebody has seen theirs.
    pub seen: HashMap<CustomerId, i64>,
    /// How they want to be told.
    pub choices: HashMap<CustomerId, NoticeChoices>,
    pub trusted: HashMap<CustomerId, TrustedContact>,
    pub freezes: HashMap<CustomerId, Freeze>,
    /// Ways back in, each with the hash of its link.
    pub recoveries: Vec<(Hash, Recovery)>,
}

/// Under what a result is kept: what was done, and the key.
type KeptUnder = (&'static str, String);

/// What somebody says of a payee: a nickname, whether they come first, and since when they are off the list.
type Said = (String, bool, Option<Timestamp>);

/// Everything the bank remembers.
pub struct Memory {
    clock: Arc<Hands>,
    rows: Mutex<HashMap<AccountId, Row>>,
    book: Mutex<Book>,
    kept: Mutex<HashMap<KeptUnder, ([u8; 32], Receipt)>>,
    drafts: Mutex<HashMap<PaymentId, Draft>>,
    pub schedules: Mutex<HashMap<ScheduleId, Schedule>>,
    /// What people ask for, and which payments began with that.
    requests: Mutex<(Vec<PaymentRequest>, HashMap<PaymentId, RequestId>)>,
    /// How long people want payments to wait, and before when those that do are not tried again.
    waited: Mutex<(HashMap<CustomerId, OwnWait>, HashMap<PaymentId, Timestamp>)>,
    paid: Mutex<HashMap<PaymentId, Payment>>,
    /// Who may look, and what they looked at.
    pub mandates: Mutex<mandates::Given>,
    /// Who may act for businesses, and what they have made.
    pub business: Mutex<business::Kept>,
    powers: Mutex<Vec<Power>>,
    /// By what people are found, and who has looked how often.
    pub aliases: Mutex<aliases::Kept>,
    pub others: Mutex<Others>,
    pub purse: Mutex<cards::Purse>,
    /// What is said of payees: a nickname, whether they come first, and when they were taken off the list.
    said_of: Mutex<HashMap<(CustomerId, AccountId), Said>>,
    challenges: Mutex<HashMap<ChallengeId, (Challenge, bool)>>,
    sessions: Mutex<Vec<(CustomerId, OpenSession)>>,
    calls: Mutex<Vec<CallBack>>,
    tickets: Mutex<Vec<Ticket>>,
    pub arrangements: Mutex<arrangements::Kept>,
    /// What was counted, by the experiment, and which of them did harm.
    pub counted: Mutex<Vec<(String, Slice)>>,
    pub stops: Mutex<Vec<Stop>>,
    conversations: Mutex<Vec<Conversation>>,
    replies: Mutex<Vec<ReadyReply>>,
    learnt: Mutex<misses::Learnt>,
    offered: Mutex<Vec<(Candidate, i64)>>,
    /// How often somebody else is faster in a conversation.
    pub faster: AtomicUsize,
    noted: Mutex<Vec<AuditRow>>,
    said: Mutex<Option<String>>,
    pub people: Mutex<People>,
    told: Mutex<Vec<feedback::Feedback>>,
    pub passkeys: Mutex<Vec<KnownPasskey>>,
    pub safety: Mutex<Safety>,
    code_used: AtomicBool,
    /// Whether the ledger has too much to do.
    pub busy: AtomicBool,
    /// Whether nobody can be paid any more.
    pub closed: AtomicBool,
    drawn: AtomicUsize,
    pub transfers: AtomicUsize,
}

/// The bank, and what a test moves by hand.
pub struct House {
    pub bank: Bank,
    pub memory: Arc<Memory>,
}

impl House {
    pub fn wait(&self, seconds: i64) {
        self.memory.clock.0.fetch_add(seconds * 1_000_000, Ordering::Relaxed);
    }

    /// The app shows its next code: [`GOOD_CODE`] is good once more.
    pub fn next_code(&self) {
        self.memory.code_used.store(false, Ordering::Relaxed);
    }

    /// The code the app shows is used, by somebody else.
    pub fn use_code(&self) {
        self.memory.code_used.store(true, Ordering::Relaxed);
    }

    /// A question is answered, by somebody else.
    pub fn answer(&self, challenge: ChallengeId) {
        self.memory.challenges.lock().unwrap().get_mut(&challenge).unwrap().1 = true;
    }

    pub fn balance(&self, id: AccountId) -> i64 {
        self.memory.book.lock().unwrap().account(id).unwrap().balance
    }

    /// What is set aside on an account.
    pub fn held(&self, id: AccountId) -> i64 {
        self.memory.book.lock().unwrap().account(id).unwrap().held
    }

    /// What the audit chain was told beside the ledger: who did it, what, and to what.
    pub fn noted(&self) -> Vec<(Option<i64>, Deed, i64)> {
        self.memory.noted.lock().unwrap().iter().map(|row| (row.actor, row.what, row.subject)).collect()
    }

    /// How many questions were asked and not yet answered.
    pub fn asked(&self) -> usize {
        self.memory.challenges.lock().unwrap().values().filter(|(_, answered)| !answered).count()
    }

    /// Somebody has signed in, on one more device.
    pub fn sign_in(&self, customer: CustomerId, key: i64) {
        let now = self.bank.clock.now();
        let (agent, address) = ("Firefox".to_owned(), "::1".to_owned());
        let open = OpenSession { key: SessionKey::new(key), agent, address, created_at: now, seen_at: now };
        self.memory.sessions.lock().unwrap().push((customer, open));
    }

    /// Somebody of the bank has.
    pub fn sign_in_staff(&self, member: StaffId, key: i64) {
        let now = self.bank.clock.now();
        let (agent, address) = ("Firefox".to_owned(), "::1".to_owned());
        let open = OpenSession { key: SessionKey::new(key), agent, address, created_at: now, seen_at: now };
        self.memory.people.lock().unwrap().sessions.push((member, open));
    }

    /// The reason that was said last to the audit chain.
    pub fn said(&self) -> Option<String> {
        self.memory.said.lock().unwrap().clone()
    }

    /// Money moves from one account to another, whoever they belong to.
    pub async fn give(&self, debit: AccountId, credit: AccountId, minor: i64) {
        let transfer = TransferOrder {
            id: TransferId::new(self.bank.ids.next()),
            debit,
            credit,
            amount: Money::new(minor, Currency::Gbp),
            kind: HistoryKind::Payment,
            debit_line: Line::default(),
            credit_line: Line::default(),
            original: None,
            limited: None,
            payment: None,
        };
        let (at, action) = (self.bank.clock.now(), Action::Transfer(transfer));
        let command = Command { key: None, actor: Actor::System, at, action, outbox: vec![] };
        self.bank.ledger.submit(command).await.unwrap();
    }

    /// Anna opens the account of her business.
    pub fn open_business(&self) {
        let row = Row { owner: ANNA, kind: AccountKind::Business, status: AccountStatus::Open, limits: LIMITS };
        self.memory.rows.lock().unwrap().insert(ANNA_BUSINESS, row);
    }

    pub fn freeze_account(&self, id: AccountId) {
        self.memory.rows.lock().unwrap().get_mut(&id).unwrap().status = AccountStatus::Frozen;
    }

    pub fn close_account(&self, id: AccountId) {
        self.memory.rows.lock().unwrap().get_mut(&id).unwrap().status = AccountStatus::Closed;
    }
}

/// An account as the ledger knows it, with nothing booked on it.
fn opened(id: AccountId, currency: Currency, balance: i64) -> LedgerAccount {
    LedgerAccount {
        id,
        currency,
        status: AccountStatus::Open,
        balance,
        held: 0,
        min_balance: 0,
        version: 0,
        paid_in: 0,
        last_booked_at: Timestamp::EPOCH,
        limits: LIMITS,
        spent_on: 0,
        spent: 0,
    }
}

fn internal(id: AccountId, currency: Currency) -> LedgerAccount {
    LedgerAccount { min_balance: -UNLIMITED, ..opened(id, currency, 0) }
}

pub fn house() -> House {
    let clock = Arc::new(Hands(AtomicI64::new(START_US)));
    let accounts = [
        (ANNA, ANNA_CURRENT, AccountKind::Current, Currency::Gbp, 100_000),
        (ANNA, ANNA_SAVINGS, AccountKind::Savings, Currency::Gbp, 5_000),
        (TOM, TOM_CURRENT, AccountKind::Current, Currency::Gbp, 20_000),
        (TOM, TOM_EUROS, AccountKind::Current, Currency::Eur, 0),
    ];
    let rows =
        accounts.map(|(owner, id, kind, ..)| (id, Row { owner, kind, status: AccountStatus::Open, limits: LIMITS }));
    let memory = Arc::new(Memory {
        clock: clock.clone(),
        rows: Mutex::new(HashMap::from(rows)),
        book: Mutex::new(Book::new(
            accounts
                .map(|(_, id, _, currency, balance)| opened(id, currency, balance))
                .into_iter()
                .chain([ELSEWHERE, SETTLEMENT, ABROAD].map(|id| opened(id, Currency::Gbp, 0)))
                .chain([POSITION_POUNDS, FEES].map(|id| internal(id, Currency::Gbp)))
                .chain([opened(ABROAD_EUROS, Currency::Eur, 0), internal(POSITION_EUROS, Currency::Eur)])
                .chain([opened(ANNA_BUSINESS, Currency::Gbp, 200_000)]),
            [],
            [],
        )),
        kept: Mutex::default(),
        drafts: Mutex::default(),
        requests: Mutex::default(),
        schedules: Mutex::default(),
        waited: Mutex::default(),
        paid: Mutex::default(),
        mandates: Mutex::default(),
        business: Mutex::default(),
        powers: Mutex::default(),
        aliases: Mutex::default(),
        others: Mutex::default(),
        purse: Mutex::default(),
        said_of: Mutex::default(),
        challenges: Mutex::default(),
        sessions: Mutex::default(),
        calls: Mutex::default(),
        tickets: Mutex::default(),
        arrangements: Mutex::default(),
        counted: Mutex::default(),
        stops: Mutex::default(),
        conversations: Mutex::default(),
        replies: Mutex::default(),
        learnt: Mutex::default(),
        offered: Mutex::default(),
        faster: AtomicUsize::new(0),
        noted: Mutex::default(),
        said: Mutex::default(),
        people: Mutex::default(),
        told: Mutex::default(),
        passkeys: Mutex::default(),
        safety: Mutex::default(),
        code_used: AtomicBool::new(false),
        busy: AtomicBool::new(false),
        closed: AtomicBool::new(false),
        drawn: AtomicUsize::new(0),
        transfers: AtomicUsize::new(0),
    });
    House { bank: bank(&memory, clock), memory }
}

/// The bank on what it remembers.
fn bank(memory: &Arc<Memory>, clock: Arc<Hands>) -> Bank {
    Bank {
        ledger: memory.clone(),
        accounts: memory.clone(),
        customers: memory.clone(),
        payments: memory.clone(),
        notices: memory.clone(),
        payees: memory.clone(),
        requests: memory.clone(),
        schedules: memory.clone(),
        waits: memory.clone(),
        sendings: memory.clone(),
        other_banks: Some(memory.clone()),
        rates: Some(memory.clone()),
        mandates: memory.clone(),
        business: memory.clone(),
        powers: memory.clone(),
        aliases: memory.clone(),
        limits: memory.clone(),
        cards: memory.clone(),
        card_processor: Some(memory.clone()),
        call_backs: memory.clone(),
        tickets: memory.clone(),
        arrangements: memory.clone(),
        conversations: memory.clone(),
        replies: memory.clone(),
        misses: memory.clone(),
        models: memory.clone(),
        passkeys: memory.clone(),
        step_ups: memory.clone(),
        recoveries: memory.clone(),
        security: memory.clone(),
        sessions: memory.clone(),
        staff: memory.clone(),
        staff_sessions: memory.clone(),
        desk: memory.clone(),
        audit: memory.clone(),
        feedback: memory.clone(),
        experiments: memory.clone(),
        assistant: Serving::default(),
        approver: memory.clone(),
        rng: memory.clone(),
        clock: clock.clone(),
        ids: Arc::new(IdMint::new(clock, 1)),
        calendar: Calendar::in_zone("Europe/London").unwrap(),
        // What a payment is for is asked, and payments wait, where a test says so.
        policy: Policy { purpose_from: 1_000_000, waits: Waits::NONE, ..Policy::default() },
        remembered: Arc::new(Remembered::default()),
    }
}

impl Memory {
    fn view(&self, id: AccountId) -> Option<(CustomerId, Account)> {
        let rows = self.rows.lock().unwrap();
        let row = rows.get(&id)?;
        let book = self.book.lock().unwrap();
        let ledger = book.account(id)?;
        let money = |minor| Money::new(minor, ledger.currency);
        let account = Account {
            id,
            number: number(id),
            kind: row.kind,
            name: String::new(),
            holder: holder(row.owner).to_owned(),
            status: row.status,
            balance: money(ledger.balance),
            held: money(ledger.held),
            overdraft: money(0),
            limits: row.limits,
            spent_on: ledger.spent_on,
            spent: ledger.spent,
            rate_bp: 0,
            version: ledger.version,
            opened_at: Timestamp::EPOCH,
            in_the_name_of: None,
        };
        Some((row.owner, account))
    }
}

fn holder(customer: CustomerId) -> &'static str {
    if customer == ANNA { "Anna Whitfield" } else { "Tom Whitfield" }
}
