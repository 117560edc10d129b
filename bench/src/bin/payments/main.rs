//! What moving money costs besides the ledger, the papers about it, and how often it goes wrong: never.

mod clock;
mod rails;
mod schedules;
mod statement;
mod together;
mod waits;

use bench::figure::{Figure, say};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Outcome {
    say("64 clients who spend one balance, 100,000 times");
    together::overdrafts().await?;
    say("10,000 requests sent twice, altered, in flight, and again after a restart");
    together::replays().await?;
    say("5,000 payments that wait, called off and paid by two servers that are cut off");
    waits::measure().await?;
    say("2,000 payments to other banks that answer late, twice and out of order, and are silent for an hour");
    rails::measure().await?;
    say("10,000 schedules under a clock that leaps through two years, forwards and back");
    schedules::measure().await?;
    say("a statement of 20,000 lines, as ten years of a busy account have, taken as a file");
    statement::measure().await
}

/// Prints a figure of which there must be none.
fn print_none(name: &'static str, count: u64) {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    Figure::at_most(name, f64::from(count), "count", 0.0).print();
}
