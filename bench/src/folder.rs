//! A folder for one run, on the disk that is measured.

use std::path::{Path, PathBuf};
use std::{env, fs, io, process};

/// A folder that goes away with this value.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// An empty folder beside this program, so on the disk the build is on: `/tmp` is memory on many machines,
    /// and memory has no `fsync` to wait for.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn new(name: &str) -> io::Result<Self> {
        let beside = env::current_exe()?;
        let parent = beside.parent().ok_or(io::ErrorKind::NotFound)?;
        Self::empty(parent.join("bench-data").join(format!("{name}-{}", process::id())))
    }

    /// An empty folder that another user can walk to, with a short path: in `/var/tmp`, which is kept over a restart
    /// and so is on a disk as well (Filesystem Hierarchy Standard 3.0, 5.15).
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn shared(name: &str) -> io::Result<Self> {
        Self::empty(PathBuf::from(format!("/var/tmp/banyan-{name}-{}", process::id())))
    }

    fn empty(path: PathBuf) -> io::Result<Self> {
        if path.exists() {
            fs::remove_dir_all(&path)?;
        }
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Something inside it.
    #[must_use]
    pub fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be taken away now is in a folder of the build, which `cargo clean` empties.
        let _ = fs::remove_dir_all(&self.0);
    }
}
