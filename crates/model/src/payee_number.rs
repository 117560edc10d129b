//! The number of whoever is paid.

use std::fmt;

use crate::{AbroadNumber, AccountNumber, Iban};

/// The number of whoever is paid, here or at another bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PayeeNumber {
    /// Of an account of this bank.
    Here(AccountNumber),
    /// Of an account at another.
    Elsewhere(Iban),
    /// Of an account at another, in another currency.
    Abroad(AbroadNumber),
}

impl PayeeNumber {
    /// The number, where it is of this bank.
    #[must_use]
    pub const fn here(self) -> Option<AccountNumber> {
        match self {
            Self::Here(number) => Some(number),
            Self::Elsewhere(_) | Self::Abroad(_) => None,
        }
    }

    /// The number, where it is of another bank and money of the payer's currency goes there.
    #[must_use]
    pub const fn elsewhere(self) -> Option<Iban> {
        match self {
            Self::Here(_) | Self::Abroad(_) => None,
            Self::Elsewhere(iban) => Some(iban),
        }
    }

    /// The number, where money is exchanged on its way there.
    #[must_use]
    pub const fn abroad(self) -> Option<AbroadNumber> {
        match self {
            Self::Here(_) | Self::Elsewhere(_) => None,
            Self::Abroad(number) => Some(number),
        }
    }

    /// Whether it is of another bank.
    #[must_use]
    pub const fn leaves(self) -> bool {
        !matches!(self, Self::Here(_))
    }
}

impl From<AbroadNumber> for PayeeNumber {
    fn from(number: AbroadNumber) -> Self {
        Self::Abroad(number)
    }
}

impl From<AccountNumber> for PayeeNumber {
    fn from(number: AccountNumber) -> Self {
        Self::Here(number)
    }
}

impl From<Iban> for PayeeNumber {
    fn from(iban: Iban) -> Self {
        Self::Elsewhere(iban)
    }
}

impl fmt::Display for PayeeNumber {
    /// In groups of four; of one abroad, behind its bank.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Here(number) => number.fmt(f),
            Self::Elsewhere(iban) => iban.fmt(f),
            Self::Abroad(number) => number.fmt(f),
        }
    }
}
