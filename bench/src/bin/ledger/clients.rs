//! Clients that pay, one payment after the other.

use std::time::{Duration, Instant};

use bank::{
    Bank,
    payments::{self, Making},
};
use bench::people::People;
use bench::stats::{Dice, per_second, percentile_ms};
use model::PaymentId;

use crate::Outcome;

/// How many persons pay one another.
pub const PEOPLE: People = People { count: 10_000, each: 100_000_000 };

/// What one turn saw.
#[derive(Debug)]
pub struct Turn {
    /// Durable payments a second.
    pub per_second: f64,
    /// How many payments there were.
    pub count: u64,
    /// The time that 99 of 100 payments did not exceed, in milliseconds.
    pub p99_ms: f64,
}

/// Lets `clients` pay for `lasting`, each again as soon as its payment is acknowledged.
pub async fn pay(bank: &Bank, clients: u64, lasting: Duration, seed: u64) -> Outcome<Turn> {
    let begun = Instant::now();
    let tasks: Vec<_> = (0..clients)
        .map(|client| tokio::spawn(one(bank.clone(), Dice::new(seed << 32 | client), begun + lasting)))
        .collect();
    let mut times = Vec::new();
    for task in tasks {
        times.append(&mut task.await??);
    }
    let count = times.len() as u64;
    Ok(Turn { per_second: per_second(count, begun.elapsed()), count, p99_ms: percentile_ms(&mut times, 99) })
}

async fn one(bank: Bank, mut dice: Dice, until: Instant) -> Result<Vec<Duration>, bank::Error> {
    let mut times = Vec::new();
    while Instant::now() < until {
        let (from, to, minor) = draw(&mut dice);
        let order = People::order(PaymentId::new(bank.ids.next()), from, to, minor);
        let begun = Instant::now();
        let payer = People::payer(from);
        payments::pay(&bank, &payer, &order, Making::by(payer.id)).await?;
        times.push(begun.elapsed());
    }
    Ok(times)
}

/// Who pays whom how many pence.
pub fn draw(dice: &mut Dice) -> (u32, u32, i64) {
    let count = u64::from(PEOPLE.count);
    let (from, step, minor) = (dice.below(count), 1 + dice.below(count - 1), 1 + dice.below(999));
    let person = |number: u64| u32::try_from(number % count).expect("below the number of people");
    (person(from), person(from + step), i64::try_from(minor).expect("below a thousand"))
}
