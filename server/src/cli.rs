//! What can be typed after `banyan`.

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::{commands, config::Config, telemetry};

/// The bank as one program.
#[derive(Debug, Parser)]
#[command(name = "banyan", version, about, max_term_width = 100)]
pub struct Cli {
    /// The file with the settings [default: banyan.toml, where there is one]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the bank until SIGTERM or Ctrl-C
    Serve,
    /// Bring the tables of the database up to date
    Migrate,
    /// Fill an empty database with demonstration people, or show their codes
    Demo(commands::demo::Arguments),
    /// Prove that the ledger is as it must be; what is not is named
    Verify,
    /// Look after the audit chain
    Audit(commands::audit::Arguments),
    /// Add somebody of the bank, and show the link by which they make their passkey
    CreateStaff(commands::staff::NewMember),
    /// Look after the accounts of the bank's own people
    Staff(commands::staff::Arguments),
    /// Show what people have said was hard
    Feedback(commands::feedback::Arguments),
    /// Show what the assistant did not understand and two have agreed on, as CSV to train with
    Misses,
    /// List the calls that people asked for, or take one off the list
    CallBacks(commands::call_backs::Arguments),
    /// Check layouts before anybody is shown one
    Layouts(commands::layouts::Arguments),
    /// Train the model that understands what people say, measure it, or offer it to the bank
    Assistant(commands::assistant::Arguments),
    /// Play the other banks, to try payments with: not for real money
    Simulator(commands::simulator::Arguments),
    /// Measure this machine
    Bench(commands::bench::Arguments),
    /// Show the policy of the bank as a file that can be edited
    Policy,
    /// Show what currencies are worth and what exchanging them costs, as a file that can be edited
    Rates,
    /// Show every setting as a table
    Settings,
    /// Show every page and every action
    Routes(commands::routes::Arguments),
}

/// Runs the command; whatever goes wrong is said in a sentence on standard error.
#[must_use]
pub fn run() -> ExitCode {
    match obey(Cli::parse()) {
        Ok(code) => code,
        Err(sentence) => {
            commands::complain(&sentence);
            ExitCode::FAILURE
        }
    }
}

fn obey(cli: Cli) -> Result<ExitCode, String> {
    // What the program knows of itself needs no settings, and nothing running.
    match &cli.command {
        Command::Settings => {
            commands::say(&crate::config::table());
            return Ok(ExitCode::SUCCESS);
        }
        Command::Routes(arguments) => return Ok(commands::routes::run(arguments)),
        Command::Layouts(arguments) => return Ok(commands::layouts::run(arguments)),
        Command::Assistant(arguments) if !arguments.asks_bank() => return commands::assistant::run(arguments),
        _ => {}
    }
    let config = Config::load(cli.config.as_deref(), std::env::vars()).map_err(|mistakes| mistakes.to_string())?;
    telemetry::start_logs(&config);
    telemetry::log_panics();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("The system gives no threads: {error}."))?;
    runtime.block_on(async {
        match cli.command {
            Command::Serve => commands::serve::run(&config).await,
            Command::Migrate => commands::migrate::run(&config).await,
            Command::Demo(arguments) => commands::demo::run(&config, &arguments).await,
            Command::Verify => commands::verify::run(&config).await,
            Command::Audit(arguments) => commands::audit::run(&config, &arguments).await,
            Command::CreateStaff(new) => commands::staff::create(&config, new).await,
            Command::Staff(arguments) => commands::staff::run(&config, &arguments).await,
            Command::Feedback(arguments) => commands::feedback::run(&config, &arguments).await,
            Command::Misses => commands::misses::run(&config).await,
            Command::CallBacks(arguments) => commands::call_backs::run(&config, arguments).await,
            Command::Simulator(arguments) => commands::simulator::run(&arguments).await,
            Command::Bench(arguments) => commands::bench::run(&arguments).await,
            Command::Assistant(arguments) => commands::assistant::ask(&config, &arguments).await,
            Command::Policy => Ok(commands::policy::run(&config)),
            Command::Rates => Ok(commands::rates::run(&config)),
            Command::Settings | Command::Routes(_) | Command::Layouts(_) => Ok(ExitCode::SUCCESS),
        }
    })
}
