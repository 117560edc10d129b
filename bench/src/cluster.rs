//! A PostgreSQL cluster of one's own, with the settings PostgreSQL comes with.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::folder::Folder;

/// Debian's place for the programs of PostgreSQL 15; `PG_BIN` names another.
const PROGRAMS: &str = "/usr/lib/postgresql/15/bin";

/// A running cluster; it stops and goes away with this value.
pub struct Cluster {
    programs: PathBuf,
    /// PostgreSQL refuses root: then everything is done as the user `postgres`.
    as_postgres: bool,
    folder: Folder,
}

impl Cluster {
    /// Makes and starts a cluster: default durability (`fsync` and `synchronous_commit` on), no network.
    ///
    /// # Errors
    /// A sentence that says which step did not succeed.
    pub fn start() -> Result<Self, String> {
        let cluster = Self {
            programs: env::var_os("PG_BIN").map_or_else(|| PathBuf::from(PROGRAMS), PathBuf::from),
            as_postgres: rustix::process::geteuid().is_root(),
            folder: Folder::shared("postgres").map_err(|error| format!("no folder for PostgreSQL: {error}"))?,
        };
        if cluster.as_postgres {
            finish("chown", Command::new("chown").arg("postgres").arg(cluster.folder.path()))?;
        }
        cluster.run("initdb", ["-D", "data", "-A", "trust"])?;
        let socket = cluster.folder.path().display();
        let settings = format!("-k {socket} -c listen_addresses='' -c max_connections=200");
        cluster.run("pg_ctl", ["-D", "data", "-l", "log", "-o", &settings, "-w", "start"])?;
        Ok(cluster)
    }

    /// Runs a program of PostgreSQL and gives what it printed.
    ///
    /// # Errors
    /// What it said where it failed.
    pub fn run<A: AsRef<OsStr>>(&self, program: &str, words: impl IntoIterator<Item = A>) -> Result<String, String> {
        let path = self.programs.join(program);
        let mut command = if self.as_postgres {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        command.args(words).env("PGHOST", self.folder.path()).env("PGDATABASE", "postgres");
        finish(program, command.current_dir(self.folder.path()))
    }

    /// Makes an empty database and gives its address.
    ///
    /// # Errors
    /// What PostgreSQL said.
    pub fn database(&self, name: &str) -> Result<String, String> {
        self.run("createdb", [name])?;
        let user = if self.as_postgres { "postgres".to_owned() } else { env::var("USER").unwrap_or_default() };
        Ok(format!("postgres://{user}@localhost/{name}?host={}", encoded(self.folder.path())))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // At the end of a run there is nobody left to tell; the server goes with its data in any case.
        let _ = self.run("pg_ctl", ["-D", "data", "-m", "immediate", "stop"]);
    }
}

fn encoded(path: &Path) -> String {
    path.display().to_string().replace('%', "%25").replace('/', "%2F")
}

fn finish(name: &str, command: &mut Command) -> Result<String, String> {
    // A daemon that inherits a pipe keeps it open for ever: pg_ctl logs into a file, so only its own words come here.
    let output: Output =
        command.stdin(Stdio::null()).output().map_err(|error| format!("{name} could not be started: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("{name} failed: {}", String::from_utf8_lossy(&output.stderr)))
    }
}
