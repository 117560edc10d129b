//! A bank in which accounts have a past: what pages are measured on.

use std::sync::Arc;

use bank::accounts::Category;
use bank::ledger::{LedgerAccount, Posting, TransferRow};
use bank::{Clock, IdMint};
use model::{AccountId, CustomerId, Timestamp, TransferId, forms::HistoryKind};
use store::{Store, bulk};

use crate::people::{self, People, SystemClock};
use crate::stats::Dice;

/// How many persons own the accounts.
pub const OWNERS: u32 = 50;
/// What every account begins with, in pence.
const OPENING: i64 = 5_000_000;
/// The newest lines of every account stand the same way: three on a day, every sixth day.
const NEWEST: u32 = 60;
const DAY_S: i64 = 86_400;
/// How many transfers one batch holds.
const BATCH: u32 = 20_000;

const PARTIES: [&str; 12] = [
    "Green Grocer",
    "City Water",
    "Rail North",
    "Anna Whitfield",
    "Harbour Books",
    "Marks & Daughters",
    "Oak Bakery",
    "Northern Energy",
    "Corner Chemist",
    "陈记茶庄",
    "Bright Mobile",
    "Riverside Council",
];
const REFERENCES: [&str; 8] = ["", "", "", "", "Dinner on Saturday", "Invoice 2207", "Rent", "Thank you for the piano"];
const KINDS: [(HistoryKind, Category); 6] = [
    (HistoryKind::Card, Category::Groceries),
    (HistoryKind::Card, Category::EatingOut),
    (HistoryKind::Card, Category::Transport),
    (HistoryKind::DirectDebit, Category::Home),
    (HistoryKind::StandingOrder, Category::Leisure),
    (HistoryKind::Payment, Category::Transfers),
];

/// Accounts with so many lines each. They pay one another in pairs.
#[derive(Debug, Clone, Copy)]
pub struct Histories {
    /// The number of the first; even.
    pub first: u32,
    /// How many; even.
    pub count: u32,
    /// How many lines each has.
    pub lines: u32,
}

impl Histories {
    /// The accounts, with their owners.
    pub fn accounts(self) -> impl Iterator<Item = (CustomerId, AccountId)> {
        (self.first..self.first + self.count).map(|nth| (owner(nth), People::account(nth)))
    }
}

fn owner(nth: u32) -> CustomerId {
    People::customer(nth % OWNERS)
}

/// Makes the database at `url` and fills it with `all`, whose numbers follow one another from 0.
///
/// # Errors
/// What the store says, and where the books do not hold afterwards.
pub async fn fill(url: &str, ids: &Arc<IdMint>, all: &[Histories]) -> Result<(), Box<dyn std::error::Error>> {
    Store::migrate(url).await?;
    let store = Store::open(url, people::options(ids)).await?;
    let mut loader = store.load().await?;
    let count: u32 = all.iter().map(|histories| histories.count).sum();
    loader.keep(beginning(count)).await?;
    let now = SystemClock.now();
    for histories in all {
        for left in (histories.first..histories.first + histories.count).step_by(2) {
            for batch in Pair::new(left, histories.lines, now).batches() {
                loader.keep(batch).await?;
            }
        }
    }
    loader.finish().await?;
    let report = store.ports().upkeep.verify().await?;
    store.ports().ledger.close().await;
    report.breaches.first().map_or(Ok(()), |breach| Err(format!("the books were filled wrongly: {breach}").into()))
}

/// The people, their accounts and what each account begins with.
fn beginning(count: u32) -> bulk::Batch {
    let people = People { count, each: OPENING };
    let mut batch = people.batch();
    batch.customers.truncate(usize::try_from(OWNERS).unwrap_or(usize::MAX));
    // The first account is the bank's own.
    for (nth, account) in (0..).zip(&mut batch.accounts[1..]) {
        account.owners = vec![owner(nth)];
    }
    batch
}

/// Two accounts that pay each other.
struct Pair {
    sides: [LedgerAccount; 2],
    lines: u32,
    now: Timestamp,
    dice: Dice,
}

impl Pair {
    fn new(left: u32, lines: u32, now: Timestamp) -> Self {
        let people = People { count: 1, each: OPENING };
        let sides = [left, left + 1].map(|nth| people.standing(nth));
        Self { sides, lines, now, dice: Dice::new(u64::from(left)) }
    }

    /// Everything after the opening, in batches.
    fn batches(mut self) -> Vec<bulk::Batch> {
        let mut batches = Vec::new();
        let mut next = 2;
        while next <= self.lines {
            let until = self.lines.min(next + BATCH - 1);
            batches.push(self.batch(next, until));
            next = until + 1;
        }
        batches
    }

    fn batch(&mut self, from: u32, until: u32) -> bulk::Batch {
        let mut batch = bulk::Batch::default();
        let mut of_right = Vec::new();
        for version in from..=until {
            let (transfer, left, right) = self.line(version);
            batch.transfers.push(bulk::NewTransfer { row: transfer, payment: None });
            batch.postings.push(left);
            of_right.push(right);
        }
        batch.postings.append(&mut of_right);
        batch.standings = self.sides.to_vec();
        batch
    }

    fn line(&mut self, version: u32) -> (TransferRow, Posting, Posting) {
        let amount = 100 + i64::try_from(self.dice.below(20_000)).unwrap_or(0);
        let right_pays = self.sides[1].balance > amount && (self.sides[0].balance <= amount || self.dice.below(2) == 0);
        let (kind, category) = KINDS[self.pick(KINDS.len())];
        let id = self.sides[0].id.value() * 1_000_000 + i64::from(version);
        let booked_at = self.booked_at(version);
        let (debit, credit) = if right_pays { (1, 0) } else { (0, 1) };
        let transfer = TransferRow {
            id: TransferId::new(id),
            debit: self.sides[debit].id,
            credit: self.sides[credit].id,
            amount,
            currency: self.sides[0].currency,
            kind,
            reverses: None,
            original_amount: None,
            original_currency: None,
            booked_at,
        };
        let signed = if right_pays { amount } else { -amount };
        let left = self.posting(0, &transfer, signed, category);
        let right = self.posting(1, &transfer, -signed, category);
        (transfer, left, right)
    }

    fn posting(&mut self, side: usize, transfer: &TransferRow, signed_amount: i64, category: Category) -> Posting {
        let (party, reference) = (PARTIES[self.pick(PARTIES.len())], REFERENCES[self.pick(REFERENCES.len())]);
        let account = &mut self.sides[side];
        account.balance += signed_amount;
        account.paid_in += signed_amount.max(0);
        account.version += 1;
        account.last_booked_at = transfer.booked_at;
        Posting {
            account: account.id,
            version: account.version,
            transfer: transfer.id,
            signed_amount,
            balance_after: account.balance,
            paid_in_after: account.paid_in,
            booked_at: transfer.booked_at,
            kind: transfer.kind,
            category,
            party: party.to_owned(),
            reference: reference.to_owned(),
        }
    }

    fn pick(&mut self, length: usize) -> usize {
        usize::try_from(self.dice.below(length as u64)).unwrap_or(0)
    }

    /// The newest lines the same way on every account, so that first pages look alike; those before spread over the
    /// nine months before.
    fn booked_at(&self, version: u32) -> Timestamp {
        let back = i64::from(self.lines - version);
        let newest = i64::from(NEWEST);
        let days_s = if back < newest {
            // An hour between the lines of a day, the last of them now.
            back / 3 * 6 * DAY_S + back % 3 * 60
        } else {
            let older = (i64::from(self.lines) - newest).max(1);
            newest / 3 * 6 * DAY_S + (back - newest) * (280 * DAY_S / older)
        };
        self.now.plus_seconds(-days_s)
    }
}
