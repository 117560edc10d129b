//! Which way a payment to another bank takes, and when it arrives.

use jiff::civil::Date;
use model::{Currency, Iban, Money, Timestamp};

use super::days::{is_bank_day, next_bank_day};
use crate::{
    Bank, Calendar,
    abroad::Quote,
    policy::{INSTANT_MOST, ORDINARY_CLOSES, about},
};

model::coded! {
    /// A way for money to reach another bank.
    Rail {
        /// At once, by day and by night, up to [`INSTANT_MOST`].
        Instant = "instant",
        /// Whatever the amount: on the next bank day, or the one after that once it is [`ORDINARY_CLOSES`].
        Ordinary = "ordinary",
        /// In another currency: after as many bank days as the bank has set for it ([`crate::abroad::Terms`]).
        Abroad = "abroad",
    }
}

/// How long an answer takes at most where the money is there at once, in seconds.
const INSTANT_ANSWERS_S: i64 = 20;
/// How long one is waited for at least where the other bank heard of the payment late, in seconds.
const ORDINARY_ANSWERS_S: i64 = 2 * 60 * 60;

/// The way that a payment takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// Which.
    pub rail: Rail,
    /// By the end of which day it is there.
    pub arrives: Date,
}

impl Route {
    /// Until when an answer may take to what was told at `told`: after that nobody knows what has become of the payment. What
    /// was promised for a day is not in doubt before the day is over.
    #[must_use]
    pub fn answered_by(self, calendar: &Calendar, told: Timestamp) -> Timestamp {
        match self.rail {
            Rail::Instant => told.plus_seconds(INSTANT_ANSWERS_S),
            Rail::Ordinary | Rail::Abroad => calendar.end_of(self.arrives).max(told.plus_seconds(ORDINARY_ANSWERS_S)),
        }
    }
}

/// The countries of the Single Euro Payments Area (European Payments Council, EPC409-09), by the letters that their
/// IBANs begin with.
const SEPA: &str = "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL \
    PT RO RS SE SI SK SM VA";

/// Whether money of `currency` can be sent to `iban`: pounds within the United Kingdom, euros within the Single Euro
/// Payments Area.
#[must_use]
pub fn reaches(currency: Currency, iban: Iban) -> bool {
    match currency {
        Currency::Gbp => iban.country() == "GB",
        Currency::Eur => SEPA.split_ascii_whitespace().any(|country| country == iban.country()),
        Currency::Usd | Currency::Cny | Currency::Jpy => false,
    }
}

/// The way that `amount` takes which leaves at `now`: the quickest on which it may.
#[must_use]
pub fn route(calendar: &Calendar, amount: Money, now: Timestamp) -> Route {
    let today = calendar.day(now);
    if amount.minor <= about(INSTANT_MOST, amount.currency).minor {
        return Route { rail: Rail::Instant, arrives: today };
    }
    let open = is_bank_day(today, amount.currency) && now < calendar.at_hour(today, ORDINARY_CLOSES);
    let first = if open { today } else { next_bank_day(today, amount.currency) };
    Route { rail: Rail::Ordinary, arrives: next_bank_day(first, amount.currency) }
}

/// The way that `amount` takes which leaves at `now`; where it is exchanged, `quote` says how long that takes.
#[must_use]
pub fn way(calendar: &Calendar, amount: Money, quote: Option<&Quote>, now: Timestamp) -> Route {
    match quote {
        Some(quote) => Route { rail: Rail::Abroad, arrives: quote.arrives_on(calendar, now) },
        None => route(calendar, amount, now),
    }
}

/// Whether `bank` sends anything to other banks.
#[must_use]
pub fn is_open(bank: &Bank) -> bool {
    bank.other_banks.is_some()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn pounds(major: i64) -> Money {
        Money::new(major * 100, Currency::Gbp)
    }

    #[test]
    fn little_money_is_there_at_once_and_much_on_a_bank_day() {
        let calendar = Calendar::in_zone("Europe/London").unwrap();
        let at = |day: Date, hour| calendar.at_hour(day, hour);
        // The day before Good Friday, before and after the last hour; and Good Friday itself.
        for (day, hour, arrives) in [
            (date(2026, 4, 2), ORDINARY_CLOSES - 1, date(2026, 4, 7)),
            (date(2026, 4, 2), ORDINARY_CLOSES, date(2026, 4, 8)),
            (date(2026, 4, 3), 9, date(2026, 4, 8)),
            (date(2026, 4, 8), 9, date(2026, 4, 9)),
        ] {
            let now = at(day, hour);
            assert_eq!(route(&calendar, pounds(INSTANT_MOST), now), Route { rail: Rail::Instant, arrives: day });
            assert_eq!(route(&calendar, pounds(INSTANT_MOST + 1), now), Route { rail: Rail::Ordinary, arrives });
        }
    }

    #[test]
    fn pounds_stay_in_the_country_and_euros_in_their_area() {
        let [london, berlin, dubai] =
            [("GB", "BANY00000000000001"), ("DE", "370400440532013000"), ("AE", "0331234567890123456")]
                .map(|(country, rest)| Iban::made(country, rest).unwrap());
        assert!(reaches(Currency::Gbp, london) && !reaches(Currency::Gbp, berlin));
        assert!(reaches(Currency::Eur, london) && reaches(Currency::Eur, berlin) && !reaches(Currency::Eur, dubai));
        assert!(!reaches(Currency::Usd, london));
    }
}
