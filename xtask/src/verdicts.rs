//! Whether the browser's build of the form rules says what the server's says: builds both, and
//! starts the test that compares them.

use std::fs;

use crate::Outcome;
use crate::house::House;
use crate::setup::{self, Purpose};

/// Builds and compares.
pub fn run(house: &House) -> Outcome {
    setup::run(house, Purpose::Run)?;
    house
        .cargo()
        .words("build --quiet --package verdicts --lib")
        // As the browser gets it: the same optimisations, the same panics.
        .words("--target wasm32-unknown-unknown --profile wasm-release")
        .run()?;
    let folder = house.target.join("verdicts");
    house
        .shell("wasm-bindgen")
        .words("--target nodejs --out-dir")
        .arg(&folder)
        .arg(house.target.join("wasm32-unknown-unknown/wasm-release/verdicts.wasm"))
        .run()?;
    // The script is CommonJS, whatever a package.json further up says.
    let package = folder.join("package.json");
    fs::write(&package, "{ \"type\": \"commonjs\" }\n")
        .map_err(|error| format!("Cannot write {}: {error}.", package.display()))?;
    house
        .cargo()
        .words("test --package verdicts --test same_verdict")
        .env("BANYAN_VERDICTS_JS", folder.join("verdicts.js"))
        .run()
}
