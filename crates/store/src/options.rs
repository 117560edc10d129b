//! How a database is opened, and why it may not be.

use std::sync::Arc;

use bank::{Calendar, IdMint};

/// How a database is opened.
#[derive(Clone)]
pub struct Options {
    /// Makes the ids of rows that nobody names: outbox and audit.
    pub ids: Arc<IdMint>,
    /// Months as the bank counts them. A page finds those that were counted otherwise as well, a little later.
    pub calendar: Calendar,
    /// How many connections read at the same time; on PostgreSQL they also write what is not money.
    pub readers: u32,
    /// How many commands may wait for the ledger; one more is told that it is busy.
    pub queue: usize,
    /// How many commands the ledger commits together at most.
    pub group: usize,
    /// How much the writer remembers of a SQLite file, in KiB.
    pub writer_cache_kib: u32,
}

impl Options {
    /// What serves a server on a small machine, in Coordinated Universal Time.
    #[must_use]
    pub fn new(ids: Arc<IdMint>) -> Self {
        Self { ids, calendar: Calendar::utc(), readers: 4, queue: 4_096, group: 512, writer_cache_kib: 65_536 }
    }
}

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address names neither of the two databases.
    #[error("the database address must begin with sqlite: or postgres://")]
    Scheme,
    /// SQLite below 3.51.3 can lose committed rows when it starts its log afresh.
    #[error("SQLite {0} is too old: 3.51.3 or newer is needed")]
    TooOld(String),
    /// The tables are not those of this program: `banyan migrate` makes them so.
    #[error("the tables are not up to date: run `banyan migrate`")]
    NotMigrated,
    /// The tables could not be brought up to date.
    #[error("the tables could not be brought up to date")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// The database did not answer.
    #[error("the database did not answer")]
    Database(#[from] sqlx::Error),
}

/// What to do about a failure of a group of commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Advice {
    /// Do the same again: another writer was faster.
    Retry,
    /// Do each command alone: one of them spoils it for its neighbours.
    OneByOne,
    /// As [`Advice::OneByOne`]; a single command has waited for long enough.
    Waited,
    /// Tell everybody that the database did not answer.
    GiveUp,
    /// Stop at once: what is on the disk is unknown.
    EndProcess,
}

impl Advice {
    /// About a failure that is not the database's own word: a row that cannot be read, or is not there to be changed,
    /// belongs to one command of the group.
    pub(crate) const fn about_driver(error: &sqlx::Error) -> Self {
        match error {
            sqlx::Error::Decode(_) | sqlx::Error::ColumnDecode { .. } | sqlx::Error::Encode(_) => Self::OneByOne,
            _ => Self::GiveUp,
        }
    }
}
