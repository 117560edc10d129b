//! `banyan migrate`.

use std::process::ExitCode;

use store::Store;

use super::{chain, say};
use crate::{config::Config, state};

/// Brings the tables up to date.
pub async fn run(config: &Config) -> Result<ExitCode, String> {
    state::make_folder(config.database.expose())
        .map_err(|error| format!("The folder of the database cannot be made: {error}."))?;
    Store::migrate(config.database.expose())
        .await
        .map_err(|error| format!("The tables are as before: {}.", chain(&error)))?;
    say("The tables are up to date.");
    Ok(ExitCode::SUCCESS)
}
