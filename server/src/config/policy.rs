//! The policy of the bank as a file: what it allows at most, what it asks about, and what it lets wait. Whoever runs the
//! bank edits it; what is not in it stays as it is.

use bank::{Policy, policy::MostLimits, waits::Waits};
use serde::{Deserialize, Serialize};

/// The file, as TOML. Amounts are whole pounds, euros or dollars: other currencies get about as much, in round numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PolicyFile {
    /// From how much on somebody is asked what a payment to somebody new is for.
    purpose_from: i64,
    /// The most that customers may raise their limits to.
    most_limits: Most,
    /// Which payments to somebody new wait, and for how long.
    waits: Waiting,
}

/// What limits may be raised to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Most {
    /// One payment.
    payment: i64,
    /// The payments of a day.
    day: i64,
    /// The first 24 hours with somebody new.
    new_payee: i64,
    /// How many times as much on the account of a business.
    business_times: i64,
}

/// When payments to somebody new wait. An hour is from 0, which is not at all, to [`LONGEST_H`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Waiting {
    /// Of less than this what would be left, in hundredths of what the payer had a day before, ...
    drain_percent: i64,
    /// ... a payment of this much or more ...
    drain_from: i64,
    /// ... waits so many hours.
    drain_hours: i64,
    /// An investment of this much or more ...
    investment_from: i64,
    /// ... waits so many hours.
    investment_hours: i64,
    /// Anything of this much or more ...
    large_from: i64,
    /// ... waits so many hours.
    large_hours: i64,
}

const HOUR_S: i64 = 60 * 60;

/// The longest that a bank lets a payment wait, in hours: three days (the Payment Services Regulations 2017 of the United
/// Kingdom, as amended in 2024, allow four business days where fraud is suspected).
const LONGEST_H: i64 = 72;
/// More than any amount in the file needs to be.
const MOST: i64 = 1_000_000_000;

impl Default for PolicyFile {
    fn default() -> Self {
        let Policy { purpose_from, most_limits: most, waits, .. } = Policy::default();
        Self {
            purpose_from,
            most_limits: Most {
                payment: most.payment,
                day: most.day,
                new_payee: most.new_payee,
                business_times: most.business,
            },
            waits: Waiting {
                drain_percent: waits.drain_percent,
                drain_from: waits.drain_from,
                drain_hours: waits.drain_s / HOUR_S,
                investment_from: waits.investment_from,
                investment_hours: waits.investment_s / HOUR_S,
                large_from: waits.large_from,
                large_hours: waits.large_s / HOUR_S,
            },
        }
    }
}

impl Default for Most {
    fn default() -> Self {
        PolicyFile::default().most_limits
    }
}

impl Default for Waiting {
    fn default() -> Self {
        PolicyFile::default().waits
    }
}

impl PolicyFile {
    /// What the file with this text says.
    ///
    /// # Errors
    /// What is wrong with it, and where, as the end of a sentence.
    pub fn read(text: &str) -> Result<Self, String> {
        let file: Self = toml::from_str(text).map_err(|error| error.to_string().trim().to_owned())?;
        let wrong: Vec<String> = file.numbers().into_iter().filter_map(Number::wrong).collect();
        if !wrong.is_empty() {
            return Err(wrong.join(", "));
        }
        Ok(file)
    }

    /// The whole of it, as it would be written.
    ///
    /// # Panics
    /// Never: numbers in tables can always be written as TOML.
    #[must_use]
    pub fn written(&self) -> String {
        toml::to_string(self).expect("numbers in tables can always be written as TOML")
    }

    /// The policy of this bank: `before` with what the file says.
    #[must_use]
    pub fn applied(&self, before: Policy) -> Policy {
        let (most, waits) = (&self.most_limits, &self.waits);
        Policy {
            purpose_from: self.purpose_from,
            most_limits: MostLimits {
                payment: most.payment,
                day: most.day,
                new_payee: most.new_payee,
                business: most.business_times,
            },
            waits: Waits {
                drain_percent: waits.drain_percent,
                drain_from: waits.drain_from,
                drain_s: waits.drain_hours * HOUR_S,
                investment_from: waits.investment_from,
                investment_s: waits.investment_hours * HOUR_S,
                large_from: waits.large_from,
                large_s: waits.large_hours * HOUR_S,
            },
            ..before
        }
    }

    /// Every number of it, with what it may be.
    fn numbers(&self) -> [Number; 12] {
        let (most, waits) = (&self.most_limits, &self.waits);
        [
            Number("purpose_from", self.purpose_from, 0, MOST),
            Number("most_limits.payment", most.payment, 1, MOST),
            Number("most_limits.day", most.day, 1, MOST),
            Number("most_limits.new_payee", most.new_payee, 1, MOST),
            Number("most_limits.business_times", most.business_times, 1, 100),
            Number("waits.drain_percent", waits.drain_percent, 0, 100),
            Number("waits.drain_from", waits.drain_from, 0, MOST),
            Number("waits.drain_hours", waits.drain_hours, 0, LONGEST_H),
            Number("waits.investment_from", waits.investment_from, 0, MOST),
            Number("waits.investment_hours", waits.investment_hours, 0, LONGEST_H),
            Number("waits.large_from", waits.large_from, 0, MOST),
            Number("waits.large_hours", waits.large_hours, 0, LONGEST_H),
        ]
    }
}

/// A number of the file: its name, what it is, and the least and the most it may be.
struct Number(&'static str, i64, i64, i64);

impl Number {
    fn wrong(self) -> Option<String> {
        let Self(name, is, least, most) = self;
        (!(least..=most).contains(&is)).then(|| format!("{name} must be from {least} to {most}"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_not_in_the_file_stays_as_it_is() {
        let file = PolicyFile::read("[waits]\nlarge_hours = 12\n").expect("it is right");
        let policy = file.applied(Policy::default());
        assert_eq!(policy.waits, Waits { large_s: 12 * HOUR_S, ..Policy::default().waits });
        assert_eq!(policy.purpose_from, Policy::default().purpose_from);
        assert_eq!(PolicyFile::read("").expect("nothing is right as well"), PolicyFile::default());
    }

    #[test]
    fn what_is_written_is_read_again() {
        let written = PolicyFile::default().written();
        assert_eq!(PolicyFile::read(&written).expect("it is right"), PolicyFile::default());
    }

    #[test]
    fn whatever_is_wrong_is_named() {
        let refused = |text: &str| PolicyFile::read(text).expect_err("must be refused");
        assert!(
            refused("[waits]\ndrain_hours = 73\nlarge_from = -1").contains("waits.drain_hours must be from 0 to 72")
        );
        assert!(refused("[waits]\ndrain_hours = 73\nlarge_from = -1").contains("waits.large_from"));
        assert!(refused("[waits]\ndrain_hour = 24").contains("drain_hour"), "a slip of the finger");
        assert!(refused("purpose_from = \"much\"").contains("line 1"));
    }

    proptest! {
        #[test]
        fn no_text_brings_it_down(text in ".{0,200}") {
            if let Ok(file) = PolicyFile::read(&text) {
                prop_assert!(file.numbers().into_iter().all(|number| number.wrong().is_none()));
            }
        }
    }
}
