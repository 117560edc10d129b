//! What is proven in a browser about every page: that it can be read and used by everybody, and how long people wait
//! for it. The programs are in `end2end/`; here they are started and their figures are kept.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use crate::house::House;
use crate::setup::{self, Purpose};
use crate::shell::say;
use crate::{Outcome, bench, reading, site};

/// Where the programs of a run leave their figures, as JSON lines.
const FIGURES: &str = "end2end/artefacts/figures.jsonl";

/// What the accessibility statement is made of. Built into the program, so git keeps it.
const STATEMENT: &str = "app/src/pages/accessibility/figures.json";

/// The way of reading of which a transcript is kept: roles and order are the same in the others.
const HEARD: &[&str] = &["pages-en-standard"];

/// Every page and every journey, in as many ways of reading as every language, size and kind of browser needs to be met.
pub fn browser(house: &House) -> Outcome {
    site::build_to_test(house)?;
    house.shell("playwright").words("test --config end2end").env("BANYAN_DIST", house.tested()).run()
}

/// Both in every way of reading, and their figures; what the bank states about itself is brought up to date with them.
pub fn accessibility(house: &House) -> Outcome {
    setup::run(house, Purpose::Test)?;
    site::build_by_terms(house)?;
    // Nothing is stated of a run that was not: what an earlier one left is gone before it begins.
    let earlier = house.root.join(FIGURES);
    if earlier.exists() {
        fs::remove_file(&earlier).map_err(|error| format!("Cannot remove {}: {error}.", earlier.display()))?;
    }
    let tested = house
        .shell("playwright")
        .words("test --config end2end")
        .env("BANYAN_DIST", house.dist())
        .env("BANYAN_EVERY_WAY", "1")
        .run();
    let mut figures = read(house)?;
    for figure in reading::report(house)?.figures {
        if let Some(name) = figure["name"].as_str() {
            figures.insert(name.to_owned(), figure.clone());
        }
    }
    bench::report(house, &figures)?;
    // What was found is stated whether or not it is what was hoped for.
    state(house, &figures)?;
    tested
}

/// Writes down what is heard of every page, where it was meant to change.
pub fn transcripts(house: &House) -> Outcome {
    setup::run(house, Purpose::Test)?;
    site::build_by_terms(house)?;
    let projects = HEARD.iter().map(|project| format!("--project={project}"));
    house
        .shell("playwright")
        .words("test --config end2end every-page")
        .args(projects)
        .env("BANYAN_DIST", house.dist())
        .env("BANYAN_TRANSCRIPTS", "update")
        .run()
}

/// How long people wait, on a slow line and on a fast one.
pub fn waiting(house: &House) -> Outcome {
    setup::run(house, Purpose::Test)?;
    site::build_by_terms(house)?;
    house.shell("playwright").words("test --config end2end/slow.config.ts").env("BANYAN_DIST", house.dist()).run()?;
    bench::report(house, &read(house)?)
}

/// The figures of the run that has just ended, by name.
fn read(house: &House) -> Outcome<BTreeMap<String, Value>> {
    let text = fs::read_to_string(house.root.join(FIGURES))
        .map_err(|error| format!("The run has left no figures in {FIGURES}: {error}."))?;
    let figures = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    Ok(figures.filter_map(|figure| Some((figure["name"].as_str()?.to_owned(), figure))).collect())
}

/// Brings the figures of the accessibility statement up to date.
fn state(house: &House, figures: &BTreeMap<String, Value>) -> Outcome {
    let value = |name: &str| -> Outcome<Value> {
        let figure =
            figures.get(name).ok_or_else(|| format!("The run has left no figure {name}: nothing is stated."))?;
        Ok(figure["value"].clone())
    };
    // Nobody is told that more can be done than can.
    let rounded_down = |name: &str| -> Outcome<u64> {
        let text = value(name)?.to_string();
        let whole = text.split('.').next().and_then(|whole| whole.parse().ok());
        Ok(whole.ok_or_else(|| format!("{name} is {text}."))?)
    };
    let today = house.shell("date").words("--utc +%F").read()?;
    let statement = json!({
        "date": today.trim(),
        "looks": value("a11y.pages")?,
        "faults": value("a11y.faults")?,
        "keyboard_pct": rounded_down("a11y.journeys_keyboard_pct")?,
        "no_script_pct": rounded_down("a11y.journeys_no_script_pct")?,
    });
    let text = serde_json::to_string_pretty(&statement).map_err(|error| error.to_string())?;
    fs::write(house.root.join(STATEMENT), text + "\n")
        .map_err(|error| format!("Cannot write {STATEMENT}: {error}."))?;
    say(&format!("{STATEMENT} has the figures of this run; commit it, and the next build states them."));
    Ok(())
}
