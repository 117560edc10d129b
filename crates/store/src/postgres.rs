//! PostgreSQL: several servers on one database.

#[macro_use]
pub mod dialect;

/// The database that the queries are compiled for here.
pub type Db = sqlx::Postgres;

#[path = "queries/mod.rs"]
#[expect(clippy::duplicate_mod, reason = "the queries are written once and compiled once per database")]
pub mod queries;
