//! The program that is killed: clients that pay, and say on standard output what they ask and what they are told.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use bank::{
    Bank, Error,
    payments::{self, Making},
};
use bench::people::{self, People};
use bench::stats::Dice;
use model::PaymentId;
use store::Store;

use crate::{Outcome, books::Asked, words};

/// How many clients pay at the same time.
const CLIENTS: u64 = 64;

/// Asks again for the payments that standard input names, then for new ones, until it is killed.
pub async fn run(url: &str) -> Outcome {
    let ids = people::ids();
    let store = Store::open(url, people::options(&ids)).await?;
    let bank = people::bank(&store, &ids);
    let again: VecDeque<Asked> = io::stdin()
        .lines()
        .map(|line| Asked::read(&line?).ok_or(io::Error::from(io::ErrorKind::InvalidData)))
        .collect::<Result<_, _>>()?;
    let again = Arc::new(Mutex::new(again));
    let tasks: Vec<_> = (0..CLIENTS)
        .map(|client| {
            // Ids grow with time, so no two lives of this program throw the same dice.
            let dice = Dice::new(ids.next().unsigned_abs().rotate_left(17) ^ client);
            tokio::spawn(one(bank.clone(), Arc::clone(&again), dice))
        })
        .collect();
    for task in tasks {
        task.await??;
    }
    Ok(())
}

async fn one(bank: Bank, again: Arc<Mutex<VecDeque<Asked>>>, mut dice: Dice) -> io::Result<()> {
    loop {
        let left = again.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let asked = left.unwrap_or_else(|| Asked::draw(PaymentId::new(bank.ids.next()), &mut dice));
        // The line is in the pipe before the payment is asked for, and a pipe outlives who wrote into it.
        say(&format!("{} {asked}", words::ASKED))?;
        let order = People::order(asked.id, asked.from, asked.to, asked.minor);
        let payer = People::payer(asked.from);
        match payments::pay(&bank, &payer, &order, Making::by(payer.id)).await {
            Ok(paid) => {
                let transfer = paid.transfer.map_or(0, model::TransferId::value);
                say(&format!("{} {} {transfer}", words::PAID, asked.id.value()))?;
            }
            Err(Error::Refused(_)) => say(&format!("{} {}", words::REFUSED, asked.id.value()))?,
            Err(error) => return Err(io::Error::other(error)),
        }
    }
}

/// One line in one write: what a reader finds is whole, or was never said.
fn say(line: &str) -> io::Result<()> {
    io::stdout().write_all(format!("{line}\n").as_bytes())
}
