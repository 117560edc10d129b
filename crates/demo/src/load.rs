//! Filling a database with the demo.

use bank::{
    Calendar, Rng, StorageError,
    customers::{Customer, CustomerStatus},
    experiments::Trying,
};
use jiff::civil::Date;
use model::Timestamp;
use store::{
    Store,
    bulk::{Batch, Loader, NewContact, NewCustomer},
};

use crate::{
    dice::Dice,
    lives,
    people::{PEOPLE, Who, id_of},
    scale::{self, Scale},
    settle::{Rows, settle},
};

/// How many transfers, or postings, one transaction keeps.
pub(crate) const BATCH: usize = 20_000;

/// What to make up.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The same seed gives the same lives.
    pub seed: u64,
    /// The day after the last whole day of history, in the bank's time zone: of this day, only what is regular is
    /// there, in its first minute.
    pub today: Date,
    /// The bank's days.
    pub calendar: Calendar,
    /// How many more customers there are, for benchmarks.
    pub scale: Option<Scale>,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many postings are kept.
    pub postings: u64,
    /// How many there will be.
    pub of: u64,
}

/// Counts what is kept, and tells.
pub(crate) struct Counter<'a> {
    loader: Box<dyn Loader>,
    progress: Progress,
    tell: &'a mut (dyn FnMut(Progress) + Send),
}

impl Counter<'_> {
    /// Keeps a batch and says how far it is.
    pub(crate) async fn keep(&mut self, batch: Batch) -> Result<(), StorageError> {
        let postings = batch.postings.len() as u64;
        self.loader.keep(batch).await?;
        self.progress.postings += postings;
        (self.tell)(self.progress);
        Ok(())
    }
}

/// Fills `store`, which must be empty, with the people of the demo, and with more customers where `plan` asks for
/// them. `tell` hears after every batch how far it is. Gives how far it came.
///
/// # Errors
/// Where the database does not take the rows. Those of earlier batches stay: it is to be made again then.
pub async fn seed(
    store: &Store,
    plan: &Plan,
    tell: &mut (dyn FnMut(Progress) + Send),
) -> Result<Progress, StorageError> {
    let rows = settle(lives::town(plan.seed, plan.today, plan.calendar.clone()));
    let more = plan.scale.map_or(0, |scale| scale.postings + scale::GROWTH_POSTINGS);
    let progress = Progress { postings: 0, of: rows.postings.len() as u64 + more };
    let mut counter = Counter { loader: store.load().await?, progress, tell };
    keep_people(&mut counter, plan, rows).await?;
    if let Some(scale) = plan.scale {
        scale::keep(&mut counter, plan, scale).await?;
    }
    counter.loader.finish().await?;
    Ok(counter.progress)
}

async fn keep_people(counter: &mut Counter<'_>, plan: &Plan, rows: Rows) -> Result<(), StorageError> {
    debug_assert!(rows.unpaid.is_empty(), "everything that must be paid is paid");
    let joined_at = rows.accounts.first().map_or(Timestamp::EPOCH, |account| account.opened_at);
    let customers = PEOPLE.iter().map(|who| customer(plan.seed, who, joined_at)).collect();
    let contacts = PEOPLE.iter().map(contact).collect();
    counter.keep(Batch { customers, contacts, accounts: rows.accounts, ..Batch::default() }).await?;
    for transfers in rows.transfers.chunks(BATCH) {
        counter.keep(Batch { transfers: transfers.to_vec(), ..Batch::default() }).await?;
    }
    for postings in rows.postings.chunks(BATCH) {
        counter.keep(Batch { postings: postings.to_vec(), ..Batch::default() }).await?;
    }
    let rest = Batch {
        standings: rows.standings,
        holds: rows.holds,
        payments: rows.payments,
        regular: rows.regular,
        schedules: rows.schedules,
        cards: rows.cards,
        card_payments: rows.card_payments,
        audit: rows.audit,
        ..Batch::default()
    };
    counter.keep(rest).await
}

fn customer(seed: u64, who: &Who, joined_at: Timestamp) -> NewCustomer {
    let customer = Customer {
        id: id_of(who.username),
        name: who.name.to_owned(),
        greeting: who.greeting.to_owned(),
        preferences: who.preferences(),
        joined_at,
        freeze: None,
        trying: Trying::default(),
    };
    NewCustomer {
        customer,
        username: who.username.to_owned(),
        status: CustomerStatus::Active,
        password_hash: password_hash(who.password, seed, who.username),
        totp_secret: who.secret(),
    }
}

/// An address that nobody has (RFC 2606), and a number of those that Ofcom keeps for drama.
fn contact(who: &Who) -> NewContact {
    let customer = id_of(who.username);
    let phone = format!("07700 9000{:02}", customer.value() % 100);
    NewContact { customer, email: format!("{}@example.org", who.username), phone }
}

/// The hash of a password everybody may read in the README: its salt keeps no secret, and comes from the seed.
pub(crate) fn password_hash(password: &str, seed: u64, username: &str) -> String {
    struct Salt([u8; 20]);
    impl Rng for Salt {
        fn fill(&self, bytes: &mut [u8]) {
            for (byte, salt) in bytes.iter_mut().zip(self.0.iter().cycle()) {
                *byte = *salt;
            }
        }
    }
    auth::passwords::hash(password, &Salt(Dice::new(seed, username).bytes()))
}
