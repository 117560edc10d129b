//! Files that must say the same thing twice: `Leptos.toml`, which a deployed server reads, and the
//! settings in `Cargo.toml`, which the build reads. And the npm lock file, which must not say where
//! its packages were downloaded from, because not every bank downloads them from the same place.

use std::fs;
use std::path::Path;

use toml::{Table, Value};

use crate::Outcome;
use crate::house::House;
use crate::shell::say;

/// What only the build needs to know; everything else must stand in both files.
const BUILD_ONLY: &[&str] = &[
    "assets-dir",
    "bin-default-features",
    "bin-exe-name",
    "bin-features",
    "bin-package",
    "bin-target",
    "end2end-cmd",
    "end2end-dir",
    "lib-default-features",
    "lib-features",
    "lib-package",
    "lib-profile-release",
    "name",
    "style-file",
    "tailwind-input-file",
    "watch-additional-files",
];

/// A release lays the site beside the file, whatever folder it was built in.
const SITE_ROOT: &str = "site-root";

/// Compares them all.
pub fn run(house: &House) -> Outcome {
    let cargo = read(&house.root.join("Cargo.toml"))?;
    let leptos = read(&house.root.join("Leptos.toml"))?;
    let built = cargo
        .get("workspace")
        .and_then(|value| value.get("metadata")?.get("leptos")?.get(0)?.as_table())
        .ok_or("Cargo.toml has no [[workspace.metadata.leptos]].")?;
    let differences = differences(built, settings(&leptos)?);
    if !differences.is_empty() {
        return Err(differences.join("\n").into());
    }
    lock_names_no_address(&house.root.join("package-lock.json"))?;
    say("parity: Leptos.toml and Cargo.toml agree; package-lock.json names no address.");
    Ok(())
}

fn read(path: &Path) -> Outcome<Table> {
    let text = fs::read_to_string(path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))?;
    text.parse().map_err(|error| format!("{}: {error}", path.display()).into())
}

/// The settings of `Leptos.toml`, under whichever heading they stand.
fn settings(leptos: &Table) -> Outcome<&Table> {
    leptos.values().find_map(Value::as_table).map_or_else(|| Err("Leptos.toml has no table of settings.".into()), Ok)
}

fn differences(built: &Table, deployed: &Table) -> Vec<String> {
    let mut found = Vec::new();
    for (name, value) in built.iter().filter(|(name, _)| !BUILD_ONLY.contains(&name.as_str())) {
        match deployed.get(name) {
            None => found.push(format!("Leptos.toml lacks `{name}`, which Cargo.toml sets to {value}.")),
            Some(other) if agree(name, value, other) => {}
            Some(other) => {
                found.push(format!("`{name}` is {value} in Cargo.toml and {other} in Leptos.toml."));
            }
        }
    }
    for (name, value) in deployed.iter().filter(|(name, _)| !built.contains_key(*name)) {
        found.push(format!("Cargo.toml lacks `{name}`, which Leptos.toml sets to {value}."));
    }
    found
}

fn agree(name: &str, built: &Value, deployed: &Value) -> bool {
    let last_part = |value: &Value| value.as_str().and_then(|path| path.rsplit('/').next()).map(ToOwned::to_owned);
    built == deployed || (name == SITE_ROOT && last_part(built) == last_part(deployed))
}

fn lock_names_no_address(path: &Path) -> Outcome {
    let text = fs::read_to_string(path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))?;
    match text.lines().position(|line| line.trim_start().starts_with("\"resolved\"")) {
        None => Ok(()),
        Some(index) => Err(format!(
            "package-lock.json line {} names an address. Make the file again with the project's .npmrc.",
            index + 1
        )
        .into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        text.parse().expect("a test's own text")
    }

    #[test]
    fn every_kind_of_difference_is_named() {
        let built = table("site-addr = \"a\"\nhash-files = true\nname = \"n\"\nsite-root = \"target/site\"");
        let same = table("site-addr = \"a\"\nhash-files = true\nsite-root = \"site\"");
        assert_eq!(differences(&built, &same), Vec::<String>::new());
        let other = table("site-addr = \"b\"\nsite-root = \"elsewhere\"\nenv = \"PROD\"");
        let found = differences(&built, &other).join(" ");
        for name in ["`site-addr` is", "lacks `hash-files`", "`site-root` is", "lacks `env`"] {
            assert!(found.contains(name), "{name} in {found}");
        }
    }
}
