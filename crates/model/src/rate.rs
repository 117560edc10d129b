//! A rate of exchange.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// How many parts of a rate make one.
const PARTS: i64 = 1_000_000;

/// How much of one currency is given for one unit of another, in millionths: whole numbers, so that what is shown is what
/// is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(i64);

/// The text was not a rate: digits with six decimals at most, above zero and below 100,000 (ISO 20022, `BaseOneRate`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotARate;

impl Rate {
    /// The rate of so many millionths; `None` where it is none.
    #[must_use]
    pub fn from_millionths(millionths: i64) -> Option<Self> {
        (1..100_000 * PARTS).contains(&millionths).then_some(Self(millionths))
    }

    /// In millionths.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// The rate with so many hundredths of a per cent taken off it, and what is left of a millionth; at least a millionth.
    #[must_use]
    pub fn less(self, margin_bp: i64) -> Self {
        let kept = i128::from(self.0) * i128::from((10_000 - margin_bp).clamp(0, 10_000)) / 10_000;
        // It is no more than it was before.
        Self(i64::try_from(kept).unwrap_or(self.0).max(1))
    }
}

impl fmt::Display for Rate {
    /// With at least four decimals: `1.1432`, `0.005123`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = format!("{:06}", self.0 % PARTS);
        let (first, rest) = decimals.split_at(4);
        write!(f, "{}.{first}{}", self.0 / PARTS, rest.trim_end_matches('0'))
    }
}

impl FromStr for Rate {
    type Err = NotARate;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        let (whole, decimals) = written.split_once('.').unwrap_or((written, "0"));
        let digits = |text: &str, most: usize| {
            (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(whole, 5) || !digits(decimals, 6) {
            return Err(NotARate);
        }
        let millionths = format!("{whole}{decimals:0<6}").parse().map_err(|_| NotARate)?;
        Self::from_millionths(millionths).ok_or(NotARate)
    }
}

impl Serialize for Rate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        written
            .parse()
            .map_err(|NotARate| serde::de::Error::custom("not a rate: digits, a point, six decimals at most"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_rate_is_refused() {
        for wrong in ["", "0", "0.0", "-1", "1.", ".5", "1.1234567", "100000", "1,5", "1e3", "１"] {
            assert_eq!(wrong.parse::<Rate>(), Err(NotARate), "{wrong}");
        }
        assert_eq!("1.1432".parse::<Rate>().unwrap().less(50).to_string(), "1.137484");
        assert_eq!("190".parse::<Rate>().unwrap().to_string(), "190.0000");
        assert_eq!("0.000001".parse::<Rate>().unwrap().less(9_999), Rate(1));
    }

    proptest! {
        #[test]
        fn what_is_shown_is_what_is_used(millionths in 1..100_000 * PARTS) {
            let rate = Rate(millionths);
            prop_assert_eq!(rate.to_string().parse(), Ok(rate));
        }
    }
}
