//! The number people give to be paid: seven digits and a check digit.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{ErrorCode, text};

/// An account number of this bank: eight digits, the last a Luhn check digit (ISO/IEC 7812-1 annex B), which
/// catches every single wrong digit and nearly every swapped pair before any money is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountNumber(u32);

impl AccountNumber {
    /// How many different numbers there are.
    pub const SERIALS: u32 = 10_000_000;

    /// The number whose first seven digits are `serial`; `None` above seven digits.
    #[must_use]
    pub fn from_serial(serial: u32) -> Option<Self> {
        (serial < Self::SERIALS).then(|| Self(serial * 10 + check_digit(serial)))
    }

    /// The eight digits as one number, as the database keeps it.
    #[must_use]
    pub fn value(self) -> i64 {
        i64::from(self.0)
    }

    /// The number the database keeps, or `None` where its check digit is wrong.
    #[must_use]
    pub fn from_value(value: i64) -> Option<Self> {
        let digits = u32::try_from(value).ok()?;
        Self::from_serial(digits / 10).filter(|number| number.0 == digits)
    }

    /// What a person typed, with any spaces, hyphens or full-width digits.
    ///
    /// # Errors
    /// [`ErrorCode::AccountNumberMissing`], [`ErrorCode::AccountNumberLength`] or
    /// [`ErrorCode::AccountNumberWrong`] (a digit is wrong: the check digit does not fit).
    pub fn from_typed(typed: &str) -> Result<Self, ErrorCode> {
        let plain = text::half_width(typed);
        let digits: String = plain.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        if digits.is_empty() {
            return Err(ErrorCode::AccountNumberMissing);
        }
        if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(ErrorCode::AccountNumberLength);
        }
        digits.parse::<i64>().ok().and_then(Self::from_value).ok_or(ErrorCode::AccountNumberWrong)
    }
}

fn check_digit(serial: u32) -> u32 {
    let mut rest = serial;
    let mut sum = 0;
    let mut double = true;
    while rest > 0 {
        let digit = rest % 10;
        sum += match (double, digit) {
            (true, 5..) => digit * 2 - 9,
            (true, _) => digit * 2,
            (false, _) => digit,
        };
        double = !double;
        rest /= 10;
    }
    (10 - sum % 10) % 10
}

impl fmt::Display for AccountNumber {
    /// Two groups of four, as it is read aloud: `1234 5674`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04} {:04}", self.0 / 10_000, self.0 % 10_000)
    }
}

impl FromStr for AccountNumber {
    type Err = ErrorCode;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        Self::from_typed(typed)
    }
}

impl Serialize for AccountNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AccountNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let typed = String::deserialize(deserializer)?;
        Self::from_typed(&typed).map_err(|_| serde::de::Error::custom("not an account number"))
    }
}
