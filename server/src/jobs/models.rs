//! Answering people with the model that was promoted, also on another server, and with the one before it once it is taken
//! back.

use std::time::Duration;

use bank::{
    Bank, StorageError,
    models::{Stage, Trouble},
};
use tokio::{sync::watch, task::spawn_blocking};

use super::{Tools, every};
use crate::shelf::Shelf;

/// How soon a decision on one server holds on the others.
const PERIOD: Duration = Duration::from_secs(2);

pub(super) async fn run(tools: Tools, shelf: Shelf, stop: watch::Receiver<bool>) {
    every(PERIOD, stop, || async {
        if let Err(error) = follow(&tools.bank, &shelf).await {
            tracing::warn!(%error, "which model answers was not looked up; it is tried again");
        }
    })
    .await;
}

/// Takes the model that was promoted last, where this server answers with another. Where its file is not here, or is
/// another, the model there is goes on; or the release's own, where that was taken back.
///
/// # Errors
/// Where the database does not answer.
pub async fn follow(bank: &Bank, shelf: &Shelf) -> Result<(), StorageError> {
    let serving = &bank.assistant;
    let standing = bank.models.standing().await?;
    let wanted = standing.as_ref().map_or_else(|| serving.release().to_string(), |standing| standing.name.clone());
    if *serving.name() == *wanted && serving.trouble().is_none() {
        return Ok(());
    }
    let Some(standing) = standing.filter(|standing| standing.name != *serving.release()) else {
        serving.take_release();
        tracing::info!(model = wanted, "the release's own model answers");
        return Ok(());
    };
    let shelf = shelf.clone();
    let fetched = spawn_blocking(move || shelf.fetch(&standing)).await;
    match fetched.unwrap_or(Err(Trouble::Unusable)) {
        Ok((model, _)) => {
            serving.take(model);
            tracing::info!(model = wanted, "another model answers");
        }
        Err(trouble) => {
            let answers = serving.name();
            if *answers != *serving.release() && is_taken_back(bank, &answers).await? {
                // What it was taken back to is not here, and it answers nobody any more all the same.
                serving.take_release();
            }
            if serving.trouble() != Some(trouble) {
                let now = serving.name();
                tracing::error!(model = wanted, why = trouble.code(), "the promoted model is not used: {now} goes on");
            }
            serving.keep(trouble);
        }
    }
    Ok(())
}

/// Whether the model of that name has answered people and was taken back.
async fn is_taken_back(bank: &Bank, name: &str) -> Result<bool, StorageError> {
    let stages: Vec<Stage> =
        bank.models.all(u32::MAX).await?.into_iter().filter(|one| one.name() == name).map(|one| one.stage).collect();
    Ok(stages.contains(&Stage::RolledBack) && !stages.contains(&Stage::Promoted))
}
