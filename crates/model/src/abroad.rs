//! The numbers of accounts abroad: where an IBAN does not say everything.

use std::{fmt, str::FromStr};

use crate::{Bic, Currency, ErrorCode, Iban, text};

/// A branch of a bank in China, as its payment system knows it (CNAPS, 联行号): three digits for the bank, four for the
/// place, four for the branch and a check digit. That digit is the one of ISO 7064, MOD 11,10: no public text of the
/// People's Bank says so, but every one of sixty codes that banks have published themselves has it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cnaps {
    digits: [u8; 12],
}

impl Cnaps {
    /// What a person typed, with any spaces, hyphens or full-width digits.
    ///
    /// # Errors
    /// [`ErrorCode::CnapsMissing`]; [`ErrorCode::CnapsShape`] where it is not twelve digits; [`ErrorCode::CnapsWrong`]
    /// where the check digit does not fit.
    pub fn from_typed(typed: &str) -> Result<Self, ErrorCode> {
        let plain = compact(typed, 13);
        if plain.is_empty() {
            return Err(ErrorCode::CnapsMissing);
        }
        let digits: [u8; 12] = plain.as_bytes().try_into().map_err(|_| ErrorCode::CnapsShape)?;
        if !digits.iter().all(u8::is_ascii_digit) {
            return Err(ErrorCode::CnapsShape);
        }
        if checked(&digits) { Ok(Self { digits }) } else { Err(ErrorCode::CnapsWrong) }
    }

    /// The twelve digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.digits).unwrap_or_default()
    }
}

/// Whether the last digit is the check digit of the others (ISO 7064, MOD 11,10).
fn checked(digits: &[u8; 12]) -> bool {
    let (payload, check) = digits.split_at(11);
    let product = payload.iter().fold(10, |product, digit| match (product + u32::from(digit - b'0')) % 10 {
        0 => 20 % 11,
        sum => sum * 2 % 11,
    });
    (11 - product) % 10 == u32::from(check[0] - b'0')
}

impl fmt::Display for Cnaps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Cnaps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cnaps({self})")
    }
}

/// The longest and the shortest number of an account (ISO 20022, `Max34Text`).
const LONGEST: usize = 34;
const SHORTEST: usize = 4;

/// The number of an account as its bank writes it: letters and digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalNumber {
    letters: [u8; LONGEST],
    length: u8,
}

impl LocalNumber {
    /// What a person typed, with any spaces, hyphens, small or full-width letters.
    ///
    /// # Errors
    /// [`ErrorCode::NumberAbroadMissing`]; [`ErrorCode::NumberAbroadShape`] where no account has such a number.
    pub fn from_typed(typed: &str) -> Result<Self, ErrorCode> {
        let plain = compact(typed, LONGEST + 1);
        if plain.is_empty() {
            return Err(ErrorCode::NumberAbroadMissing);
        }
        let shaped = (SHORTEST..=LONGEST).contains(&plain.len()) && plain.bytes().all(|b| b.is_ascii_alphanumeric());
        let length = u8::try_from(plain.len()).map_err(|_| ErrorCode::NumberAbroadShape)?;
        if !shaped {
            return Err(ErrorCode::NumberAbroadShape);
        }
        let mut letters = [0; LONGEST];
        letters[..plain.len()].copy_from_slice(plain.as_bytes());
        Ok(Self { letters, length })
    }

    /// The letters and digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let letters = self.letters.get(..usize::from(self.length)).unwrap_or_default();
        str::from_utf8(letters).unwrap_or_default()
    }
}

impl fmt::Display for LocalNumber {
    /// In groups of four.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        in_fours(self.as_str(), f)
    }
}

impl fmt::Debug for LocalNumber {
    /// For logs: whose account it is stays unsaid.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LocalNumber({} characters)", self.length)
    }
}

/// `letters` in groups of four, as numbers are printed.
pub(crate) fn in_fours(letters: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (place, letter) in letters.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            f.write_str(" ")?;
        }
        write!(f, "{letter}")?;
    }
    Ok(())
}

/// What was typed without spaces and hyphens, in capital letters of plain width, as far as `most` characters.
fn compact(typed: &str, most: usize) -> String {
    let plain = text::half_width(typed);
    let kept = plain.chars().filter(|c| !matches!(c, ' ' | '-')).map(|c| c.to_ascii_uppercase());
    kept.take(most).collect()
}

/// An account abroad, with the currency in which money arrives there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AbroadNumber {
    /// By its IBAN.
    Iban(Iban, Currency),
    /// In China, where money arrives in yuan.
    Cnaps(Cnaps, LocalNumber),
    /// By its bank and its number there.
    Bic(Bic, LocalNumber, Currency),
}

impl AbroadNumber {
    /// The currency in which money arrives.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        match self {
            Self::Iban(_, currency) | Self::Bic(_, _, currency) => *currency,
            Self::Cnaps(..) => Currency::Cny,
        }
    }

    /// The number of the account alone, no spaces.
    #[must_use]
    pub fn account(&self) -> &str {
        match self {
            Self::Iban(iban, _) => iban.electronic(),
            Self::Cnaps(_, number) | Self::Bic(_, number, _) => number.as_str(),
        }
    }

    /// Everything in one text that says which account it is and is that of no other: `CNY/102100099996/62220210`.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Iban(iban, currency) => format!("{currency}/{}", iban.electronic()),
            Self::Cnaps(cnaps, number) => format!("{}/{cnaps}/{}", Currency::Cny, number.as_str()),
            Self::Bic(bic, number, currency) => format!("{currency}/{bic}/{}", number.as_str()),
        }
    }
}

impl FromStr for AbroadNumber {
    type Err = ErrorCode;

    /// As [`Self::key`] writes it.
    fn from_str(key: &str) -> Result<Self, Self::Err> {
        let mut parts = key.split('/');
        let currency = parts.next().and_then(|code| code.parse::<Currency>().ok()).ok_or(ErrorCode::CurrencyMissing)?;
        match (parts.next(), parts.next(), parts.next()) {
            (Some(iban), None, None) => Ok(Self::Iban(Iban::from_typed(iban)?, currency)),
            (Some(bank), Some(number), None) => {
                let number = LocalNumber::from_typed(number)?;
                match Cnaps::from_typed(bank) {
                    Ok(cnaps) if currency == Currency::Cny => Ok(Self::Cnaps(cnaps, number)),
                    _ => Ok(Self::Bic(Bic::from_typed(bank)?, number, currency)),
                }
            }
            _ => Err(ErrorCode::NumberAbroadShape),
        }
    }
}

impl fmt::Display for AbroadNumber {
    /// As it is shown: the bank, then the account.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Iban(iban, _) => iban.fmt(f),
            Self::Cnaps(cnaps, number) => write!(f, "{cnaps} · {number}"),
            Self::Bic(bic, number, _) => write!(f, "{bic} · {number}"),
        }
    }
}

/// How long the numbers of cards are (ISO/IEC 7812-1).
const CARD: std::ops::RangeInclusive<usize> = 13..=19;

/// Whether what was typed is the number of a card that pays the world over: its beginning is of one of their networks, and
/// its last digit the check digit (ISO/IEC 7812-1, Luhn). In China the number of a `UnionPay` card is that of the account,
/// and people are paid by nothing else.
#[must_use]
pub fn is_card(typed: &str, in_china: bool) -> bool {
    let digits = compact(typed, CARD.end() + 1);
    let begins = |places: usize| digits.get(..places).and_then(|start| start.parse::<u32>().ok()).unwrap_or_default();
    let network = begins(1) == 4
        || matches!(begins(2), 34..=39 | 51..=55 | 65)
        || matches!(begins(4), 2221..=2720 | 6011)
        || (begins(2) == 62 && !in_china);
    let all_digits = digits.bytes().all(|b| b.is_ascii_digit());
    all_digits && CARD.contains(&digits.len()) && network && luhn(&digits)
}

fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .zip([1, 2].into_iter().cycle())
        .map(|(digit, factor)| u32::from(digit - b'0') * factor)
        .map(|product| if product > 9 { product - 9 } else { product })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn codes_that_banks_have_published_are_right_and_their_neighbours_are_not() {
        for code in ["102100099996", "104100000004", "105100000017", "308584000013", "313651018028", "303791000177"] {
            assert!(Cnaps::from_typed(code).is_ok(), "{code}");
        }
        // One digit of a code is another.
        assert_eq!(Cnaps::from_typed("102100099997"), Err(ErrorCode::CnapsWrong));
        assert_eq!(Cnaps::from_typed("１０２１ 0009-9996").unwrap().to_string(), "102100099996");
        assert_eq!(Cnaps::from_typed(" "), Err(ErrorCode::CnapsMissing));
        for wrong in ["10210009999", "1021000999960", "10210009999X"] {
            assert_eq!(Cnaps::from_typed(wrong), Err(ErrorCode::CnapsShape), "{wrong}");
        }
    }

    #[test]
    fn cards_of_the_world_are_no_accounts_and_those_of_china_are_there() {
        assert!(is_card("4111 1111 1111 1111", true) && is_card("5555555555554444", false));
        assert!(is_card("6200000000000005", false) && !is_card("6200000000000005", true));
        assert!(!is_card("4111111111111112", false) && !is_card("1234567890123452", false) && !is_card("", false));
    }

    #[test]
    fn an_account_is_read_as_it_was_kept() {
        for key in ["EUR/DE89370400440532013000", "CNY/102100099996/6222021001", "USD/CHASUS33/000123456789"] {
            assert_eq!(key.parse::<AbroadNumber>().unwrap().key(), key);
        }
        for wrong in ["DE89370400440532013000", "XXX/CHASUS33/1234", "USD/CHASUS33/12/34", "USD", ""] {
            assert!(wrong.parse::<AbroadNumber>().is_err(), "{wrong}");
        }
        let china = "CNY/102100099996/6222021001".parse::<AbroadNumber>().unwrap();
        assert_eq!(china.to_string(), "102100099996 · 6222 0210 01");
        assert_eq!(format!("{china:?}"), "Cnaps(Cnaps(102100099996), LocalNumber(10 characters))");
    }

    proptest! {
        #[test]
        fn a_digit_that_is_wrong_is_always_seen(place in 0..12_usize, other in 1..10_u8) {
            let mut digits = *b"102100099996";
            digits[place] = b'0' + (digits[place] - b'0' + other) % 10;
            prop_assert_eq!(Cnaps::from_typed(str::from_utf8(&digits).unwrap()), Err(ErrorCode::CnapsWrong));
        }

        #[test]
        fn what_is_read_is_read_again(typed in ".{0,60}|[0-9A-Za-z -]{0,40}") {
            if let Ok(number) = LocalNumber::from_typed(&typed) {
                prop_assert_eq!(LocalNumber::from_typed(&number.to_string()), Ok(number));
            }
            if let Ok(number) = typed.parse::<AbroadNumber>() {
                prop_assert_eq!(number.key().parse(), Ok(number));
            }
        }
    }
}
