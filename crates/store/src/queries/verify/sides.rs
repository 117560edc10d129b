//! Whether every transfer has its two lines, and every line its transfer: slice by slice, so that no statement keeps
//! one moment of the database for long.
//!
//! Lines are found by account only. So each line is held against the side of its transfer that it must be; and that
//! no line is missing, and none there twice instead, shows in how many there are on each side and what the ids of
//! their transfers come to. Only if that does not fit is the whole asked for in one statement, which names the
//! transfers.

use bank::{
    StorageError,
    ledger::{Breach, VerifyReport},
};
use serde::Deserialize;

use super::{Connection, Slice, ask, ask_about};

/// Whether a line `p` is the side of its transfer `t` that it must be.
macro_rules! fits {
    () => {
        "t.id is not null and p.booked_at = t.booked_at and p.signed_amount = \
         case p.account when t.debit then -t.amount when t.credit then t.amount end"
    };
}

/// The lines of a slice of accounts with their transfers.
macro_rules! lines {
    () => {
        "posting p left join transfer t on t.id = p.transfer where p.account > $1 and p.account <= $2"
    };
}

/// How many transfers a column names, and what the two halves of their ids come to: those up to `$3`, where something
/// holds.
macro_rules! sums {
    ($id:literal, $where:literal) => {
        concat!(
            "count(case when ",
            $id,
            " <= $3 and ",
            $where,
            " then 1 end), \
             cast(coalesce(sum(case when ",
            $id,
            " <= $3 and ",
            $where,
            " then ",
            $id,
            " & 2147483647 end), 0) as bigint), \
             cast(coalesce(sum(case when ",
            $id,
            " <= $3 and ",
            $where,
            " then ",
            $id,
            " >> 31 end), 0) as bigint)"
        )
    };
}

const LINES: &str = concat!(
    "select ",
    nested!(concat!(
        "count(*), count(case when ",
        fits!(),
        " then 1 end), ",
        sums!("p.transfer", "p.signed_amount < 0"),
        ", ",
        sums!("p.transfer", "p.signed_amount > 0")
    )),
    as_text!(),
    " from ",
    lines!()
);

const MISFITS: &str =
    offenders!(concat!("select distinct p.transfer as id from ", lines!(), " and (", fits!(), ") is not true"));

/// How many transfers a slice has.
const TRANSFERS: i64 = 100_000;

const TRANSFER_SLICE: &str = concat!(
    "select ",
    nested!(concat!("count(*), coalesce(max(t.id), 0), ", sums!("t.id", "t.amount > 0"))),
    as_text!(),
    " from (select id, amount from transfer where id > $1 order by id limit $2) t"
);

// The two lines of each transfer that has any, against the transfer.
const WHOLE: &str = offenders!(
    "select g.transfer as id from (select p.transfer, count(*) as sides, min(p.signed_amount) as lowest, \
     max(p.signed_amount) as highest from posting p group by p.transfer) g left join transfer t on t.id = g.transfer \
     where t.id is null or g.sides <> 2 or g.lowest <> -t.amount or g.highest <> t.amount"
);

const WITHOUT_SIDES: &str =
    offenders!("select t.id from transfer t where not exists (select 1 from posting p where p.transfer = t.id)");

/// How many, and what the two halves of their ids come to.
type Sums = (i64, i64, i64);

fn plus(one: Sums, other: Sums) -> Sums {
    (one.0 + other.0, one.1 + other.1, one.2 + other.2)
}

/// All lines; how many fit; the debits and the credits of transfers that are compared.
#[derive(Deserialize)]
struct LinesRow(u64, u64, i64, i64, i64, i64, i64, i64);

/// How many transfers there are, the last of them, and those that are compared.
#[derive(Deserialize)]
struct TransfersRow(i64, i64, i64, i64, i64);

/// Holds the lines of every account against their transfers. `newest` is an id that is just being made: what comes to
/// the database later is not compared.
pub async fn all(
    connection: &mut Connection,
    accounts: &[Slice],
    newest: i64,
    report: &mut VerifyReport,
) -> Result<(), StorageError> {
    let mut wrong: Vec<i64> = Vec::new();
    if !compare(connection, accounts, newest, report, &mut wrong).await?
        // What was on its way when this began has come in the meantime.
        && !compare(connection, accounts, newest, report, &mut wrong).await?
    {
        let whole: Vec<(i64,)> = ask(connection, WHOLE).await?;
        let without: Vec<(i64,)> = ask(connection, WITHOUT_SIDES).await?;
        wrong.extend(whole.into_iter().chain(without).map(|(transfer,)| transfer));
    }
    wrong.sort_unstable();
    wrong.dedup();
    report.breaches.extend(wrong.into_iter().map(|transfer| Breach::TransferSides { transfer }));
    Ok(())
}

/// Whether both sides are as many as the transfers, and the same.
async fn compare(
    connection: &mut Connection,
    accounts: &[Slice],
    newest: i64,
    report: &mut VerifyReport,
    wrong: &mut Vec<i64>,
) -> Result<bool, StorageError> {
    let (mut debits, mut credits) = (Sums::default(), Sums::default());
    report.postings = 0;
    for slice in accounts {
        let LinesRow(lines, fitting, d0, d1, d2, c0, c1, c2) =
            ask_about(connection, LINES, &[slice.after, slice.until, newest]).await?;
        report.postings += lines;
        (debits, credits) = (plus(debits, (d0, d1, d2)), plus(credits, (c0, c1, c2)));
        if fitting != lines {
            let misfits: Vec<(i64,)> = ask_about(connection, MISFITS, &[slice.after, slice.until]).await?;
            wrong.extend(misfits.into_iter().map(|(transfer,)| transfer));
        }
    }
    let transfers = transfers(connection, newest, report).await?;
    Ok(debits == transfers && credits == transfers)
}

async fn transfers(connection: &mut Connection, newest: i64, report: &mut VerifyReport) -> Result<Sums, StorageError> {
    let (mut sums, mut after) = (Sums::default(), i64::MIN);
    report.transfers = 0;
    loop {
        let TransfersRow(count, last, s0, s1, s2) =
            ask_about(connection, TRANSFER_SLICE, &[after, TRANSFERS, newest]).await?;
        report.transfers += count.unsigned_abs();
        sums = plus(sums, (s0, s1, s2));
        if count < TRANSFERS {
            return Ok(sums);
        }
        after = last;
    }
}
