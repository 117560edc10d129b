//! Statements: what an account said over a month, a year, or all of its time.
//!
//! A statement is a span of lines, fixed by their versions. Lines are never changed and only added at the end, so that
//! what was summed up once is still right while the lines are read, page by page, however long that takes.

use std::{fmt, str::FromStr};

use jiff::{ToSpan, civil::Date};
use model::{AccountId, CustomerId, ErrorCode, Money, Timestamp};

use super::{Account, Standing, Transaction, interest};
use crate::{Bank, Error};

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A month, by its first day.
    Month(Date),
    /// A year, by its first day.
    Year(Date),
    /// Everything there ever was.
    All,
}

/// It names no period that a statement can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a period is a year, a year and a month, or all")]
pub struct NoPeriod;

impl FromStr for Period {
    type Err = NoPeriod;

    /// As it stands in an address: `2026-10`, `2026`, `all`. There is one way to write each.
    fn from_str(text: &str) -> Result<Self, NoPeriod> {
        if text == "all" {
            return Ok(Self::All);
        }
        let digits = |text: &str, count: usize| {
            let all = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
            all.then(|| text.parse::<i16>().ok()).flatten().ok_or(NoPeriod)
        };
        let first = |year, month| Date::new(year, month, 1).map_err(|_| NoPeriod);
        match text.split_once('-') {
            None => first(digits(text, 4)?, 1).map(Self::Year),
            Some((year, month)) => {
                let month = i8::try_from(digits(month, 2)?).map_err(|_| NoPeriod)?;
                first(digits(year, 4)?, month).map(Self::Month)
            }
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(first) => write!(f, "{:04}-{:02}", first.year(), first.month()),
            Self::Year(first) => write!(f, "{:04}", first.year()),
            Self::All => f.write_str("all"),
        }
    }
}

impl Period {
    /// Its first and its last day; `None` where it has none of its own.
    #[must_use]
    pub fn days(self) -> Option<(Date, Date)> {
        match self {
            Self::Month(first) => Some((first, first.last_of_month())),
            Self::Year(first) => Some((first, first.last_of_year())),
            Self::All => None,
        }
    }
}

/// The lines of an account between two moments, added up by the first and the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The version of the last line before them; 0 where they begin with the first.
    pub after: i64,
    /// The version of the last of them; as `after` where there are none.
    pub until: i64,
    /// When the first line of the account was booked; `None` where it has none at all.
    pub begun_at: Option<Timestamp>,
    /// The standing before the first of them.
    pub opening: Standing,
    /// The standing after the last of them.
    pub closing: Standing,
}

/// A statement: what it says above its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Whose lines they are.
    pub account: Account,
    /// What was asked for.
    pub period: Period,
    /// The first day it is about.
    pub from: Date,
    /// The last day it is about: today, where the period is not over.
    pub to: Date,
    /// Whether the period is over, so that nothing will be added.
    pub complete: bool,
    /// When it was drawn up.
    pub made_at: Timestamp,
    /// The day of that, in the bank's time zone.
    pub made_on: Date,
    /// The version of the last line before its lines.
    pub after: i64,
    /// The version of its last line.
    pub until: i64,
    /// The balance before its first line.
    pub opening: Money,
    /// The balance after its last line.
    pub closing: Money,
    /// Everything paid in.
    pub paid_in: Money,
    /// Everything paid out, above zero.
    pub paid_out: Money,
}

impl Statement {
    /// How many lines it has.
    #[must_use]
    pub const fn count(&self) -> i64 {
        self.until - self.after
    }

    /// A statement of what lies in `span`.
    fn of(account: Account, period: Period, days: (Date, Date), span: &Span, now: (Timestamp, Date)) -> Self {
        let currency = account.currency();
        let paid_in = span.closing.paid_in - span.opening.paid_in;
        let paid_out = paid_in - (span.closing.balance - span.opening.balance);
        let (made_at, today) = now;
        Self {
            period,
            from: days.0,
            to: days.1.min(today),
            complete: days.1 < today,
            made_at,
            made_on: today,
            after: span.after,
            until: span.until,
            opening: Money::new(span.opening.balance, currency),
            closing: Money::new(span.closing.balance, currency),
            paid_in: Money::new(paid_in, currency),
            paid_out: Money::new(paid_out, currency),
            account,
        }
    }
}

/// The statements there are of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statements {
    /// The account.
    pub account: Account,
    /// Today, in the bank's time zone.
    pub today: Date,
    /// The years there are statements of, each by its first day, newest first.
    pub years: Vec<Date>,
    /// The year that is looked at, one of `years`.
    pub year: Option<Date>,
    /// The months of that year, each by its first day, newest first.
    pub months: Vec<Date>,
    /// The years of taxes in which it may have earned interest, each by its first and last day, newest first.
    pub interest: Vec<(Date, Date)>,
}

/// The statements of an account of `owner`: its years, and the months of the one that begins on `year`, or of the
/// newest. They begin with the month of the first line; an account without lines has none.
///
/// # Errors
/// [`ErrorCode::NotFound`] where `owner` has no such account; [`Error::Unavailable`].
pub async fn statements(
    bank: &Bank,
    owner: CustomerId,
    id: AccountId,
    year: Option<Date>,
) -> Result<Statements, Error> {
    let account = bank.accounts.account(owner, id).await?.ok_or(ErrorCode::NotFound)?;
    let today = bank.calendar.day(bank.clock.now());
    let always = (Timestamp::from_micros(i64::MIN), Timestamp::from_micros(i64::MAX));
    let span = bank.accounts.span(owner, id, always.0, always.1).await?.ok_or(ErrorCode::NotFound)?;
    let Some(begun_at) = span.begun_at else {
        let (years, months, interest) = Default::default();
        return Ok(Statements { account, today, years, year: None, months, interest });
    };
    let begun = bank.calendar.day(begun_at);
    let years = newest_first(begun.first_of_year(), today.first_of_year(), jiff::Span::new().years(1));
    let year = year.filter(|year| years.contains(year)).or_else(|| years.first().copied());
    let months = year.map(|year| {
        let first = begun.first_of_month().max(year);
        let last = today.first_of_month().min(year.last_of_year().first_of_month());
        newest_first(first, last, 1.month())
    });
    let interest = interest::years(bank, owner, &account, (begun, today)).await?;
    Ok(Statements { account, today, years, year, months: months.unwrap_or_default(), interest })
}

fn newest_first(first: Date, last: Date, step: jiff::Span) -> Vec<Date> {
    std::iter::successors(Some(last), |day| day.checked_sub(step).ok()).take_while(|day| *day >= first).collect()
}

/// What a statement of an account of `owner` says above its lines.
///
/// # Errors
/// [`ErrorCode::NotFound`] where `owner` has no such account, or there is no statement of this period: it is before the
/// first line, or it has not begun; [`Error::Unavailable`].
pub async fn statement(bank: &Bank, owner: CustomerId, id: AccountId, period: Period) -> Result<Statement, Error> {
    let account = bank.accounts.account(owner, id).await?.ok_or(ErrorCode::NotFound)?;
    let now = bank.clock.now();
    let today = bank.calendar.day(now);
    let (from, before) = match period.days() {
        Some((first, last)) => (bank.calendar.start_of(first), bank.calendar.end_of(last)),
        None => (Timestamp::from_micros(i64::MIN), Timestamp::from_micros(i64::MAX)),
    };
    let span = bank.accounts.span(owner, id, from, before).await?.ok_or(ErrorCode::NotFound)?;
    let begun = bank.calendar.day(span.begun_at.ok_or(ErrorCode::NotFound)?);
    let days = period.days().unwrap_or((begun, today));
    if days.1 < begun || days.0 > today {
        return Err(ErrorCode::NotFound.into());
    }
    // An account that was opened within the period has a statement from then on.
    let days = (days.0.max(begun), days.1);
    let statement = Statement::of(account, period, days, &span, (now, today));
    Ok(if period == Period::All { Statement { complete: false, ..statement } } else { statement })
}

/// The lines of an account of `owner` above the version `after` up to `until`, oldest first; not more than `limit`.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn statement_lines(
    bank: &Bank,
    owner: CustomerId,
    id: AccountId,
    (after, until): (i64, i64),
    limit: u32,
) -> Result<Vec<Transaction>, Error> {
    Ok(bank.accounts.lines(owner, id, after, until.min(after.saturating_add(i64::from(limit)))).await?)
}
