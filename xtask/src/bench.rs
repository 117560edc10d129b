//! Measuring. Every program of `bench/` prints one JSON object per figure on standard output and
//! whatever it wants to say to people on standard error; here the figures are kept and shown.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use serde_json::Value;

use crate::house::House;
use crate::setup::{self, Purpose, encoder};
use crate::shell::{Shell, persist, say};
use crate::{Outcome, asvs, site};

/// A program of `bench/` and what it needs before it can measure.
struct Group {
    name: &'static str,
    /// Whether it measures the built server and its site.
    needs_site: bool,
    /// What is counted before, by tests of the server: those whose names begin so.
    counted: &'static [&'static str],
}

const GROUPS: &[Group] = &[
    Group { name: "ledger", needs_site: false, counted: &[] },
    Group { name: "crash", needs_site: false, counted: &[] },
    Group { name: "pages", needs_site: true, counted: &[] },
    Group { name: "payments", needs_site: true, counted: &[] },
    Group { name: "bytes", needs_site: true, counted: &[] },
    Group { name: "assistant", needs_site: false, counted: &[] },
    Group {
        name: "access",
        needs_site: true,
        counted: &["approving::", "canaries::", "matrix::", "origin::", "strangers::"],
    },
    Group { name: "experiments", needs_site: true, counted: &[] },
    Group { name: "chat", needs_site: true, counted: &[] },
];

/// Runs the groups named, or all; keeps their figures in `target/bench.jsonl`.
pub fn run(house: &House, names: &[String]) -> Outcome {
    if let Some(unknown) = names.iter().find(|name| GROUPS.iter().all(|group| group.name != name.as_str())) {
        return Err(format!(
            "There is no group `{unknown}`: ledger, crash, pages, payments, bytes, assistant, access, experiments, chat."
        )
        .into());
    }
    setup::run(house, Purpose::Bench)?;
    // All of them: one starts another, the page it is compared with.
    house.cargo().args(["build", "--quiet", "--release", "--package", "bench", "--bins"]).run()?;
    let mut figures = BTreeMap::new();
    for group in GROUPS.iter().filter(|group| names.is_empty() || names.iter().any(|name| name == group.name)) {
        if group.needs_site {
            site::build_by_terms(house)?;
        }
        say(&format!("bench {}", group.name));
        if !group.counted.is_empty() {
            count(house, group, &mut figures)?;
        }
        measure(house, group, &mut figures)?;
    }
    report(house, &figures)
}

/// Keeps figures, shows them as a table, and says which miss their goals.
pub fn report(house: &House, figures: &BTreeMap<String, Value>) -> Outcome {
    keep(house, figures)?;
    say("");
    for figure in figures.values() {
        say(&row(figure));
    }
    let missed: Vec<&str> =
        figures.iter().filter(|(_, figure)| met(figure) == Some(false)).map(|(name, _)| name.as_str()).collect();
    if !missed.is_empty() {
        say(&format!("\n{} of {} figures miss their goal: {}", missed.len(), figures.len(), missed.join(", ")));
    }
    Ok(())
}

/// What tests count on their way, also those that take too long for every day; and the claims without a proof.
fn count(house: &House, group: &Group, figures: &mut BTreeMap<String, Value>) -> Outcome {
    let tests =
        house.cargo().words("test --quiet --locked --package server --package app --features app/ssr --test server --");
    collect(tests.words("--include-ignored --nocapture").args(group.counted), group, figures)?;
    let scanner = house.root.join("bench/observatory");
    persist("Installing the observatory", || house.shell("npm").words("ci --no-audit --no-fund").dir(&scanner).run())?;
    let line = asvs::figure(house)?;
    println!("{line}");
    take(&line, figures);
    Ok(())
}

fn measure(house: &House, group: &Group, figures: &mut BTreeMap<String, Value>) -> Outcome {
    let mut shell = house
        .cargo()
        .args(["run", "--quiet", "--release", "--package", "bench", "--bin", group.name])
        .env("BANYAN_DIST", house.dist());
    if let Some(package) = encoder::package(house) {
        shell = shell.env("BANYAN_ENCODER_PACKAGE", package);
    }
    collect(shell, group, figures)
}

/// Runs a program to its end and keeps the figures it prints.
fn collect(shell: Shell, group: &Group, figures: &mut BTreeMap<String, Value>) -> Outcome {
    let mut child = shell
        .into_command()
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("bench {} could not be started: {error}.", group.name))?;
    let printed = child.stdout.take().ok_or("the program has no standard output")?;
    for line in BufReader::new(printed).lines() {
        let line = line.map_err(|error| format!("bench {}: {error}.", group.name))?;
        println!("{line}");
        take(&line, figures);
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("bench {} failed ({status}).", group.name).into()),
        Err(error) => Err(format!("bench {}: {error}.", group.name).into()),
    }
}

/// Keeps the figure in a line, if there is one.
fn take(line: &str, figures: &mut BTreeMap<String, Value>) {
    if let Ok(figure) = serde_json::from_str::<Value>(line)
        && let Some(name) = figure["name"].as_str()
    {
        figures.insert(name.to_owned(), figure);
    }
}

/// Writes the figures, with those of groups that were not measured this time as they were.
fn keep(house: &House, figures: &BTreeMap<String, Value>) -> Outcome {
    let path = house.root.join("target/bench.jsonl");
    let mut all: BTreeMap<String, Value> = fs::read_to_string(&path)
        .unwrap_or_default()
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter_map(|figure| Some((figure["name"].as_str()?.to_owned(), figure)))
        .collect();
    all.extend(figures.clone());
    let lines: Vec<String> = all.values().map(ToString::to_string).collect();
    fs::create_dir_all(house.root.join("target"))
        .and_then(|()| fs::write(&path, lines.join("\n") + "\n"))
        .map_err(|error| format!("Cannot write {}: {error}.", path.display()).into())
}

/// Whether a figure meets its goal, where the goal is `>= n` or `<= n`.
fn met(figure: &Value) -> Option<bool> {
    let value = figure["value"].as_f64()?;
    let mut words = figure["goal"].as_str()?.split_whitespace();
    let (sign, bound) = (words.next()?, words.next()?.replace(',', "").parse::<f64>().ok()?);
    match sign {
        ">=" | "≥" => Some(value >= bound),
        "<=" | "≤" => Some(value <= bound),
        _ => None,
    }
}

fn row(figure: &Value) -> String {
    let goal = figure["goal"].as_str().map_or_else(|| figure["goal"].to_string(), ToOwned::to_owned);
    let verdict = match met(figure) {
        Some(true) => "met",
        Some(false) => "MISSED",
        None => "",
    };
    let value = figure["value"].as_f64().map_or_else(
        || figure["value"].to_string(),
        |value| {
            if value.abs() >= 100.0 {
                format!("{value:.0}")
            } else if value != 0.0 && value.abs() < 0.01 {
                format!("{value:.1e}")
            } else {
                format!("{value:.2}")
            }
        },
    );
    format!(
        "{:<36} {:>12} {:<12} {:<12} {verdict}",
        figure["name"].as_str().unwrap_or("?"),
        value,
        figure["unit"].as_str().unwrap_or(""),
        goal,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_are_read_in_both_directions() {
        let figure = |value: f64, goal: &str| serde_json::json!({"name": "x", "value": value, "goal": goal});
        assert_eq!(met(&figure(9000.0, ">= 8000")), Some(true));
        assert_eq!(met(&figure(9000.0, "<= 8000")), Some(false));
        assert_eq!(met(&figure(0.0, "= 0")), None);
    }
}
