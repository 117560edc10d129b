//! What SQLite says in its own words.

use std::{str::FromStr, time::Duration};

use sqlx::{
    Arguments as _, ConnectOptions, Connection, SqliteConnection, SqlitePool,
    migrate::Migrator,
    sqlite::{SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{OpenError, Options, cell::Cell};

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

/// A literal eight times, between commas.
macro_rules! eight {
    ($row:expr) => {
        concat!($row, ",", $row, ",", $row, ",", $row, ",", $row, ",", $row, ",", $row, ",", $row)
    };
}

/// A literal 128 times, between commas.
macro_rules! times_128 {
    ($row:literal) => {
        eight!(eight!(concat!($row, ",", $row)))
    };
}

/// The rows that [`given`](given()) has given a statement, each of so many columns: one parameter a column, which costs
/// SQLite less than taking the same out of JSON. Where fewer rows are given, the parameters behind them are null, which
/// no first column of a row is.
macro_rules! given {
    (2) => {
        given!("(?,?)")
    };
    (3) => {
        given!("(?,?,?)")
    };
    (4) => {
        given!("(?,?,?,?)")
    };
    (5) => {
        given!("(?,?,?,?,?)")
    };
    (6) => {
        given!("(?,?,?,?,?,?)")
    };
    (7) => {
        given!("(?,?,?,?,?,?,?)")
    };
    (8) => {
        given!("(?,?,?,?,?,?,?,?)")
    };
    (10) => {
        given!("(?,?,?,?,?,?,?,?,?,?)")
    };
    (11) => {
        given!("(?,?,?,?,?,?,?,?,?,?,?)")
    };
    (13) => {
        given!("(?,?,?,?,?,?,?,?,?,?,?,?,?)")
    };
    (14) => {
        given!("(?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    };
    (17) => {
        given!("(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    };
    (19) => {
        given!("(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    };
    ($row:literal) => {
        concat!("(select * from (values ", times_128!($row), ") where column1 is not null) as input")
    };
}

/// A column of a row of [`given`], counted from 0, where SQLite counts from 1: `cell!(int 0)`.
macro_rules! cell {
    ($kind:ident 0) => {
        "input.column1"
    };
    ($kind:ident 1) => {
        "input.column2"
    };
    ($kind:ident 2) => {
        "input.column3"
    };
    ($kind:ident 3) => {
        "input.column4"
    };
    ($kind:ident 4) => {
        "input.column5"
    };
    ($kind:ident 5) => {
        "input.column6"
    };
    ($kind:ident 6) => {
        "input.column7"
    };
    ($kind:ident 7) => {
        "input.column8"
    };
    ($kind:ident 8) => {
        "input.column9"
    };
    ($kind:ident 9) => {
        "input.column10"
    };
    ($kind:ident 10) => {
        "input.column11"
    };
    ($kind:ident 11) => {
        "input.column12"
    };
    ($kind:ident 12) => {
        "input.column13"
    };
    ($kind:ident 13) => {
        "input.column14"
    };
    ($kind:ident 14) => {
        "input.column15"
    };
    ($kind:ident 15) => {
        "input.column16"
    };
    ($kind:ident 16) => {
        "input.column17"
    };
    ($kind:ident 17) => {
        "input.column18"
    };
    ($kind:ident 18) => {
        "input.column19"
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

/// How many rows one statement is given at most.
pub const ROWS_AT_ONCE: usize = 128;

/// `rows`, at most [`ROWS_AT_ONCE`], as the parameters of a statement.
pub fn given<const N: usize>(rows: &[[Cell<'_>; N]]) -> SqliteArguments {
    let mut arguments = SqliteArguments::default();
    arguments.reserve(N * rows.len(), 0);
    for cell in rows.iter().flatten() {
        let added = match *cell {
            Cell::Empty => arguments.add(None::<i64>),
            Cell::Number(number) => arguments.add(number),
            Cell::Text(text) => arguments.add(text),
            Cell::Bytes(bytes) => arguments.add(bytes),
        };
        added.expect("numbers, texts and bytes can always be encoded");
    }
    arguments
}

/// Whether all writes go through the one task that owns the only writing connection.
pub const ONE_WRITER: bool = true;

/// How many groups of commands are worked on at the same time.
pub const WRITERS: usize = 1;

/// How many pages the log may hold before they are moved into the database: 8 MiB. The commit that fills the log waits
/// while they are moved, so a longer log makes a longer wait for those who are in that group, and a shorter one moves
/// a page that many payments change more often.
const CHECKPOINT_PAGES: &str = "2000";

/// What the writer is told before a group of up to so many commands. A large group changes many pages, the next changes
/// them again, and the longer the log, the less often they are moved. The commit that moves them takes longer, too, so
/// small groups keep to the short one.
pub const BEFORE_GROUPS: &[(usize, &str)] = &[
    (64, "pragma wal_autocheckpoint = 2000"),
    (128, "pragma wal_autocheckpoint = 4000"),
    (256, "pragma wal_autocheckpoint = 8000"),
    (usize::MAX, "pragma wal_autocheckpoint = 16000"),
];

/// How much a reader remembers of the file: 2 MiB. The system's own cache holds the rest, once for all readers.
const READER_CACHE: &str = "-2048";

static MIGRATOR: Migrator = sqlx::migrate!("../../migrations/sqlite");

/// How to connect.
pub type ConnectHow = SqliteConnectOptions;

/// Opens the readers, and says how the writer connects.
pub async fn open(url: &str, options: &Options) -> Result<(SqlitePool, ConnectHow), OpenError> {
    let how = how(url)?.pragma("cache_size", format!("-{}", options.writer_cache_kib));
    let mut first = how.connect().await?;
    check_version(&mut first).await?;
    // Tables that are newer than this program are fine: as a rule they only grow, so that one can go back a release.
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
