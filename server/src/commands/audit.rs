//! `banyan audit`: the chain of what everybody did.

use std::process::ExitCode;

use bank::ledger::Breach;
use clap::{Args, Subcommand};

use super::{chain, open, say, world};
use crate::config::Config;

/// What is done with it.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Prove that no row was changed, put in or taken out since it was sealed
    Verify,
}

/// Proves the chain.
pub async fn run(config: &Config, arguments: &Arguments) -> Result<ExitCode, String> {
    match arguments.what {
        What::Verify => verify(config).await,
    }
}

async fn verify(config: &Config) -> Result<ExitCode, String> {
    let (_, ids) = world(config);
    let ports = open(config, ids).await?.ports();
    let followed = ports.audit.verify().await;
    ports.ledger.close().await;
    let followed = followed.map_err(|error| format!("The audit chain could not be read: {}.", chain(&error)))?;
    say(&format!("{} sealed rows", followed.sealed));
    match followed.broken_at {
        None => {
            say("The chain is whole.");
            Ok(ExitCode::SUCCESS)
        }
        Some(seq) => Err(format!("The chain is broken:\n  {}", Breach::AuditChain { seq })),
    }
}
