//! What the demonstration's assistant did not understand, of somebody who lets it learn from that.

use assistant::Intent;
use bank::{
    IdMint, StorageError,
    misses::{Miss, MissWhy},
};
use model::{Language, MissId};
use store::Ports;

/// Who lets it.
const WHO: &str = "tom";

/// What they wrote, why it is here, and what the program took it for, in thousandths.
type Missed = (&'static str, MissWhy, [(Intent, u16); 3]);

const MISSED: [Missed; 3] = [
    (
        "The gas people took too much again, can that be got back?",
        MissWhy::Unsure,
        [(Intent::Refund, 441), (Intent::DisputePayment, 398), (Intent::Spending, 52)],
    ),
    (
        "My wife wants to see the same account as me",
        MissWhy::NotThis,
        [(Intent::JointAccount, 612), (Intent::AccountDetails, 144), (Intent::OpenAccount, 90)],
    ),
    (
        "Will it rain on Saturday?",
        MissWhy::Unsure,
        [(Intent::BranchHours, 203), (Intent::ComingUp, 187), (Intent::NextPayment, 96)],
    ),
];

/// Keeps them. Nobody has looked at any.
pub(super) async fn fill(ports: &Ports, ids: &IdMint) -> Result<(), StorageError> {
    let Some(customer) = ports.desk.by_username(WHO).await?.map(|found| found.id) else { return Ok(()) };
    ports.misses.let_learn(customer, true).await?;
    for (words, why, guesses) in MISSED {
        let (id, words, guesses) = (MissId::new(ids.next()), words.to_owned(), guesses.to_vec());
        let miss = Miss { id, customer, words, language: Language::En, why, guesses, label: None };
        ports.misses.keep(&miss).await?;
    }
    Ok(())
}
