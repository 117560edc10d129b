//! What currencies are worth and what it costs to send money in another, as a file. Whoever runs the bank edits it.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use bank::abroad::{Offer, Terms};
use model::{Currency, Money, Rate, Timestamp, amount};
use serde::Deserialize;

/// Where the file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatesAt(pub(super) PathBuf);

impl RatesAt {
    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

/// The file, as it was read: everything in it can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatesFile {
    offers: Vec<(Currency, Currency, Offer)>,
}

/// The file as TOML.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    as_of: String,
    good_hours: i64,
    held_minutes: i64,
    pair: Vec<Pair>,
}

/// A pair of currencies.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    from: Currency,
    to: Currency,
    rate: Rate,
    margin_bp: i64,
    fee: String,
    least: String,
    most: String,
    closes: i8,
    days: i64,
}

/// How many of one currency one of another is, in the examples. Nobody is to go by them: a bank puts its own here.
const EXAMPLES: [(Currency, Currency, &str); 8] = [
    (Currency::Gbp, Currency::Eur, "1.1432"),
    (Currency::Gbp, Currency::Usd, "1.3125"),
    (Currency::Gbp, Currency::Cny, "9.3410"),
    (Currency::Gbp, Currency::Jpy, "198.40"),
    (Currency::Eur, Currency::Gbp, "0.874737"),
    (Currency::Eur, Currency::Usd, "1.1481"),
    (Currency::Eur, Currency::Cny, "8.1709"),
    (Currency::Eur, Currency::Jpy, "173.55"),
];

impl RatesFile {
    /// What the file with this text says.
    ///
    /// # Errors
    /// What is wrong with it, and where, as the end of a sentence.
    pub fn read(text: &str) -> Result<Self, String> {
        let written: Written = toml::from_str(text).map_err(|error| error.to_string().trim().to_owned())?;
        let of = written.as_of.parse::<jiff::Timestamp>();
        let of = of.map_err(|_| "as_of must be a moment, 2026-11-27T08:00:00Z".to_owned())?;
        let of = Timestamp::from_micros(of.as_microsecond());
        within("good_hours", written.good_hours, 1, 24 * 366)?;
        within("held_minutes", written.held_minutes, 3, 60)?;
        let mut offers: Vec<(Currency, Currency, Offer)> = Vec::new();
        for pair in &written.pair {
            let named = |wrong: String| format!("{} to {}: {wrong}", pair.from, pair.to);
            if pair.from == pair.to || offers.iter().any(|(from, to, _)| (*from, *to) == (pair.from, pair.to)) {
                return Err(named("two different currencies, and once".to_owned()));
            }
            let terms = pair.terms(written.good_hours * 3600, written.held_minutes * 60).map_err(named)?;
            offers.push((pair.from, pair.to, Offer { rate: pair.rate, of, terms }));
        }
        Ok(Self { offers })
    }

    /// What is offered for `from` in `to`.
    #[must_use]
    pub fn offer(&self, from: Currency, to: Currency) -> Option<Offer> {
        self.offers.iter().find(|(one, other, _)| (*one, *other) == (from, to)).map(|(_, _, offer)| *offer)
    }

    /// A file to begin with: its rates are examples, of `now`.
    #[must_use]
    pub fn example(now: Timestamp) -> String {
        let of = jiff::Timestamp::from_microsecond(now.micros()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let mut text = format!(
            "# What one unit of `from` is worth in `to`, before the margin: examples, until you put your own.\n\
             # The moment they are of, and after how many hours nobody is to use them any more.\n\
             as_of = \"{of:.0}\"\ngood_hours = 24\n\
             # For how long what somebody was shown holds.\nheld_minutes = 10\n"
        );
        for (from, to, rate) in EXAMPLES {
            // Writing to a text cannot fail.
            let _ = write!(
                text,
                "\n[[pair]]\nfrom = \"{from}\"\nto = \"{to}\"\nrate = \"{rate}\"\n# In hundredths of a per cent.\n\
                 margin_bp = 50\n# In `from`, as are the least and the most.\nfee = \"3.00\"\nleast = \"1.00\"\n\
                 most = \"25000.00\"\n# The hour until which it leaves on the same day, and the bank days it takes.\n\
                 closes = 15\ndays = 2\n"
            );
        }
        text
    }
}

impl Pair {
    fn terms(&self, good_s: i64, held_s: i64) -> Result<Terms, String> {
        let money = |name: &str, written: &str| -> Result<Money, String> {
            amount::parse_limit(written, self.from).map_err(|_| format!("{name} must be an amount, \"3.00\""))
        };
        let (least, most) = (money("least", &self.least)?.minor, money("most", &self.most)?.minor);
        within("least", least, 1, most)?;
        within("margin_bp", self.margin_bp, 0, 1_000)?;
        within("closes", i64::from(self.closes), 1, 23)?;
        within("days", self.days, 0, 10)?;
        let fee = money("fee", &self.fee)?.minor;
        let (margin_bp, closes, days) = (self.margin_bp, self.closes, self.days);
        Ok(Terms { margin_bp, fee, least, most, closes, days, good_s, held_s })
    }
}

fn within(name: &str, is: i64, least: i64, most: i64) -> Result<(), String> {
    if (least..=most).contains(&is) { Ok(()) } else { Err(format!("{name} must be from {least} to {most}")) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn example() -> String {
        RatesFile::example(Timestamp::from_micros(1_790_000_000_000_000))
    }

    #[test]
    fn the_file_to_begin_with_is_right_and_of_now() {
        let file = RatesFile::read(&example()).expect("it is right");
        let offer = file.offer(Currency::Gbp, Currency::Eur).expect("it is offered");
        assert_eq!(offer.of, Timestamp::from_micros(1_790_000_000_000_000));
        assert_eq!((offer.terms.fee, offer.terms.held_s, offer.rate.to_string().as_str()), (300, 600, "1.1432"));
        assert_eq!(file.offer(Currency::Gbp, Currency::Gbp), None);
    }

    #[test]
    fn whatever_is_wrong_is_named() {
        for (from, to, named) in [
            ("as_of = \"2026", "as_of = \"year ", "as_of must be a moment"),
            ("held_minutes = 10", "held_minutes = 1", "held_minutes must be from 3 to 60"),
            ("margin_bp = 50", "margin_bp = 1001", "GBP to EUR: margin_bp must be"),
            ("rate = \"1.1432\"", "rate = \"1,1432\"", "not a rate"),
            ("fee = \"3.00\"", "fee = \"a little\"", "fee must be an amount"),
            ("least = \"1.00\"", "least = \"26000\"", "least must be from"),
            ("to = \"EUR\"", "to = \"GBP\"", "GBP to GBP: two different currencies"),
            ("to = \"USD\"", "to = \"EUR\"", "GBP to EUR: two different currencies, and once"),
            ("closes = 15", "close = 15", "close"),
        ] {
            let text = example().replacen(from, to, 1);
            assert_ne!(text, example(), "{from}");
            let wrong = RatesFile::read(&text).expect_err(named);
            assert!(wrong.contains(named), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_taken_can_be_used(rate in "[0-9]{1,6}(\\.[0-9]{1,7})?", margin in -5..1_100_i64, fee in "[0-9]{1,3}") {
            let text = example().replace("1.1432", &rate).replace("margin_bp = 50", &format!("margin_bp = {margin}"));
            if let Ok(file) = RatesFile::read(&text.replace("fee = \"3.00\"", &format!("fee = \"{fee}\""))) {
                let offer = file.offer(Currency::Gbp, Currency::Eur).expect("it is offered");
                prop_assert!((0..=1_000).contains(&offer.terms.margin_bp) && offer.terms.fee >= 0);
            }
        }
    }
}
