//! Looking over the whole ledger: what must always be true, in few passes over whole tables.
//!
//! Each question is right by itself, whatever is booked between two of them: it reads everything it compares in one
//! statement, which sees one moment. Only for as long as the longest of them does SQLite keep what was written since
//! in its log, and PostgreSQL the rows that were replaced. The lines of accounts are asked for a slice of accounts at
//! a time; whether each transfer has its two sides cannot be sliced, because lines are found by account only.

use bank::{
    StorageError,
    audit::{AuditEntry, FIRST, link},
    ledger::{Breach, VerifyReport},
};
use model::Timestamp;
use serde::{Deserialize, de::DeserializeOwned};
use sqlx::{ConnectOptions, Connection as _};

use super::{Backend, Connection, Db, rows::from_hex};

/// One JSON array of numbers: the ids that a query of one column `id` finds. A hundred of each kind are enough to see
/// what is wrong.
macro_rules! offenders {
    ($query:expr) => {
        concat!(
            "select ",
            gathered!("f.id", "f.id"),
            " from (select e.id from (",
            $query,
            ") e order by e.id limit 100) f"
        )
    };
}

const COUNTS: &str = concat!(
    "select ",
    nested!("(select count(*) from account), (select count(*) from posting), (select count(*) from transfer)"),
    as_text!()
);

const CURRENCY_SUMS: &str = concat!(
    "select ",
    gathered!("c.currency, c.total", "c.currency"),
    " from (select currency, cast(sum(balance) as bigint) as total from account group by currency \
     having sum(balance) <> 0) c"
);

/// How many accounts a slice has.
const SLICE: i64 = 200;

// The last account of the slice behind one.
const SLICE_END: &str = concat!(
    "select ",
    gathered!("s.id", "s.id"),
    " from (select max(b.id) as id from (select id from account where id > $1 order by id limit $2) b \
     having count(*) = $2) s"
);

// The postings of the accounts behind $1, up to $2, in the order of their key: by account how many there are, what they
// come to, and how many do not follow from the line before; then the accounts that have none.
const LINES: &str = concat!(
    "select ",
    gathered!(
        "f.id, case when f.numbered then 0 else 1 end, case when f.summed then 0 else 1 end, \
         case when f.follows then 0 else 1 end",
        "f.id"
    ),
    " from (select l.account as id, \
     a.id is not null and a.version = l.lines and l.first = 1 and l.last = l.lines as numbered, \
     a.id is null or (a.balance = l.total and a.paid_in = l.paid_in) as summed, \
     l.strays = 0 and (a.id is null or l.booked_at <= a.last_booked_at) as follows \
     from (select s.account, count(*) as lines, min(s.version) as first, max(s.version) as last, \
     sum(s.signed_amount) as total, sum(case when s.signed_amount > 0 then s.signed_amount else 0 end) as paid_in, \
     max(s.booked_at) as booked_at, sum(case when s.balance_after = s.balance_before + s.signed_amount \
     and s.paid_in_after = s.paid_in_before + case when s.signed_amount > 0 then s.signed_amount else 0 end \
     and s.booked_at >= s.booked_before then 0 else 1 end) as strays \
     from (select p.account, p.version, p.signed_amount, p.balance_after, p.paid_in_after, p.booked_at, \
     lag(p.balance_after, 1, cast(0 as bigint)) over w as balance_before, \
     lag(p.paid_in_after, 1, cast(0 as bigint)) over w as paid_in_before, \
     lag(p.booked_at, 1, p.booked_at) over w as booked_before \
     from posting p where p.account > $1 and p.account <= $2 \
     window w as (partition by p.account order by p.version)) s group by s.account) l \
     left join account a on a.id = l.account \
     union all select a.id, a.version = 0, a.balance = 0 and a.paid_in = 0, 1 = 1 from account a \
     where a.id > $1 and a.id <= $2 and not exists (select 1 from posting p where p.account = a.id)) f \
     where not (f.numbered and f.summed and f.follows)"
);

const HELD: &str = offenders!(
    "select a.id from account a left join (select account, sum(amount) as held from hold where state = 'open' \
     group by account) h on h.account = a.id where a.held <> coalesce(h.held, 0)"
);

const BELOW_MINIMUM: &str = offenders!("select id from account where balance - held < min_balance");

// The two postings of each transfer that has any, against the transfer.
const TRANSFER_SIDES: &str = offenders!(
    "select g.transfer as id from (select p.transfer, count(*) as sides, min(p.signed_amount) as lowest, \
     max(p.signed_amount) as highest, min(case when p.signed_amount < 0 then p.account end) as debit, \
     min(case when p.signed_amount > 0 then p.account end) as credit, min(p.booked_at) as earliest, \
     max(p.booked_at) as latest from posting p group by p.transfer) g left join transfer t on t.id = g.transfer \
     where t.id is null or g.sides <> 2 or g.lowest <> -t.amount or g.highest <> t.amount \
     or g.debit is null or g.debit <> t.debit or g.credit is null or g.credit <> t.credit \
     or g.earliest <> t.booked_at or g.latest <> t.booked_at"
);

// Asked only where the numbers of transfers and postings show that there is one.
const WITHOUT_SIDES: &str =
    offenders!("select t.id from transfer t where not exists (select 1 from posting p where p.transfer = t.id)");

const REVERSED_TWICE: &str =
    offenders!("select reverses as id from transfer where reverses is not null group by reverses having count(*) > 1");

/// How many rows of the audit chain are looked at in one go.
const CHAIN_ROWS: i64 = 5_000;

const CHAIN: &str = concat!(
    "select ",
    gathered!(
        concat!("s.seq, s.id, s.actor, s.what, s.subject, s.at, ", hex!("s.prev_hash"), ", ", hex!("s.hash")),
        "s.seq"
    ),
    " from (select * from audit where seq > $1 order by seq limit $2) s"
);

/// Place, id, actor, what, subject, when, the hash before, the hash.
#[derive(Deserialize)]
struct ChainRow(i64, i64, Option<i64>, String, i64, Timestamp, Option<String>, Option<String>);

impl Backend {
    /// Looks over the whole ledger, while business goes on.
    pub(super) async fn look_over(&self) -> Result<VerifyReport, StorageError> {
        let mut connection = self.how.connect().await.map_err(StorageError::new)?;
        let mut report = VerifyReport::default();
        tables(&mut connection, &mut report).await?;
        chain(&mut connection, &mut report).await?;
        connection.close().await.map_err(StorageError::new)?;
        Ok(report)
    }
}

async fn ask<T: DeserializeOwned>(connection: &mut Connection, sql: &'static str) -> Result<T, StorageError> {
    let json: String = sqlx::query_scalar(sql).fetch_one(connection).await.map_err(StorageError::new)?;
    serde_json::from_str(&json).map_err(StorageError::new)
}

/// As [`ask`], about two numbers.
async fn ask_about<T: DeserializeOwned>(
    connection: &mut Connection,
    sql: &'static str,
    (first, second): (i64, i64),
) -> Result<T, StorageError> {
    let query = sqlx::query_scalar::<Db, String>(sql).bind(first).bind(second);
    let json = query.fetch_one(connection).await.map_err(StorageError::new)?;
    serde_json::from_str(&json).map_err(StorageError::new)
}

/// The lines of every account, slice by slice. The last slice goes on beyond the last account: whatever lines are
/// there belong to none.
async fn lines(connection: &mut Connection, report: &mut VerifyReport) -> Result<(), StorageError> {
    let mut after = i64::MIN;
    loop {
        let end: Vec<(i64,)> = ask_about(connection, SLICE_END, (after, SLICE)).await?;
        let until = end.first().map_or(i64::MAX, |(id,)| *id);
        let found: Vec<(i64, u8, u8, u8)> = ask_about(connection, LINES, (after, until)).await?;
        for (account, misnumbered, missummed, stray) in found {
            let found = [
                (misnumbered, Breach::Versions { account }),
                (missummed, Breach::Balance { account }),
                (stray, Breach::RunningBalance { account }),
            ];
            report.breaches.extend(found.into_iter().filter(|(wrong, _)| *wrong != 0).map(|(_, breach)| breach));
        }
        if until == i64::MAX {
            return Ok(());
        }
        after = until;
    }
}

async fn tables(connection: &mut Connection, report: &mut VerifyReport) -> Result<(), StorageError> {
    (report.accounts, report.postings, report.transfers) = ask(connection, COUNTS).await?;
    let sums: Vec<(String, i64)> = ask(connection, CURRENCY_SUMS).await?;
    report.breaches.extend(sums.into_iter().map(|(currency, sum)| Breach::CurrencySum { currency, sum }));
    lines(connection, report).await?;
    let held: Vec<(i64,)> = ask(connection, HELD).await?;
    report.breaches.extend(held.into_iter().map(|(account,)| Breach::Held { account }));
    let below: Vec<(i64,)> = ask(connection, BELOW_MINIMUM).await?;
    report.breaches.extend(below.into_iter().map(|(account,)| Breach::BelowMinimum { account }));
    let mut sides: Vec<(i64,)> = ask(connection, TRANSFER_SIDES).await?;
    if report.postings != 2 * report.transfers {
        sides.append(&mut ask(connection, WITHOUT_SIDES).await?);
    }
    report.breaches.extend(sides.into_iter().map(|(transfer,)| Breach::TransferSides { transfer }));
    let twice: Vec<(i64,)> = ask(connection, REVERSED_TWICE).await?;
    report.breaches.extend(twice.into_iter().map(|(transfer,)| Breach::ReversedTwice { transfer }));
    Ok(())
}

/// Follows the audit chain from its first row; stops where it breaks.
async fn chain(connection: &mut Connection, report: &mut VerifyReport) -> Result<(), StorageError> {
    let mut previous = FIRST;
    let mut last = 0;
    loop {
        let query = sqlx::query_scalar::<Db, String>(CHAIN).bind(last).bind(CHAIN_ROWS);
        let json = query.fetch_one(&mut *connection).await.map_err(StorageError::new)?;
        let rows: Vec<ChainRow> = serde_json::from_str(&json).map_err(StorageError::new)?;
        if rows.is_empty() {
            return Ok(());
        }
        for ChainRow(seq, id, actor, what, subject, at, before, hash) in rows {
            let expected = link(&previous, seq, &AuditEntry { id, actor, what, subject, at });
            let kept = |hex: Option<String>| hex.as_deref().and_then(from_hex);
            if seq != last + 1 || kept(before) != Some(previous) || kept(hash) != Some(expected) {
                report.breaches.push(Breach::AuditChain { seq });
                return Ok(());
            }
            (previous, last) = (expected, seq);
            report.sealed += 1;
        }
    }
}
