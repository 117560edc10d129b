//! What is coming: regular movements and the days they fall on.

use jiff::{ToSpan, civil::Date};
use model::{AccountId, Money, forms::HistoryKind};

model::coded! {
    /// How often something regular happens.
    Every {
        /// Once, on its first day.
        Once = "once",
        /// Every seven days.
        Week = "week",
        /// On the same day of each month, or the month's last where it has no such day.
        Month = "month",
    }
}

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
    /// The first day.
    pub first: Date,
    /// How often.
    pub every: Every,
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
    let skip = match regular.every {
        Every::Once => 0,
        Every::Week => weeks_between(regular.first, after),
        Every::Month => months_between(regular.first, after),
    };
    let nth = |n: i64| match regular.every {
        Every::Once => (n == 0).then_some(regular.first),
        Every::Week => regular.first.checked_add(n.weeks()).ok(),
        // Always from the first day, so that the 31st does not become the 28th for good after a February.
        Every::Month => regular.first.checked_add(n.months()).ok(),
    };
    (skip..).map_while(nth).take_while(|day| *day <= until).filter(|day| *day > after).collect()
}

fn weeks_between(first: Date, day: Date) -> i64 {
    (day.duration_since(first).as_secs() / (7 * 86_400)).max(0)
}

fn months_between(first: Date, day: Date) -> i64 {
    let years = i64::from(day.year()) - i64::from(first.year());
    let months = years * 12 + i64::from(day.month()) - i64::from(first.month());
    months.max(0)
}
