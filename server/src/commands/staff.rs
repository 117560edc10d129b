//! `banyan create-staff`.

use std::process::ExitCode;

use bank::staff::{self, Role, StaffMember};
use clap::Args;

use super::{chain, open, say, world};
use crate::config::Config;

/// Who is added.
#[derive(Debug, Args)]
pub struct Arguments {
    /// What they will sign in with: 2 to 32 letters a to z, digits, dots and hyphens
    #[arg(long)]
    username: String,
    /// Their name
    #[arg(long)]
    name: String,
    /// What they may do: agent, payments-officer, designer, auditor or administrator
    #[arg(long, value_parser = role)]
    role: Role,
}

fn role(code: &str) -> Result<Role, String> {
    Role::from_code(code).ok_or_else(|| {
        let known: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
        format!("the roles are {}", known.join(", "))
    })
}

/// Adds somebody of the bank.
pub async fn run(config: &Config, arguments: Arguments) -> Result<ExitCode, String> {
    let (world, ids) = world(config);
    let store = open(config, ids.clone()).await?;
    let Arguments { username, name, role } = arguments;
    let member = StaffMember { id: ids.next(), username, name, role, created_at: world.clock.now() };
    let done = format!("{} can be {} from now on.", member.username, role.code());
    let ports = store.ports();
    let added = staff::add(ports.staff.as_ref(), ports.audit.as_ref(), member).await;
    ports.ledger.close().await;
    added.map_err(|error| format!("Nobody was added: {}.", chain(&error)))?;
    say(&done);
    Ok(ExitCode::SUCCESS)
}
