//! `banyan create-staff` and `banyan staff`: the bank's own people.

use std::process::ExitCode;

use app::addresses::enrol_address;
use bank::staff::{self, Role, StaffMember, StaffStatus};
use clap::{Args, Subcommand};
use store::Ports;

use super::{chain, open, say, unanswered, world};
use crate::{config::Config, state::World};

/// Who is added.
#[derive(Debug, Args)]
pub struct NewMember {
    /// What you call them by: 2 to 32 letters a to z, digits, dots and hyphens
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

/// What is done about somebody.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Show everybody
    List,
    /// Show a new link for somebody who has lost their key; the old one opens nothing any more
    Link {
        /// Whom
        username: String,
    },
    /// Let somebody work no more, from their next request on
    Suspend {
        /// Whom
        username: String,
    },
    /// Let somebody work again
    Reinstate {
        /// Whom
        username: String,
    },
}

/// Adds somebody of the bank, and shows the link by which they make their passkey.
pub async fn create(config: &Config, new: NewMember) -> Result<ExitCode, String> {
    let (world, ids) = world(config);
    let ports = open(config, ids.clone()).await?.ports();
    let NewMember { username, name, role } = new;
    let id = model::StaffId::new(ids.next());
    let created_at = world.clock.now();
    let member = StaffMember { id, username, name, role, status: StaffStatus::Active, created_at };
    let done = format!("{} can be {} from now on.", member.username, role.code());
    let link = match staff::add(ports.staff.as_ref(), ports.audit.as_ref(), member).await {
        Ok(()) => link(config, &ports, &world, id).await,
        Err(error) => Err(format!("Nobody was added: {}.", chain(&error))),
    };
    ports.ledger.close().await;
    let link = link?;
    say(&done);
    say(&handed_over(&link));
    Ok(ExitCode::SUCCESS)
}

/// Does what is asked about somebody.
pub async fn run(config: &Config, arguments: &Arguments) -> Result<ExitCode, String> {
    let (world, ids) = world(config);
    let ports = open(config, ids).await?.ports();
    let done = obey(config, &ports, &world, &arguments.what).await;
    ports.ledger.close().await;
    say(&done?);
    Ok(ExitCode::SUCCESS)
}

async fn obey(config: &Config, ports: &Ports, world: &World, what: &What) -> Result<String, String> {
    let (staff, audit, now) = (ports.staff.as_ref(), ports.audit.as_ref(), world.clock.now());
    match what {
        What::List => {
            let all = staff.all().await.map_err(|error| unanswered(&error))?;
            let line = |one: &StaffMember| {
                format!("{:<16} {:<18} {:<10} {}", one.username, one.role.code(), one.status.code(), one.name)
            };
            Ok(if all.is_empty() { "There is nobody yet.".to_owned() } else { lines(all.iter().map(line)) })
        }
        What::Link { username } => {
            let member = find(ports, username).await?;
            if member.status == StaffStatus::Suspended {
                return Err(format!("{username} is suspended: `banyan staff reinstate {username}` comes first."));
            }
            let link = link(config, ports, world, member.id).await?;
            Ok(format!("What {username} signed in with until now opens nothing any more.\n{}", handed_over(&link)))
        }
        What::Suspend { username } => {
            let member = find(ports, username).await?;
            staff::set_status(staff, audit, &member, StaffStatus::Suspended, now)
                .await
                .map_err(|error| unanswered(&error))?;
            Ok(format!("{username} may work no more."))
        }
        What::Reinstate { username } => {
            let member = find(ports, username).await?;
            staff::set_status(staff, audit, &member, StaffStatus::Active, now)
                .await
                .map_err(|error| unanswered(&error))?;
            Ok(format!("{username} may work again, with the key they had."))
        }
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

async fn find(ports: &Ports, username: &str) -> Result<StaffMember, String> {
    let found = ports.staff.by_username(username).await.map_err(|error| unanswered(&error))?;
    found.ok_or_else(|| format!("Nobody of the bank is called {username}: `banyan staff list` shows everybody."))
}

/// A new link for somebody, as it is opened in a browser.
pub(super) async fn link(
    config: &Config,
    ports: &Ports,
    world: &World,
    member: model::StaffId,
) -> Result<String, String> {
    let (staff, audit, rng) = (ports.staff.as_ref(), ports.audit.as_ref(), world.rng.as_ref());
    let secret = staff::link(staff, audit, rng, member, world.clock.now()).await;
    let secret = secret.map_err(|error| unanswered(&error))?;
    Ok(format!("{}{}", config.public_url.origin, enrol_address(&secret)))
}

fn handed_over(link: &str) -> String {
    format!("Hand them this link, in person. It is good once, for 24 hours:\n  {link}")
}
