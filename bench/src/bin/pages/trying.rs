//! What it adds to a page that an experiment runs on it: the same page, with somebody found in the comparison each time.

use std::fs;

use bench::figure::{Figure, say};
use bench::stats::median;

use crate::Outcome;
use crate::cost::turn;
use crate::house::{House, MANY, request};

/// How many turns each side has.
const TURNS: usize = 9;
/// How many accounts are asked for again and again.
const FEW: usize = 100;
/// An experiment for other people, and one in which everybody is shown the page as it is.
const PLAN: &str = r#"{"account": {"rules": [
    {"experiment": {"key": "other", "condition": {"mode": "large", "language": "zh"},
        "variations": [{"key": "control"}, {"key": "dense"}]}},
    {"experiment": {"key": "same", "variations": [
        {"key": "control", "weight_bp": 10000}, {"key": "dense", "weight_bp": 0}]}}
]}}"#;

/// Measures both sides in turn and prints the figure.
pub async fn measure(house: &House) -> Outcome {
    let file = house.file("experiments.json");
    fs::write(&file, PLAN)?;
    let file = file.display().to_string();
    let key = ("BANYAN_EXPERIMENTS_KEY", "a key for a measurement, and no secret");
    house.help().await?;
    let (plain, trying) = (house.ours()?, house.ours_with(&[("BANYAN_EXPERIMENTS", &file), key])?);
    let requests: Vec<_> = MANY.accounts().take(FEW).map(request).collect();
    let mut parts = Vec::new();
    for nth in 0..=TURNS {
        house.sign_in().await?;
        let (before, with) = (turn(&plain, &requests)?, turn(&trying, &requests)?);
        // The first turn warms both up.
        if nth > 0 {
            parts.push(100.0 * (with - before) / before);
        }
    }
    let added = median(&parts);
    say(&format!("an experiment that runs on the account page adds {added:.2} % of processor"));
    Figure::at_most("experiments.page_cpu_pct", added, "%", 1.0).print();
    Ok(())
}
