//! Writing what a group of commands has decided, table by table.

use bank::{
    calendar::day_number,
    ledger::{Book, Effects, HoldOrder, IdempotencyKey, LedgerAccount, MonthEnd, Posting, Receipt, TransferRow},
    payments::{Payment, PaymentState},
    rails::Sending,
};
use model::{Currency, HoldId, PaymentId, Timestamp, TransferId};

use super::{
    super::{
        Arguments, Connection, dialect,
        exchanges::{BACK, EXCHANGES, back, exchange},
        rows::kept_number,
    },
    Ids,
};
use crate::cell::{Cell, row};

/// The database changed fewer or more rows than were decided.
#[derive(Debug, thiserror::Error)]
#[error("{done} rows of {wanted} were written")]
struct WrongCount {
    done: u64,
    wanted: u64,
}

/// Writes all rows of a group; while the database writes those of one table, those of the next are made.
pub async fn all(connection: &mut Connection, book: &Book, effects: &Effects, ids: &Ids) -> Result<(), sqlx::Error> {
    // The keys first: two servers that carry out the same request must meet here, where the second learns of it.
    let kept = rows(effects.kept.iter().map(|(key, receipt)| kept(key, receipt)));
    let standings = write_and(connection, KEPT, kept, || standings(book)).await?;
    let postings = write_and(connection, STANDINGS, standings, || postings(effects)).await?;
    let transfers = write_and(connection, POSTINGS, postings, || transfers(effects)).await?;
    let new = effects.payments.iter().filter(|payment| payment.wait.is_none()).chain(&effects.waiting);
    let payments = || rows(new.map(payment));
    let payments = write_and(connection, TRANSFERS, transfers, payments).await?;
    let outbox = || rows(effects.outbox.iter().map(|event| row![ids.next(), event.topic, event.subject]));
    let outbox = write_and(connection, PAYMENTS, payments, outbox).await?;
    let audit = effects.audit.iter().map(|row| row![ids.next(), row.actor, row.what.code(), row.subject, row.at]);
    let audit = write_and(connection, OUTBOX, outbox, || rows(audit)).await?;
    write(connection, AUDIT, audit).await?;
    write(connection, MONTH_ENDS, rows(effects.month_ends.iter().map(month_end))).await?;
    write(connection, FIRST_PAYMENTS, first_payments(book)).await?;
    write(connection, HOLDS, rows(effects.holds.iter().map(|(order, at)| hold(order, *at)))).await?;
    let closed = effects.closed_holds.iter().map(|(id, state)| row![id.value(), *state]);
    write(connection, CLOSED_HOLDS, rows(closed)).await?;
    waits(connection, effects).await?;
    sendings(connection, effects).await
}

/// Which payments leave for other banks, and which have come back.
async fn sendings(connection: &mut Connection, effects: &Effects) -> Result<(), sqlx::Error> {
    write(connection, SENDINGS, rows(effects.payments.iter().filter_map(sending))).await?;
    let exchanged = effects.payments.iter().filter(|payment| payment.wait.is_none()).chain(&effects.waiting);
    write(connection, EXCHANGES, rows(exchanged.filter_map(exchange))).await?;
    write(connection, BACK, rows(effects.sent_back.iter().filter_map(|(sent_back, _)| back(sent_back)))).await?;
    let back = effects.sent_back.iter();
    let back = back.map(|(back, at)| row![back.payment.value(), back.into.code(), back.reason.code(), *at]);
    write(connection, SENT_BACK, rows(back)).await
}

/// Which payments begin to wait, and what has become of those that did.
async fn waits(connection: &mut Connection, effects: &Effects) -> Result<(), sqlx::Error> {
    write(connection, WAITS, rows(effects.waiting.iter().filter_map(wait))).await?;
    let waited = effects.payments.iter().filter(|payment| payment.wait.is_some());
    let settled = waited
        .map(|p| row![p.id.value(), p.state.code(), p.transfer.map(TransferId::value), p.settled_at, p.settled_at]);
    let cancelled = effects
        .cancelled
        .iter()
        .map(|(id, at)| row![id.value(), PaymentState::Cancelled.code(), None::<i64>, None::<Timestamp>, *at]);
    let ended: Vec<_> = settled.chain(cancelled).collect();
    write(connection, ENDED_PAYMENTS, rows(ended.iter().copied())).await?;
    write(connection, ENDED_WAITS, rows(ended.into_iter())).await
}

fn standings(book: &Book) -> Rows {
    let mut changed: Vec<_> = book.changed().collect();
    changed.sort_unstable_by_key(|account| account.id);
    rows(changed.into_iter().map(standing))
}

fn first_payments(book: &Book) -> Rows {
    rows(book.paid_first().map(|first| row![first.account.value(), first.payee.value(), first.first_at, first.paid]))
}

fn postings(effects: &Effects) -> Rows {
    let mut postings: Vec<_> = effects.postings.iter().collect();
    // Neighbours on disk are written together.
    postings.sort_unstable_by_key(|posting| (posting.account, posting.version));
    rows(postings.into_iter().map(posting))
}

fn transfers(effects: &Effects) -> Rows {
    // A payment's rows stand in the order of their transfers, so one walk finds each transfer's payment.
    let mut payments = effects.payments.iter().peekable();
    rows(effects.transfers.iter().map(|row| {
        let paid = payments.next_if(|payment| payment.transfer == Some(row.id));
        transfer(row, paid.map(|payment| payment.id))
    }))
}

fn kept<'a>(key: &'a IdempotencyKey, receipt: &Receipt) -> [Cell<'a>; 7] {
    let (transfer, hold) = (receipt.transfer.map(TransferId::value), receipt.hold.map(HoldId::value));
    let hash = key.request_hash.as_slice();
    row![&key.key, key.principal.value(), key.operation, hash, transfer, hold, receipt.booked_at]
}

/// A row for [`STANDINGS`].
pub fn standing(a: &LedgerAccount) -> [Cell<'static>; 8] {
    row![a.id.value(), a.balance, a.held, a.version, a.paid_in, a.last_booked_at, a.spent_on, a.spent]
}

/// A row for [`TRANSFERS`].
pub fn transfer(t: &TransferRow, payment: Option<PaymentId>) -> [Cell<'static>; 11] {
    row![
        t.id.value(),
        t.debit.value(),
        t.credit.value(),
        t.amount,
        t.currency.code(),
        t.kind.code(),
        t.reverses.map(TransferId::value),
        t.original_amount,
        t.original_currency.map(Currency::code),
        payment.map(PaymentId::value),
        t.booked_at,
    ]
}

/// A row for [`POSTINGS`].
pub fn posting(p: &Posting) -> [Cell<'_>; 11] {
    row![
        p.account.value(),
        p.version,
        p.transfer.value(),
        p.signed_amount,
        p.balance_after,
        p.paid_in_after,
        p.booked_at,
        p.kind.code(),
        p.category.code(),
        &p.party,
        &p.reference,
    ]
}

/// A row for [`MONTH_ENDS`].
pub fn month_end(end: &MonthEnd) -> [Cell<'static>; 4] {
    row![end.account.value(), end.ended_at, end.version, end.last_booked_at]
}

/// A row for [`HOLDS`].
pub fn hold(order: &HoldOrder, placed_at: Timestamp) -> [Cell<'_>; 7] {
    row![order.id.value(), order.account.value(), order.amount.minor, "open", &order.party, placed_at, order.expires_at,]
}

/// A row for [`PAYMENTS`].
pub fn payment(p: &Payment) -> [Cell<'_>; 13] {
    row![
        p.id.value(),
        p.customer.value(),
        p.state.code(),
        p.from.value(),
        p.to.value(),
        &p.payee,
        kept_number(p.payee_number),
        p.amount.minor,
        p.amount.currency.code(),
        &p.reference,
        p.transfer.map(TransferId::value),
        p.approved_at,
        p.settled_at,
    ]
}

/// A row for [`WAITS`].
fn wait(p: &Payment) -> Option<[Cell<'_>; 6]> {
    let wait = p.wait?;
    Some(row![p.id.value(), p.customer.value(), wait.hold.value(), wait.until, wait.reason.code(), wait.until])
}

/// A row for [`SENDINGS`].
fn sending(p: &Payment) -> Option<[Cell<'_>; 5]> {
    let Sending { state, route, try_at, .. } = p.sending?;
    Some(row![p.id.value(), state.code(), route.rail.code(), day_number(route.arrives), try_at])
}

/// Rows for one statement, as many at once as it takes: their parameters, and how many they are.
pub struct Rows(Vec<(Arguments, u64)>);

/// `rows` as parameters.
pub fn rows<'a, const N: usize>(rows: impl Iterator<Item = [Cell<'a>; N]>) -> Rows {
    let rows: Vec<_> = rows.collect();
    Rows(rows.chunks(dialect::ROWS_AT_ONCE).map(|some| (dialect::given(some), some.len() as u64)).collect())
}

/// Writes `rows` with `sql`, which must write each of them.
pub async fn write(connection: &mut Connection, sql: &'static str, rows: Rows) -> Result<(), sqlx::Error> {
    for (parameters, wanted) in rows.0 {
        let done = sqlx::query_with(sql, parameters).execute(&mut *connection).await?.rows_affected();
        if done != wanted {
            return Err(sqlx::Error::Encode(WrongCount { done, wanted }.into()));
        }
    }
    Ok(())
}

/// As [`write()`], and makes ready in the meantime what comes next.
async fn write_and(
    connection: &mut Connection,
    sql: &'static str,
    rows: Rows,
    next: impl FnOnce() -> Rows,
) -> Result<Rows, sqlx::Error> {
    let (written, next) = tokio::join!(biased; write(connection, sql, rows), async { next() });
    written.map(|()| next)
}

/// Keeps how accounts stand: `[account, balance, held, version, paid in, last booked at, spent on, spent]`.
pub const STANDINGS: &str = concat!(
    "update standing set balance = ",
    cell!(int 1),
    ", held = ",
    cell!(int 2),
    ", version = ",
    cell!(int 3),
    ", paid_in = ",
    cell!(int 4),
    ", last_booked_at = ",
    cell!(int 5),
    ", spent_on = ",
    cell!(int 6),
    ", spent = ",
    cell!(int 7),
    " from ",
    given!(8),
    " where standing.account = ",
    cell!(int 0)
);

/// Keeps transfers: `[id, debit, credit, amount, currency, kind, reverses, original amount and currency, payment,
/// booked at]`.
pub const TRANSFERS: &str = concat!(
    "insert into transfer (id, debit, credit, amount, currency, kind, reverses, original_amount, original_currency, \
     payment, booked_at) select ",
    cells!(int 0, int 1, int 2, int 3, text 4, text 5, int 6, int 7, text 8, int 9, int 10),
    " from ",
    given!(11)
);

/// Keeps postings: `[account, version, transfer, signed amount, balance after, paid in after, booked at, kind, category,
/// party, reference]`.
pub const POSTINGS: &str = concat!(
    "insert into posting (account, version, transfer, signed_amount, balance_after, paid_in_after, booked_at, kind, \
     category, party, reference) select ",
    cells!(int 0, int 1, int 2, int 3, int 4, int 5, int 6, text 7, text 8, text 9, text 10),
    " from ",
    given!(11)
);

/// Keeps where months ended: `[account, ended at, version, last booked at]`.
pub const MONTH_ENDS: &str = concat!(
    "insert into month_end (account, ended_at, version, last_booked_at) select ",
    cells!(int 0, int 1, int 2, int 3),
    " from ",
    given!(4)
);

/// Keeps holds: `[id, account, amount, state, party, placed at, expires at]`.
pub const HOLDS: &str = concat!(
    "insert into hold (id, account, amount, state, party, placed_at, expires_at) select ",
    cells!(int 0, int 1, int 2, text 3, text 4, int 5, int 6),
    " from ",
    given!(7)
);

/// Keeps first payments, and what followed on them: `[account, payee, first at, paid]`.
const FIRST_PAYMENTS: &str = concat!(
    "insert into first_payment (account, payee, first_at, paid) select ",
    cells!(int 0, int 1, int 2, int 3),
    " from ",
    given!(4),
    " where true on conflict (account, payee) do update set paid = excluded.paid"
);

const CLOSED_HOLDS: &str = concat!(
    "update hold set state = ",
    cell!(text 1),
    " from ",
    given!(2),
    " where hold.state = 'open' and hold.id = ",
    cell!(int 0)
);

/// Keeps payments: `[id, customer, state, from, to, payee, payee's number, amount, currency, reference, transfer,
/// approved at, settled at]`.
pub const PAYMENTS: &str = concat!(
    "insert into payment (id, customer, state, from_account, to_account, payee, payee_number, amount, currency, \
     reference, transfer, approved_at, settled_at) select ",
    cells!(int 0, int 1, text 2, int 3, int 4, text 5, int 6, int 7, text 8, text 9, int 10, int 11, int 12),
    " from ",
    given!(13)
);

/// Keeps which payments wait: `[payment, customer, hold, until, reason, not tried before]`.
const WAITS: &str = concat!(
    "insert into payment_wait (payment, customer, hold, until, reason, try_at) select ",
    cells!(int 0, int 1, int 2, int 3, text 4, int 5),
    " from ",
    given!(6)
);

/// Keeps what has become of payments that waited: `[id, state, transfer, settled at, ended at]`. None is settled that waits
/// for another person, whatever was decided: the whole group is not written then.
const ENDED_PAYMENTS: &str = concat!(
    "update payment set state = ",
    cell!(text 1),
    ", transfer = ",
    cell!(int 2),
    ", settled_at = ",
    cell!(int 3),
    " from ",
    given!(5),
    " where payment.state = 'submitted' and payment.id = ",
    cell!(int 0),
    " and (",
    cell!(text 1),
    " <> 'settled' or not exists (select 1 from payment_wait w where w.payment = payment.id \
     and w.reason in ('second', 'refused')))"
);

/// Keeps when they did, of the same rows.
const ENDED_WAITS: &str = concat!(
    "update payment_wait set ended_at = ",
    cell!(int 4),
    " from ",
    given!(5),
    " where payment_wait.ended_at is null and payment_wait.payment = ",
    cell!(int 0)
);

/// Keeps what is to be told to other banks: `[payment, state, rail, the day on which it arrives, not before]`.
const SENDINGS: &str = concat!(
    "insert into sending (payment, state, rail, arrives, try_at) select ",
    cells!(int 0, text 1, text 2, int 3, int 4),
    " from ",
    given!(5)
);

/// Keeps what has come back, where that can be: `[payment, state, reason, when]`.
const SENT_BACK: &str = concat!(
    "update sending set state = ",
    cell!(text 1),
    ", reason = ",
    cell!(text 2),
    ", back_at = ",
    cell!(int 3),
    " from ",
    given!(4),
    " where (sending.state in ('ready', 'sent', 'doubt') or (sending.state = 'arrived' and ",
    cell!(text 1),
    " = 'returned')) and sending.payment = ",
    cell!(int 0)
);

const KEPT: &str = concat!(
    "insert into idempotency (key, principal, operation, request_hash, transfer, hold, booked_at) select ",
    cells!(text 0, int 1, text 2, bytes 3, int 4, int 5, int 6),
    " from ",
    given!(7)
);

const OUTBOX: &str =
    concat!("insert into outbox (id, topic, subject) select ", cells!(int 0, text 1, int 2), " from ", given!(3));

/// Adds rows to the audit chain, not yet sealed: `[id, actor, what, subject, at]`.
pub const AUDIT: &str = concat!(
    "insert into audit (id, actor, what, subject, at) select ",
    cells!(int 0, int 1, text 2, int 3, int 4),
    " from ",
    given!(5)
);
