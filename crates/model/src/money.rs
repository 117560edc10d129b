//! An amount of money: whole minor units and their currency.

use serde::{Deserialize, Serialize};

use crate::Currency;

/// An amount in minor units (pence, fen, cents) of one currency. May be negative: a change of a balance is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Whole minor units of `currency`.
    pub minor: i64,
    /// What the minor units are of.
    pub currency: Currency,
}

impl Money {
    /// `minor` units of `currency`.
    #[must_use]
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in `currency`.
    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    /// The sum, or `None` where the currencies differ or the sum does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.currency != other.currency {
            return None;
        }
        self.minor.checked_add(other.minor).map(|minor| Self::new(minor, self.currency))
    }

    /// The difference, or `None` where the currencies differ or it does not fit.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        if self.currency != other.currency {
            return None;
        }
        self.minor.checked_sub(other.minor).map(|minor| Self::new(minor, self.currency))
    }

    /// The same amount without its sign. `None` only for the one i64 that has no positive twin.
    #[must_use]
    pub fn checked_abs(self) -> Option<Self> {
        self.minor.checked_abs().map(|minor| Self::new(minor, self.currency))
    }

    /// Whether this is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.minor < 0
    }

    /// The amount times `numerator / denominator`, rounded half to even (IEEE 754 `roundTiesToEven`): the one
    /// place where this bank rounds money. `None` where the denominator is not positive or it does not fit.
    #[must_use]
    pub fn scaled(self, numerator: i64, denominator: i64) -> Option<Self> {
        if denominator <= 0 {
            return None;
        }
        let product = i128::from(self.minor) * i128::from(numerator);
        let divisor = i128::from(denominator);
        let (floor, rest) = (product.div_euclid(divisor), product.rem_euclid(divisor));
        let up = match (rest * 2).cmp(&divisor) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Equal => floor % 2 != 0,
        };
        i64::try_from(floor + i128::from(up)).ok().map(|minor| Self::new(minor, self.currency))
    }

    /// The amount as plain digits, `1234.50`: what goes into a form field or a file, never what people read.
    #[must_use]
    pub fn plain(self) -> String {
        let sign = if self.is_negative() { "-" } else { "" };
        let (major, rest) = self.parts();
        match usize::try_from(self.currency.decimals()).unwrap_or(0) {
            0 => format!("{sign}{major}"),
            width => format!("{sign}{major}.{rest:0width$}"),
        }
    }

    /// Whole units and the minor units left over, both without sign.
    #[must_use]
    pub fn parts(self) -> (u64, u64) {
        let unit = self.currency.minor_per_major().unsigned_abs();
        let minor = self.minor.unsigned_abs();
        (minor / unit, minor % unit)
    }
}
