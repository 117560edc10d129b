//! `banyan demo`: fills an empty bank with people whose lives are made up, and shows their one-time codes and what
//! they were sent.

mod business;
mod found;
mod looking;
mod lost;
mod missed;
mod talked;
mod trials;
mod waiting;

use std::{
    io::IsTerminal,
    process::ExitCode,
    time::{Duration, Instant},
};

use auth::totp;
use bank::{
    Calendar, IdMint, StorageError,
    staff::{self, StaffError, StaffMember, StaffStatus},
};
use clap::{Args, Subcommand};
use demo::{DemoPerson, DemoStaff, Plan, Progress, Scale};
use model::StaffId;
use store::Ports;
use tokio::time::sleep;

use super::{chain, is_demonstration, open, say, unanswered, world};
use crate::{config::Config, state::World};

/// What is made up.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    also: Option<Also>,
    /// How many more customers there are, for benchmarks: 2 to 100,000
    #[arg(long, value_name = "CUSTOMERS", value_parser = clap::value_parser!(u32).range(2..=i64::from(demo::MOST_CUSTOMERS)))]
    scale: Option<u32>,
    /// How many postings those have together, up to 50,000,000 [default: 500 for each]
    #[arg(long, requires = "scale", value_parser = clap::value_parser!(u64).range(2..=demo::MOST_POSTINGS))]
    postings: Option<u64>,
    /// Which lives: the same number gives the same
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[derive(Debug, Subcommand)]
enum Also {
    /// Show everybody's current one-time code: on a terminal anew every second until Ctrl-C, elsewhere once
    Codes {
        /// Show them once
        #[arg(long)]
        once: bool,
        /// Show what the codes are made from, as JSON, for a program that makes its own
        #[arg(long, conflicts_with = "once")]
        json: bool,
    },
    /// Show the mails and text messages that people were sent, the latest first
    Outbox,
    /// Have somebody lose what they sign in with, a day ago, so that their way back in stands open now
    Lost {
        /// Who: a user name
        who: String,
        /// What
        #[arg(default_value = "app", value_parser = ["password", "app", "both"])]
        what: String,
    },
    /// Show a link for each of the bank's own people who has no passkey yet; an earlier link is no longer good
    Staff,
}

/// How many messages are shown.
const SHOWN: u32 = 50;

/// Fills the bank, or shows the codes.
pub async fn run(config: &Config, arguments: &Arguments) -> Result<ExitCode, String> {
    if config.production {
        return Err("production is true: a real bank has no demonstration people.".to_owned());
    }
    match &arguments.also {
        Some(Also::Codes { json: true, .. }) => {
            say(&secrets());
            Ok(ExitCode::SUCCESS)
        }
        Some(Also::Codes { once, .. }) => {
            show_codes(config, *once).await;
            Ok(ExitCode::SUCCESS)
        }
        Some(also @ (Also::Outbox | Also::Lost { .. } | Also::Staff)) => {
            only_in_demonstration(config).await?;
            match also {
                Also::Lost { who, what } => lost::run(config, who, what).await,
                Also::Staff => show_staff(config).await,
                _ => show_outbox(config).await,
            }
        }
        None => fill(config, arguments).await,
    }
}

/// What opens doors, or shows what people were sent, is for made-up people only, whatever the settings say.
async fn only_in_demonstration(config: &Config) -> Result<(), String> {
    let (_, ids) = world(config);
    let ports = open(config, ids).await?.ports();
    let made_up = is_demonstration(ports.credentials.as_ref()).await;
    ports.ledger.close().await;
    if made_up? {
        return Ok(());
    }
    Err("The demonstration people are not in this database: `banyan demo` fills an empty one.".to_owned())
}

async fn fill(config: &Config, arguments: &Arguments) -> Result<ExitCode, String> {
    let (world, ids) = world(config);
    let store = open(config, ids.clone()).await?;
    let there = match demo::people().first() {
        Some(person) => store.ports().credentials.by_username(person.username).await,
        None => Ok(None),
    };
    if there.map_err(|error| unanswered(&error))?.is_some() {
        return Err("The demonstration people are here already. Use a new database for others.".to_owned());
    }
    let calendar = Calendar::in_zone(&config.time_zone).map_err(|error| error.to_string())?;
    let postings = |customers: u32| arguments.postings.unwrap_or(u64::from(customers) * 500).min(demo::MOST_POSTINGS);
    let plan = Plan {
        seed: arguments.seed,
        today: calendar.day(world.clock.now()),
        calendar,
        scale: arguments.scale.map(|customers| Scale { customers, postings: postings(customers) }),
    };
    let mut teller = Teller::new();
    let seeded = demo::seed(&store, &plan, &mut |progress| teller.tell(progress)).await;
    let staff = engaged(&store.ports(), &world, &ids).await;
    let besides = if seeded.is_ok() { besides(&store.ports(), &world, &ids, &plan).await } else { Ok(()) };
    store.ports().ledger.close().await;
    let done = seeded.map_err(|error| {
        format!("The bank was not filled to its end; make a new database and fill that: {}.", chain(&error))
    })?;
    say(&format!("{} postings are here. These people can sign in:", grouped(done.postings)));
    say(&people());
    staff?;
    besides.map_err(|error| unanswered(&error))?;
    say("The bank's own people come in by a link: `banyan demo staff` makes one for each.");
    Ok(ExitCode::SUCCESS)
}

/// What there is besides people and their money.
async fn besides(ports: &Ports, world: &World, ids: &IdMint, plan: &Plan) -> Result<(), StorageError> {
    waiting::fill(ports, world, ids, &plan.calendar).await?;
    looking::fill(ports, world, ids, &plan.calendar).await?;
    business::fill(ports, world, ids).await?;
    found::fill(ports, world).await?;
    missed::fill(ports, ids).await?;
    talked::fill(ports, world, ids, "priya").await?;
    trials::fill(ports, world, ids, plan.seed).await
}

async fn show_staff(config: &Config) -> Result<ExitCode, String> {
    let (world, ids) = world(config);
    let ports = open(config, ids.clone()).await?.ports();
    let staff = links(config, &ports, &world, &ids).await;
    ports.ledger.close().await;
    say(&staff?);
    Ok(ExitCode::SUCCESS)
}

/// The bank's own people. Whoever is not there yet is added.
async fn engaged(ports: &Ports, world: &World, ids: &IdMint) -> Result<Vec<StaffMember>, String> {
    let mut members = Vec::new();
    for DemoStaff { username, name, role } in demo::STAFF {
        let known = ports.staff.by_username(username).await.map_err(|error| unanswered(&error))?;
        let id = known.map_or_else(|| StaffId::new(ids.next()), |member| member.id);
        let (username, name, created_at) = (username.to_owned(), name.to_owned(), world.clock.now());
        let member = StaffMember { id, username, name, role, status: StaffStatus::Active, created_at };
        match staff::add(ports.staff.as_ref(), ports.audit.as_ref(), member.clone()).await {
            Ok(()) | Err(StaffError::Taken) => members.push(member),
            Err(error) => return Err(format!("Nobody was added: {}.", chain(&error))),
        }
    }
    Ok(members)
}

/// A link for each of them who has no passkey yet.
async fn links(config: &Config, ports: &Ports, world: &World, ids: &IdMint) -> Result<String, String> {
    let mut lines = Vec::new();
    for StaffMember { id, username, name, role, .. } in engaged(ports, world, ids).await? {
        if ports.staff_passkeys.of(id).await.map_err(|error| unanswered(&error))?.is_empty() {
            let link = super::staff::link(config, ports, world, id).await?;
            lines.push(format!("  {username:<8} {name} ({})\n    {link}", role.code()));
        }
    }
    if lines.is_empty() {
        return Ok("Everybody of the bank has a passkey: `banyan staff link USER` makes a new link.".to_owned());
    }
    let lines = lines.join("\n");
    Ok(format!("The bank's own people, each with a link to make a passkey by. It is good once, for 24 hours:\n{lines}"))
}

/// Says how far it is, once a second at most.
struct Teller {
    said: Instant,
}

impl Teller {
    fn new() -> Self {
        Self { said: Instant::now() }
    }

    fn tell(&mut self, progress: Progress) {
        if self.said.elapsed() >= Duration::from_secs(1) {
            self.said = Instant::now();
            say(&format!("  {} of {} postings", grouped(progress.postings), grouped(progress.of)));
        }
    }
}

/// A whole number with a comma after each thousand.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap_or("")).collect();
    groups.join(",")
}

fn people() -> String {
    let row = |person: &DemoPerson| {
        format!("  {:<8} {:<26} {}, {}", person.username, person.password, person.name, person.about)
    };
    demo::people().iter().map(row).collect::<Vec<_>>().join("\n")
}

async fn show_outbox(config: &Config) -> Result<ExitCode, String> {
    let (_, ids) = world(config);
    let calendar = Calendar::in_zone(&config.time_zone).map_err(|error| error.to_string())?;
    let ports = open(config, ids).await?.ports();
    let sent = ports.security.sent(SHOWN).await;
    ports.ledger.close().await;
    let sent = sent.map_err(|error| unanswered(&error))?;
    if sent.is_empty() {
        say("Nobody was sent anything yet.");
    }
    for one in sent {
        let (at, notice) = (calendar.local(one.notice.at), &one.notice);
        let text = app::notices::text(&one, &calendar);
        say(&format!("{}  {} to {}\n    {text}", at.strftime("%Y-%m-%d %H:%M"), notice.channel.code(), notice.address));
    }
    Ok(ExitCode::SUCCESS)
}

async fn show_codes(config: &Config, once: bool) {
    let (world, ids) = world(config);
    let terminal = std::io::stdout().is_terminal();
    // Somebody may have changed their app. Where there is no bank yet, everybody has the app they begin with.
    let ports = open(config, ids).await.ok().map(|store| store.ports());
    loop {
        let codes = codes(&with_their_apps(ports.as_ref()).await, world.clock.now());
        if once || !terminal {
            say(&codes);
            return;
        }
        // Each showing takes the place of the one before it.
        say(&format!("\u{1b}[2J\u{1b}[H{codes}"));
        tokio::select! {
            () = sleep(Duration::from_secs(1)) => {}
            _ = tokio::signal::ctrl_c() => return,
        }
    }
}

/// The people, each with the secret of the authenticator app they have now.
async fn with_their_apps(ports: Option<&Ports>) -> Vec<DemoPerson> {
    let mut people = demo::people();
    let Some(ports) = ports else { return people };
    for person in &mut people {
        if let Ok(Some(known)) = ports.credentials.by_username(person.username).await {
            person.totp_secret = known.totp_secret;
        }
    }
    people
}

fn codes(people: &[DemoPerson], now: model::Timestamp) -> String {
    let mut seconds = 0;
    let rows: Vec<String> = people
        .iter()
        .map(|person| {
            let (code, left) = totp::current(&person.totp_secret, now);
            seconds = left;
            let secret = totp::base32(&person.totp_secret);
            format!("{:<8} {:<26} {} {}   {secret}", person.username, person.password, &code[..3], &code[3..])
        })
        .collect();
    let rows = rows.join("\n");
    format!(
        "User     Password                   Code      Secret for an authenticator app\n{rows}\n\nGood for {seconds} s more."
    )
}

fn secrets() -> String {
    let person = |person: &DemoPerson| {
        serde_json::json!({
            "username": person.username,
            "password": person.password,
            "name": person.name,
            "secret": totp::base32(&person.totp_secret),
        })
    };
    serde_json::Value::Array(demo::people().iter().map(person).collect()).to_string()
}
