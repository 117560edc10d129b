//! As many more customers as a benchmark wants, made and kept a few at a time.
//!
//! Accounts come in blocks. The accounts of a block pay one another and one internal account of their own, in the
//! order of time; a block is made in pieces of some ten thousand postings, each sorted as the database keeps them.
//! So memory stays small however many there are, every balance runs on correctly, and all sums are nothing.

use bank::{
    StorageError,
    accounts::{AccountKind, AccountStatus, Category},
    customers::{Customer, CustomerStatus},
    experiments::Trying,
    ledger::{LedgerAccount, Line, Posting, TransferRow},
};
use model::{AccountId, AccountNumber, Currency, CustomerId, Preferences, Timestamp, TransferId, forms::HistoryKind};
use store::bulk::{Batch, NewAccount, NewCustomer, NewTransfer};

use crate::{
    dice::Dice,
    load::{BATCH, Counter, Plan, password_hash},
    settle::{internal_account, nothing_yet},
};

/// How many customers more, and how many postings they have together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// Each has one account. At least two, at most [`MOST_CUSTOMERS`].
    pub customers: u32,
    /// Over all of their accounts and the internal ones beside them; an odd one is left out. At most
    /// [`MOST_POSTINGS`].
    pub postings: u64,
}

/// The most customers that can be made up.
pub const MOST_CUSTOMERS: u32 = 100_000;
/// The most postings that can be made up.
pub const MOST_POSTINGS: u64 = 50_000_000;
/// The password of everybody who is made up.
pub const SCALE_PASSWORD: &str = "one-of-very-many-people";
/// Whoever has a long and a short history, to compare the two.
pub const GROWTH_USERNAME: &str = "growth";
/// How many postings the first account of [`GROWTH_USERNAME`] has.
pub const GROWTH_LONG: u64 = 100_000;
/// How many postings the second account of [`GROWTH_USERNAME`] has.
pub const GROWTH_SHORT: u64 = 100;
/// What both come to, with the other sides.
pub(crate) const GROWTH_POSTINGS: u64 = 2 * (GROWTH_LONG + GROWTH_SHORT);

/// Ids of people, of accounts and of transfers each begin in a place of their own, below all others.
const FIRST_CUSTOMER: i64 = 1 << 33;
const FIRST_ACCOUNT: i64 = 1 << 34;
const FIRST_TRANSFER: i64 = 1 << 35;
/// The first account number, above those of the people of the demo.
const FIRST_SERIAL: u32 = 8_000_000;
/// How many accounts pay one another at most.
const BLOCK: u64 = 64;
const HISTORY_DAYS: i64 = 730;

const FIRST_NAMES: [&str; 12] =
    ["Aisha", "Ben", "Carys", "Dmitri", "Elena", "Farid", "Grace", "Hugo", "Imogen", "Jamal", "Keiko", "Liam"];
const LAST_NAMES: [&str; 12] = [
    "Abbott",
    "Banerjee",
    "Clarke",
    "Dimitriou",
    "Evans",
    "Fletcher",
    "Gupta",
    "Hughes",
    "Ito",
    "Jovanović",
    "Kaya",
    "Lowe",
];
const PAYERS: [&str; 6] = [
    "Meridian Signals Ltd",
    "Aldgate & Finch LLP",
    "County Works",
    "Fern & Fable Books",
    "Oakfield School",
    "Tideway Freight",
];
const SHOPS: [(&str, Category); 8] = [
    ("Penfold Foods", Category::Groceries),
    ("Harrow & Sons Grocers", Category::Groceries),
    ("Press & Pour", Category::EatingOut),
    ("Westmoor Rail", Category::Transport),
    ("Brightwater Energy", Category::Home),
    ("Marlow Home", Category::Shopping),
    ("Alder Pharmacy", Category::Health),
    ("Picturehouse on the Green", Category::Leisure),
];

/// The user name of the customer with this number, from 1.
#[must_use]
pub fn scale_username(number: u32) -> String {
    format!("customer-{number:06}")
}

/// The secret of the authenticator app of somebody who is made up, [`GROWTH_USERNAME`] included.
#[must_use]
pub fn scale_secret(username: &str) -> Vec<u8> {
    Dice::new(u64::from(FIRST_SERIAL), username).bytes().to_vec()
}

/// Makes and keeps them all.
pub(crate) async fn keep(counter: &mut Counter<'_>, plan: &Plan, scale: Scale) -> Result<(), StorageError> {
    let customers = u64::from(scale.customers.clamp(2, MOST_CUSTOMERS));
    let transfers = scale.postings.min(MOST_POSTINGS) / 2;
    let mut maker = Maker::new(plan);
    maker.keep_growth(counter).await?;
    let mut made = 0;
    while made < customers {
        let size = BLOCK.min(customers - made);
        // What is left over is shared so that all of them together are exactly as many as were asked for.
        let until = |people: u64| u128::from(transfers) * u128::from(people) / u128::from(customers);
        let share = u64::try_from(until(made + size) - until(made)).unwrap_or(0);
        let numbers = (made..made + size).map(|n| u32::try_from(n + 1).unwrap_or(u32::MAX));
        let (people, accounts) = numbers.map(|n| maker.customer_with_account(scale_username(n))).unzip();
        let mut block = maker.block(counter, people, accounts).await?;
        block.fill(&mut maker, counter, share).await?;
        made += size;
    }
    Ok(())
}

struct Maker {
    dice: Dice,
    /// All of them have the same: hashing is slow on purpose.
    password_hash: String,
    begins: Timestamp,
    customers: i64,
    accounts: i64,
    transfers: i64,
    serial: u32,
}

impl Maker {
    fn new(plan: &Plan) -> Self {
        let end = plan.calendar.start_of(plan.today);
        Self {
            dice: Dice::new(plan.seed, "scale"),
            password_hash: password_hash(SCALE_PASSWORD, plan.seed, "scale"),
            begins: end.plus_seconds(-HISTORY_DAYS * 86_400),
            customers: FIRST_CUSTOMER,
            accounts: FIRST_ACCOUNT,
            transfers: FIRST_TRANSFER,
            serial: FIRST_SERIAL,
        }
    }

    /// The one whose two accounts differ only in how much there is to read.
    async fn keep_growth(&mut self, counter: &mut Counter<'_>) -> Result<(), StorageError> {
        let (growth, long) = self.customer_with_account(GROWTH_USERNAME.to_owned());
        let short = self.account("Short", growth.customer.id);
        let mut block = self.block(counter, vec![growth], vec![long]).await?;
        block.fill(self, counter, GROWTH_LONG).await?;
        let mut block = self.block(counter, vec![], vec![short]).await?;
        block.fill(self, counter, GROWTH_SHORT).await
    }

    /// Keeps the people and accounts of a block, and the internal account beside them.
    async fn block(
        &mut self,
        counter: &mut Counter<'_>,
        customers: Vec<NewCustomer>,
        mut accounts: Vec<NewAccount>,
    ) -> Result<Block, StorageError> {
        let id = AccountId::new(self.accounts);
        self.accounts += 1;
        let name = format!("Outside, block {}", id.value() - FIRST_ACCOUNT);
        accounts.push(internal_account(id, name, Currency::Gbp, self.begins));
        let standings = accounts.iter().map(nothing_yet).collect();
        counter.keep(Batch { customers, accounts, ..Batch::default() }).await?;
        Ok(Block { standings })
    }

    fn customer_with_account(&mut self, username: String) -> (NewCustomer, NewAccount) {
        let id = CustomerId::new(self.customers);
        self.customers += 1;
        (self.customer(id, username), self.account("Everyday", id))
    }

    fn customer(&mut self, id: CustomerId, username: String) -> NewCustomer {
        let name = format!("{} {}", self.dice.pick(&FIRST_NAMES), self.dice.pick(&LAST_NAMES));
        let customer = Customer {
            id,
            greeting: name.clone(),
            name,
            preferences: Preferences::default(),
            joined_at: self.begins,
            freeze: None,
            trying: Trying::default(),
        };
        NewCustomer {
            customer,
            totp_secret: scale_secret(&username),
            username,
            status: CustomerStatus::Active,
            password_hash: self.password_hash.clone(),
        }
    }

    fn account(&mut self, name: &str, owner: CustomerId) -> NewAccount {
        let id = AccountId::new(self.accounts);
        let number = AccountNumber::from_serial(self.serial);
        self.accounts += 1;
        self.serial += 1;
        NewAccount {
            id,
            number,
            kind: AccountKind::Current,
            name: name.to_owned(),
            currency: Currency::Gbp,
            status: AccountStatus::Open,
            min_balance: 0,
            payment_limit: 1_000_000,
            daily_limit: 2_000_000,
            new_payee_limit: 500_000,
            rate_bp: 0,
            opened_at: self.begins,
            owners: vec![owner],
        }
    }
}

/// Accounts that pay one another; the last is the internal one.
struct Block {
    standings: Vec<LedgerAccount>,
}

impl Block {
    /// Makes and keeps `transfers` of them, spread over the whole history.
    async fn fill(&mut self, maker: &mut Maker, counter: &mut Counter<'_>, transfers: u64) -> Result<(), StorageError> {
        let mut batch = Batch::default();
        for n in 0..transfers {
            let into = u128::from(n) * u128::from(HISTORY_DAYS.unsigned_abs()) * 86_400_000_000 / u128::from(transfers);
            let at = Timestamp::from_micros(maker.begins.micros() + i64::try_from(into).unwrap_or(0));
            self.transfer(maker, &mut batch, at);
            if batch.transfers.len() * 2 >= BATCH {
                self.keep(counter, std::mem::take(&mut batch)).await?;
            }
        }
        self.keep(counter, batch).await
    }

    async fn keep(&self, counter: &mut Counter<'_>, mut batch: Batch) -> Result<(), StorageError> {
        batch.postings.sort_by_key(|posting| (posting.account, posting.version));
        batch.standings = self.standings.iter().filter(|standing| standing.version > 0).cloned().collect();
        counter.keep(batch).await
    }

    fn transfer(&mut self, maker: &mut Maker, batch: &mut Batch, at: Timestamp) {
        let dice = &mut maker.dice;
        let outside = self.standings.len() - 1;
        let somebody = |dice: &mut Dice| usize::try_from(dice.below(outside as u64)).unwrap_or(0);
        let from = somebody(dice);
        let spend = 180 + dice.below(7_800).cast_signed();
        let (debit, credit, amount, kind, line) = if self.standings[from].balance < spend {
            let line = Line {
                party: (*dice.pick(&PAYERS)).to_owned(),
                reference: "Salary".to_owned(),
                category: Category::Income,
            };
            (outside, from, 90_000 + dice.below(160_000).cast_signed(), HistoryKind::Salary, line)
        } else if outside > 1 && dice.chance(12) {
            let to = (from + 1 + usize::try_from(dice.below(outside as u64 - 1)).unwrap_or(0)) % outside;
            let line = Line {
                party: "Neighbour".to_owned(),
                reference: "Thank you".to_owned(),
                category: Category::Transfers,
            };
            (from, to, spend, HistoryKind::Payment, line)
        } else {
            let (shop, category) = *dice.pick(&SHOPS);
            (
                from,
                outside,
                spend,
                HistoryKind::Card,
                Line { party: shop.to_owned(), reference: String::new(), category },
            )
        };
        let id = TransferId::new(maker.transfers);
        maker.transfers += 1;
        for (account, signed) in [(debit, -amount), (credit, amount)] {
            batch.postings.push(post(&mut self.standings[account], id, signed, at, kind, &line));
        }
        let row = TransferRow {
            id,
            debit: self.standings[debit].id,
            credit: self.standings[credit].id,
            amount,
            currency: Currency::Gbp,
            kind,
            reverses: None,
            original_amount: None,
            original_currency: None,
            booked_at: at,
        };
        batch.transfers.push(NewTransfer { row, payment: None });
    }
}

fn post(
    standing: &mut LedgerAccount,
    transfer: TransferId,
    signed_amount: i64,
    at: Timestamp,
    kind: HistoryKind,
    line: &Line,
) -> Posting {
    standing.version += 1;
    standing.balance += signed_amount;
    standing.paid_in += signed_amount.max(0);
    standing.last_booked_at = at;
    assert!(standing.balance >= standing.min_balance, "nobody spends what is not there");
    Posting {
        account: standing.id,
        version: standing.version,
        transfer,
        signed_amount,
        balance_after: standing.balance,
        paid_in_after: standing.paid_in,
        booked_at: at,
        kind,
        category: line.category,
        party: line.party.clone(),
        reference: line.reference.clone(),
    }
}
