//! What the account page costs: beside the same page by axum, maud and rusqlite, by the size of the account, at half
//! of the load that is too much, and over a hundred thousand views.

mod cost;
mod growth;
mod house;
mod patience;

use bench::figure::say;

use house::House;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Outcome {
    say("filling a database: 2,000 accounts of 200 transactions, 10 of 100 and 10 of 100,000");
    let house = House::build().await?;
    say("the account page, ours in turn with maud's, on kept connections without compression");
    cost::measure(&house).await?;
    say("the first page of 100,000 transactions against one of 100");
    growth::measure(&house).await?;
    say("half of the load that is too much; then 100,000 views");
    patience::measure(&house).await
}
