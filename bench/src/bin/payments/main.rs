//! What moving money costs besides the ledger: the papers about it.

mod statement;

use bench::figure::say;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Outcome {
    say("a statement of 20,000 lines, as ten years of a busy account have, taken as a file");
    statement::measure().await
}
