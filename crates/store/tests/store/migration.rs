//! What a database keeps when its tables are brought up to date.

use bank::{ledger::UNLIMITED, limits::Limits};
use model::{AccountId, AccountNumber, CustomerId};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection, migrate::Migrator};

use crate::world::{self, Kind, World};

static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// The step that gave what bookings change a table of its own.
const STANDING: i64 = 20;

const ANN: CustomerId = CustomerId::new(5);
const HERS: AccountId = AccountId::new(7);

// The first moments of May and June 2026, and moments of April and June.
const MAY: i64 = 1_777_593_600_000_000;
const JUNE: i64 = 1_780_272_000_000_000;
const SPRING: i64 = MAY - 1_000_000;
const SUMMER: i64 = JUNE + 1_000_000;

/// Ann's account as it was kept until then: £100 came in April, £30 went in June, and £20 are held.
fn before(bytes: &str) -> String {
    let number = AccountNumber::from_serial(99).expect("seven digits").value();
    format!(
        "insert into customer (id, username, name, greeting, status, language, text_size, theme, password_hash, \
         totp_secret, created_at) values (5, 'ann', 'Ann', 'Ann', 'active', 'en', 'standard', 'device', '', {bytes}, 0);
         insert into account (id, number, kind, name, currency, status, balance, held, version, min_balance, paid_in, \
         last_booked_at, payment_limit, daily_limit, spent_on, spent, rate_bp, opened_at) values \
         (2, null, 'internal', '', 'GBP', 'open', -7000, 0, 2, {least}, 3000, {SUMMER}, 1, 2, 0, 0, 0, 3), \
         (7, {number}, 'savings', 'Boat', 'GBP', 'open', 7000, 2000, 2, -500, 10000, {SUMMER}, 8000, 9000, 20605, 3000, \
         325, 4);
         insert into account_owner (customer, account) values (5, 7);
         insert into transfer (id, debit, credit, amount, currency, kind, booked_at) values \
         (10, 2, 7, 10000, 'GBP', 'cash', {SPRING}), (11, 7, 2, 3000, 'GBP', 'cash', {SUMMER});
         insert into posting (account, version, transfer, signed_amount, balance_after, paid_in_after, booked_at, \
         kind, category, party, reference) values \
         (2, 1, 10, -10000, -10000, 0, {SPRING}, 'cash', 'cash', '', ''), \
         (2, 2, 11, 3000, -7000, 3000, {SUMMER}, 'cash', 'cash', '', ''), \
         (7, 1, 10, 10000, 10000, 10000, {SPRING}, 'cash', 'cash', '', ''), \
         (7, 2, 11, -3000, 7000, 10000, {SUMMER}, 'cash', 'cash', '', '');
         insert into hold (id, account, amount, state, party, placed_at, expires_at) values \
         (12, 7, 2000, 'open', 'Hotel', 0, {never});
         insert into regular (id, account, party, amount, kind, first_day, every) values \
         (13, 7, 'Club', 100, 'standing-order', 20000, 'month');",
        least = -UNLIMITED,
        never = i64::MAX,
    )
}

/// Makes the tables of before, and fills them.
async fn fill(url: &str) {
    if url.starts_with("sqlite") {
        let mut connection = SqliteConnection::connect(&format!("{url}?mode=rwc")).await.expect("the file opens");
        SQLITE.run_to(STANDING - 1, &mut connection).await.expect("the tables are made");
        let sql = AssertSqlSafe(before("x'01'"));
        sqlx::raw_sql(sql).execute(&mut connection).await.expect("the rows are kept");
        connection.close().await.expect("it closes");
    } else {
        let mut connection = PgConnection::connect(url).await.expect("the database answers");
        POSTGRES.run_to(STANDING - 1, &mut connection).await.expect("the tables are made");
        let sql = AssertSqlSafe(before("'\\x01'"));
        sqlx::raw_sql(sql).execute(&mut connection).await.expect("the rows are kept");
    }
}

/// How many rows there are.
async fn count(world: &World, rows: &str) -> i64 {
    let sql = AssertSqlSafe(format!("select count(*) from {rows}"));
    if world.url.starts_with("sqlite") {
        let mut connection = SqliteConnection::connect(&world.url).await.expect("the file opens");
        sqlx::query_scalar(sql).fetch_one(&mut connection).await.expect("an answer")
    } else {
        let mut connection = PgConnection::connect(&world.url).await.expect("the database answers");
        sqlx::query_scalar(sql).fetch_one(&mut connection).await.expect("an answer")
    }
}

/// Whether the database lets somebody do this to its rows.
async fn allows(world: &World, sql: &'static str) -> bool {
    if world.url.starts_with("sqlite") {
        let mut connection = SqliteConnection::connect(&world.url).await.expect("the file opens");
        sqlx::query(sql).execute(&mut connection).await.is_ok()
    } else {
        let mut connection = PgConnection::connect(&world.url).await.expect("the database answers");
        sqlx::query(sql).execute(&mut connection).await.is_ok()
    }
}

async fn balances_move_to_a_table_of_their_own(world: World) {
    world.verified().await;
    let hers = world.ports.accounts.account(ANN, HERS).await.expect("an answer").expect("it is there");
    assert_eq!((hers.balance.minor, hers.held.minor, hers.overdraft.minor), (7_000, 2_000, 500));
    assert_eq!(hers.limits, Limits::new(8_000, 9_000, 8_000), "and somebody new may be paid what one payment may be");
    assert_eq!((hers.name.as_str(), hers.rate_bp, hers.version, hers.opened_at.micros()), ("Boat", 325, 2, 4));
    let moved = format!("standing where account = 7 and paid_in = 10000 and last_booked_at = {SUMMER}");
    assert_eq!(count(&world, &format!("{moved} and spent_on = 20605 and spent = 3000")).await, 1);
    // Where her months ended: with nothing before April, and with one line before June.
    let april = MAY - 30 * 86_400 * 1_000_000;
    for end in [(april, 0, 0), (JUNE, 1, SPRING)] {
        let row = format!("ended_at = {} and version = {} and last_booked_at = {}", end.0, end.1, end.2);
        assert_eq!(count(&world, &format!("month_end where account = 7 and {row}")).await, 1, "{row}");
    }
    assert_eq!(count(&world, "month_end where account = 7").await, 2);
    // What referred to the account still does.
    for sql in ["delete from account where id = 7", "insert into hold values (1, 99, 1, 'open', '', 0, 0)"] {
        assert!(!allows(&world, sql).await, "{sql}");
    }
    let (_, other) = world.person("Bob").await;
    world.submit(world.transfer(HERS, other, 5_501)).await.expect_err("with the overdraft she has 5,500 to spend");
    world.submit(world.transfer(HERS, other, 5_500)).await.expect("there is as much");
    world.verified().await;
}

#[test]
fn balances_move_to_a_table_of_their_own_on_sqlite() {
    world::run_after(Kind::Sqlite, fill, balances_move_to_a_table_of_their_own);
}

#[test]
fn balances_move_to_a_table_of_their_own_on_postgres() {
    world::run_after(Kind::Postgres, fill, balances_move_to_a_table_of_their_own);
}
