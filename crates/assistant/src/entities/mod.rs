//! What an utterance names: amounts, days, accounts, people, places, kinds of things. Each with where it stands.
//!
//! The grammar is our own, for English and Chinese: what is read wrongly here would be money. What could mean two things
//! keeps both, and nothing is corrected silently.

use std::ops::Range;

use model::{AccountId, Currency, Money, PaymentId, forms::Every, time::Date};
use serde::{Deserialize, Serialize};

model::coded! {
    /// What an account is for, as the bank has it.
    AccountKind {
        /// Everyday money.
        Current = "current",
        /// Money put aside.
        Savings = "savings",
        /// Shared by two people.
        Joint = "joint",
        /// Of a business.
        Business = "business",
    }

    /// What money was for, by the codes of the ledger.
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
        /// Wages, pensions, takings.
        Income = "income",
        /// Cash.
        Cash = "cash",
        /// Interest and charges.
        Bank = "bank",
    }
}

/// A span of days, both ends in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Days {
    /// The first.
    pub first: Date,
    /// The last.
    pub last: Date,
}

/// A time that was named. "March" is the last one to whoever looks back, and the next to whoever plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Time {
    /// As it is meant by somebody who looks back.
    pub past: Days,
    /// As it is meant by somebody who plans.
    pub coming: Days,
}

/// An account of the person, and what it may be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Which.
    pub id: AccountId,
    /// What it is for.
    pub kind: AccountKind,
    /// The owner's name for it; empty where they gave it none.
    pub name: String,
    /// The last four digits of its number.
    pub ending: String,
    /// The currency it keeps.
    pub currency: Currency,
}

/// Somebody the person has paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payee {
    /// The last payment to them, which they are named by.
    pub payment: PaymentId,
    /// Their name.
    pub name: String,
    /// What the person calls them; empty for nothing.
    pub nickname: String,
}

/// What is known of the person who writes, and which day it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The day, in the bank's time zone.
    pub today: Date,
    /// The currency they mean where they name none.
    pub currency: Currency,
    /// Their accounts; none for somebody who is not signed in.
    pub accounts: Vec<Account>,
    /// Whom they have paid.
    pub payees: Vec<Payee>,
}

/// What was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// An amount. `assumed` where its currency was not said or could be another.
    Amount {
        /// The amount.
        money: Money,
        /// Whether the currency is assumed.
        assumed: bool,
    },
    /// A day or a span of days.
    Time(Time),
    /// How often.
    Every(Every),
    /// One of their accounts; several where more than one is called so.
    Account(Vec<AccountId>),
    /// Somebody they have paid; several where more than one is called so. `exact` where it is the name, not one like it.
    Payee {
        /// Whoever is called so.
        payments: Vec<PaymentId>,
        /// Whether that is their name as it is written.
        exact: bool,
    },
    /// Somebody who is not on the list, as they were called.
    Name(String),
    /// A shop or a company, as it was called.
    Place(String),
    /// A kind of thing money goes for.
    Category(Category),
    /// What the payee is to read.
    Reference(String),
}

/// Something that was named, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
    /// What it is.
    pub value: Value,
}

/// What `text` names, in the order in which it stands there. Nothing overlaps.
#[must_use]
pub fn find(_text: &str, _person: &Person) -> Vec<Entity> {
    Vec::new()
}
