//! Every suite, in turn. A suite that fails does not keep the others from being run.

use std::time::Instant;

use crate::house::House;
use crate::setup::{self, Purpose};
use crate::shell::{Shell, say};
use crate::{Failure, Outcome, asvs, check, parity, proof, verdicts};

/// A suite and what it proves.
struct Suite {
    name: &'static str,
    proves: &'static str,
    run: fn(&House) -> Outcome,
}

const SUITES: &[Suite] = &[
    Suite { name: "check", proves: "the source is in order", run: check::run },
    Suite { name: "parity", proves: "files that say the same thing twice agree", run: parity::run },
    Suite { name: "asvs", proves: "every claim of docs/SECURITY.md has a test that is there", run: asvs::run },
    Suite { name: "crates", proves: "the rules of the bank, and its storage on both databases", run: crates },
    Suite { name: "verdicts", proves: "browser and server agree about every form", run: verdicts::run },
    Suite { name: "server", proves: "the program answers as it should", run: server },
    Suite { name: "checker", proves: "what is wrong with a page is seen before customers see it", run: checker },
    Suite { name: "browser", proves: "every page and every journey, in a real browser", run: proof::browser },
];

/// Runs the suites named, or all.
pub fn run(house: &House, names: &[String]) -> Outcome {
    if let Some(unknown) = names.iter().find(|name| SUITES.iter().all(|suite| suite.name != name.as_str())) {
        let known: Vec<&str> = SUITES.iter().map(|suite| suite.name).collect();
        return Err(format!("There is no suite `{unknown}`: {}.", known.join(", ")).into());
    }
    setup::run(house, Purpose::Test)?;
    let chosen: Vec<&Suite> =
        SUITES.iter().filter(|suite| names.is_empty() || names.iter().any(|name| name == suite.name)).collect();
    let mut lines = Vec::new();
    let mut failed = 0;
    for (index, suite) in chosen.iter().enumerate() {
        say(&format!("\ntest {} of {}: {} ({})", index + 1, chosen.len(), suite.name, suite.proves));
        let started = Instant::now();
        let word = match (suite.run)(house) {
            Ok(()) => "ok",
            Err(Failure(sentence)) => {
                say(&sentence);
                failed += 1;
                "FAILED"
            }
        };
        lines.push(format!("  {:<10} {word:<8} {:>5} s", suite.name, started.elapsed().as_secs()));
    }
    say(&format!("\n{}\n\nsuites: {} passed, {failed} failed", lines.join("\n"), chosen.len() - failed));
    if failed == 0 { Ok(()) } else { Err(format!("{failed} of {} suites failed.", chosen.len()).into()) }
}

/// Everything that builds without Leptos.
fn crates(house: &House) -> Outcome {
    house
        .cargo()
        .words("test --locked --workspace")
        .words("--exclude app --exclude bench --exclude frontend --exclude server --exclude verdicts")
        .run()
}

fn server(house: &House) -> Outcome {
    server_tests(house).run()
}

/// The tests of the server, and with them the program: built for anything else, all of it would be compiled once more.
pub fn server_tests(house: &House) -> Shell {
    house.cargo().words("test --locked --package server --package app --features app/ssr")
}

fn checker(house: &House) -> Outcome {
    house.shell("node").words("--test checker/look.test.mjs").run()
}
