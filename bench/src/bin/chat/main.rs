//! How soon a page hears that something was said in its conversation, with a thousand pages that listen; and whether
//! anything said is ever lost, told twice or told in another order: on one server, and where what is said comes in on
//! another server than the one that the page listens to.

mod house;
mod streams;
mod talk;

use bench::figure::{Figure, say};
use bench::stats::percentile_ms;

use house::House;
use talk::Heard;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// The longest that all but one of a hundred may wait, in milliseconds.
const SOON_MS: f64 = 100.0;

#[tokio::main]
async fn main() -> Outcome {
    say("a thousand pages that listen to one server, on SQLite");
    let house = House::on_one_server().await?;
    print("chat", talk::measure(&house).await?);
    drop(house);
    say("a thousand pages that listen to one server, and what is said comes in on another, on PostgreSQL");
    let house = House::on_two_servers().await?;
    print("chat.two_servers", talk::measure(&house).await?);
    Ok(())
}

fn print(name: &str, mut heard: Heard) {
    Figure::at_most(format!("{name}.delivery_p99_ms"), percentile_ms(&mut heard.times, 99), "ms", SOON_MS).print();
    Figure::aside(format!("{name}.delivery_p50_ms"), percentile_ms(&mut heard.times, 50), "ms").print();
    Figure::aside(format!("{name}.said"), f64::from(heard.said), "count").print();
    for (what, count) in [("lost", heard.lost), ("doubled", heard.doubled), ("out_of_order", heard.out_of_order)] {
        Figure::at_most(format!("{name}.{what}"), f64::from(count), "count", 0.0).print();
    }
}
