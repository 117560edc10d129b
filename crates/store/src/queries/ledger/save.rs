//! Writing what a group of commands has decided: one statement per table, its rows in one JSON parameter.

use bank::{
    ledger::{Book, Effects, HoldOrder, IdempotencyKey, LedgerAccount, Posting, Receipt, TransferRow},
    payments::Payment,
};
use model::{HoldId, PaymentId, Timestamp, TransferId};
use serde::{Serialize, Serializer as _};

use super::{
    super::{Connection, rows::to_hex},
    Ids,
};

/// The database changed fewer or more rows than were decided.
#[derive(Debug, thiserror::Error)]
#[error("{done} rows of {wanted} were written")]
struct WrongCount {
    done: u64,
    wanted: u64,
}

/// Writes all rows of a group.
pub async fn all(connection: &mut Connection, book: &Book, effects: &Effects, ids: &Ids) -> Result<(), sqlx::Error> {
    // The keys first: two servers that carry out the same request must meet here, where the second learns of it.
    write(connection, KEPT, rows(effects.kept.iter().map(|(key, receipt)| kept(key, receipt)))).await?;
    let mut changed: Vec<_> = book.changed().collect();
    changed.sort_unstable_by_key(|account| account.id);
    let changed = rows(changed.into_iter().map(account));
    write(connection, ACCOUNTS, changed).await?;
    write(connection, TRANSFERS, transfers(effects)).await?;
    let mut postings: Vec<_> = effects.postings.iter().collect();
    // Neighbours on disk are written together.
    postings.sort_unstable_by_key(|posting| (posting.account, posting.version));
    let postings = rows(postings.into_iter().map(posting));
    write(connection, POSTINGS, postings).await?;
    write(connection, HOLDS, rows(effects.holds.iter().map(|(order, at)| hold(order, *at)))).await?;
    let closed = effects.closed_holds.iter().map(|(id, state)| (id.value(), state));
    write(connection, CLOSED_HOLDS, rows(closed)).await?;
    write(connection, PAYMENTS, rows(effects.payments.iter().map(payment))).await?;
    let outbox = effects.outbox.iter().map(|event| (ids.next(), event.topic, event.subject));
    write(connection, OUTBOX, rows(outbox)).await?;
    let audit = effects.audit.iter().map(|row| (ids.next(), row.actor, row.what, row.subject, row.at));
    write(connection, AUDIT, rows(audit)).await
}

fn transfers(effects: &Effects) -> Rows {
    // A payment's rows stand in the order of their transfers, so one walk finds each transfer's payment.
    let mut payments = effects.payments.iter().peekable();
    rows(effects.transfers.iter().map(|row| {
        let paid = payments.next_if(|payment| payment.transfer == Some(row.id));
        transfer(row, paid.map(|payment| payment.id))
    }))
}

fn kept(key: &IdempotencyKey, receipt: &Receipt) -> impl Serialize {
    let (transfer, hold) = (receipt.transfer.map(TransferId::value), receipt.hold.map(HoldId::value));
    (&key.key, key.principal.value(), key.operation, to_hex(&key.request_hash), transfer, hold, receipt.booked_at)
}

/// A row for [`ACCOUNTS`].
pub fn account(a: &LedgerAccount) -> impl Serialize + use<> {
    (a.id.value(), a.balance, a.held, a.version, a.paid_in, a.last_booked_at, a.spent_on, a.spent)
}

/// A row for [`TRANSFERS`].
pub fn transfer(t: &TransferRow, payment: Option<PaymentId>) -> impl Serialize + use<> {
    (
        t.id.value(),
        t.debit.value(),
        t.credit.value(),
        t.amount,
        t.currency,
        t.kind,
        t.reverses.map(TransferId::value),
        t.original_amount,
        t.original_currency,
        payment.map(PaymentId::value),
        t.booked_at,
    )
}

/// A row for [`POSTINGS`].
pub fn posting(p: &Posting) -> impl Serialize {
    (
        p.account.value(),
        p.version,
        p.transfer.value(),
        p.signed_amount,
        p.balance_after,
        p.paid_in_after,
        p.booked_at,
        p.kind,
        p.category,
        &p.party,
        &p.reference,
    )
}

/// A row for [`HOLDS`].
pub fn hold(order: &HoldOrder, placed_at: Timestamp) -> impl Serialize {
    (order.id.value(), order.account.value(), order.amount.minor, &order.party, placed_at, order.expires_at)
}

/// A row for [`PAYMENTS`].
pub fn payment(p: &Payment) -> impl Serialize {
    (
        p.id.value(),
        p.customer.value(),
        p.state,
        p.from.value(),
        p.to.value(),
        &p.payee,
        p.payee_number.value(),
        p.amount.minor,
        p.amount.currency,
        &p.reference,
        p.transfer.map(TransferId::value),
        p.approved_at,
        p.settled_at,
    )
}

/// Rows for one statement, as its one parameter.
pub struct Rows {
    json: String,
    count: u64,
}

/// `rows` as one parameter.
pub fn rows<T: Serialize>(rows: impl Iterator<Item = T>) -> Rows {
    let mut count = 0;
    let mut json = Vec::new();
    let counted = rows.inspect(|_| count += 1);
    serde_json::Serializer::new(&mut json).collect_seq(counted).expect("rows can always be written as JSON");
    Rows { json: String::from_utf8(json).expect("JSON is UTF-8"), count }
}

/// Writes `rows` with `sql`, which must write each of them.
pub async fn write(connection: &mut Connection, sql: &'static str, rows: Rows) -> Result<(), sqlx::Error> {
    if rows.count == 0 {
        return Ok(());
    }
    let done = sqlx::query(sql).bind(rows.json).execute(connection).await?.rows_affected();
    if done == rows.count { Ok(()) } else { Err(sqlx::Error::Encode(WrongCount { done, wanted: rows.count }.into())) }
}

/// Keeps how accounts stand: `[id, balance, held, version, paid in, last booked at, spent on, spent]`.
pub const ACCOUNTS: &str = concat!(
    "update account set balance = ",
    int!(1),
    ", held = ",
    int!(2),
    ", version = ",
    int!(3),
    ", paid_in = ",
    int!(4),
    ", last_booked_at = ",
    int!(5),
    ", spent_on = ",
    int!(6),
    ", spent = ",
    int!(7),
    " from ",
    rows!("$1"),
    " where account.id = ",
    int!(0)
);

/// Keeps transfers: `[id, debit, credit, amount, currency, kind, reverses, original amount and currency, payment,
/// booked at]`.
pub const TRANSFERS: &str = concat!(
    "insert into transfer (id, debit, credit, amount, currency, kind, reverses, original_amount, original_currency, \
     payment, booked_at) select ",
    picked!(int 0, int 1, int 2, int 3, text 4, text 5, int 6, int 7, text 8, int 9, int 10),
    " from ",
    rows!("$1")
);

/// Keeps postings: `[account, version, transfer, signed amount, balance after, paid in after, booked at, kind, category,
/// party, reference]`.
pub const POSTINGS: &str = concat!(
    "insert into posting (account, version, transfer, signed_amount, balance_after, paid_in_after, booked_at, kind, \
     category, party, reference) select ",
    picked!(int 0, int 1, int 2, int 3, int 4, int 5, int 6, text 7, text 8, text 9, text 10),
    " from ",
    rows!("$1")
);

/// Keeps open holds: `[id, account, amount, party, placed at, expires at]`.
pub const HOLDS: &str = concat!(
    "insert into hold (id, account, amount, state, party, placed_at, expires_at) select ",
    int!(0),
    ", ",
    int!(1),
    ", ",
    int!(2),
    ", 'open', ",
    picked!(text 3, int 4, int 5),
    " from ",
    rows!("$1")
);

const CLOSED_HOLDS: &str = concat!(
    "update hold set state = ",
    text!(1),
    " from ",
    rows!("$1"),
    " where hold.state = 'open' and hold.id = ",
    int!(0)
);

/// Keeps payments: `[id, customer, state, from, to, payee, payee's number, amount, currency, reference, transfer,
/// approved at, settled at]`.
pub const PAYMENTS: &str = concat!(
    "insert into payment (id, customer, state, from_account, to_account, payee, payee_number, amount, currency, \
     reference, transfer, approved_at, settled_at) select ",
    picked!(int 0, int 1, text 2, int 3, int 4, text 5, int 6, int 7, text 8, text 9, int 10, int 11, int 12),
    " from ",
    rows!("$1")
);

const KEPT: &str = concat!(
    "insert into idempotency (key, principal, operation, request_hash, transfer, hold, booked_at) select ",
    picked!(text 0, int 1, text 2, bytes 3, int 4, int 5, int 6),
    " from ",
    rows!("$1")
);

const OUTBOX: &str =
    concat!("insert into outbox (id, topic, subject) select ", picked!(int 0, text 1, int 2), " from ", rows!("$1"));

/// Adds rows to the audit chain, not yet sealed: `[id, actor, what, subject, at]`.
pub const AUDIT: &str = concat!(
    "insert into audit (id, actor, what, subject, at) select ",
    picked!(int 0, int 1, text 2, int 3, int 4),
    " from ",
    rows!("$1")
);
