//! What the page needs from the database: prepared statements over the tables of the bank.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Mutex;

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{AccountId, AccountNumber};
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use sha2::{Digest, Sha256};

/// How long a session may be left alone, in microseconds.
const IDLE: i64 = 300_000_000;
/// How many months are shown.
const MONTHS: i64 = 12;

/// An account as its page shows it.
pub struct Account {
    pub id: AccountId,
    pub number: String,
    pub kind: String,
    pub name: String,
    pub holder: String,
    pub status: String,
    pub balance: i64,
    pub held: i64,
    pub overdraft: i64,
    pub rate_bp: i64,
    pub version: i64,
    last_booked_at: i64,
}

/// A line of its history.
pub struct Line {
    pub version: i64,
    pub booked_at: i64,
    pub amount: i64,
    pub balance: i64,
    pub kind: String,
    pub category: String,
    pub party: String,
    pub reference: String,
}

/// What came in and went out in a month, in minor units.
#[derive(Clone, Copy)]
pub struct Month {
    pub first: Date,
    pub paid_in: i64,
    pub paid_out: i64,
}

/// The months of accounts, under the account, its version and the month it is.
#[derive(Default)]
pub struct Memory(Mutex<HashMap<(AccountId, i64, Date), Vec<Month>>>);

/// A connection that reads.
pub struct Database(Connection);

impl Database {
    /// Opens a database that is there.
    pub fn open(path: &Path) -> rusqlite::Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        connection.pragma_update(None, "cache_size", -65_536)?;
        connection.set_prepared_statement_cache_capacity(32);
        Ok(Self(connection))
    }

    /// The customer whose valid session this is the secret of.
    pub fn session(&self, secret: &[u8; 16], now: i64) -> rusqlite::Result<Option<i64>> {
        let hash: [u8; 32] = Sha256::digest(secret).into();
        let mut statement = self.0.prepare_cached(
            "select c.id from session s join customer c on c.id = s.customer where s.secret_hash = ? \
             and s.expires_at > ? and s.seen_at > ? and c.status = 'active'",
        )?;
        statement.query_one(params![hash, now, now - IDLE], |row| row.get(0)).optional()
    }

    /// An account of `owner`.
    pub fn account(&self, owner: i64, id: i64) -> rusqlite::Result<Option<Account>> {
        let mut statement = self.0.prepare_cached(
            "select a.number, a.kind, a.name, a.status, s.balance, s.held, s.min_balance, a.rate_bp, s.version, \
             s.last_booked_at, case when a.kind = 'business' and a.name <> '' then a.name else (select \
             group_concat(c.name, ' & ' order by c.id) from account_owner h join customer c on c.id = h.customer \
             where h.account = a.id) end from account_owner o join account a on a.id = o.account \
             join standing s on s.account = a.id where o.customer = ? and o.account = ?",
        )?;
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Account {
                id: AccountId::new(id),
                number: AccountNumber::from_value(row.get(0)?).map(|number| number.to_string()).unwrap_or_default(),
                kind: row.get(1)?,
                name: row.get(2)?,
                status: row.get(3)?,
                balance: row.get(4)?,
                held: row.get(5)?,
                overdraft: -row.get::<_, i64>(6)?,
                rate_bp: row.get(7)?,
                version: row.get(8)?,
                last_booked_at: row.get(9)?,
                holder: row.get(10)?,
            })
        };
        statement.query_one([owner, id], read).optional()
    }

    /// The newest fifty lines.
    pub fn lines(&self, account: &Account) -> rusqlite::Result<Vec<Line>> {
        let mut statement = self.0.prepare_cached(
            "select version, booked_at, signed_amount, balance_after, kind, category, party, reference \
             from posting where account = ? order by version desc limit 50",
        )?;
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Line {
                version: row.get(0)?,
                booked_at: row.get(1)?,
                amount: row.get(2)?,
                balance: row.get(3)?,
                kind: row.get(4)?,
                category: row.get(5)?,
                party: row.get(6)?,
                reference: row.get(7)?,
            })
        };
        statement.query_map([account.id.value()], read)?.collect()
    }

    /// For whom how much is set aside.
    pub fn held(&self, account: &Account) -> rusqlite::Result<Vec<(String, i64)>> {
        if account.held == 0 {
            return Ok(Vec::new());
        }
        let mut statement = self.0.prepare_cached(
            "select party, amount from hold where account = ? and state = 'open' order by placed_at, id",
        )?;
        statement.query_map([account.id.value()], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    }

    /// What came in and went out in each of the last months, oldest first.
    pub fn months(
        &self,
        account: &Account,
        today: Date,
        zone: &TimeZone,
        memory: Option<&Memory>,
    ) -> rusqlite::Result<Vec<Month>> {
        let this = today.first_of_month();
        let key = (account.id, account.version, this);
        let known = memory.and_then(|memory| memory.0.lock().ok()?.get(&key).cloned());
        if let Some(known) = known {
            return Ok(known);
        }
        let mut months = Vec::new();
        let (mut balance, mut paid_in) = self.standing(account, i64::MAX)?;
        for back in 0..MONTHS {
            let first = this.saturating_sub(back.months());
            let start = zone.to_zoned(first.at(0, 0, 0, 0)).map_or(0, |start| start.timestamp().as_microsecond());
            let (before, paid_before) = self.standing(account, start)?;
            let came_in = paid_in - paid_before;
            months.push(Month { first, paid_in: came_in, paid_out: came_in - (balance - before) });
            (balance, paid_in) = (before, paid_before);
        }
        months.reverse();
        if let Some(mut memory) = memory.and_then(|memory| memory.0.lock().ok()) {
            memory.insert(key, months.clone());
        }
        Ok(months)
    }

    /// The last line before `moment`, where it ended a month and nothing was booked from it to `moment`.
    fn month_end(&self, account: &Account, moment: i64) -> rusqlite::Result<Option<i64>> {
        let mut statement = self.0.prepare_cached(
            "select version from month_end where account = ?1 and ended_at >= ?2 and last_booked_at < ?2 \
             order by ended_at limit 1",
        )?;
        statement.query_one([account.id.value(), moment], |row| row.get(0)).optional()
    }

    /// The balance and everything paid in just before `moment`, found where its month began. Elsewhere versions and
    /// moments grow together, so the line is found by halving.
    fn standing(&self, account: &Account, moment: i64) -> rusqlite::Result<(i64, i64)> {
        let mut statement = self.0.prepare_cached(
            "select booked_at, balance_after, paid_in_after from posting where account = ? and version = ?",
        )?;
        let mut line = |version: i64| {
            statement.query_one([account.id.value(), version], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        };
        let (mut low, mut high) = (0, account.version);
        if account.last_booked_at < moment {
            low = high;
        } else if let Some(version) = self.month_end(account, moment)? {
            (low, high) = (version, version);
        }
        while low < high {
            let middle = (low + high + 1) / 2;
            let (booked_at, _, _): (i64, i64, i64) = line(middle)?;
            if booked_at < moment { low = middle } else { high = middle - 1 }
        }
        if low == 0 {
            return Ok((0, 0));
        }
        line(low).map(|(_, balance, paid_in): (i64, i64, i64)| (balance, paid_in))
    }
}
