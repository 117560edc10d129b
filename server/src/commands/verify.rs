//! `banyan verify`.

use std::process::ExitCode;

use super::{chain, open, say, world};
use crate::config::Config;

/// Looks over the whole ledger.
pub async fn run(config: &Config) -> Result<ExitCode, String> {
    let (_, ids) = world(config);
    let store = open(config, ids).await?;
    let report = store.ports().upkeep.verify().await;
    store.ports().ledger.close().await;
    let report = report.map_err(|error| format!("The ledger could not be looked over: {}.", chain(&error)))?;
    say(&format!(
        "{} accounts, {} transfers, {} postings, {} sealed rows of the audit chain",
        report.accounts, report.transfers, report.postings, report.sealed
    ));
    if report.aside > 0 {
        say(&format!("{} messages of other banks were kept aside: look into them (interbank_aside)", report.aside));
    }
    for breach in &report.breaches {
        say(&format!("BROKEN  {breach}"));
    }
    if report.holds() {
        say("Every invariant holds.");
        Ok(ExitCode::SUCCESS)
    } else {
        Err(format!("{} invariants do not hold.", report.breaches.len()))
    }
}
