//! What is coming: regular movements and the days they fall on.

use jiff::civil::Date;
use model::{
    AccountId, Money,
    forms::{Every, HistoryKind, Timing},
};

/// Something that moves money on an account regularly: a standing order, a direct debit, wages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regular {
    /// On which account.
    pub account: AccountId,
    /// The other party.
    pub party: String,
    /// How much: above zero comes in, below goes out.
    pub amount: Money,
    /// What kind of movement.
    pub kind: HistoryKind,
    /// On which days.
    pub timing: Timing,
    /// How many of them are done with: none of those comes again.
    pub done: i64,
}

/// One movement that is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// The day.
    pub day: Date,
    /// On which account.
    pub account: AccountId,
    /// The other party.
    pub party: String,
    /// How much: above zero comes in, below goes out.
    pub amount: Money,
    /// What kind of movement.
    pub kind: HistoryKind,
}

/// Where an account has less than what is coming takes from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortfall {
    /// The first day on which something is missing.
    pub day: Date,
    /// The most that is missing, on that day or later: whoever brings so much by then is short on none. Above zero.
    pub missing: Money,
}

/// Where `available`, with what is `coming` on the account, is no longer enough. On each day what goes out is counted
/// before what comes in: nobody knows the hour of either.
#[must_use]
pub fn shortfall<'a>(available: Money, coming: impl IntoIterator<Item = &'a Coming>) -> Option<Shortfall> {
    let mut coming: Vec<&Coming> = coming.into_iter().collect();
    coming.sort_by_key(|one| (one.day, one.amount.minor));
    let mut left = available.minor;
    let mut found: Option<Shortfall> = None;
    for one in coming {
        left = left.saturating_add(one.amount.minor);
        if left < 0 {
            let missing = Money::new(left.saturating_neg(), available.currency);
            let before = found.get_or_insert(Shortfall { day: one.day, missing });
            before.missing.minor = before.missing.minor.max(missing.minor);
        }
    }
    found
}

/// The days after `after`, up to and including `until`, on which `regular` falls.
#[must_use]
pub fn occurrences(regular: &Regular, after: Date, until: Date) -> Vec<Coming> {
    let on = |day: Date| Coming {
        day,
        account: regular.account,
        party: regular.party.clone(),
        amount: regular.amount,
        kind: regular.kind,
    };
    days(regular, after, until).into_iter().map(on).collect()
}

fn days(regular: &Regular, after: Date, until: Date) -> Vec<Date> {
    let timing = &regular.timing;
    let skip = match timing.every {
        Every::Once => 0,
        Every::Week => weeks_between(timing.first, after),
        Every::Month => months_between(timing.first, after),
    };
    (skip.max(regular.done)..)
        .map_while(|nth| timing.day(nth))
        .take_while(|day| *day <= until)
        .filter(|day| *day > after)
        .collect()
}

fn weeks_between(first: Date, day: Date) -> i64 {
    (day.duration_since(first).as_secs() / (7 * 86_400)).max(0)
}

fn months_between(first: Date, day: Date) -> i64 {
    let years = i64::from(day.year()) - i64::from(first.year());
    let months = years * 12 + i64::from(day.month()) - i64::from(first.month());
    months.max(0)
}
