//! What PostgreSQL says in its own words.

use std::{net::IpAddr, str::FromStr, time::Duration};

use sqlx::{
    Arguments as _, ConnectOptions, Connection, PgConnection, PgPool,
    migrate::Migrator,
    postgres::{PgArguments, PgConnectOptions, PgPoolOptions, PgSslMode},
};

use crate::{OpenError, Options, cell::Cell};

/// The rows of one JSON parameter, an array of arrays: `input.value` is a row.
macro_rules! rows {
    ($parameter:literal) => {
        concat!("jsonb_array_elements(cast(", $parameter, " as jsonb)) as input(value)")
    };
}

/// The rows that [`given`](given()) has given a statement, each of so many columns.
macro_rules! given {
    ($columns:literal) => {
        rows!("$1")
    };
}

/// A column of a row of [`given`], counted from 0: `cell!(int 0)`.
macro_rules! cell {
    ($kind:ident $place:literal) => {
        $kind!($place)
    };
}

/// A whole number from a row of [`rows`].
macro_rules! int {
    ($place:literal) => {
        concat!("(input.value->>", $place, ")::bigint")
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
        concat!("decode(input.value->>", $place, ", 'hex')")
    };
}

/// Bytes of a column as hexadecimal digits.
macro_rules! hex {
    ($column:literal) => {
        concat!("encode(", $column, ", 'hex')")
    };
}

/// Whether a column is among the numbers of one JSON parameter, an array.
macro_rules! among {
    ($column:literal, $parameter:literal) => {
        concat!(
            $column,
            " = any(array(select item::bigint from jsonb_array_elements(cast(",
            $parameter,
            " as jsonb)) as items(item)))"
        )
    };
}

/// Whether a column is among the texts of one JSON parameter, an array.
macro_rules! among_texts {
    ($column:literal, $parameter:literal) => {
        concat!(
            $column,
            " = any(array(select item from jsonb_array_elements_text(cast(",
            $parameter,
            " as jsonb)) as items(item)))"
        )
    };
}

/// All rows as one JSON array of arrays, in an order.
macro_rules! gathered {
    ($columns:expr, $order:literal) => {
        concat!("coalesce(json_agg(json_build_array(", $columns, ") order by ", $order, "), '[]')::text")
    };
}

/// Columns as a JSON array within a row of [`gathered`].
macro_rules! nested {
    ($columns:expr) => {
        concat!("json_build_array(", $columns, ")")
    };
}

/// Names one behind the other.
macro_rules! joined {
    ($column:literal, $between:literal, $order:literal) => {
        concat!("string_agg(", $column, ", '", $between, "' order by ", $order, ")")
    };
}

/// Whether a text holds another.
macro_rules! holds_text {
    ($text:expr, $part:literal) => {
        concat!("strpos(", $text, ", ", $part, ") > 0")
    };
}

/// As text, behind one JSON array that is an answer.
macro_rules! as_text {
    () => {
        "::text"
    };
}

/// Locks the standings that a select reads until the commit: every writer locks in the order of their accounts' ids, so
/// that no two can wait for each other.
macro_rules! locking {
    () => {
        " for update of s"
    };
}

/// How a transaction that will write begins.
pub const BEGIN: &str = "begin";

/// What a connection is told before it fills the database.
pub const BEFORE_FILLING: &[&str] = &["set synchronous_commit = off", "set lock_timeout = 0"];

/// What makes everything durable afterwards, and tells the planner what there is.
pub const AFTER_FILLING: &[&str] = &["set synchronous_commit = on", "analyze"];

/// How many rows one statement is given at most.
pub const ROWS_AT_ONCE: usize = usize::MAX;

/// `rows` as the parameters of a statement: one, a JSON array of arrays.
pub fn given<const N: usize>(rows: &[[Cell<'_>; N]]) -> PgArguments {
    let rows: Vec<_> = rows.iter().map(<[_; N]>::as_slice).collect();
    let json = serde_json::to_string(&rows).expect("rows can always be written as JSON");
    let mut arguments = PgArguments::default();
    arguments.add(json).expect("a text can always be encoded");
    arguments
}

/// Whether all writes go through the one task that owns the only writing connection.
pub const ONE_WRITER: bool = false;

/// How many groups of commands are worked on at the same time.
pub const WRITERS: usize = 2;

/// What the writer is told before a group of up to so many commands: nothing.
pub const BEFORE_GROUPS: &[(usize, &str)] = &[];

static MIGRATOR: Migrator = sqlx::migrate!("../../migrations/postgres");

/// How to connect.
pub type ConnectHow = PgConnectOptions;

/// The longest a statement of the pool may take, in milliseconds: well within what a request may. The writers and the
/// look over the ledger have connections of their own.
const LONGEST_MS: &str = "10000";

/// The longest it may wait for a row that somebody else is changing, in milliseconds.
const LONGEST_WAIT_MS: &str = "2000";

/// Opens the pool that reads, and writes what is not money; and says how a writer of money connects.
pub async fn open(url: &str, options: &Options) -> Result<(PgPool, ConnectHow), OpenError> {
    let how = how(url)?;
    let mut first = how.connect().await?;
    // Tables that are newer than this program are fine: as a rule they only grow, so that one can go back a release.
    let pending = applied(&mut first).await? < MIGRATOR.iter().count();
    first.close().await?;
    if pending {
        return Err(OpenError::NotMigrated);
    }
    let patience = [("statement_timeout", LONGEST_MS), ("lock_timeout", LONGEST_WAIT_MS)];
    let pool = PgPoolOptions::new()
        .max_connections(options.readers)
        .test_before_acquire(false)
        .acquire_timeout(Duration::from_secs(5))
        .connect_with(how.clone().options(patience))
        .await?;
    // Every statement of a writer finds its rows by their keys. Plans made while a table was still empty would
    // read all of it later.
    let by_key = [
        ("lock_timeout", LONGEST_WAIT_MS),
        ("plan_cache_mode", "force_generic_plan"),
        ("enable_seqscan", "off"),
        ("enable_hashjoin", "off"),
        ("enable_mergejoin", "off"),
        ("jit", "off"),
    ];
    Ok((pool, how.options(by_key)))
}

/// Makes the schema that the address puts first on the search path, where it is not there yet.
const MAKE_SCHEMA: &str = "do $$ begin if current_schema() is null then execute \
     format('create schema if not exists %I', split_part(current_setting('search_path'), ',', 1)); end if; end $$";

/// Brings the tables up to date.
pub async fn migrate(url: &str) -> Result<(), OpenError> {
    let mut connection = how(url)?.connect().await?;
    sqlx::query(MAKE_SCHEMA).execute(&mut connection).await?;
    MIGRATOR.run(&mut connection).await?;
    connection.close().await?;
    Ok(())
}

fn how(url: &str) -> Result<ConnectHow, OpenError> {
    Ok(PgConnectOptions::from_str(url)?.application_name("banyan").disable_statement_logging())
}

/// Whether what is said to this database goes to another machine and could be read on the way. An address that cannot
/// be read is not one that anything is said to.
pub fn crosses_in_the_clear(url: &str) -> bool {
    let Ok(how) = how(url) else { return false };
    let host = how.get_host();
    let local = how.get_socket().is_some()
        || host.starts_with('/')
        || host == "localhost"
        || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    let hidden = matches!(how.get_ssl_mode(), PgSslMode::Require | PgSslMode::VerifyCa | PgSslMode::VerifyFull);
    !local && !hidden
}

async fn applied(connection: &mut PgConnection) -> Result<usize, OpenError> {
    let known = "select to_regclass('_sqlx_migrations') is not null";
    if !sqlx::query_scalar::<_, bool>(known).fetch_one(&mut *connection).await? {
        return Ok(0);
    }
    let applied = "select count(*) from _sqlx_migrations where success";
    let count: i64 = sqlx::query_scalar(applied).fetch_one(connection).await?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// What to do about a failure of a group.
pub fn advice(error: &sqlx::Error) -> crate::options::Advice {
    use crate::options::Advice;
    let Some(error) = error.as_database_error() else { return Advice::about_driver(error) };
    match error.code().as_deref() {
        // Serialisation failure, deadlock: another group was faster.
        Some("40001" | "40P01") => Advice::Retry,
        // Another server kept the same key first: look again, and replay what it kept.
        Some("23505") if error.constraint() == Some("idempotency_pkey") => Advice::Retry,
        // Lock not available within the time.
        Some("55P03") => Advice::Waited,
        // Data exception, integrity constraint violation: one command of the group asked for something that cannot be.
        Some(code) if code.starts_with("22") || code.starts_with("23") => Advice::OneByOne,
        _ => Advice::GiveUp,
    }
}
