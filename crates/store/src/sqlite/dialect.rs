//! What SQLite says in its own words.

use std::{str::FromStr, time::Duration};

use sqlx::{
    ConnectOptions, Connection, SqliteConnection, SqlitePool,
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{OpenError, Options};

/// The rows of one JSON parameter, an array of arrays: `input.value` is a row. Materialised, because SQLite would
/// otherwise write each row out again for every column that is taken from it.
macro_rules! rows {
    ($parameter:literal) => {
        concat!(
            "(with given as materialized (select value from jsonb_each(",
            $parameter,
            ")) select value from given) as input"
        )
    };
}

/// A whole number from a row of [`rows`].
macro_rules! int {
    ($place:literal) => {
        concat!("(input.value->>", $place, ")")
    };
}

/// A text from a row of [`rows`].
macro_rules! text {
    ($place:literal) => {
        concat!("(input.value->>", $place, ")")
    };
}

/// Bytes, written as hexadecimal digits, from a row of [`rows`].
macro_rules! bytes {
    ($place:literal) => {
        concat!("unhex(input.value->>", $place, ")")
    };
}

/// Bytes of a column as hexadecimal digits.
macro_rules! hex {
    ($column:literal) => {
        concat!("hex(", $column, ")")
    };
}

/// Whether a column is among the numbers of one JSON parameter, an array.
macro_rules! among {
    ($column:literal, $parameter:literal) => {
        concat!($column, " in (select value from json_each(", $parameter, "))")
    };
}

/// Whether a column is among the texts of one JSON parameter, an array.
macro_rules! among_texts {
    ($column:literal, $parameter:literal) => {
        among!($column, $parameter)
    };
}

/// All rows as one JSON array of arrays, in an order.
macro_rules! gathered {
    ($columns:expr, $order:literal) => {
        concat!("json_group_array(json_array(", $columns, ") order by ", $order, ")")
    };
}

/// Columns as a JSON array within a row of [`gathered`].
macro_rules! nested {
    ($columns:expr) => {
        concat!("json_array(", $columns, ")")
    };
}

/// Names one behind the other.
macro_rules! joined {
    ($column:literal, $between:literal, $order:literal) => {
        concat!("group_concat(", $column, ", '", $between, "' order by ", $order, ")")
    };
}

/// Whether a text holds another.
macro_rules! holds_text {
    ($text:expr, $part:literal) => {
        concat!("instr(", $text, ", ", $part, ") > 0")
    };
}

/// As text, behind one JSON array that is an answer.
macro_rules! as_text {
    () => {
        ""
    };
}

/// Locks the accounts that a select reads until the commit. One writer needs no locks.
macro_rules! locking {
    () => {
        ""
    };
}

/// How a transaction that will write begins: a deferred one could not become a writer once somebody else wrote.
pub const BEGIN: &str = "begin immediate";

/// What a connection is told before it fills the database.
pub const BEFORE_FILLING: &[&str] =
    &["pragma synchronous = off", "pragma wal_autocheckpoint = 65536", "pragma cache_size = -262144"];

/// What makes everything durable afterwards. Not `analyze`: once there are samples, SQLite plans every statement anew
/// whenever a parameter changes, and the plans by key that are wanted here need no samples.
pub const AFTER_FILLING: &[&str] = &["pragma synchronous = full", "pragma wal_checkpoint(truncate)"];

/// Whether all writes go through the one task that owns the only writing connection.
pub const ONE_WRITER: bool = true;

/// How many groups of commands are worked on at the same time.
pub const WRITERS: usize = 1;

/// How many pages the log may hold before they are moved into the database: 8 MiB. The commit that fills the log waits
/// while they are moved, so a longer log makes a longer wait for those who are in that group, and a shorter one moves
/// a page that many payments change more often.
const CHECKPOINT_PAGES: &str = "2000";

/// How much a reader remembers of the file: 4 MiB. The system's own cache holds the rest, once for all readers.
const READER_CACHE: &str = "-4096";

static MIGRATOR: Migrator = sqlx::migrate!("../../migrations/sqlite");

/// How to connect.
pub type ConnectHow = SqliteConnectOptions;

/// Opens the readers, and says how the writer connects.
pub async fn open(url: &str, options: &Options) -> Result<(SqlitePool, ConnectHow), OpenError> {
    let how = how(url)?.pragma("cache_size", format!("-{}", options.writer_cache_kib));
    let mut first = how.connect().await?;
    check_version(&mut first).await?;
    // Tables that are newer than this program are fine: they only ever grow, so that one can go back a release.
    let pending = applied(&mut first).await? < MIGRATOR.iter().count();
    first.close().await?;
    if pending {
        return Err(OpenError::NotMigrated);
    }
    let readers = SqlitePoolOptions::new()
        .max_connections(options.readers)
        .min_connections(options.readers)
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(Duration::from_secs(5))
        .connect_with(how.clone().read_only(true).pragma("cache_size", READER_CACHE))
        .await?;
    Ok((readers, how))
}

/// Makes the database where there is none, and brings its tables up to date.
pub async fn migrate(url: &str) -> Result<(), OpenError> {
    let mut connection = how(url)?.create_if_missing(true).connect().await?;
    check_version(&mut connection).await?;
    MIGRATOR.run(&mut connection).await?;
    connection.close().await?;
    Ok(())
}

fn how(url: &str) -> Result<ConnectHow, OpenError> {
    let how = SqliteConnectOptions::from_str(url)?
        .create_if_missing(false)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .pragma("wal_autocheckpoint", CHECKPOINT_PAGES)
        // A statement that writes many rows keeps what it may have to undo; in memory, not in a file.
        .pragma("temp_store", "memory")
        .statement_cache_capacity(200)
        .disable_statement_logging();
    Ok(how)
}

async fn applied(connection: &mut SqliteConnection) -> Result<usize, OpenError> {
    let known = "select count(*) from sqlite_schema where name = '_sqlx_migrations'";
    if sqlx::query_scalar::<_, i64>(known).fetch_one(&mut *connection).await? == 0 {
        return Ok(0);
    }
    let applied = "select count(*) from _sqlx_migrations where success";
    let count: i64 = sqlx::query_scalar(applied).fetch_one(connection).await?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// The first SQLite whose log cannot lose committed rows when it starts afresh.
const OLDEST: [u32; 3] = [3, 51, 3];

async fn check_version(connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let version: String = sqlx::query_scalar("select sqlite_version()").fetch_one(connection).await?;
    let parts: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
    if parts.as_slice() < OLDEST.as_slice() { Err(OpenError::TooOld(version)) } else { Ok(()) }
}

/// What to do about a failure of a group.
pub fn advice(error: &sqlx::Error) -> crate::options::Advice {
    use crate::options::Advice;
    let Some(code) = error.as_database_error().and_then(sqlx::error::DatabaseError::code) else {
        return Advice::about_driver(error);
    };
    match code.parse::<i64>().unwrap_or(0) {
        // SQLITE_IOERR_FSYNC, SQLITE_IOERR_DIR_FSYNC: what is on the disk is unknown, and asking again would lie
        // (the kernel forgets the pages it failed to write). Starting afresh reads what is really there.
        1_034 | 1_290 => Advice::EndProcess,
        // SQLITE_TOOBIG, SQLITE_CONSTRAINT of whatever kind, SQLITE_MISMATCH: one command of the group asked for
        // something that cannot be.
        code if matches!(code & 0xff, 18..=20) => Advice::OneByOne,
        _ => Advice::GiveUp,
    }
}
