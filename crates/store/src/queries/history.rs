//! Histories: pages found by version, moments found by halving.
//!
//! The lines of an account are numbered without gaps and booked in that order, so the last line before a moment is
//! found in as many steps as its number has bits. Where a month begins, which is what pages ask for, is kept and need
//! not be searched for. No other index is needed, and a hundred thousand lines cost what a hundred do.

use bank::{
    StorageError,
    accounts::{Cursor, FirstPage, History, HistoryQuery, Standing, Totals},
};
use model::{AccountId, Currency, CustomerId, Money, Timestamp, forms::Direction};
use serde::de::DeserializeOwned;

use super::{
    Backend, Db,
    rows::{self, HoldRow, LineRow, line_columns},
};

/// The account `$2` of the customer `$1`, and the search for the last line before each of the moments of `$3`, which
/// are `[place, moment]`. It is found where `low` and `high` meet, as the version of that line, or 0.
///
/// The search begins between the ends of months around a moment. Where nothing was booked from the last line of such a
/// month to the moment, it is over at once.
macro_rules! searching {
    () => {
        concat!(
            "with recursive owned as (select a.id, s.version, a.currency, s.last_booked_at from account_owner o \
             join account a on a.id = o.account join standing s on s.account = a.id \
             where o.customer = $1 and o.account = $2), asked(place, moment) as materialized (select ",
            picked!(int 0, int 1),
            " from ",
            rows!("$3"),
            "), search(place, moment, low, high) as (select a.place, a.moment, \
             case when w.last_booked_at < a.moment then w.version else coalesce(\
             (select e.version from month_end e where e.account = $2 and e.ended_at >= a.moment \
             and e.last_booked_at < a.moment order by e.ended_at limit 1), \
             (select e.version from month_end e where e.account = $2 and e.ended_at <= a.moment \
             order by e.ended_at desc limit 1), 0) end, \
             case when w.last_booked_at < a.moment then w.version else coalesce(\
             (select e.version from month_end e where e.account = $2 and e.ended_at >= a.moment \
             order by e.ended_at limit 1), w.version) end \
             from asked a cross join owned w union all \
             select s.place, s.moment, case when p.booked_at < s.moment then p.version else s.low end, \
             case when p.booked_at < s.moment then s.high else p.version - 1 end \
             from search s cross join posting p \
             where s.low < s.high and p.account = $2 and p.version = (s.low + s.high + 1) / 2) "
        )
    };
}

pub(super) use searching;

// One row: the currency, the newest `$4` lines, the standings, the open holds.
const NEWEST: &str = concat!(
    searching!(),
    "select (select w.currency from owned w), (select ",
    gathered!(line_columns!(), "p.version desc"),
    " from owned w join posting p on p.account = w.id and p.version > w.version - $4), (select ",
    gathered!("coalesce(p.balance_after, 0), coalesce(p.paid_in_after, 0)", "s.place"),
    " from search s left join posting p on p.account = $2 and p.version = s.low where s.low = s.high), (select ",
    gathered!("h.party, h.amount, h.placed_at", "h.placed_at, h.id"),
    " from owned w join hold h on h.account = w.id and h.state = 'open')"
);

/// A text in lower case. The database may know only the letters of ASCII, so the other letters of what is looked for
/// (`$14` to `$21`, each capital before its small one) are put in by name.
macro_rules! folded {
    ($text:literal) => {
        concat!("replace(replace(replace(replace(lower(", $text, "), $14, $15), $16, $17), $18, $19), $20, $21)")
    };
}

/// Whether a line `p` is what is looked for.
macro_rules! fitting {
    () => {
        concat!(
            "($8 = '' or p.kind = $8) and p.signed_amount between $9 and $10 \
             and abs(p.signed_amount) between $11 and $12 and ($13 = '' or ",
            holds_text!(folded!("p.party"), "$13"),
            " or ",
            holds_text!(folded!("p.reference"), "$13"),
            " or abs(p.signed_amount) = $23)"
        )
    };
}

/// One row: the currency, up to `$22` lines of the page, whether there is a line on the other side of the cursor, and
/// where `$24` is 1 the count and the sums of everything within the period that fits.
///
/// The lines of the page have versions above `$4` up to `$5`, those on the other side above `$6` up to `$7`; both only
/// within the period, place 0 of the search to place 1.
macro_rules! filtered {
    ($order:literal) => {
        concat!(
            searching!(),
            ", period as materialized (select max(case when s.place = 0 then s.low end) as after, \
             max(case when s.place = 1 then s.low end) as until from search s where s.low = s.high), \
             spans as materialized (select \
             case when d.after > $4 then d.after else $4 end as page_after, \
             case when d.until < $5 then d.until else $5 end as page_until, \
             case when d.after > $6 then d.after else $6 end as rest_after, \
             case when d.until < $7 then d.until else $7 end as rest_until from period d) \
             select (select w.currency from owned w), (select ",
            gathered!(line_columns!(), "p.version desc"),
            " from (select p.* from owned w cross join spans x cross join posting p \
             where p.account = w.id and p.version > x.page_after and p.version <= x.page_until and ",
            fitting!(),
            " order by p.version ",
            $order,
            " limit $22) p), case when exists (select 1 from owned w cross join spans x cross join posting p \
             where p.account = w.id and p.version > x.rest_after and p.version <= x.rest_until and ",
            fitting!(),
            ") then 1 else 0 end, case when $24 = 1 then (select ",
            nested!(
                "count(*), coalesce(sum(case when p.signed_amount > 0 then p.signed_amount end), 0), \
                 coalesce(sum(case when p.signed_amount < 0 then -p.signed_amount end), 0)"
            ),
            as_text!(),
            " from owned w cross join period d cross join posting p \
             where p.account = w.id and p.version > d.after and p.version <= d.until and ",
            fitting!(),
            ") else '' end"
        )
    };
}

const OLDER: &str = filtered!("desc");
const NEWER: &str = filtered!("asc");

/// How many letters beyond ASCII are looked for whatever their case; a search rarely holds more.
const FOLDED: usize = 4;

impl Backend {
    /// The newest lines of an account of `owner`, what is held, and its standing before each of `moments`.
    pub(super) async fn newest_page(
        &self,
        owner: CustomerId,
        id: AccountId,
        limit: u32,
        moments: &[Timestamp],
    ) -> Result<FirstPage, StorageError> {
        let (currency, lines, standings, holds): (Option<String>, String, String, String) = sqlx::query_as(NEWEST)
            .bind(owner.value())
            .bind(id.value())
            .bind(places(moments))
            .bind(i64::from(limit))
            .fetch_one(&self.pool)
            .await
            .map_err(StorageError::new)?;
        let Some(currency) = currency else { return Ok(FirstPage::default()) };
        let currency = rows::currency(&currency)?;
        let lines: Vec<LineRow> = parse(&lines)?;
        let standings: Vec<(i64, i64)> = parse(&standings)?;
        let holds: Vec<HoldRow> = parse(&holds)?;
        // Lines are numbered down to 1: the last one here tells whether there are more.
        let has_older = lines.last().is_some_and(|line| line.version > 1);
        Ok(FirstPage {
            history: History { lines: transactions(lines, id, currency), has_older, ..History::default() },
            standings: standings.into_iter().map(|(balance, paid_in)| Standing { balance, paid_in }).collect(),
            holds: holds.into_iter().map(|hold| hold.held(currency)).collect(),
        })
    }

    /// The lines of an account of `owner` that `query` asks for.
    pub(super) async fn filtered(
        &self,
        owner: CustomerId,
        id: AccountId,
        query: &HistoryQuery,
    ) -> Result<History, StorageError> {
        let ascending = matches!(query.cursor, Cursor::NewerThan(_));
        let spans = spans(query.cursor);
        let (least, most) = match query.direction {
            None => (i64::MIN, i64::MAX),
            Some(Direction::In) => (1, i64::MAX),
            Some(Direction::Out) => (i64::MIN, -1),
        };
        let period = [
            query.from.unwrap_or(Timestamp::from_micros(i64::MIN)),
            query.before.unwrap_or(Timestamp::from_micros(i64::MAX)),
        ];
        let mut asked = sqlx::query_as::<Db, FilteredRow>(if ascending { NEWER } else { OLDER })
            .bind(owner.value())
            .bind(id.value())
            .bind(places(&period));
        for bound in spans {
            asked = asked.bind(bound);
        }
        asked = asked
            .bind(query.kind.map_or("", |kind| kind.code()))
            .bind(least)
            .bind(most)
            .bind(query.min_minor.unwrap_or(0))
            .bind(query.max_minor.unwrap_or(i64::MAX))
            .bind(&query.text);
        for letter in folded_letters(&query.text) {
            asked = asked.bind(letter);
        }
        let row = asked
            .bind(i64::from(query.limit) + 1)
            // No amount is below zero without its sign.
            .bind(query.text_minor.unwrap_or(-1))
            .bind(i64::from(query.totals))
            .fetch_one(&self.pool)
            .await
            .map_err(StorageError::new)?;
        let (Some(currency), lines, rest, totals) = row else { return Ok(History::default()) };
        let currency = rows::currency(&currency)?;
        let totals = if query.totals { Some(added_up(&totals, currency)?) } else { None };
        let mut lines = transactions(parse(&lines)?, id, currency);
        let limit = usize::try_from(query.limit).unwrap_or(usize::MAX);
        let more = lines.len() > limit;
        if more && ascending {
            lines.remove(0);
        }
        lines.truncate(limit);
        let (has_older, has_newer) = if ascending { (rest != 0, more) } else { (more, rest != 0) };
        Ok(History { lines, has_older, has_newer, totals })
    }
}

/// Currency, lines, whether there is one on the other side of the cursor, totals.
type FilteredRow = (Option<String>, String, i32, String);

fn added_up(json: &str, currency: Currency) -> Result<Totals, StorageError> {
    let (lines, paid_in, paid_out): (i64, i64, i64) = parse(json)?;
    Ok(Totals { lines, paid_in: Money::new(paid_in, currency), paid_out: Money::new(paid_out, currency) })
}

/// The versions of the page, then those on the other side of the cursor: above the first, up to the second.
fn spans(cursor: Cursor) -> [i64; 4] {
    match cursor {
        Cursor::Newest => [0, i64::MAX, 0, 0],
        Cursor::OlderThan(version) => [0, version.saturating_sub(1), version.saturating_sub(1), i64::MAX],
        Cursor::NewerThan(version) => [version, i64::MAX, 0, version],
    }
}

/// Moments with their places.
pub(super) fn places(moments: &[Timestamp]) -> String {
    let placed: Vec<_> = moments.iter().enumerate().collect();
    serde_json::to_string(&placed).expect("numbers can always be written as JSON")
}

/// The first letters of `text` beyond ASCII that have a capital, each capital before its small one.
fn folded_letters(text: &str) -> [String; 2 * FOLDED] {
    let mut letters: [String; 2 * FOLDED] = Default::default();
    let mut small: Vec<char> = text.chars().filter(|c| !c.is_ascii() && c.is_lowercase()).collect();
    small.sort_unstable();
    small.dedup();
    for (pair, letter) in letters.chunks_exact_mut(2).zip(small) {
        pair[0] = letter.to_uppercase().collect();
        pair[1] = letter.into();
    }
    letters
}

pub(super) fn transactions(
    lines: Vec<LineRow>,
    account: AccountId,
    currency: Currency,
) -> Vec<bank::accounts::Transaction> {
    lines.into_iter().map(|line| line.line(account, currency)).collect()
}

pub(super) fn parse<T: DeserializeOwned>(json: &str) -> Result<T, StorageError> {
    serde_json::from_str(json).map_err(StorageError::new)
}
