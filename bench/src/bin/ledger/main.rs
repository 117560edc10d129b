//! How many payments a second become durable: through the real use case and the real store, on both databases,
//! each beside what its database can do without a bank around it.
//!
//! `ledger sqlite` and `ledger postgres` measure one of them.

mod bare;
mod clients;
mod commits;
mod postgres;
mod sqlite;

use bench::figure::say;

/// How long one side of a comparison runs before it is the other's turn.
const TURN: std::time::Duration = std::time::Duration::from_secs(4);
/// How many turns each side has.
const TURNS: u64 = 5;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Outcome {
    let only = std::env::args().nth(1);
    let wanted = |name| only.as_deref().is_none_or(|only| only == name);
    if wanted("sqlite") {
        say("ledger on SQLite, 10,000 accounts, synchronous=FULL");
        sqlite::measure().await?;
    }
    if wanted("postgres") {
        say("ledger on PostgreSQL 15, default durability, in turn with pgbench");
        postgres::measure().await?;
    }
    Ok(())
}
