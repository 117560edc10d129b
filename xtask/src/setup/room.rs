//! Room on the disk for what a build leaves behind.
//!
//! Results of builds are kept outside the clone, for the next one. What was compiled of the workspace itself is
//! of use to nobody once its source has changed or its clone is gone, and it is nearly all of what is there: a
//! test program of the server alone has a gigabyte. Where the disk is nearly full that part is thrown away;
//! what was compiled of others' crates, which takes long, stays.

use std::path::Path;

use super::Purpose;
use crate::house::House;
use crate::shell::{Shell, say};
use crate::{Failure, Outcome};

/// What a build for that purpose may write, in GiB: the server and its site, or every test program as well.
fn enough_gib(purpose: Purpose) -> u64 {
    match purpose {
        Purpose::Run => 8,
        Purpose::Check | Purpose::Test | Purpose::Bench => 15,
    }
}

const KIB_PER_GIB: u64 = 1024 * 1024;

/// Makes room where there is little. A disk that stays small is said, and what was asked for is tried all the same.
///
/// # Errors
/// When the disk cannot be looked at.
pub fn make(house: &House, purpose: Purpose) -> Outcome {
    let enough = enough_gib(purpose);
    std::fs::create_dir_all(&house.target)
        .map_err(|error| format!("Cannot make {}: {error}.", house.target.display()))?;
    let before = free_gib(&house.target)?;
    if before >= enough {
        return Ok(());
    }
    say(&format!("set-up: {before} GiB of disk are free; throwing away what earlier builds of the bank left"));
    for profile in ["dev", "release"] {
        let cleaned = house.cargo().words("clean --quiet --offline --workspace --profile").arg(profile).run();
        if let Err(Failure(sentence)) = cleaned {
            say(&sentence);
        }
    }
    let after = free_gib(&house.target)?;
    if after < enough {
        say(&format!(
            "set-up: {after} GiB are free now. What was asked for may want {enough}; if a build stops without a reason, \
             it is the disk."
        ));
    }
    Ok(())
}

/// What is free on the disk of a folder, in whole GiB.
fn free_gib(folder: &Path) -> Outcome<u64> {
    let table = Shell::new("df").words("--portability --block-size=1024").arg(folder).read()?;
    table
        .lines()
        .nth(1)
        .and_then(|row| row.split_whitespace().nth(3))
        .and_then(|kib| kib.parse::<u64>().ok())
        .map(|kib| kib / KIB_PER_GIB)
        .ok_or_else(|| format!("`df` said nothing about {}.", folder.display()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_disk_of_this_machine_is_counted_as_the_system_counts_it() {
        let here = std::env::temp_dir();
        let free = free_gib(&here).ok();
        assert!(free.is_some_and(|gib| gib < 1 << 20), "less than a million GiB, and a number: {free:?}");
    }

    #[test]
    fn a_folder_that_is_not_there_is_said() {
        assert!(free_gib(Path::new("/nowhere/at/all")).is_err());
    }
}
