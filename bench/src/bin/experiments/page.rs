//! What it adds to a page that an experiment runs on it: the same page, with somebody found in the comparison each time.

use std::fs;

use bank::experiments::{Improve, LIST};
use bench::{
    figure::{Figure, say},
    folder::Folder,
    histories::{self, Histories, OWNERS},
    http,
    load::cpu_of_a_page,
    people::{self, People},
    site,
    stats::median,
};
use store::Store;

use crate::Outcome;

/// How many turns each side has.
const TURNS: usize = 15;
/// How many pages a turn has.
const PAGES: usize = 6_000;
/// The accounts that are asked for again and again.
const ACCOUNTS: Histories = Histories { first: 0, count: 100, lines: 200 };
/// An experiment for other people, and one in which everybody is shown the page as it is.
const PLAN: &str = r#"{"account": {"rules": [
    {"experiment": {"key": "other", "condition": {"mode": "large", "language": "zh"},
        "variations": [{"key": "control"}, {"key": "dense"}]}},
    {"experiment": {"key": "same", "variations": [
        {"key": "control", "weight_bp": 10000}, {"key": "dense", "weight_bp": 0}]}}
]}}"#;

/// Measures both sides in turn and prints the figure.
pub async fn measure() -> Outcome {
    let folder = Folder::new("experiments")?;
    let (database, ids) = (folder.join("bank.db"), people::ids());
    let url = format!("sqlite:{}", database.display());
    histories::fill(&url, &ids, &[ACCOUNTS]).await?;
    let ports = Store::open(&url, people::options(&ids)).await?.ports();
    for nth in 0..OWNERS {
        ports.experiments.set_improve(People::customer(nth), Improve::On, LIST).await?;
    }
    let file = folder.join("experiments.json");
    fs::write(&file, PLAN)?;
    let file = file.display().to_string();
    let key = ("BANYAN_EXPERIMENTS_KEY", "a key for a measurement, and no secret");
    let plain = site::serve(&database)?;
    let trying = site::serve_with(&database, &[("BANYAN_EXPERIMENTS", &file), key])?;
    let request = |(owner, account)| http::get(&format!("/accounts/{account}"), &site::cookie(owner), "");
    let requests: Vec<_> = ACCOUNTS.accounts().map(request).collect();
    let mut pieces = Vec::new();
    for nth in 0..=TURNS {
        for nth in 0..OWNERS {
            site::sign_in(ports.sessions.as_ref(), People::customer(nth)).await?;
        }
        // Whoever is first in one turn is second in the next.
        let sides = if nth % 2 == 0 { [&plain, &trying] } else { [&trying, &plain] };
        let [first, second] = sides.map(|side| cpu_of_a_page(side, &requests, PAGES));
        let (before, with) = if nth % 2 == 0 { (first?, second?) } else { (second?, first?) };
        // The first turn warms both up.
        if nth > 0 {
            pieces.push(100.0 * (with - before) / before);
        }
    }
    let added = median(&pieces);
    say(&format!("an experiment that runs on the account page adds {added:.2} % of processor"));
    Figure::at_most("experiments.evaluate_cpu_pct", added, "%", 1.0).print();
    Ok(())
}
