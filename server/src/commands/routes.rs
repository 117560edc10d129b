//! `banyan routes`: every address that the bank answers on, as the program itself knows them. What must hold for each
//! of them is checked by programs that read this list, so that no list is kept by hand.

use std::process::ExitCode;

use clap::Args;

use super::say;
use crate::router;

/// How the list is written.
#[derive(Debug, Args)]
pub struct Arguments {
    /// For a program: {"pages": […], "actions": […]}
    #[arg(long)]
    json: bool,
}

/// Shows the list.
#[must_use]
pub fn run(arguments: &Arguments) -> ExitCode {
    let (pages, actions) = (router::pages(), router::actions());
    if arguments.json {
        say(&serde_json::json!({ "pages": pages, "actions": actions }).to_string());
    } else {
        let gets = pages.iter().map(|path| format!("GET  {path}"));
        let posts = actions.iter().map(|path| format!("POST {path}"));
        say(&gets.chain(posts).collect::<Vec<_>>().join("\n"));
    }
    ExitCode::SUCCESS
}
