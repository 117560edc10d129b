//! Layouts and experiments: against GrowthBook's published vectors and gbstats' figures, by simulation, by the clock and
//! by the processor; how soon a designer sees what was saved; and bad variants, as far as they come.
//!
//! The vectors are GrowthBook's `packages/sdk-js/test/cases.json`, specification 0.8.0. They are no part of this
//! project: the first argument, or `BANYAN_GROWTHBOOK_CASES`, says where they are.

mod adapt;
mod chance;
#[path = "../../../../crates/experiments/tests/oracle/compare.rs"]
mod compare;
mod cost;
mod launching;
mod page;
mod pixels;
mod vectors;

use std::{env, fs};

use bench::figure::{Figure, say};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Outcome {
    match env::args_os().nth(1).or_else(|| env::var_os("BANYAN_GROWTHBOOK_CASES")) {
        Some(path) => {
            let text = fs::read_to_string(&path)
                .map_err(|error| format!("The vectors in {} cannot be read: {error}.", path.display()))?;
            vectors::measure(&serde_json::from_str(&text)?)?;
        }
        None => say(
            "the vectors are passed over: put GrowthBook's packages/sdk-js/test/cases.json anywhere and its path into BANYAN_GROWTHBOOK_CASES",
        ),
    }
    let pairs = compare::pairs();
    let worst = pairs.iter().max_by(|one, other| one.error().total_cmp(&other.error())).ok_or("nothing is compared")?;
    say(&format!("of {} statistics the furthest off is {}", pairs.len(), worst.name));
    Figure::at_most("experiments.stats_max_error", worst.error(), "relative", 1e-6).print();
    chance::measure();
    cost::measure()?;
    say("bad variants, on their way to customers");
    launching::measure().await?;
    say("the account page, with an experiment on it in turn with none");
    page::measure().await?;
    say("design mode: a file is saved, and seen in a browser");
    pixels::measure()
}
