//! Filling a database with many rows at once, past the ledger: demonstration data and benchmarks.
//!
//! Whoever fills it answers for the rows: afterwards `Upkeep::verify` must find nothing. A batch is one
//! transaction, so some ten thousand rows make a good one. Postings that come in the order of account and
//! version are written several times as fast as the same postings mixed.

use async_trait::async_trait;
use bank::{
    StorageError,
    accounts::{AccountKind, AccountStatus, Regular},
    audit::AuditEntry,
    cards::{Card, CardPayment},
    customers::{Customer, CustomerStatus},
    ledger::{HoldOrder, LedgerAccount, Posting, TransferRow},
    payments::{Draft, Payment},
    schedules::Schedule,
};
use model::{AccountId, AccountNumber, Currency, CustomerId, PaymentId, Timestamp};

/// A customer to be kept.
#[derive(Debug, Clone)]
pub struct NewCustomer {
    /// Who, how they read, and since when they bank here.
    pub customer: Customer,
    /// What they type to sign in, lower case.
    pub username: String,
    /// Whether they may bank.
    pub status: CustomerStatus,
    /// The password, hashed with argon2id, as a PHC string.
    pub password_hash: String,
    /// The shared secret of the authenticator app, raw bytes.
    pub totp_secret: Vec<u8>,
}

/// Where a customer of an earlier batch, or of the same, is told things.
#[derive(Debug, Clone)]
pub struct NewContact {
    /// Who.
    pub customer: CustomerId,
    /// Their mail address.
    pub email: String,
    /// The number of their telephone.
    pub phone: String,
}

/// An account to be kept, with nothing on it yet.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// Which account.
    pub id: AccountId,
    /// The number people give to be paid; `None` for an internal account.
    pub number: Option<AccountNumber>,
    /// What it is for.
    pub kind: AccountKind,
    /// The owner's name for it; of an internal account what it is for; of a business account the name of the business.
    pub name: String,
    /// The currency it keeps.
    pub currency: Currency,
    /// Whether it may be used.
    pub status: AccountStatus,
    /// How far `balance - held` may fall, in minor units: 0, an overdraft (below zero), or `-UNLIMITED`.
    pub min_balance: i64,
    /// The most one payment may be, in minor units.
    pub payment_limit: i64,
    /// The most a day's payments may be together, in minor units.
    pub daily_limit: i64,
    /// The most somebody new may be paid in the first 24 hours, in minor units.
    pub new_payee_limit: i64,
    /// Yearly interest in hundredths of a per cent.
    pub rate_bp: i64,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// Whose it is: nobody's (internal), one person's, or several people's.
    pub owners: Vec<CustomerId>,
}

/// A transfer to be kept, and the payment that it settled, where it settled one.
#[derive(Debug, Clone)]
pub struct NewTransfer {
    /// The movement.
    pub row: TransferRow,
    /// The customer's payment.
    pub payment: Option<PaymentId>,
}

/// A hold to be kept open. What is held must be in the account's [`LedgerAccount`] as well.
#[derive(Debug, Clone)]
pub struct NewHold {
    /// What is set aside.
    pub order: HoldOrder,
    /// Since when.
    pub placed_at: Timestamp,
}

/// Something regular to be kept.
#[derive(Debug, Clone)]
pub struct NewRegular {
    /// Its id.
    pub id: i64,
    /// What happens.
    pub regular: Regular,
}

/// Rows to be kept in one transaction, in the order of the fields: what others name comes first.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// New customers.
    pub customers: Vec<NewCustomer>,
    /// Where customers are told things.
    pub contacts: Vec<NewContact>,
    /// New accounts with their owners.
    pub accounts: Vec<NewAccount>,
    /// New transfers.
    pub transfers: Vec<NewTransfer>,
    /// New postings; those of one account in the order of their versions.
    pub postings: Vec<Posting>,
    /// How accounts that are there already stand after all their postings and holds: balance, held, version,
    /// paid in, last booking, and what was spent on the last day.
    pub standings: Vec<LedgerAccount>,
    /// New holds, open.
    pub holds: Vec<NewHold>,
    /// New payments.
    pub payments: Vec<Payment>,
    /// New drafts.
    pub drafts: Vec<Draft>,
    /// New regular movements.
    pub regular: Vec<NewRegular>,
    /// New payments that are planned.
    pub schedules: Vec<Schedule>,
    /// New cards.
    pub cards: Vec<Card>,
    /// What cards were presented for; of what is set aside and of what has left, the hold and the transfer.
    pub card_payments: Vec<CardPayment>,
    /// New rows of the audit chain, not yet sealed.
    pub audit: Vec<AuditEntry>,
}

/// Fills a database. On SQLite it is the only writer while it lasts, and nothing is safe from a power cut before
/// [`Loader::finish`]: only a database that can be made again is filled so.
#[async_trait]
pub trait Loader: Send {
    /// Keeps a batch.
    ///
    /// # Errors
    /// Where the database does not take it; nothing of it is kept then.
    async fn keep(&mut self, batch: Batch) -> Result<(), StorageError>;

    /// Makes everything durable, and tells the database what it now holds.
    ///
    /// # Errors
    /// Where the database does not answer.
    async fn finish(self: Box<Self>) -> Result<(), StorageError>;
}

/// Begins to fill a database.
#[async_trait]
pub(crate) trait Bulk: Send + Sync {
    /// A loader of its own connection.
    async fn begin(&self) -> Result<Box<dyn Loader>, StorageError>;
}
