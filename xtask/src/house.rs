//! Where things are on this machine, and the environment every command is started with.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::shell::Shell;

/// The project's folder, the caches, and the toolchain that was chosen for them.
pub struct House {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// What outlives a clone: tools, compiled dependencies, the choice of toolchain.
    pub cache: PathBuf,
    /// `CARGO_TARGET_DIR` of every build.
    pub target: PathBuf,
}

impl House {
    /// Reads `CARGO_MANIFEST_DIR`, `BANYAN_CACHE` and `CARGO_TARGET_DIR`; without them everything is kept in
    /// `~/.cache/banyan`.
    ///
    /// # Errors
    /// When it was not started with `cargo xtask`, or neither `BANYAN_CACHE` nor `HOME` says where to keep things.
    pub fn find() -> Outcome<Self> {
        // Asked of the cargo that runs this, not of the one that compiled it: clones that share a cache share the program.
        let own =
            env::var_os("CARGO_MANIFEST_DIR").ok_or("Start this with `cargo xtask`: it says where the project is.")?;
        let root = Path::new(&own).parent().ok_or("xtask has no folder above it")?.to_path_buf();
        let cache = match (env::var_os("BANYAN_CACHE"), env::var_os("HOME")) {
            (Some(cache), _) if !cache.is_empty() => PathBuf::from(cache),
            (_, Some(home)) => PathBuf::from(home).join(".cache/banyan"),
            _ => {
                return Err("Neither BANYAN_CACHE nor HOME is set: say where to keep things.".into());
            }
        };
        let target = env::var_os("CARGO_TARGET_DIR")
            .filter(|folder| !folder.is_empty())
            .map_or_else(|| cache.join("target"), PathBuf::from);
        Ok(Self { root, cache, target })
    }

    /// The rustup toolchain that set-up chose, if it is not simply the one in force.
    #[must_use]
    pub fn toolchain(&self) -> Option<String> {
        let name = fs::read_to_string(self.toolchain_record()).ok()?;
        let name = name.trim();
        (!name.is_empty()).then(|| name.to_owned())
    }

    /// The file that remembers [`House::toolchain`].
    #[must_use]
    pub fn toolchain_record(&self) -> PathBuf {
        self.cache.join("toolchain")
    }

    /// Folders whose programs come before the system's: the npm packages' and our own tools'.
    #[must_use]
    pub fn program_folders(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.root.join("node_modules/.bin"), self.cache.join("tools/bin")];
        if let Some(path) = env::var_os("PATH") {
            folders.extend(env::split_paths(&path));
        }
        folders
    }

    /// The first program of that name among [`House::program_folders`].
    #[must_use]
    pub fn program(&self, name: &str) -> Option<PathBuf> {
        self.program_folders().into_iter().map(|folder| folder.join(name)).find(|path| path.is_file())
    }

    /// A command in the project's folder, with the house's environment.
    #[must_use]
    pub fn shell(&self, program: &str) -> Shell {
        let mut shell = Shell::new(program).dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        if let Ok(path) = env::join_paths(self.program_folders()) {
            shell = shell.env("PATH", path);
        }
        if let Some(toolchain) = self.toolchain() {
            shell = shell.env("RUSTUP_TOOLCHAIN", toolchain);
        }
        // `cargo run`, which started us, leaves these for its child; another toolchain's cargo
        // would believe them, and cargo-machete would take its own name for a folder.
        for name in ["CARGO", "CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME", "LD_LIBRARY_PATH"] {
            shell = shell.without(name);
        }
        shell
    }

    /// Cargo, on the toolchain that was chosen.
    #[must_use]
    pub fn cargo(&self) -> Shell {
        self.shell("cargo")
    }

    /// Where the site and its server are put together, ready to start or to be carried away.
    #[must_use]
    pub fn dist(&self) -> PathBuf {
        self.root.join("target/dist/banyan")
    }
    /// The same, of what browsers are tested with.
    #[must_use]
    pub fn tested(&self) -> PathBuf {
        self.root.join("target/dist/tested")
    }
}
