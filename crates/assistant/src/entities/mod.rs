//! What an utterance names: amounts, days, accounts, people, places, kinds of things. Each with where it stands.
//!
//! The grammar is our own, for English and Chinese: what is read wrongly here would be money. What could mean two things
//! keeps both, and nothing is corrected silently.

mod amounts;
mod calendar;
mod chinese;
mod english;
mod numbers;
mod odd;
mod people;
mod text;
mod things;
mod words;

use std::ops::Range;

use model::{AccountId, Currency, Money, PaymentId, forms::Every, time::Date};
use serde::{Deserialize, Serialize};

pub use odd::Odd;
use text::Text;

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
    Every {
        /// The rhythm.
        every: Every,
        /// The day that was said with it: every Monday.
        day: Option<Time>,
    },
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
    /// What cannot be taken as it is.
    Odd(Odd),
}

/// Something that was named, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
    /// What it is.
    pub value: Value,
}

/// Finds values of one kind, and where they stand.
type Reader<'a> = dyn Fn(&Text) -> Vec<(Range<usize>, Value)> + 'a;

/// What `text` names, in the order in which it stands there. Nothing overlaps.
#[must_use]
pub fn find(text: &str, person: &Person) -> Vec<Entity> {
    let mut text = Text::of(text);
    let mut found: Vec<(Range<usize>, Value)> = Vec::new();
    // What is told by more than its shape comes first: a person called April is no month.
    let readers: [&Reader<'_>; 9] = [
        &things::references,
        &|text| people::payees(text, person),
        &|text| things::every(text, |text, at| odd::odd(text, at, person)),
        &|text| things::every(text, |text, at| how_often(text, at, person.today)),
        &|text| things::every(text, |text, at| time(text, at, person.today)),
        &|text| people::accounts(text, person),
        &things::categories,
        &|text| amounts::amounts(text, person),
        &|text| things::names(text, person),
    ];
    for read in readers {
        for (span, value) in read(&text) {
            text.take(&span);
            found.push((span, value));
        }
    }
    found.sort_by_key(|(span, _)| span.start);
    found.into_iter().map(|(span, value)| Entity { span: text.bytes(&span), value }).collect()
}

fn how_often(text: &Text, at: usize, today: Date) -> Option<(Range<usize>, Value)> {
    let (span, every, weekday) = english::every(text, at).or_else(|| chinese::every(text, at))?;
    let day = weekday.and_then(|weekday| calendar::weekday(today, weekday));
    Some((span, Value::Every { every, day }))
}

fn time(text: &Text, at: usize, today: Date) -> Option<(Range<usize>, Value)> {
    let found = chinese::time(text, at, today).or_else(|| english::time(text, at, today))?;
    Some((found.0, Value::Time(found.1)))
}

#[cfg(test)]
mod tests;
