//! Keeping what was shown and counted of pages that are tried out, and stopping what does harm.

use std::time::Duration;

use app::layouts::Running;
use bank::{
    Bank, Error, StorageError,
    experiments::{self, Journey, Page, Stop},
};
use tokio::{sync::watch, time::sleep};

use super::{Tools, every};

/// How long what happened waits: soon, so that little is lost where the server ends without a word.
const PERIOD: Duration = Duration::from_secs(1);
/// How often what was stopped elsewhere is asked for, in periods.
const STOPS_EVERY: u32 = 10;
/// How often the guardrails are asked, and what is old is forgotten, in periods.
const LOOKS_EVERY: u32 = 600;
/// How many rows of each kind are forgotten in one go.
const AT_ONCE: u32 = 500;
/// How long whoever else writes has the writer to themselves in between.
const PAUSE: Duration = Duration::from_millis(20);
const DAY_S: i64 = 86_400;

pub(super) async fn run(tools: Tools, stop: watch::Receiver<bool>) {
    let mut round: u32 = 0;
    every(PERIOD, stop.clone(), || {
        let now = round;
        round = round.wrapping_add(1);
        let (tools, stop) = (&tools, &stop);
        async move {
            tools.running.memory().keep(&tools.bank).await;
            if now.is_multiple_of(STOPS_EVERY) {
                tried_again("what was stopped", stopped(&tools.bank, &tools.running).await);
            }
            if now.is_multiple_of(LOOKS_EVERY) {
                tried_again("the guardrails", guard(&tools.bank, &tools.running).await.map(drop));
                tried_again("what is old", sweep(&tools.bank, stop).await);
            }
        }
    })
    .await;
    // What came in while the last requests were answered.
    tools.running.memory().keep(&tools.bank).await;
}

fn tried_again<E: std::error::Error>(what: &str, outcome: Result<(), E>) {
    if let Err(error) = outcome {
        tracing::warn!(%error, "{what} was not looked at; it is tried again");
    }
}

/// Stops here what was stopped on another server, or before this one began.
async fn stopped(bank: &Bank, running: &Running) -> Result<(), StorageError> {
    let stops = bank.experiments.stops().await?;
    running.stop(stops.into_iter().map(|stop| (stop.experiment, stop.bucket_version)));
    Ok(())
}

/// Stops what does harm: to everybody, or to those who read in large text. Gives how many were stopped.
///
/// # Errors
/// Where the database does not answer.
pub async fn guard(bank: &Bank, running: &Running) -> Result<usize, Error> {
    let (snapshot, mut count) = (running.snapshot(), 0);
    let of = |page: &Page| snapshot.experiments(*page).map(|one| (Journey::of(*page), one)).collect::<Vec<_>>();
    let compared: Vec<_> = Page::ALL.iter().flat_map(of).filter(|(_, one)| one.active).collect();
    for (journey, experiment) in compared {
        let Some((variation, measure)) = experiments::harm(bank, experiment, journey).await? else { continue };
        tracing::warn!(experiment = experiment.key, variation, ?measure, "an experiment does harm and is stopped");
        let stop = Stop {
            experiment: experiment.key.clone(),
            bucket_version: experiment.bucket_version,
            variation,
            measure,
            stopped_at: bank.clock.now(),
        };
        bank.experiments.stop(&stop).await?;
        running.stop([(stop.experiment, stop.bucket_version)]);
        count += 1;
    }
    Ok(count)
}

async fn sweep(bank: &Bank, stop: &watch::Receiver<bool>) -> Result<(), StorageError> {
    let before = bank.clock.now().plus_seconds(-bank.policy.experiment_days * DAY_S);
    while !*stop.borrow() && bank.experiments.sweep(before, AT_ONCE).await? {
        sleep(PAUSE).await;
    }
    Ok(())
}
