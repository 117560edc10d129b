//! A program in Python, in an environment of its own, so that it disturbs neither the system's Python nor another's.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;

use crate::Outcome;
use crate::house::House;
use crate::shell::persist;

/// The scanner. Debian's is older, and cannot be kept off an address.
const WAPITI: &str = "wapiti3==3.2.3";

fn place(house: &House) -> PathBuf {
    house.cache.join("tools/wapiti")
}

/// Remembers what was installed.
fn record(house: &House) -> PathBuf {
    place(house).join("banyan")
}

/// Whether the scanner is there at exactly that version.
pub fn done(house: &House) -> bool {
    house.program("wapiti").is_some() && fs::read_to_string(record(house)).is_ok_and(|found| found == WAPITI)
}

/// Makes the environment, and puts the scanner beside our other tools.
pub fn act(house: &House) -> Outcome {
    let place = place(house);
    persist("Installing the scanner", || {
        house.shell("python3").words("-m venv --clear").arg(&place).run()?;
        house.shell(&place.join("bin/pip").to_string_lossy()).words("install --quiet").arg(WAPITI).run()
    })?;
    let link = house.cache.join("tools/bin/wapiti");
    // One of an older version may be there already.
    drop(fs::remove_file(&link));
    symlink(place.join("bin/wapiti"), &link)
        .and_then(|()| fs::write(record(house), WAPITI))
        .map_err(|error| format!("Cannot keep the scanner in {}: {error}.", link.display()).into())
}
