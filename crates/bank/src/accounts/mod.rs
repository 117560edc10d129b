//! Accounts and their history, as their owners see them.

mod coming;
mod history;
mod interest;
mod remembered;
mod statement;
mod view;

pub use coming::{Coming, Regular, Shortfall, occurrences, shortfall};
pub use history::{
    Cursor, FirstPage, History, HistoryQuery, MonthTotal, Standing, Totals, Transaction, TransactionDetail,
};
pub use interest::{Interest, NoSuchDay, TaxYear, interest};
pub use remembered::Remembered;
pub use statement::{NoPeriod, Period, Span, Statement, Statements, statement, statement_lines, statements};
pub(crate) use view::query;
pub use view::{AccountView, Home, TransactionView, account, home, list, transaction};

use model::{AccountId, AccountNumber, Currency, CustomerId, Money, Timestamp};

use crate::limits::Limits;

model::coded! {
    /// What an account is for.
    AccountKind {
        /// Everyday money.
        Current = "current",
        /// Money put aside.
        Savings = "savings",
        /// Shared by two people.
        Joint = "joint",
        /// Of a business.
        Business = "business",
        /// Of the bank itself: cash, cards, other banks, interest. Never shown to customers.
        Internal = "internal",
    }

    /// Whether an account may be used.
    AccountStatus {
        /// It may pay and be paid.
        Open = "open",
        /// It may be paid, and not pay.
        Frozen = "frozen",
        /// Neither.
        Closed = "closed",
    }

    /// What money was for, as people sort it.
    #[derive(Default)]
    Category {
        /// Rent, energy, water, council tax.
        Home = "home",
        /// Food for the house.
        Groceries = "groceries",
        /// Restaurants, cafés.
        EatingOut = "eating-out",
        /// Trains, petrol, fares.
        Transport = "transport",
        /// Clothes, things.
        Shopping = "shopping",
        /// Doctors, chemists.
        Health = "health",
        /// Sport, films, holidays.
        Leisure = "leisure",
        /// Telephone, internet, subscriptions.
        Communication = "communication",
        /// What a business buys to work.
        Business = "business",
        /// Wages, pensions, takings.
        Income = "income",
        /// Between people and accounts.
        Transfers = "transfers",
        /// Cash.
        Cash = "cash",
        /// Interest and charges.
        Bank = "bank",
        /// Anything else.
        #[default]
        Other = "other",
    }
}

/// An account as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Which account.
    pub id: AccountId,
    /// The number people give to be paid.
    pub number: AccountNumber,
    /// What it is for.
    pub kind: AccountKind,
    /// The owner's name for it; empty where they gave it none.
    pub name: String,
    /// The name that a payer has to write: of the business, or of everybody whose account it is.
    pub holder: String,
    /// Whether it may be used.
    pub status: AccountStatus,
    /// What is on it.
    pub balance: Money,
    /// How much of that is set aside.
    pub held: Money,
    /// How far it may be overdrawn: above zero where it may be.
    pub overdraft: Money,
    /// What its payments may come to.
    pub limits: Limits,
    /// The day (days since 1970) that `spent` is of.
    pub spent_on: i64,
    /// What the payments of that day come to, in minor units.
    pub spent: i64,
    /// Yearly interest in hundredths of a per cent; 0 for none.
    pub rate_bp: i64,
    /// How many postings it has: what was read under this version is still right while it is.
    pub version: i64,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// Whose it is, where whoever asks only acts for it.
    pub in_the_name_of: Option<CustomerId>,
}

impl Account {
    /// What its owner can spend now: the balance, less what is set aside, with the overdraft.
    #[must_use]
    pub fn available(&self) -> Money {
        let minor = self.balance.minor.saturating_sub(self.held.minor).saturating_add(self.overdraft.minor);
        Money::new(minor, self.balance.currency)
    }

    /// Whether it is of a business.
    #[must_use]
    pub const fn is_business(&self) -> bool {
        matches!(self.kind, AccountKind::Business)
    }

    /// The one currency it keeps.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.balance.currency
    }
}

/// Money that is set aside on an account, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldAmount {
    /// For whom.
    pub party: String,
    /// How much.
    pub amount: Money,
    /// Since when.
    pub placed_at: Timestamp,
}
