//! What the parent remembers of payments, over all lives of the child.

use std::collections::{HashMap, HashSet};
use std::fmt;

use bench::people::People;
use bench::stats::Dice;
use model::{PaymentId, TransferId};

use crate::{Outcome, words};

/// Few persons with little money, so that they meet one another and run out of it.
pub const PEOPLE: People = People { count: 40, each: 5_000 };

/// A payment that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Its id, which is its key.
    pub id: PaymentId,
    /// Who pays.
    pub from: u32,
    /// Who is paid.
    pub to: u32,
    /// How many pence.
    pub minor: i64,
}

impl Asked {
    /// A new payment.
    pub fn draw(id: PaymentId, dice: &mut Dice) -> Self {
        let count = u64::from(PEOPLE.count);
        let (from, step, minor) = (dice.below(count), 1 + dice.below(count - 1), 1 + dice.below(2_000));
        let person = |number: u64| u32::try_from(number % count).expect("below the number of people");
        Self { id, from: person(from), to: person(from + step), minor: i64::try_from(minor).expect("a small number") }
    }

    /// The payment in a line, as it is displayed.
    pub fn read(line: &str) -> Option<Self> {
        let mut numbers = line.split(' ');
        let asked = Self {
            id: PaymentId::new(numbers.next()?.parse().ok()?),
            from: numbers.next()?.parse().ok()?,
            to: numbers.next()?.parse().ok()?,
            minor: numbers.next()?.parse().ok()?,
        };
        numbers.next().is_none().then_some(asked)
    }
}

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} {}", self.id.value(), self.from, self.to, self.minor)
    }
}

/// Everything known about the payments of one database.
#[derive(Debug, Default)]
pub struct Books {
    /// Asked for, and neither acknowledged nor refused so far.
    pub open: HashMap<PaymentId, Asked>,
    /// Acknowledged since the last look into the database.
    pub fresh: Vec<(Asked, TransferId)>,
    /// The transfer under which each payment was found or acknowledged: there is only ever one.
    pub transfers: HashMap<PaymentId, TransferId>,
    /// Found in the database though never acknowledged: the plug was pulled between the commit and the answer.
    pub unsaid: HashSet<PaymentId>,
    /// How often a payment turned up under a second transfer.
    pub doubled: u64,
    /// How many were refused.
    pub refused: u64,
}

impl Books {
    /// Takes in a line of the child.
    pub fn take(&mut self, line: &str) -> Outcome {
        let strange = || format!("the child said something strange: {line}");
        let (word, rest) = line.split_once(' ').ok_or_else(strange)?;
        if word == words::ASKED {
            let asked = Asked::read(rest).ok_or_else(strange)?;
            self.open.insert(asked.id, asked);
            return Ok(());
        }
        let (id, transfer) = rest.split_once(' ').unwrap_or((rest, "0"));
        let id = PaymentId::new(id.parse()?);
        let asked = self.open.remove(&id).ok_or_else(strange)?;
        if word == words::PAID {
            let transfer = TransferId::new(transfer.parse()?);
            self.note(id, transfer);
            self.fresh.push((asked, transfer));
        } else {
            self.refused += 1;
            // Refused although it was committed: the key was forgotten, which only luck kept from paying twice.
            self.doubled += u64::from(self.transfers.contains_key(&id));
        }
        Ok(())
    }

    /// Remembers under which transfer a payment is; a second one is a payment made twice.
    pub fn note(&mut self, id: PaymentId, transfer: TransferId) {
        let known = *self.transfers.entry(id).or_insert(transfer);
        self.doubled += u64::from(known != transfer);
    }
}
