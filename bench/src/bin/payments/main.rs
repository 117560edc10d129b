//! Moving money besides how fast the ledger is: that each payment is made once and each planned one on its day, and what
//! the papers about them cost.

mod schedules;
mod statement;
mod together;

use bench::figure::say;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// A count as a figure.
fn counted(count: i64) -> f64 {
    f64::from(i32::try_from(count).unwrap_or(i32::MAX))
}

#[tokio::main]
async fn main() -> Outcome {
    say("many at once on one balance, and payments that are sent again");
    together::measure().await?;
    say("payments that are planned, under a clock that leaps");
    schedules::measure().await?;
    say("a statement of 20,000 lines, as ten years of a busy account have, taken as a file");
    statement::measure().await
}
