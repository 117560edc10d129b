//! A bank full of people who have nothing but money: what payments are measured on.

use std::sync::Arc;

use bank::accounts::{Account, AccountKind, AccountStatus};
use bank::customers::{Customer, CustomerStatus};
use bank::experiments::Trying;
use bank::ledger::{LedgerAccount, Line, Posting, TransferRow, UNLIMITED};
use bank::limits::Limits;
use bank::models::Serving;
use bank::payments::Order;
use bank::ports::{Approver, Ceremony, Proof, Verdict};
use bank::{Bank, Calendar, Clock, Error, IdMint, Policy, Rng, accounts::Remembered};
use model::{
    AccountId, AccountNumber, Currency, CustomerId, Money, PaymentId, Preferences, Timestamp, TransferId,
    forms::HistoryKind,
};
use store::{Options, Store, bulk};

/// The real time.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the adapter that reads the system's clock")]
    fn now(&self) -> Timestamp {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Timestamp::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
    }
}

/// Payments here are approved already.
struct Approved;

#[async_trait::async_trait]
impl Approver for Approved {
    async fn ceremony(&self, _: CustomerId) -> Result<Option<Ceremony>, Error> {
        Ok(None)
    }

    async fn judge(&self, _: CustomerId, _: Proof<'_>) -> Result<Verdict, Error> {
        Ok(Verdict::Good)
    }
}

/// What is approved already needs no nonce.
impl Rng for Approved {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(0);
    }
}

/// The bank on an open database.
///
/// # Panics
/// Where the system does not know the time zone UTC.
#[must_use]
pub fn bank(store: &Store, ids: &Arc<IdMint>) -> Bank {
    let ports = store.ports();
    Bank {
        ledger: ports.ledger,
        accounts: ports.accounts,
        customers: ports.customers,
        payments: ports.payments,
        notices: ports.notices,
        payees: ports.payees,
        requests: ports.requests,
        schedules: ports.schedules,
        waits: ports.waits,
        sendings: ports.sendings,
        other_banks: None,
        rates: None,
        mandates: ports.mandates,
        business: ports.business,
        powers: ports.powers,
        aliases: ports.aliases,
        limits: ports.limits,
        cards: ports.cards,
        card_processor: None,
        call_backs: ports.call_backs,
        tickets: ports.tickets,
        arrangements: ports.arrangements,
        conversations: ports.conversations,
        replies: ports.replies,
        misses: ports.misses,
        models: ports.models,
        passkeys: ports.passkeys,
        step_ups: ports.step_ups,
        recoveries: ports.recoveries,
        security: ports.security,
        sessions: ports.sessions,
        staff: ports.staff,
        staff_sessions: ports.staff_sessions,
        desk: ports.desk,
        audit: ports.audit,
        feedback: ports.feedback,
        experiments: ports.experiments,
        assistant: Serving::default(),
        approver: Arc::new(Approved),
        rng: Arc::new(Approved),
        clock: Arc::new(SystemClock),
        ids: Arc::clone(ids),
        calendar: Calendar::in_zone("UTC").expect("every system knows UTC"),
        policy: Policy::default(),
        remembered: Arc::new(Remembered::default()),
    }
}

/// Ids for one server.
#[must_use]
pub fn ids() -> Arc<IdMint> {
    Arc::new(IdMint::new(Arc::new(SystemClock), 1))
}

/// The settings of the store that are measured: those a server uses.
#[must_use]
pub fn options(ids: &Arc<IdMint>) -> Options {
    Options::new(Arc::clone(ids))
}

/// The id of the bank's own account, from which everybody got what they have.
const SOURCE: i64 = 1;
/// Persons and their accounts are numbered from here.
const FIRST: i64 = 1_000;
/// When everybody opened their account.
const OPENED: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

/// So many persons with one current account each, and so much on it, in pence.
#[derive(Debug, Clone, Copy)]
pub struct People {
    /// How many.
    pub count: u32,
    /// What each has, in minor units.
    pub each: i64,
}

impl People {
    /// The `nth` person.
    #[must_use]
    pub fn customer(nth: u32) -> CustomerId {
        CustomerId::new(FIRST + i64::from(nth))
    }

    /// The `nth` person, as known to whoever has let them in.
    #[must_use]
    pub fn payer(nth: u32) -> Customer {
        customer(nth).customer
    }

    /// The account of the `nth` person.
    #[must_use]
    pub fn account(nth: u32) -> AccountId {
        AccountId::new(FIRST + i64::from(nth))
    }

    /// A payment of `minor` pence from one person to another, checked and approved.
    ///
    /// # Panics
    /// Above ten million people.
    #[must_use]
    pub fn order(id: PaymentId, from: u32, to: u32, minor: i64) -> Order {
        let money = |minor| Money::new(minor, Currency::Gbp);
        Order {
            id,
            from: Account {
                id: Self::account(from),
                number: number(from),
                kind: AccountKind::Current,
                name: String::new(),
                holder: name(from),
                status: AccountStatus::Open,
                balance: money(minor),
                held: money(0),
                overdraft: money(0),
                limits: Limits::new(UNLIMITED, UNLIMITED, UNLIMITED),
                spent_on: 0,
                spent: 0,
                rate_bp: 0,
                version: 1,
                opened_at: OPENED,
                in_the_name_of: None,
            },
            to: Self::account(to),
            payee: name(to),
            payee_number: number(to).into(),
            own: false,
            stays: false,
            amount: money(minor),
            to_somebody_new: false,
            purpose: None,
            told_safety: false,
            timing: None,
            wait: None,
            second: None,
            elsewhere: None,
            reference: "Dinner on Saturday".to_owned(),
        }
    }

    /// Makes the database at `url` and fills it with these people.
    ///
    /// # Errors
    /// What the store says.
    pub async fn fill(self, url: &str, ids: &Arc<IdMint>) -> Result<(), Box<dyn std::error::Error>> {
        Store::migrate(url).await?;
        let store = Store::open(url, options(ids)).await?;
        let mut loader = store.load().await?;
        loader.keep(self.batch()).await?;
        loader.finish().await?;
        store.ports().ledger.close().await;
        Ok(())
    }

    pub(crate) fn batch(self) -> bulk::Batch {
        let everybody = 0..self.count;
        let mut accounts = vec![source()];
        accounts.extend(everybody.clone().map(current_account));
        let mut postings: Vec<Posting> = everybody.clone().map(|nth| self.source_posting(nth)).collect();
        postings.extend(everybody.clone().map(|nth| self.posting(nth)));
        let mut standings = vec![self.source_standing()];
        standings.extend(everybody.clone().map(|nth| self.standing(nth)));
        bulk::Batch {
            customers: everybody.clone().map(customer).collect(),
            accounts,
            transfers: everybody.map(|nth| self.transfer(nth)).collect(),
            postings,
            standings,
            ..bulk::Batch::default()
        }
    }

    fn transfer(self, nth: u32) -> bulk::NewTransfer {
        let row = TransferRow {
            id: opening(nth),
            debit: AccountId::new(SOURCE),
            credit: Self::account(nth),
            amount: self.each,
            currency: Currency::Gbp,
            kind: HistoryKind::Cash,
            reverses: None,
            original_amount: None,
            original_currency: None,
            booked_at: OPENED,
        };
        bulk::NewTransfer { row, payment: None }
    }

    fn posting(self, nth: u32) -> Posting {
        line(Self::account(nth), 1, opening(nth), self.each, self.each)
    }

    fn source_posting(self, nth: u32) -> Posting {
        let version = i64::from(nth) + 1;
        Posting {
            paid_in_after: 0,
            ..line(AccountId::new(SOURCE), version, opening(nth), -self.each, -self.each * version)
        }
    }

    pub(crate) fn standing(self, nth: u32) -> LedgerAccount {
        LedgerAccount {
            id: Self::account(nth),
            currency: Currency::Gbp,
            status: AccountStatus::Open,
            balance: self.each,
            held: 0,
            min_balance: 0,
            version: 1,
            paid_in: self.each,
            last_booked_at: OPENED,
            limits: Limits::new(UNLIMITED, UNLIMITED, UNLIMITED),
            spent_on: 0,
            spent: 0,
        }
    }

    fn source_standing(self) -> LedgerAccount {
        let count = i64::from(self.count);
        LedgerAccount {
            id: AccountId::new(SOURCE),
            balance: -self.each * count,
            min_balance: -UNLIMITED,
            version: count,
            paid_in: 0,
            ..self.standing(0)
        }
    }
}

fn opening(nth: u32) -> TransferId {
    TransferId::new(FIRST + i64::from(nth))
}

fn name(nth: u32) -> String {
    format!("Person Number {nth}")
}

fn number(nth: u32) -> AccountNumber {
    AccountNumber::from_serial(nth).expect("there are ten million account numbers, and fewer people")
}

fn customer(nth: u32) -> bulk::NewCustomer {
    bulk::NewCustomer {
        customer: Customer {
            id: People::customer(nth),
            name: name(nth),
            greeting: name(nth),
            preferences: Preferences::default(),
            joined_at: Timestamp::EPOCH,
            freeze: None,
            trying: Trying::default(),
        },
        username: format!("person{nth}"),
        status: CustomerStatus::Active,
        password_hash: String::new(),
        totp_secret: Vec::new(),
    }
}

fn current_account(nth: u32) -> bulk::NewAccount {
    bulk::NewAccount {
        id: People::account(nth),
        number: Some(number(nth)),
        kind: AccountKind::Current,
        name: String::new(),
        currency: Currency::Gbp,
        status: AccountStatus::Open,
        min_balance: 0,
        payment_limit: UNLIMITED,
        daily_limit: UNLIMITED,
        new_payee_limit: UNLIMITED,
        rate_bp: 0,
        opened_at: OPENED,
        owners: vec![People::customer(nth)],
    }
}

fn source() -> bulk::NewAccount {
    bulk::NewAccount {
        id: AccountId::new(SOURCE),
        number: None,
        kind: AccountKind::Internal,
        name: "cash".to_owned(),
        min_balance: -UNLIMITED,
        owners: Vec::new(),
        ..current_account(0)
    }
}

fn line(account: AccountId, version: i64, transfer: TransferId, signed_amount: i64, balance_after: i64) -> Posting {
    let Line { party, reference, category } = Line::default();
    Posting {
        account,
        version,
        transfer,
        signed_amount,
        balance_after,
        paid_in_after: balance_after,
        booked_at: OPENED,
        kind: HistoryKind::Cash,
        category,
        party,
        reference,
    }
}
