//! `banyan feedback`: what people have said was hard, for the people who build the pages.

use std::process::ExitCode;

use bank::{Calendar, feedback::Feedback};
use clap::Args;

use super::{open, say, unanswered, world};
use crate::config::Config;

/// How much of it.
#[derive(Debug, Args)]
pub struct Arguments {
    /// How many of the latest are shown
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    latest: u32,
}

/// Shows the latest of it, newest first.
pub async fn run(config: &Config, arguments: &Arguments) -> Result<ExitCode, String> {
    let (_, ids) = world(config);
    let calendar = Calendar::in_zone(&config.time_zone).map_err(|error| error.to_string())?;
    let ports = open(config, ids).await?.ports();
    let told = ports.feedback.latest(arguments.latest).await;
    ports.ledger.close().await;
    let told = told.map_err(|error| unanswered(&error))?;
    if told.is_empty() {
        say("Nobody has said that anything was hard.");
    }
    for one in &told {
        say(&written(one, &calendar));
    }
    Ok(ExitCode::SUCCESS)
}

fn written(told: &Feedback, calendar: &Calendar) -> String {
    let given = |text: &str| if text.is_empty() { "not said".to_owned() } else { text.to_owned() };
    format!(
        "{}  {}  {}\n  where:  {}\n  answer: {}\n  {}\n",
        told.id,
        calendar.day(told.told_at),
        told.language.code(),
        given(&told.place),
        given(&told.reach),
        told.hard.replace('\n', "\n  "),
    )
}
