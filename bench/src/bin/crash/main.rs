//! Pulling the plug: a program that pays is killed at random moments, and afterwards every payment it acknowledged
//! must be there once, and every one it did not acknowledge must be there once after it is asked again.
//!
//! `CYCLES` says how often (50). Started with the address of a database, this program is the one to be killed.

mod books;
mod child;
mod parent;

use std::env;

/// What a line of the child says, and what the parent hands over.
mod words {
    /// A payment is about to be asked for: id, payer, payee, pence.
    pub const ASKED: &str = "asked";
    /// A payment was acknowledged: id, transfer.
    pub const PAID: &str = "paid";
    /// A payment was refused: id.
    pub const REFUSED: &str = "refused";
}

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Outcome {
    match env::args().nth(1) {
        Some(url) => child::run(&url).await,
        None => parent::run().await,
    }
}
