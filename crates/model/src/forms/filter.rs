//! Looking for transactions: the filter over an account's history, sent as a plain GET form.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::Form;
use crate::{Currency, ErrorCode, Problems, amount, text, time};

/// The most characters of a search.
pub(crate) const SEARCH_LENGTH: usize = 60;

crate::coded! {
    /// The presets of the date filter.
    Period {
        /// Today and the 29 days before it.
        Days30 = "30-days",
        /// From the first of this month.
        ThisMonth = "this-month",
        /// The whole month before this one.
        LastMonth = "last-month",
        /// Today and the 89 days before it.
        Days90 = "90-days",
        /// From the first of January.
        ThisYear = "this-year",
        /// From `from` to `to`, either of which may be open.
        Between = "between",
    }

    /// Which way the money went.
    Direction {
        /// Into the account.
        In = "in",
        /// Out of it.
        Out = "out",
    }

    /// What kind of movement it was, as people tell them apart.
    HistoryKind {
        /// Paid with a card.
        Card = "card",
        /// A payment between people or accounts.
        Payment = "payment",
        /// Collected by an organisation under a mandate.
        DirectDebit = "direct-debit",
        /// Sent on a fixed day under a standing order.
        StandingOrder = "standing-order",
        /// Wages or a pension.
        Salary = "salary",
        /// Money given back.
        Refund = "refund",
        /// Interest paid by the bank.
        Interest = "interest",
        /// A charge of the bank.
        Fee = "fee",
        /// Cash in or out.
        Cash = "cash",
        /// A movement that puts an earlier one right.
        Reversal = "reversal",
    }
}

/// The filter as typed. Empty fields do not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FilterForm {
    /// A [`Period`] code, or empty for all.
    pub period: String,
    /// The first day, `2026-11-01`.
    pub from: String,
    /// The last day, `2026-11-22`.
    pub to: String,
    /// The days that stood in the form before anybody changed them, as [`FilterForm::days_typed`] writes them.
    pub dated: String,
    /// A [`HistoryKind`] code, or empty for all.
    pub kind: String,
    /// A [`Direction`] code, or empty for both.
    pub direction: String,
    /// The smallest amount.
    pub min: String,
    /// The largest amount.
    pub max: String,
    /// Words to look for in the other party's name and the reference, or an amount.
    pub text: String,
}

/// What a history is filtered by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// The first day that counts, in the bank's time zone.
    pub from: Option<Date>,
    /// The last day that counts, in the bank's time zone.
    pub to: Option<Date>,
    /// Only this kind.
    pub kind: Option<HistoryKind>,
    /// Only in, or only out.
    pub direction: Option<Direction>,
    /// The smallest amount, in minor units, without its sign.
    pub min_minor: Option<i64>,
    /// The largest amount, in minor units, without its sign.
    pub max_minor: Option<i64>,
    /// Words to look for, in lower case; empty for none.
    pub text: String,
    /// The words as an amount in minor units, where they are one.
    pub text_minor: Option<i64>,
}

impl Filter {
    /// Whether everything passes.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

impl Form for FilterForm {
    /// Today in the bank's time zone, and the currency of the account.
    type Context = (Date, Currency);
    type Value = Filter;

    fn check(&self, (today, currency): &Self::Context) -> Result<Filter, Problems> {
        let mut problems = Problems::none();
        let (from, to) = self.days(*today, &mut problems);
        let kind = optional(&self.kind, &mut problems, "kind", HistoryKind::from_code);
        let direction = optional(&self.direction, &mut problems, "direction", Direction::from_code);
        let min_minor = minor(&self.min, "min", *currency, &mut problems);
        let max_minor = minor(&self.max, "max", *currency, &mut problems);
        if let (Some(min), Some(max)) = (min_minor, max_minor)
            && max < min
        {
            problems.add("max", ErrorCode::AmountRange);
        }
        let text = text::one_line(&text::half_width(&self.text)).to_lowercase();
        if text::length(&text) > SEARCH_LENGTH {
            problems.add("text", ErrorCode::SearchLength);
        }
        let text_minor = amount::parse(&text, *currency).ok().map(|money| money.minor);
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Filter { from, to, kind, direction, min_minor, max_minor, text, text_minor })
    }
}

impl FilterForm {
    /// The form with one answer to "when": days that were typed count before a preset, and a preset that was chosen
    /// counts before days that only still stood in the form.
    #[must_use]
    pub fn settled(mut self) -> Self {
        let dated = !self.from.trim().is_empty() || !self.to.trim().is_empty();
        let between = self.period == Period::Between.code();
        if dated && (between || self.dated != self.days_typed()) {
            Period::Between.code().clone_into(&mut self.period);
        } else if dated {
            self.from.clear();
            self.to.clear();
        }
        self.dated.clear();
        self
    }

    /// The days as typed: what the form sends back as `dated`, so that a change can be told from a leftover.
    #[must_use]
    pub fn days_typed(&self) -> String {
        format!("{}.{}", self.from.trim(), self.to.trim())
    }

    fn days(&self, today: Date, problems: &mut Problems) -> (Option<Date>, Option<Date>) {
        let period = optional(&self.period, problems, "period", Period::from_code);
        match period {
            // Days typed without a preset are meant, too: nothing a person filled in is passed over.
            None | Some(Period::Between) => self.typed_days(problems),
            Some(Period::Days30) => (back(today, 29), None),
            Some(Period::Days90) => (back(today, 89), None),
            Some(Period::ThisMonth) => (Some(today.first_of_month()), None),
            Some(Period::LastMonth) => {
                let last = today.first_of_month().yesterday().ok();
                (last.map(Date::first_of_month), last)
            }
            Some(Period::ThisYear) => (Some(today.first_of_year()), None),
        }
    }

    fn typed_days(&self, problems: &mut Problems) -> (Option<Date>, Option<Date>) {
        let from = optional(&self.from, problems, "from", time::parse_date);
        let to = optional(&self.to, problems, "to", time::parse_date);
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            problems.add("to", ErrorCode::DateRange);
        }
        (from, to)
    }
}

fn minor(typed: &str, field: &str, currency: Currency, problems: &mut Problems) -> Option<i64> {
    if typed.trim().is_empty() {
        return None;
    }
    match amount::parse(typed, currency) {
        // "From nothing" is a bound like any other, only not one that leaves anything out.
        Err(ErrorCode::AmountNotPositive) if !text::half_width(typed).contains('-') => Some(0),
        read => problems.keep(field, read).map(|money| money.minor),
    }
}

fn back(today: Date, days: i64) -> Option<Date> {
    today.checked_sub(days.days()).ok()
}

fn optional<T>(typed: &str, problems: &mut Problems, field: &str, read: fn(&str) -> Option<T>) -> Option<T> {
    if typed.trim().is_empty() {
        return None;
    }
    let code = if matches!(field, "from" | "to") { ErrorCode::DateUnclear } else { ErrorCode::ChoiceUnknown };
    problems.keep(field, read(typed).ok_or(code))
}
