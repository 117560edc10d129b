//! `banyan call-backs`.

use std::process::ExitCode;

use bank::help::{self, CallBack};
use clap::Args;
use model::{CallBackId, forms::Whereabouts};

use super::{chain, open, say, world};
use crate::config::Config;

/// What is done with them.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The reference of a call that was made: it is taken off the list
    #[arg(long, value_name = "REFERENCE", value_parser = reference)]
    done: Option<CallBackId>,
}

/// A reference as it is listed, or as it is read out: in groups, in capitals.
fn reference(typed: &str) -> Result<CallBackId, String> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    plain.parse().map_err(|_| "a reference is 13 letters and digits".to_owned())
}

/// Lists the calls that wait, the soonest first, or takes one off the list.
pub async fn run(config: &Config, arguments: Arguments) -> Result<ExitCode, String> {
    let (world, ids) = world(config);
    let store = open(config, ids).await?;
    let ports = store.ports();
    let said = match arguments.done {
        None => help::waiting(ports.call_backs.as_ref()).await.map(|calls| listed(&calls)),
        Some(id) => {
            help::finish(ports.call_backs.as_ref(), ports.audit.as_ref(), id, world.clock.now()).await.map(|done| {
                if done { format!("{id} is done.") } else { format!("No call with the reference {id} waits.") }
            })
        }
    };
    ports.ledger.close().await;
    say(&said.map_err(|error| format!("The list cannot be read: {}.", chain(&error)))?);
    Ok(ExitCode::SUCCESS)
}

fn listed(calls: &[CallBack]) -> String {
    if calls.is_empty() {
        return "Nobody waits for a call.".to_owned();
    }
    calls.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// When, in which language, whom, on which number, where they were; then the reference. A name that turns the words
/// around it, or ends the line, was refused when it was typed.
fn line(call: &CallBack) -> String {
    let (from, to) = call.part.hours();
    format!(
        "{}  {from:02}–{to:02}  {}  {:<24}  {:<24}  {:<12}  {}",
        call.day,
        call.language.code(),
        call.phone,
        call.name,
        call.page.map_or("-", Whereabouts::code),
        call.id
    )
}

#[cfg(test)]
mod tests {
    use bank::help::CallBackState;
    use model::{Language, Timestamp, forms::DayPart, time::parse_date};

    use super::*;

    #[test]
    fn a_line_says_all_that_whoever_calls_needs() {
        let call = CallBack {
            id: CallBackId::new(1 << 40),
            customer: None,
            name: "陈秀英".to_owned(),
            phone: "020 7946 0018".to_owned(),
            language: Language::Zh,
            day: parse_date("2026-11-25").expect("a day"),
            part: DayPart::Evening,
            page: Some(Whereabouts::PayAmount),
            state: CallBackState::Waiting,
            asked_at: Timestamp::EPOCH,
        };
        let words = line(&call).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let expected = ["2026-11-25", "17–20", "zh", "020", "7946", "0018", "陈秀英", "pay-amount", "0000100000000"];
        assert_eq!(words, expected);
        assert_eq!(listed(&[]), "Nobody waits for a call.");
    }

    #[test]
    fn a_reference_is_taken_as_it_is_read_out() {
        let id = CallBackId::new(1 << 40);
        assert_eq!(reference("0000 1000 0000 0"), Ok(id));
        assert_eq!(reference(&CallBackId::new(31).to_string().to_uppercase()), Ok(CallBackId::new(31)));
        assert!(reference("0000").is_err());
    }
}
