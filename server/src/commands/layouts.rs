//! `banyan layouts`: whether layouts are as they must be, before anybody is shown one.

use std::{fs, path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};
use experiments::layout::{self, Layout};

use super::{complain, say};

/// What is done with them.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Read layouts, and show the address of each or the line that is wrong
    Check {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Show the JSON Schema, with which an editor completes what is typed
    Schema,
}

/// Checks the files, or shows the schema. Fails where a file is wrong.
#[must_use]
pub fn run(arguments: &Arguments) -> ExitCode {
    match &arguments.action {
        Action::Schema => {
            say(&format!("{:#}", layout::schema()));
            ExitCode::SUCCESS
        }
        Action::Check { files } => {
            let mut all_right = true;
            for file in files {
                match fs::read_to_string(file).map_err(|error| error.to_string()).and_then(|text| check(&text)) {
                    Ok(address) => say(&format!("{}: {address}", file.display())),
                    Err(mistake) => {
                        complain(&format!("{}: {mistake}.", file.display()));
                        all_right = false;
                    }
                }
            }
            if all_right { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
    }
}

fn check(text: &str) -> Result<String, String> {
    let layout = Layout::parse(text).map_err(|mistake| mistake.to_string())?;
    Ok(layout.address().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_has_an_address_and_a_mistake_has_a_line() {
        let control = include_str!("../../../layouts/home/control.json");
        assert_eq!(check(control).map(|address| address.len()), Ok(64));
        let mistake = check(&control.replacen("coming", "balance", 1)).unwrap_err();
        assert!(mistake.starts_with("line 6, column 32: unknown variant `balance`"), "{mistake}");
    }
}
