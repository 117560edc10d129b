//! Counting commits from outside.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;

/// How many transactions have been committed to the database at `path`, modulo 2³².
///
/// The shared-memory file beside a database in WAL mode begins with the WAL-index header, whose third 32-bit word,
/// `iChange` in the machine's byte order, counts commits (SQLite, "WAL-mode File Format", section 2.1).
pub fn count(path: &Path) -> io::Result<u32> {
    let mut shared = path.as_os_str().to_owned();
    shared.push("-shm");
    let mut word = [0; 4];
    File::open(shared)?.read_exact_at(&mut word, 8)?;
    Ok(u32::from_ne_bytes(word))
}
