//! Looking over the whole ledger: what must always be true, in few passes over whole tables.
//!
//! Each question is right by itself, whatever is booked between two of them: it reads everything it compares in one
//! statement, which sees one moment. Only for as long as the longest of them does SQLite keep what was written since
//! in its log, and PostgreSQL the rows that were replaced. So what is asked of lines and of transfers is asked for a
//! slice of them at a time.

use bank::{
    StorageError,
    audit::{AuditEntry, Chain, FIRST, link},
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

mod sides;

const ACCOUNTS: &str = concat!("select ", nested!("count(*)"), as_text!(), " from account");

const ASIDE: &str = concat!("select ", nested!("count(*)"), as_text!(), " from interbank_aside");

const CURRENCY_SUMS: &str = concat!(
    "select ",
    gathered!("c.currency, c.total", "c.currency"),
    " from (select a.currency, cast(sum(s.balance) as bigint) as total from account a \
     join standing s on s.account = a.id group by a.currency having sum(s.balance) <> 0) c"
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
     s.account is not null and s.version = l.lines and l.first = 1 and l.last = l.lines as numbered, \
     s.account is null or (s.balance = l.total and s.paid_in = l.paid_in) as summed, \
     l.strays = 0 and (s.account is null or l.booked_at <= s.last_booked_at) as follows \
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
     left join standing s on s.account = l.account \
     union all select a.id, s.account is not null and s.version = 0, \
     s.account is null or (s.balance = 0 and s.paid_in = 0), 1 = 1 from account a left join standing s on s.account = a.id \
     where a.id > $1 and a.id <= $2 and not exists (select 1 from posting p where p.account = a.id)) f \
     where not (f.numbered and f.summed and f.follows)"
);

// The lines on both sides of where a month ended.
const MONTH_ENDS: &str = offenders!(
    "select distinct m.account as id from month_end m \
     left join posting p on p.account = m.account and p.version = m.version \
     left join posting n on n.account = m.account and n.version = m.version + 1 \
     where m.account > $1 and m.account <= $2 and not (m.last_booked_at < m.ended_at \
     and m.last_booked_at = case when m.version = 0 then 0 else coalesce(p.booked_at, m.ended_at) end \
     and m.ended_at <= coalesce(n.booked_at, m.last_booked_at))"
);

const HELD: &str = offenders!(
    "select s.account as id from standing s left join (select account, sum(amount) as held from hold \
     where state = 'open' group by account) h on h.account = s.account where s.held <> coalesce(h.held, 0)"
);

const BELOW_MINIMUM: &str = offenders!("select account as id from standing where balance - held < min_balance");

const REVERSED_TWICE: &str =
    offenders!("select reverses as id from transfer where reverses is not null group by reverses having count(*) > 1");

// Payments that are on their way without waiting, and waits without a payment that is, or without its money.
const WAITING: &str = offenders!(
    "select p.id from payment p where p.state = 'submitted' \
     and not exists (select 1 from payment_wait w where w.payment = p.id and w.ended_at is null) \
     union select w.payment as id from payment_wait w where w.ended_at is null and not exists \
     (select 1 from payment p join hold h on h.id = w.hold and h.state = 'open' and h.account = p.from_account \
     and h.amount = p.amount where p.id = w.payment and p.state = 'submitted')"
);

// Payments that have left for other banks without being on their way, the other way round, and those whose money is back
// exactly where it is not said to be.
const SENDINGS: &str = offenders!(
    "select p.id from outside_account x join payment p on p.to_account = x.account where p.state = 'settled' \
     and not exists (select 1 from sending g where g.payment = p.id) \
     union select g.payment as id from sending g where not exists \
     (select 1 from payment p join outside_account x on x.account = p.to_account join transfer t on t.id = p.transfer \
     where p.id = g.payment and p.state = 'settled' and t.credit = p.to_account and t.amount = p.amount \
     and (g.state in ('refused', 'returned')) = (exists (select 1 from transfer r where r.reverses = t.id) \
     or exists (select 1 from exchange e where e.payment = g.payment and e.back_transfer is not null)))"
);

// Payments abroad that were not exchanged as was approved: each move between the bank's own accounts, and each of them the
// other way where the payment was refused; and what came back where it was returned.
const EXCHANGES: &str = offenders!(
    "select p.id from outside_account x join payment p on p.to_account = x.account where x.iban like '%/%' \
     and not exists (select 1 from exchange e where e.payment = p.id) \
     union select e.payment as id from exchange e where not exists \
     (select 1 from payment p where p.id = e.payment and p.amount = e.exchanged + e.fee) \
     union select e.payment as id from exchange e join payment p on p.id = e.payment \
     left join sending g on g.payment = p.id where p.state = 'settled' and not (\
     exists (select 1 from transfer t join exchange_account a on a.account = t.credit and a.purpose = 'position' \
     where t.id = e.sold and t.debit = p.to_account and t.credit = e.sold_into and t.amount = e.exchanged \
     and t.currency = p.currency) \
     and (e.fee = 0 or exists (select 1 from transfer t join exchange_account a on a.account = t.credit \
     and a.purpose = 'fees' where t.id = e.charged and t.debit = p.to_account and t.credit = e.fees \
     and t.amount = e.fee and t.currency = p.currency)) \
     and exists (select 1 from transfer t join exchange_account a on a.account = t.debit and a.purpose = 'position' \
     where t.id = e.bought and t.debit = e.bought_from and t.credit = e.payee and t.amount = e.arrives \
     and t.currency = e.arrives_currency) \
     and (select count(*) from transfer r where r.reverses in (e.sold, e.charged, e.bought)) \
     = case when g.state = 'refused' then case when e.fee = 0 then 2 else 3 end else 0 end \
     and (g.state = 'returned') = (e.back_transfer is not null) \
     and (e.back_transfer is null or exists (select 1 from transfer t where t.id = e.back_transfer \
     and t.debit = e.sold_into and t.credit = p.from_account and t.amount = e.back_amount)))"
);

/// How many rows of the audit chain are looked at in one go.
const CHAIN_ROWS: i64 = 5_000;

const CHAIN: &str = concat!(
    "select ",
    gathered!(
        concat!("s.seq, s.id, s.actor, s.what, s.subject, s.at, s.why, ", hex!("s.prev_hash"), ", ", hex!("s.hash")),
        "s.seq"
    ),
    " from (select * from audit where seq > $1 order by seq limit $2) s"
);

/// Place, id, actor, what, subject, when, why, the hash before, the hash.
#[derive(Deserialize)]
struct ChainRow(i64, i64, Option<i64>, String, i64, Timestamp, Option<String>, Option<String>, Option<String>);

impl Backend {
    /// Looks over the whole ledger, while business goes on.
    pub(super) async fn look_over(&self) -> Result<VerifyReport, StorageError> {
        let mut connection = self.how.connect().await.map_err(StorageError::new)?;
        let mut report = VerifyReport::default();
        tables(&mut connection, self.ids.next(), &mut report).await?;
        let Chain { sealed, broken_at } = chain(&mut connection).await?;
        report.sealed = sealed;
        report.breaches.extend(broken_at.map(|seq| Breach::AuditChain { seq }));
        connection.close().await.map_err(StorageError::new)?;
        Ok(report)
    }

    /// Follows the audit chain alone.
    pub(super) async fn follow(&self) -> Result<Chain, StorageError> {
        let mut connection = self.how.connect().await.map_err(StorageError::new)?;
        let chain = chain(&mut connection).await?;
        connection.close().await.map_err(StorageError::new)?;
        Ok(chain)
    }
}

async fn ask<T: DeserializeOwned>(connection: &mut Connection, sql: &'static str) -> Result<T, StorageError> {
    let json: String = sqlx::query_scalar(sql).fetch_one(connection).await.map_err(StorageError::new)?;
    serde_json::from_str(&json).map_err(StorageError::new)
}

/// As [`ask`], about these numbers.
async fn ask_about<T: DeserializeOwned>(
    connection: &mut Connection,
    sql: &'static str,
    numbers: &[i64],
) -> Result<T, StorageError> {
    let query = numbers.iter().fold(sqlx::query_scalar::<Db, String>(sql), |query, number| query.bind(*number));
    let json = query.fetch_one(connection).await.map_err(StorageError::new)?;
    serde_json::from_str(&json).map_err(StorageError::new)
}

/// The accounts behind one, up to another.
struct Slice {
    after: i64,
    until: i64,
}

/// All accounts in slices. The last goes on beyond the last account: whatever lines are there belong to none.
async fn slices(connection: &mut Connection) -> Result<Vec<Slice>, StorageError> {
    let (mut slices, mut after) = (Vec::new(), i64::MIN);
    while after < i64::MAX {
        let end: Vec<(i64,)> = ask_about(connection, SLICE_END, &[after, SLICE]).await?;
        let until = end.first().map_or(i64::MAX, |(id,)| *id);
        slices.push(Slice { after, until });
        after = until;
    }
    Ok(slices)
}

/// The lines of every account, and where its months ended.
async fn lines(connection: &mut Connection, accounts: &[Slice], report: &mut VerifyReport) -> Result<(), StorageError> {
    for slice in accounts {
        let numbers = [slice.after, slice.until];
        let found: Vec<(i64, u8, u8, u8)> = ask_about(connection, LINES, &numbers).await?;
        for (account, misnumbered, missummed, stray) in found {
            let found = [
                (misnumbered, Breach::Versions { account }),
                (missummed, Breach::Balance { account }),
                (stray, Breach::RunningBalance { account }),
            ];
            report.breaches.extend(found.into_iter().filter(|(wrong, _)| *wrong != 0).map(|(_, breach)| breach));
        }
        let ends: Vec<(i64,)> = ask_about(connection, MONTH_ENDS, &numbers).await?;
        report.breaches.extend(ends.into_iter().map(|(account,)| Breach::MonthEnd { account }));
    }
    Ok(())
}

async fn tables(connection: &mut Connection, newest: i64, report: &mut VerifyReport) -> Result<(), StorageError> {
    (report.accounts,) = ask(connection, ACCOUNTS).await?;
    (report.aside,) = ask(connection, ASIDE).await?;
    let sums: Vec<(String, i64)> = ask(connection, CURRENCY_SUMS).await?;
    report.breaches.extend(sums.into_iter().map(|(currency, sum)| Breach::CurrencySum { currency, sum }));
    let accounts = slices(connection).await?;
    lines(connection, &accounts, report).await?;
    let held: Vec<(i64,)> = ask(connection, HELD).await?;
    report.breaches.extend(held.into_iter().map(|(account,)| Breach::Held { account }));
    let below: Vec<(i64,)> = ask(connection, BELOW_MINIMUM).await?;
    report.breaches.extend(below.into_iter().map(|(account,)| Breach::BelowMinimum { account }));
    sides::all(connection, &accounts, newest, report).await?;
    let twice: Vec<(i64,)> = ask(connection, REVERSED_TWICE).await?;
    report.breaches.extend(twice.into_iter().map(|(transfer,)| Breach::ReversedTwice { transfer }));
    let waiting: Vec<(i64,)> = ask(connection, WAITING).await?;
    report.breaches.extend(waiting.into_iter().map(|(payment,)| Breach::Waiting { payment }));
    let sendings: Vec<(i64,)> = ask(connection, SENDINGS).await?;
    report.breaches.extend(sendings.into_iter().map(|(payment,)| Breach::Sending { payment }));
    let exchanges: Vec<(i64,)> = ask(connection, EXCHANGES).await?;
    report.breaches.extend(exchanges.into_iter().map(|(payment,)| Breach::Exchange { payment }));
    Ok(())
}

/// Follows the audit chain from its first row; stops where it breaks.
async fn chain(connection: &mut Connection) -> Result<Chain, StorageError> {
    let (mut previous, mut last) = (FIRST, 0);
    let mut followed = Chain::default();
    loop {
        let query = sqlx::query_scalar::<Db, String>(CHAIN).bind(last).bind(CHAIN_ROWS);
        let json = query.fetch_one(&mut *connection).await.map_err(StorageError::new)?;
        let rows: Vec<ChainRow> = serde_json::from_str(&json).map_err(StorageError::new)?;
        if rows.is_empty() {
            return Ok(followed);
        }
        for ChainRow(seq, id, actor, what, subject, at, why, before, hash) in rows {
            let expected = link(&previous, seq, &AuditEntry { id, actor, what, subject, at, why });
            let kept = |hex: Option<String>| hex.as_deref().and_then(from_hex);
            if seq != last + 1 || kept(before) != Some(previous) || kept(hash) != Some(expected) {
                return Ok(Chain { broken_at: Some(seq), ..followed });
            }
            (previous, last) = (expected, seq);
            followed.sealed += 1;
        }
    }
}
