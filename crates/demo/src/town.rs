//! What is planned before any row is made: accounts, and everything that happens on them.

use bank::{
    Calendar,
    accounts::{AccountKind, Regular},
    ledger::Line,
};
use jiff::{ToSpan, civil::Date};
use model::{
    AccountId, AccountNumber, Currency, Money, Timestamp,
    forms::{Direction, Every, HistoryKind, Timing},
};

/// How many whole months of history everybody has, before the month of today.
const MONTHS: i64 = 24;

/// One of the accounts of the town, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Slot(pub(crate) usize);

/// An account that is planned.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// The user names of its owners; whoever is first makes its payments.
    pub(crate) owners: &'static [&'static str],
    pub(crate) kind: AccountKind,
    pub(crate) name: &'static str,
    pub(crate) currency: Currency,
    /// The first seven digits of its number: the same for every seed, so that it can be written down.
    pub(crate) serial: u32,
    pub(crate) payment_limit: i64,
    pub(crate) daily_limit: i64,
    pub(crate) new_payee_limit: i64,
    pub(crate) rate_bp: i64,
    /// What is kept for what must be paid: nothing is bought that would leave less.
    pub(crate) reserve: i64,
}

impl Plan {
    pub(crate) fn number(&self) -> AccountNumber {
        AccountNumber::from_serial(self.serial).expect("serials of the demo have seven digits")
    }
}

/// The bank's own accounts, one of each per currency: the other side of whatever leaves the town or comes to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum House {
    Cash,
    Cards,
    OtherBanks,
    Salaries,
    Interest,
    Fees,
}

impl House {
    pub(crate) const ALL: [Self; 6] =
        [Self::Cash, Self::Cards, Self::OtherBanks, Self::Salaries, Self::Interest, Self::Fees];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Cash => "Cash",
            Self::Cards => "Cards",
            Self::OtherBanks => "Other banks",
            Self::Salaries => "Salaries and pensions",
            Self::Interest => "Interest",
            Self::Fees => "Fees",
        }
    }
}

/// How much.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Amount {
    /// So many minor units.
    Exactly(i64),
    /// Whatever is above `keep`, in whole `step`s; nothing where that is none.
    Above { keep: i64, step: i64 },
    /// A month's interest on what is there.
    Interest,
}

/// Who has the other side.
#[derive(Debug, Clone)]
pub(crate) enum Other {
    /// The bank itself.
    House(House),
    /// Another account of the town, and what its owner reads.
    Neighbour { slot: Slot, line: Line },
}

/// Something that happens on an account.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) at: Timestamp,
    pub(crate) slot: Slot,
    pub(crate) way: Direction,
    pub(crate) amount: Amount,
    pub(crate) other: Other,
    pub(crate) kind: HistoryKind,
    pub(crate) line: Line,
    /// The amount in the currency in which it was paid, where that is another.
    pub(crate) original: Option<Money>,
    /// Whether it cannot be done without: rent is paid also from the reserve.
    pub(crate) must: bool,
    /// Whether a person made it by hand, and so has a receipt.
    pub(crate) by_hand: bool,
}

/// Money that is set aside at the end.
#[derive(Debug, Clone)]
pub(crate) struct Pending {
    pub(crate) slot: Slot,
    pub(crate) amount: i64,
    pub(crate) party: &'static str,
    pub(crate) placed_at: Timestamp,
    pub(crate) expires_at: Timestamp,
}

/// A standing order between two accounts of the town, that somebody goes on having.
#[derive(Debug, Clone)]
pub(crate) struct StandingOrder {
    pub(crate) from: Slot,
    pub(crate) to: Slot,
    pub(crate) minor: i64,
    pub(crate) reference: String,
    pub(crate) timing: Timing,
}

/// Everything that is planned.
pub(crate) struct Town {
    pub(crate) seed: u64,
    pub(crate) calendar: Calendar,
    /// The first day of history.
    pub(crate) first: Date,
    /// The day after the last day of history, of which only the first minute has passed.
    pub(crate) today: Date,
    pub(crate) plans: Vec<Plan>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) regular: Vec<(Slot, Regular)>,
    pub(crate) orders: Vec<StandingOrder>,
    pub(crate) pending: Vec<Pending>,
}

impl Town {
    pub(crate) fn new(seed: u64, today: Date, calendar: Calendar) -> Self {
        let first = today.first_of_month().saturating_sub(MONTHS.months());
        let (plans, entries, regular, orders, pending) = (vec![], vec![], vec![], vec![], vec![]);
        Self { seed, calendar, first, today, plans, entries, regular, orders, pending }
    }

    pub(crate) fn open(&mut self, plan: Plan) -> Slot {
        self.plans.push(plan);
        Slot(self.plans.len() - 1)
    }

    /// Each day of history, oldest first.
    pub(crate) fn days(&self) -> Vec<Date> {
        self.first.series(1.day()).take_while(|day| *day < self.today).collect()
    }

    /// The first day of each month of history, oldest first.
    pub(crate) fn months(&self) -> Vec<Date> {
        self.first.series(1.month()).take_while(|month| *month < self.today).collect()
    }

    /// Keeps `regular` for "what is coming".
    pub(crate) fn expect(&mut self, slot: Slot, party: &str, minor: i64, kind: HistoryKind, first: Date, every: Every) {
        let amount = Money::new(minor, self.plans[slot.0].currency);
        // The account gets its id when the rows are made; until then the slot stands beside it.
        let account = AccountId::new(0);
        let (party, timing) = (party.to_owned(), Timing { first, every, last: None });
        self.regular.push((slot, Regular { account, party, amount, kind, timing, done: 0 }));
    }
}
