//! Whether the door holds, as far as it takes a clock: whether a name can be told from the time an answer takes,
//! whether honest people are served while a thousand slow ones hold the line, what an observatory thinks of the headers,
//! and what a scanner finds. What is counted and not timed, the tests of the server count.

mod enumeration;
mod house;
mod observatory;
mod slow;
mod wapiti;

use bench::figure::say;

use house::House;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Outcome {
    let house = House::build().await?;
    say("signing in under names that are somebody's and names that are nobody's, in turn");
    enumeration::measure(&house)?;
    say("a thousand slow connections, and one honest visitor");
    slow::measure(&house)?;
    say("the headers, behind a proxy that speaks TLS");
    observatory::measure(&house)?;
    say("a scanner that tries what has worked elsewhere, signed in");
    wapiti::measure(house.folder()).await
}
