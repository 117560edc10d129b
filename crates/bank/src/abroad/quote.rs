//! What a payment abroad costs, to the last minor unit.
//!
//! One rule rounds: what is exchanged is what arrives at the rate that is shown, to the nearest minor unit of the payer's
//! currency, a half to the even one, and at least one. It is nothing else where the payer says what leaves: then the most
//! arrives whose price is no more than that. So a payment costs at most half a minor unit more or less than the rate says,
//! and whoever makes many of one gains at most that on each, before the fee of each.

use jiff::civil::Date;
use model::{Currency, ErrorCode, Money, Rate, Timestamp};

use super::Offer;
use crate::{
    Calendar,
    rails::{is_bank_day, next_bank_day},
};

/// The parts of a rate, as [`Rate::millionths`].
const PARTS: i128 = 1_000_000;

/// A payment abroad in figures: all of it is shown before it is approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    /// What arrives, in the payee's currency.
    pub arrives: Money,
    /// What of the payer's money is exchanged into that.
    pub exchanged: Money,
    /// How much of that is the bank's: the difference to what it comes to without its margin.
    pub margin: Money,
    /// What sending costs besides.
    pub fee: Money,
    /// How much of the payee's currency is given for one unit of the payer's, the margin taken off.
    pub rate: Rate,
    /// Of when the rate is.
    pub of: Timestamp,
    /// The hour until which it leaves on the same day.
    pub closes: i8,
    /// After how many bank days it is there at the latest.
    pub days: i64,
}

impl Quote {
    /// What it costs that `arrives` arrives, paid from an account in `from`.
    ///
    /// # Errors
    /// [`ErrorCode::AbroadLeast`], [`ErrorCode::AbroadMost`].
    pub fn arriving(offer: &Offer, from: Currency, arrives: Money) -> Result<Self, ErrorCode> {
        let terms = &offer.terms;
        let rate = offer.rate.less(terms.margin_bp);
        let price = |rate| price(arrives, rate, from).ok_or(ErrorCode::AbroadMost);
        let (exchanged, plain) = (price(rate)?, price(offer.rate)?);
        if exchanged < terms.least {
            return Err(ErrorCode::AbroadLeast);
        }
        if exchanged > terms.most {
            return Err(ErrorCode::AbroadMost);
        }
        let money = |minor| Money::new(minor, from);
        Ok(Self {
            arrives,
            exchanged: money(exchanged),
            margin: money(exchanged - plain),
            fee: money(terms.fee),
            rate,
            of: offer.of,
            closes: terms.closes,
            days: terms.days,
        })
    }

    /// The most that arrives in `to` where no more than `leaves` is to leave, the fee included.
    ///
    /// # Errors
    /// As [`Self::arriving`].
    pub fn leaving(offer: &Offer, leaves: Money, to: Currency) -> Result<Self, ErrorCode> {
        let most = leaves.minor - offer.terms.fee;
        if most <= 0 {
            return Err(ErrorCode::AbroadLeast);
        }
        let rate = offer.rate.less(offer.terms.margin_bp);
        let bought = bought(most, leaves.currency, rate, to).ok_or(ErrorCode::AbroadMost)?;
        // A half is rounded up where that is even: then it is one less.
        let fits =
            |minor: &i64| price(Money::new(*minor, to), rate, leaves.currency).is_some_and(|price| price <= most);
        let arrives = [bought, bought - 1].into_iter().filter(|minor| *minor > 0).find(fits);
        let arrives = arrives.ok_or(ErrorCode::AbroadLeast)?;
        Self::arriving(offer, leaves.currency, Money::new(arrives, to))
    }

    /// What leaves the payer's account altogether.
    ///
    /// # Panics
    /// Never: both are below what any payment is.
    #[must_use]
    pub fn leaves(&self) -> Money {
        self.exchanged.checked_add(self.fee).expect("what is exchanged and the fee are of one currency, and small")
    }

    /// By the end of which day it is there that leaves at `now`. Only days on which both currencies are paid count.
    #[must_use]
    pub fn arrives_on(&self, calendar: &Calendar, now: Timestamp) -> Date {
        let today = calendar.day(now);
        let in_time = now < calendar.at_hour(today, self.closes);
        let first = if in_time && self.is_open(today) { today } else { self.next(today) };
        (0..self.days).fold(first, |day, _| self.next(day))
    }

    fn is_open(&self, day: Date) -> bool {
        is_bank_day(day, self.arrives.currency) && is_bank_day(day, self.exchanged.currency)
    }

    fn next(&self, day: Date) -> Date {
        let ahead = std::iter::successors(Some(day), |day| Some(next_bank_day(*day, self.exchanged.currency)));
        ahead.skip(1).take(30).find(|next| is_bank_day(*next, self.arrives.currency)).unwrap_or(day)
    }
}

/// What `arrives` comes to in `from` at `rate`, in minor units: the nearest, of two the even one, and at least one. `None`
/// where it does not fit.
pub(super) fn price(arrives: Money, rate: Rate, from: Currency) -> Option<i64> {
    let whole = i128::from(arrives.minor) * PARTS * i128::from(from.minor_per_major());
    let for_one = i128::from(rate.millionths()) * i128::from(arrives.currency.minor_per_major());
    i64::try_from(half_even(whole, for_one)).ok().map(|minor| minor.max(1))
}

/// The most whose price can be `most`, or half a minor unit more.
fn bought(most: i64, from: Currency, rate: Rate, to: Currency) -> Option<i64> {
    let for_one = i128::from(rate.millionths()) * i128::from(to.minor_per_major());
    let whole = (2 * i128::from(most) + 1) * for_one;
    i64::try_from(whole / (2 * PARTS * i128::from(from.minor_per_major()))).ok()
}

/// `whole` shared among `parts`, to the nearest whole number, a half to the even one. Both are above nothing.
fn half_even(whole: i128, parts: i128) -> i128 {
    let (down, rest) = (whole / parts, whole % parts);
    let up = match (rest * 2).cmp(&parts) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => down % 2 == 1,
        std::cmp::Ordering::Greater => true,
    };
    down + i128::from(up)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::{super::Terms, *};

    const TERMS: Terms = Terms {
        margin_bp: 50,
        fee: 300,
        least: 1,
        most: 100_000_000_000,
        closes: 15,
        days: 2,
        good_s: 86_400,
        held_s: 600,
    };

    fn offer(rate: &str) -> Offer {
        Offer { rate: rate.parse().unwrap(), of: Timestamp::from_micros(0), terms: TERMS }
    }

    fn euros(minor: i64) -> Money {
        Money::new(minor, Currency::Eur)
    }

    fn pounds(minor: i64) -> Money {
        Money::new(minor, Currency::Gbp)
    }

    #[test]
    fn either_side_can_be_said_and_the_figures_are_the_same() {
        let arriving = Quote::arriving(&offer("1.1432"), Currency::Gbp, euros(50_000)).unwrap();
        assert_eq!(arriving.rate.to_string(), "1.137484");
        assert_eq!((arriving.exchanged, arriving.margin), (pounds(43_957), pounds(220)));
        assert_eq!(arriving.leaves(), pounds(44_257));
        let leaving = Quote::leaving(&offer("1.1432"), pounds(44_257), Currency::Eur).unwrap();
        assert_eq!(leaving.leaves(), pounds(44_257));
        assert!(leaving.arrives.minor >= 50_000, "{leaving:?}");
    }

    #[test]
    fn a_half_goes_to_the_even_one_and_a_yen_has_no_parts() {
        for (whole, rounded) in [(1, 0), (3, 2), (5, 2), (7, 4)] {
            assert_eq!(half_even(whole, 2), rounded);
        }
        let quote = Quote::arriving(&offer("190"), Currency::Gbp, Money::new(1, Currency::Jpy)).unwrap();
        assert_eq!(quote.exchanged, pounds(1), "a hundred and ninetieth of a pound is half a penny and a bit");
        let none = Quote::leaving(&offer("190"), pounds(300), Currency::Jpy);
        assert_eq!(none, Err(ErrorCode::AbroadLeast), "the fee takes all of it");
    }

    #[test]
    fn too_little_and_too_much_are_refused() {
        let terms = Terms { least: 1_000, most: 5_000, ..TERMS };
        let offer = Offer { terms, ..offer("1") };
        let exchanged = |minor| Quote::arriving(&offer, Currency::Gbp, euros(minor)).map(|quote| quote.exchanged.minor);
        assert_eq!((exchanged(900), exchanged(995)), (Err(ErrorCode::AbroadLeast), Ok(1_000)));
        assert_eq!((exchanged(4_975), exchanged(4_976)), (Ok(5_000), Err(ErrorCode::AbroadMost)));
        assert_eq!(exchanged(i64::MAX), Err(ErrorCode::AbroadMost));
    }

    #[test]
    fn it_takes_days_on_which_both_currencies_are_paid() {
        let calendar = Calendar::in_zone("Europe/London").unwrap();
        let quote = Quote::arriving(&offer("1.1432"), Currency::Gbp, euros(50_000)).unwrap();
        // The day before Good Friday; the first of May is none in euros, the fourth none in pounds.
        for (day, hour, arrives) in [
            (date(2026, 4, 2), 14, date(2026, 4, 8)),
            (date(2026, 4, 2), 15, date(2026, 4, 9)),
            (date(2026, 4, 30), 14, date(2026, 5, 6)),
        ] {
            assert_eq!(quote.arrives_on(&calendar, calendar.at_hour(day, hour)), arrives);
        }
    }

    fn pairs() -> impl Strategy<Value = (Currency, Currency)> {
        let one = || proptest::sample::select(Currency::ALL.to_vec());
        (one(), one())
    }

    fn offers() -> impl Strategy<Value = Offer> {
        (1_000..1_000_000_000_i64, 0..1_000_i64, 0..10_000_i64).prop_map(|(millionths, margin_bp, fee)| Offer {
            rate: Rate::from_millionths(millionths).unwrap(),
            of: Timestamp::from_micros(0),
            terms: Terms { margin_bp, fee, most: i64::MAX, ..TERMS },
        })
    }

    /// How far the price is from what the rate says, in parts of a minor unit of which there are so many.
    fn off(quote: &Quote) -> (i128, i128) {
        let for_one = i128::from(quote.rate.millionths()) * i128::from(quote.arrives.currency.minor_per_major());
        let exact = i128::from(quote.arrives.minor) * PARTS * i128::from(quote.exchanged.currency.minor_per_major());
        (i128::from(quote.exchanged.minor) * for_one - exact, for_one)
    }

    proptest! {
        #[test]
        fn a_price_is_within_half_a_minor_unit(offer in offers(), (from, to) in pairs(), minor in 1..100_000_000_000_i64) {
            let quote = Quote::arriving(&offer, from, Money::new(minor, to)).unwrap();
            let (off, one) = off(&quote);
            prop_assert!(off.abs() * 2 <= one || quote.exchanged.minor == 1, "{quote:?}");
            prop_assert!(quote.margin.minor >= 0 && quote.margin.minor <= quote.exchanged.minor);
            prop_assert_eq!(quote.leaves().minor, quote.exchanged.minor + quote.fee.minor);
        }

        #[test]
        fn nobody_pays_more_than_they_said_and_no_more_could_arrive(
            offer in offers(), (from, to) in pairs(), minor in 1..100_000_000_000_i64,
        ) {
            let leaves = Money::new(minor, from);
            if let Ok(quote) = Quote::leaving(&offer, leaves, to) {
                prop_assert!(quote.leaves().minor <= minor, "{quote:?}");
                let more = Money::new(quote.arrives.minor + 1, to);
                let dearer = Quote::arriving(&offer, from, more).unwrap().leaves().minor;
                prop_assert!(dearer > minor, "{quote:?}: {dearer}");
            }
        }

        #[test]
        fn who_splits_gains_no_more_than_half_a_minor_unit_each(
            offer in offers(), (from, to) in pairs(), parts in proptest::collection::vec(1..1_000_000_i64, 1..20),
        ) {
            let exchanged = |minor| Quote::arriving(&offer, from, Money::new(minor, to)).unwrap().exchanged.minor;
            let whole = exchanged(parts.iter().sum());
            let split: i64 = parts.iter().map(|part| exchanged(*part)).sum();
            let most = i64::try_from(parts.len()).unwrap() + 1;
            prop_assert!((whole - split) * 2 <= most, "{whole} {split}");
        }
    }
}
