//! The number of an account at any bank that has one: the International Bank Account Number.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{ErrorCode, abroad, text};

/// The longest there is (ISO 13616-1).
const LONGEST: usize = 34;

/// How long the number is in each country that has one (SWIFT IBAN Registry, release 99).
const LENGTHS: &str = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 \
    DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 \
    IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 \
    MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 \
    SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20";

/// An account number of any bank: the country, two check digits and the account within that country (ISO 13616-1). What
/// was typed is never put right: a number with a slip in it is nobody's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iban {
    letters: [u8; LONGEST],
    length: u8,
}

impl Iban {
    /// What a person typed, with any spaces, hyphens, small or full-width letters.
    ///
    /// # Errors
    /// [`ErrorCode::IbanMissing`]; [`ErrorCode::IbanShape`] where it does not begin as one does, or holds what none does;
    /// [`ErrorCode::IbanCountry`] where no country with that code has them; [`ErrorCode::IbanLength`];
    /// [`ErrorCode::IbanWrong`] where the check digits do not fit the rest.
    pub fn from_typed(typed: &str) -> Result<Self, ErrorCode> {
        let plain = text::half_width(typed);
        let kept = plain.chars().filter(|c| !matches!(c, ' ' | '-')).map(|c| c.to_ascii_uppercase());
        let plain: String = kept.take(LONGEST + 1).collect();
        if plain.is_empty() {
            return Err(ErrorCode::IbanMissing);
        }
        let bytes = plain.as_bytes();
        let begins = bytes.len() > 4
            && bytes[..2].iter().all(u8::is_ascii_uppercase)
            && bytes[2..4].iter().all(u8::is_ascii_digit);
        if !begins || !bytes.iter().all(u8::is_ascii_alphanumeric) {
            return Err(ErrorCode::IbanShape);
        }
        let length = length_in(&plain[..2]).ok_or(ErrorCode::IbanCountry)?;
        if bytes.len() != usize::from(length) {
            return Err(ErrorCode::IbanLength);
        }
        // 00, 01 and 99 leave the same remainder as others that are right.
        if matches!(&plain[2..4], "00" | "01" | "99") || remainder(bytes) != 1 {
            return Err(ErrorCode::IbanWrong);
        }
        let mut letters = [0; LONGEST];
        letters[..bytes.len()].copy_from_slice(bytes);
        Ok(Self { letters, length })
    }

    /// The number of the account `rest` within `country`, with the check digits that fit it: how a bank makes one. `None`
    /// where there is none such.
    #[must_use]
    pub fn made(country: &str, rest: &str) -> Option<Self> {
        if country.len() != 2 || !rest.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return None;
        }
        let check = 98 - remainder(format!("{country}00{rest}").to_ascii_uppercase().as_bytes());
        Self::from_typed(&format!("{country}{check:02}{rest}")).ok()
    }

    /// As computers pass it on: no spaces.
    #[must_use]
    pub fn electronic(&self) -> &str {
        let letters = self.letters.get(..usize::from(self.length)).unwrap_or_default();
        str::from_utf8(letters).unwrap_or_default()
    }

    /// The code of its country (ISO 3166-1), `GB`.
    #[must_use]
    pub fn country(&self) -> &str {
        self.electronic().get(..2).unwrap_or_default()
    }
}

/// Whether the accounts of a country have IBANs.
#[must_use]
pub fn has_ibans(country: &str) -> bool {
    length_in(country).is_some()
}

/// How long the numbers of a country are.
fn length_in(country: &str) -> Option<u8> {
    LENGTHS.split_ascii_whitespace().find_map(|entry| entry.strip_prefix(country)?.parse().ok())
}

/// What is left of the number, its first four characters behind the rest and letters as 10 to 35, divided by 97 (ISO
/// 7064, MOD 97-10).
fn remainder(bytes: &[u8]) -> u32 {
    let (head, rest) = bytes.split_at(4);
    rest.iter().chain(head).fold(0, |sum, byte| match byte {
        b'0'..=b'9' => (sum * 10 + u32::from(byte - b'0')) % 97,
        _ => (sum * 100 + u32::from(byte.wrapping_sub(b'A')) + 10) % 97,
    })
}

impl fmt::Display for Iban {
    /// In groups of four, as it is printed: `GB82 WEST 1234 5698 7654 32`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        abroad::in_fours(self.electronic(), f)
    }
}

impl fmt::Debug for Iban {
    /// For logs: whose account it is stays unsaid.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Iban({}…)", self.country())
    }
}

impl FromStr for Iban {
    type Err = ErrorCode;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        Self::from_typed(typed)
    }
}

impl Serialize for Iban {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.electronic())
    }
}

impl<'de> Deserialize<'de> for Iban {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let typed = String::deserialize(deserializer)?;
        Self::from_typed(&typed).map_err(|_| serde::de::Error::custom("not an IBAN"))
    }
}
