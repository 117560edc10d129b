//! The currencies this bank keeps accounts in (ISO 4217).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A currency the ledger knows. Closed on purpose: adding one is a decision of the bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Chinese yuan renminbi, two decimals.
    Cny,
    /// Euro, two decimals.
    Eur,
    /// Pound sterling, two decimals.
    Gbp,
    /// Japanese yen, no decimals.
    Jpy,
    /// United States dollar, two decimals.
    Usd,
}

impl Currency {
    /// Every currency, in the order of its code.
    pub const ALL: [Self; 5] = [Self::Cny, Self::Eur, Self::Gbp, Self::Jpy, Self::Usd];

    /// The ISO 4217 code, three capital letters.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cny => "CNY",
            Self::Eur => "EUR",
            Self::Gbp => "GBP",
            Self::Jpy => "JPY",
            Self::Usd => "USD",
        }
    }

    /// The sign people write before an amount.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Cny | Self::Jpy => "¥",
            Self::Eur => "€",
            Self::Gbp => "£",
            Self::Usd => "$",
        }
    }

    /// How many decimals the minor unit has (ISO 4217 exponent).
    #[must_use]
    pub const fn decimals(self) -> u32 {
        match self {
            Self::Jpy => 0,
            Self::Cny | Self::Eur | Self::Gbp | Self::Usd => 2,
        }
    }

    /// How many minor units make one major unit: 100 pence to the pound.
    #[must_use]
    pub const fn minor_per_major(self) -> i64 {
        10_i64.pow(self.decimals())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text was not the code of a currency this bank keeps accounts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownCurrency;

impl fmt::Display for UnknownCurrency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a currency of this bank")
    }
}

impl std::error::Error for UnknownCurrency {}

impl FromStr for Currency {
    type Err = UnknownCurrency;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|c| c.code() == code).ok_or(UnknownCurrency)
    }
}
