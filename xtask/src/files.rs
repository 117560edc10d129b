//! Finding files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;

/// Every file below `folder` whose name ends in `.extension`.
pub fn below(folder: &Path, extension: &str) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| format!("Cannot read {}: {error}.", folder.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            files.extend(below(&path, extension)?);
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    Ok(files)
}
