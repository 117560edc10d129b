//! SQLite: one file, one writer, many readers.

#[macro_use]
pub mod dialect;

/// The database that the queries are compiled for here.
pub type Db = sqlx::Sqlite;

#[path = "queries/mod.rs"]
#[expect(clippy::duplicate_mod, reason = "the queries are written once and compiled once per database")]
pub mod queries;
