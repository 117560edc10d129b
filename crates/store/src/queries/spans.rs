//! Spans of lines, from the oldest on: what statements are made of.

use bank::{
    StorageError,
    accounts::{Span, Standing, Transaction},
};
use model::{AccountId, CustomerId, Timestamp};

use super::{
    Backend,
    history::{parse, places, searching, transactions},
    rows::{self, line_columns},
};

// One row: the currency, the standings before each of the two moments with their versions, the first line of all, and
// the first line behind the first moment.
const SPAN: &str = concat!(
    searching!(),
    "select (select w.currency from owned w), (select ",
    gathered!("s.low, coalesce(p.balance_after, 0), coalesce(p.paid_in_after, 0)", "s.place"),
    " from search s left join posting p on p.account = $2 and p.version = s.low where s.low = s.high), (select ",
    gathered!("p.booked_at", "p.version"),
    " from owned w join posting p on p.account = w.id and p.version = 1), (select ",
    gathered!("p.signed_amount, p.balance_after, p.paid_in_after", "p.version"),
    " from search s join posting p on p.account = $2 and p.version = s.low + 1 where s.place = 0 and s.low = s.high)"
);

// The currency, and the lines above the version `$3` up to `$4`.
const LINES: &str = concat!(
    "select (select a.currency from account_owner o join account a on a.id = o.account \
     where o.customer = $1 and o.account = $2), (select ",
    gathered!(line_columns!(), "p.version"),
    " from account_owner o join posting p on p.account = o.account \
     where o.customer = $1 and o.account = $2 and p.version > $3 and p.version <= $4)"
);

impl Backend {
    /// The lines of an account of `owner` between two moments, added up.
    pub(super) async fn summed(
        &self,
        owner: CustomerId,
        id: AccountId,
        from: Timestamp,
        before: Timestamp,
    ) -> Result<Option<Span>, StorageError> {
        let (currency, ends, begun, first): (Option<String>, String, String, String) = sqlx::query_as(SPAN)
            .bind(owner.value())
            .bind(id.value())
            .bind(places(&[from, before]))
            .fetch_one(&self.pool)
            .await
            .map_err(StorageError::new)?;
        if currency.is_none() {
            return Ok(None);
        }
        let ends: Vec<(i64, i64, i64)> = parse(&ends)?;
        let begun: Vec<[Timestamp; 1]> = parse(&begun)?;
        let first: Vec<(i64, i64, i64)> = parse(&first)?;
        let [(after, opening), (until, closing)] = [0, 1].map(|place| {
            let (version, balance, paid_in) = ends.get(place).copied().unwrap_or_default();
            (version, Standing { balance, paid_in })
        });
        // What stood before the first line is what that line itself tells, also of an account that began with money.
        let opening = match first.first() {
            Some((amount, balance, paid_in)) if until > after => {
                Standing { balance: balance - amount, paid_in: paid_in - amount.max(&0) }
            }
            _ => opening,
        };
        let closing = if until > after { closing } else { opening };
        let begun_at = begun.first().map(|[moment]| *moment);
        Ok(Some(Span { after, until: until.max(after), begun_at, opening, closing }))
    }

    /// The lines of an account of `owner` above the version `after` up to `until`.
    pub(super) async fn oldest_first(
        &self,
        owner: CustomerId,
        id: AccountId,
        after: i64,
        until: i64,
    ) -> Result<Vec<Transaction>, StorageError> {
        let (currency, lines): (Option<String>, String) = sqlx::query_as(LINES)
            .bind(owner.value())
            .bind(id.value())
            .bind(after)
            .bind(until)
            .fetch_one(&self.pool)
            .await
            .map_err(StorageError::new)?;
        let Some(currency) = currency else { return Ok(Vec::new()) };
        Ok(transactions(parse(&lines)?, id, rows::currency(&currency)?))
    }
}
