//! What an account earned in a year of taxes: what a tax office asks for.

use std::str::FromStr;

use jiff::{ToSpan, civil::Date};
use model::{AccountId, CustomerId, ErrorCode, Money};

use super::Account;
use crate::{Bank, Error};

/// The day of the year on which a year of taxes begins, the same in every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaxYear {
    month: i8,
    day: i8,
}

/// It names no day that there is in every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a month and a day that every year has")]
pub struct NoSuchDay;

impl FromStr for TaxYear {
    type Err = NoSuchDay;

    /// A month and a day, each of two digits: `04-06`.
    fn from_str(text: &str) -> Result<Self, NoSuchDay> {
        // 2001 had no 29 February.
        let first: Date = format!("2001-{text}").parse().map_err(|_| NoSuchDay)?;
        if text.len() != "04-06".len() {
            return Err(NoSuchDay);
        }
        Ok(Self { month: first.month(), day: first.day() })
    }
}

impl TaxYear {
    /// The year of taxes of the United Kingdom (Income Tax Act 2007, section 4).
    pub const UNITED_KINGDOM: Self = Self { month: 4, day: 6 };

    /// The first and the last day of the one that begins in the year `year`; `None` for a year that cannot be written.
    #[must_use]
    pub fn days(self, year: i16) -> Option<(Date, Date)> {
        let first = Date::new(year, self.month, self.day).ok()?;
        let last = first.checked_add(1.year()).ok()?.yesterday().ok()?;
        Some((first, last))
    }

    /// The year in which the one begins that `day` is in.
    #[must_use]
    pub fn of(self, day: Date) -> i16 {
        if (day.month(), day.day()) >= (self.month, self.day) { day.year() } else { day.year() - 1 }
    }

    /// Those from the one that `first` is in to the one that `last` is in, newest first.
    fn between(self, first: Date, last: Date) -> Vec<(Date, Date)> {
        (self.of(first)..=self.of(last)).rev().filter_map(|year| self.days(year)).collect()
    }
}

/// What an account earned in a year of taxes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interest {
    /// The account.
    pub account: Account,
    /// The first day of the year of taxes.
    pub from: Date,
    /// Its last day: today, where it is not over.
    pub to: Date,
    /// Whether it is over, so that nothing will be added.
    pub complete: bool,
    /// What was paid in interest, less what was taken back. The bank takes no tax off it.
    pub paid: Money,
    /// What was on the account at its end.
    pub closing: Money,
}

/// What an account of `owner` earned in the year of taxes that begins in `year`.
///
/// # Errors
/// [`ErrorCode::NotFound`] where `owner` has no such account, or that year was over before its first line or has not
/// begun; [`Error::Unavailable`].
pub async fn interest(bank: &Bank, owner: CustomerId, id: AccountId, year: i16) -> Result<Interest, Error> {
    let account = bank.accounts.account(owner, id).await?.ok_or(ErrorCode::NotFound)?;
    let today = bank.calendar.day(bank.clock.now());
    let (from, to) = bank.policy.tax_year.days(year).ok_or(ErrorCode::NotFound)?;
    let (start, end) = (bank.calendar.start_of(from), bank.calendar.end_of(to));
    let span = bank.accounts.span(owner, id, start, end).await?.ok_or(ErrorCode::NotFound)?;
    let begun = bank.calendar.day(span.begun_at.ok_or(ErrorCode::NotFound)?);
    if to < begun || from > today {
        return Err(ErrorCode::NotFound.into());
    }
    let paid = bank.accounts.interest(owner, id, span.after, span.until).await?;
    let money = |minor| Money::new(minor, account.currency());
    Ok(Interest {
        from,
        to: to.min(today),
        complete: to < today,
        paid: money(paid),
        closing: money(span.closing.balance),
        account,
    })
}

/// The years of taxes in which an account of `owner` may have earned something, by their first and last days, newest
/// first: none where it never does.
pub(super) async fn years(
    bank: &Bank,
    owner: CustomerId,
    account: &Account,
    (begun, today): (Date, Date),
) -> Result<Vec<(Date, Date)>, Error> {
    let earns = account.rate_bp > 0 || bank.accounts.interest(owner, account.id, 0, i64::MAX).await? != 0;
    Ok(if earns { bank.policy.tax_year.between(begun, today) } else { Vec::new() })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_day_is_in_one_year_of_taxes_and_they_follow_on_one_another(
            (month, day) in (1_i8..=12, 1_i8..=28), ahead in 0_i64..200_000,
        ) {
            let years: TaxYear = format!("{month:02}-{day:02}").parse().expect("every year has it");
            let today = date(1800, 1, 1).saturating_add(ahead.days());
            let (first, last) = years.days(years.of(today)).expect("it can be written");
            prop_assert!(first <= today && today <= last);
            prop_assert_eq!(years.of(last.tomorrow().expect("it can be written")), years.of(today) + 1);
            prop_assert_eq!((first.month(), first.day()), (month, day));
        }
    }

    #[test]
    fn it_begins_on_a_day_that_every_year_has() {
        for text in ["02-29", "13-01", "4-6", "04-31", "", "04-06-01", "0406"] {
            assert_eq!(text.parse::<TaxYear>(), Err(NoSuchDay), "{text}");
        }
        assert_eq!("04-06".parse(), Ok(TaxYear::UNITED_KINGDOM));
        assert_eq!(TaxYear::UNITED_KINGDOM.days(2025), Some((date(2025, 4, 6), date(2026, 4, 5))));
        let two = TaxYear::UNITED_KINGDOM.between(date(2025, 4, 5), date(2025, 4, 6));
        assert_eq!(two, [(date(2025, 4, 6), date(2026, 4, 5)), (date(2024, 4, 6), date(2025, 4, 5))]);
    }
}
