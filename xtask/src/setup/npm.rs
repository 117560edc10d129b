//! The npm packages, exactly as the lock file says.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use crate::Outcome;
use crate::house::House;
use crate::shell::persist;

/// The oldest Node that runs everything in `package.json`.
const NODE_MAJOR: u32 = 20;

/// Remembers which lock file the folder was filled from.
fn record(house: &House) -> PathBuf {
    house.root.join("node_modules/.banyan")
}

fn wanted(house: &House) -> Outcome<String> {
    let lock = house.root.join("package-lock.json");
    let text = fs::read_to_string(&lock).map_err(|error| format!("Cannot read {}: {error}.", lock.display()))?;
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

/// Whether `node_modules` was filled from today's lock file.
pub fn done(house: &House) -> bool {
    wanted(house).is_ok_and(|wanted| fs::read_to_string(record(house)).is_ok_and(|found| found == wanted))
}

/// Fills `node_modules` from the lock file.
pub fn act(house: &House) -> Outcome {
    let version = house.shell("node").arg("--version").read().map_err(|_| node_sentence("none was found"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|word| word.parse().ok());
    if major.is_none_or(|major: u32| major < NODE_MAJOR) {
        return Err(node_sentence(&format!("this one is {}", version.trim())).into());
    }
    persist("Installing npm packages", || {
        house
            .shell("npm")
            .words("ci --no-audit --no-fund")
            // Tests use the system's browser; nothing is to be fetched besides packages.
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .run()
    })?;
    fs::write(record(house), wanted(house)?)
        .map_err(|error| format!("Cannot write {}: {error}.", record(house).display()).into())
}

fn node_sentence(found: &str) -> String {
    format!("Node {NODE_MAJOR} or newer is needed ({found}): see https://nodejs.org/en/download.")
}
