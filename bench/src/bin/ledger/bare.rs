//! The same rows in the same tables by rusqlite alone: no use case, no queue, no other thread, no JSON. One
//! prepared statement after the other, so many payments a commit as our ledger had.

use std::path::Path;
use std::time::{Duration, Instant};

use bank::payments::Order;
use bank::{Calendar, Clock, IdMint};
use bench::people::{People, SystemClock};
use bench::stats::{Dice, per_second};
use model::PaymentId;
use rusqlite::{Connection, Statement, params};

use crate::{Outcome, clients};

/// What the payer's statement reads, and everything else that is a constant of a payment.
const OPERATION: &str = "payment";
const SETTLED: &str = "settled";
const CATEGORY: &str = "transfers";

/// A connection with the settings our ledger uses.
pub struct Bare(Connection);

impl Bare {
    /// Opens a database that is there already.
    pub fn open(path: &Path) -> Outcome<Self> {
        let connection = Connection::open(path)?;
        for (name, value) in [
            ("journal_mode", "wal"),
            ("synchronous", "full"),
            ("foreign_keys", "on"),
            ("wal_autocheckpoint", "2000"),
            ("cache_size", "-65536"),
        ] {
            connection.pragma_update(None, name, value)?;
        }
        Ok(Self(connection))
    }

    /// Writes payments for `lasting`, `group` a commit; how many became durable a second.
    pub fn pay(&mut self, ids: &IdMint, group: u64, lasting: Duration, seed: u64) -> Outcome<f64> {
        // As many pages of log as our ledger allows such a group.
        let log_pages = (group.div_ceil(64).next_power_of_two() * 2_000).min(16_000);
        self.0.pragma_update(None, "wal_autocheckpoint", i64::try_from(log_pages)?)?;
        let mut statements = Statements::prepare(&self.0)?;
        let mut dice = Dice::new(seed);
        let begun = Instant::now();
        let mut count = 0;
        while begun.elapsed() < lasting {
            self.0.execute_batch("begin immediate")?;
            for _ in 0..group {
                let (from, to, minor) = clients::draw(&mut dice);
                let order = People::order(PaymentId::new(ids.next()), from, to, minor);
                statements.write(ids, &order, from)?;
            }
            self.0.execute_batch("commit")?;
            count += group;
        }
        Ok(per_second(count, begun.elapsed()))
    }
}

/// Every statement of one payment, prepared once.
struct Statements<'c> {
    /// When the month began in which it is now.
    month_began: i64,
    account: Statement<'c>,
    set_standing: Statement<'c>,
    month_end: Statement<'c>,
    transfer: Statement<'c>,
    posting: Statement<'c>,
    payment: Statement<'c>,
    key: Statement<'c>,
    outbox: Statement<'c>,
    audit: Statement<'c>,
}

/// An account as the ledger needs it.
struct Row {
    balance: i64,
    version: i64,
    last_booked_at: i64,
    paid_in: i64,
    spent: i64,
}

impl<'c> Statements<'c> {
    fn prepare(connection: &'c Connection) -> rusqlite::Result<Self> {
        let calendar = Calendar::utc();
        let month_began = calendar.start_of(calendar.day(SystemClock.now()).first_of_month()).micros();
        Ok(Self {
            month_began,
            account: connection.prepare(
                "select s.balance, s.held, s.min_balance, s.version, s.paid_in, s.last_booked_at, a.payment_limit, \
                 a.daily_limit, s.spent_on, s.spent, a.currency, a.status from standing s \
                 join account a on a.id = s.account where s.account = ?",
            )?,
            set_standing: connection.prepare(
                "update standing set balance = ?, version = ?, paid_in = ?, last_booked_at = ?, spent_on = ?, \
                 spent = ? where account = ?",
            )?,
            month_end: connection
                .prepare("insert into month_end (account, ended_at, version, last_booked_at) values (?, ?, ?, ?)")?,
            transfer: connection.prepare(
                "insert into transfer (id, debit, credit, amount, currency, kind, payment, booked_at) \
                 values (?, ?, ?, ?, ?, ?, ?, ?)",
            )?,
            posting: connection.prepare(
                "insert into posting (account, version, transfer, signed_amount, balance_after, paid_in_after, \
                 booked_at, kind, category, party, reference) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            )?,
            payment: connection.prepare(
                "insert into payment (id, customer, state, from_account, to_account, payee, payee_number, amount, \
                 currency, reference, transfer, approved_at, settled_at) \
                 values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            )?,
            key: connection.prepare(
                "insert into idempotency (key, principal, operation, request_hash, transfer, booked_at) \
                 values (?, ?, ?, ?, ?, ?)",
            )?,
            outbox: connection.prepare("insert into outbox (id, topic, subject) values (?, ?, ?)")?,
            audit: connection.prepare("insert into audit (id, actor, what, subject, at) values (?, ?, ?, ?, ?)")?,
        })
    }

    fn write(&mut self, ids: &IdMint, order: &Order, payer: u32) -> rusqlite::Result<()> {
        let (transfer, payment, at) = (ids.next(), order.id.value(), SystemClock.now().micros());
        let (from, to, amount) = (order.from.id.value(), order.to.value(), order.amount.minor);
        let customer = People::customer(payer).value();
        let currency = order.amount.currency.code();
        for (account, change, party) in [(from, -amount, order.payee.as_str()), (to, amount, "Person Number")] {
            let row = self.account.query_one([account], read)?;
            let (balance, version) = (row.balance + change, row.version + 1);
            let paid_in = row.paid_in + change.max(0);
            let spent = row.spent + change.min(0).abs();
            if row.last_booked_at < self.month_began {
                self.month_end.execute(params![account, self.month_began, row.version, row.last_booked_at])?;
            }
            self.set_standing.execute(params![balance, version, paid_in, at, 1, spent, account])?;
            let reference = order.reference.as_str();
            self.posting.execute(params![
                account, version, transfer, change, balance, paid_in, at, OPERATION, CATEGORY, party, reference
            ])?;
        }
        self.transfer.execute(params![transfer, from, to, amount, currency, OPERATION, payment, at])?;
        self.payment.execute(params![
            payment,
            customer,
            SETTLED,
            from,
            to,
            order.payee,
            order.payee_number.here().map_or(0, model::AccountNumber::value),
            amount,
            currency,
            order.reference,
            transfer,
            at,
            at
        ])?;
        let key = order.id.to_string();
        self.key.execute(params![key, customer, OPERATION, order.shown().digest(), transfer, at])?;
        self.outbox.execute(params![ids.next(), "payment.settled", payment])?;
        self.audit.execute(params![ids.next(), customer, "transfer", transfer, at])?;
        Ok(())
    }
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    let (balance, version, paid_in) = (row.get(0)?, row.get(3)?, row.get(4)?);
    Ok(Row { balance, version, paid_in, last_booked_at: row.get(5)?, spent: row.get(9)? })
}
