//! The ports of the bank on SQLite and PostgreSQL, from one set of queries.
//!
//! `queries` is written once against an alias `Db` and compiled once per database: [`sqlite`] and [`postgres`]
//! each say which database `Db` is and include it. What differs between the two is in their `dialect`: how a
//! write begins, how many rows become one statement's parameters, how rows become one JSON value, which errors are
//! worth another try. There are no generic bounds over databases and no dynamic driver, and every statement is a
//! constant.

pub mod bulk;
mod cell;
mod options;
mod postgres;
mod sqlite;

use std::sync::Arc;

use bank::ports;

pub use options::{OpenError, Options};

/// Whether what is said to the database at `url` goes to another machine and could be read on the way.
#[must_use]
pub fn crosses_in_the_clear(url: &str) -> bool {
    match url.split_once(':') {
        Some(("postgres" | "postgresql", _)) => postgres::dialect::crosses_in_the_clear(url),
        _ => false,
    }
}

/// Every port of the bank that a database stands behind.
#[derive(Clone)]
pub struct Ports {
    /// Moves money.
    pub ledger: Arc<dyn ports::Ledger>,
    /// Reads accounts and their history.
    pub accounts: Arc<dyn ports::Accounts>,
    /// Reads and keeps what is known of customers.
    pub customers: Arc<dyn ports::Customers>,
    /// Keeps unfinished payments and reads finished ones.
    pub payments: Arc<dyn ports::Payments>,
    /// Finds the people who were paid, and keeps what is said of them.
    pub payees: Arc<dyn ports::Payees>,
    /// Keeps what people ask one another for.
    pub requests: Arc<dyn ports::Requests>,
    /// Keeps payments that are planned.
    pub schedules: Arc<dyn ports::Schedules>,
    /// Keeps people's passkeys.
    pub passkeys: Arc<dyn ports::Passkeys>,
    /// Keeps what concerns the safety of accounts.
    pub security: Arc<dyn ports::Security>,
    /// Keeps what people were told, and how they want to be.
    pub notices: Arc<dyn ports::Notices>,
    /// Keeps the ways back in that people have asked for.
    pub recoveries: Arc<dyn ports::Recoveries>,
    /// Keeps what people are asked to approve.
    pub step_ups: Arc<dyn ports::StepUps>,
    /// Reads and keeps what people prove themselves with.
    pub credentials: Arc<dyn ports::Credentials>,
    /// Counts tries at what can be guessed.
    pub attempts: Arc<dyn ports::Attempts>,
    /// Adds to the audit chain.
    pub audit: Arc<dyn ports::Audit>,
    /// Keeps payments to other banks on their way.
    pub sendings: Arc<dyn ports::Sendings>,
    /// Keeps which payments wait.
    pub waits: Arc<dyn ports::Waits>,
    /// Keeps what may leave accounts.
    pub limits: Arc<dyn ports::Limits>,
    /// Keeps who may look at accounts of somebody else.
    pub mandates: Arc<dyn ports::Mandates>,
    /// Who may act for accounts of businesses, and what they have made.
    pub business: Arc<dyn ports::Business>,
    /// Keeps powers of attorney.
    pub powers: Arc<dyn ports::Powers>,
    /// Keeps by what people are found who want to be paid.
    pub aliases: Arc<dyn ports::Aliases>,
    /// Keeps cards, and what they were presented for.
    pub cards: Arc<dyn ports::Cards>,
    /// Keeps the calls that people asked for.
    pub call_backs: Arc<dyn ports::CallBacks>,
    /// Keeps what customers have written to the bank.
    pub tickets: Arc<dyn ports::Tickets>,
    /// Keeps arrangements of pages that the bank's own people have written.
    pub arrangements: Arc<dyn ports::Arrangements>,
    /// Keeps what people and the bank say to one another.
    pub conversations: Arc<dyn ports::Conversations>,
    /// Keeps the answers that the bank's own people give often.
    pub replies: Arc<dyn ports::Replies>,
    /// Keeps what the program learns from.
    pub misses: Arc<dyn ports::Misses>,
    /// Keeps the models that were offered.
    pub models: Arc<dyn ports::Models>,
    /// Keeps sessions.
    pub sessions: Arc<dyn ports::Sessions>,
    /// Keeps the bank's own people.
    pub staff: Arc<dyn ports::Staff>,
    /// Keeps their passkeys.
    pub staff_passkeys: Arc<dyn ports::StaffPasskeys>,
    /// Keeps which of them are signed in.
    pub staff_sessions: Arc<dyn ports::StaffSessions>,
    /// Reads what they may see of customers.
    pub desk: Arc<dyn ports::Desk>,
    /// Keeps what people say was hard.
    pub feedback: Arc<dyn ports::Feedback>,
    /// What people were shown of pages that are tried out, and what is counted of them.
    pub experiments: Arc<dyn ports::Experiments>,
    /// Keeps who practises, and how far they have come.
    pub practice: Arc<dyn ports::Practice>,
    /// Keeps the books in order.
    pub upkeep: Arc<dyn ports::Upkeep>,
}

impl Ports {
    /// All ports on one thing that is all of them.
    fn all_on<T>(store: &Arc<T>) -> Self
    where
        T: ports::Ledger
            + ports::Accounts
            + ports::Customers
            + ports::Payments
            + ports::Notices
            + ports::Payees
            + ports::Requests
            + ports::Schedules
            + ports::Waits
            + ports::Sendings
            + ports::Passkeys
            + ports::Security
            + ports::Recoveries
            + ports::StepUps
            + ports::Credentials
            + ports::Attempts
            + ports::Audit
            + ports::Limits
            + ports::Mandates
            + ports::Business
            + ports::Powers
            + ports::Aliases
            + ports::Cards
            + ports::CallBacks
            + ports::Tickets
            + ports::Arrangements
            + ports::Conversations
            + ports::Replies
            + ports::Misses
            + ports::Models
            + ports::Sessions
            + ports::Staff
            + ports::StaffPasskeys
            + ports::StaffSessions
            + ports::Desk
            + ports::Feedback
            + ports::Experiments
            + ports::Practice
            + ports::Upkeep
            + 'static,
    {
        Self {
            ledger: store.clone(),
            accounts: store.clone(),
            customers: store.clone(),
            payments: store.clone(),
            notices: store.clone(),
            payees: store.clone(),
            requests: store.clone(),
            schedules: store.clone(),
            waits: store.clone(),
            sendings: store.clone(),
            passkeys: store.clone(),
            security: store.clone(),
            recoveries: store.clone(),
            step_ups: store.clone(),
            credentials: store.clone(),
            attempts: store.clone(),
            audit: store.clone(),
            limits: store.clone(),
            mandates: store.clone(),
            business: store.clone(),
            powers: store.clone(),
            aliases: store.clone(),
            cards: store.clone(),
            call_backs: store.clone(),
            tickets: store.clone(),
            arrangements: store.clone(),
            conversations: store.clone(),
            replies: store.clone(),
            misses: store.clone(),
            models: store.clone(),
            sessions: store.clone(),
            staff: store.clone(),
            staff_passkeys: store.clone(),
            staff_sessions: store.clone(),
            desk: store.clone(),
            feedback: store.clone(),
            experiments: store.clone(),
            practice: store.clone(),
            upkeep: store.clone(),
        }
    }
}

/// An open database.
#[derive(Clone)]
pub struct Store {
    ports: Ports,
    bulk: Arc<dyn bulk::Bulk>,
}

impl Store {
    /// Opens the database that `url` names: `sqlite:bank.db` or `postgres://user@host/name`.
    ///
    /// # Errors
    /// Where the address is neither, the database does not answer or is too old, or its tables are not those of
    /// this program.
    pub async fn open(url: &str, options: Options) -> Result<Self, OpenError> {
        match url.split_once(':') {
            Some(("sqlite", _)) => {
                let backend = sqlite::queries::Backend::open(url, options).await?;
                Ok(Self { ports: Ports::all_on(&backend), bulk: backend })
            }
            Some(("postgres" | "postgresql", _)) => {
                let backend = postgres::queries::Backend::open(url, options).await?;
                Ok(Self { ports: Ports::all_on(&backend), bulk: backend })
            }
            _ => Err(OpenError::Scheme),
        }
    }

    /// Brings the tables of the database that `url` names up to date, making it first where SQLite has none.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn migrate(url: &str) -> Result<(), OpenError> {
        match url.split_once(':') {
            Some(("sqlite", _)) => sqlite::dialect::migrate(url).await,
            Some(("postgres" | "postgresql", _)) => postgres::dialect::migrate(url).await,
            _ => Err(OpenError::Scheme),
        }
    }

    /// The ports of the bank on this database.
    #[must_use]
    pub fn ports(&self) -> Ports {
        self.ports.clone()
    }

    /// Begins to fill the database with many rows, past the ledger.
    ///
    /// # Errors
    /// Where the database does not answer.
    pub async fn load(&self) -> Result<Box<dyn bulk::Loader>, bank::StorageError> {
        self.bulk.begin().await
    }
}
