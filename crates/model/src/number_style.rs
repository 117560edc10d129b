//! How a language writes numbers: what stands before the decimals and between the thousands.

use serde::{Deserialize, Serialize};

use crate::Money;

/// The marks of one language (CLDR, `numbers/symbols` and the decimal pattern). Digits are always those of ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberStyle {
    /// What stands before the decimals: `1234.50`, `1234,50`.
    pub decimal: char,
    /// What stands between groups of digits.
    pub group: char,
    /// How many digits the last group has.
    pub last: u8,
    /// How many digits every other group has.
    pub others: u8,
    /// How many digits must stand before the last group for there to be groups: Spanish writes 1234 and 12.345.
    pub least: u8,
}

impl NumberStyle {
    /// English: `1,234.50`.
    pub const ENGLISH: Self = Self { decimal: '.', group: ',', last: 3, others: 3, least: 1 };

    /// Writes a whole number.
    pub fn whole(self, text: &mut String, number: u64) {
        let mut digits = [0_u8; 20];
        let mut first = digits.len();
        let mut left = number;
        loop {
            first -= 1;
            digits[first] = digit(left);
            left /= 10;
            if left == 0 {
                break;
            }
        }
        let digits = &digits[first..];
        let (last, others) = (usize::from(self.last.max(1)), usize::from(self.others.max(1)));
        let grouped = digits.len() >= last + usize::from(self.least);
        for (at, digit) in digits.iter().enumerate() {
            let after = digits.len() - at;
            if grouped && at > 0 && after >= last && (after - last).is_multiple_of(others) {
                text.push(self.group);
            }
            text.push(char::from(*digit));
        }
    }

    /// Writes the digits of an amount, with all its decimals, and neither its minus nor the sign of its currency.
    pub fn amount(self, text: &mut String, money: Money) {
        let (whole, rest) = money.parts();
        self.whole(text, whole);
        self.decimals(text, rest, money.currency.decimals());
    }

    /// Writes so many decimals, `rest` of them as a whole number: `.05` for 5 of two.
    pub fn decimals(self, text: &mut String, rest: u64, decimals: u32) {
        if decimals > 0 {
            text.push(self.decimal);
        }
        for place in (0..decimals).rev() {
            text.push(char::from(digit(rest / 10_u64.pow(place))));
        }
    }
}

fn digit(value: u64) -> u8 {
    b'0' + u8::try_from(value % 10).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Currency;

    fn written(style: NumberStyle, minor: i64, currency: Currency) -> String {
        let mut text = String::new();
        style.amount(&mut text, Money::new(minor, currency));
        text
    }

    #[test]
    fn amounts_are_written_as_each_language_does() {
        let spanish = NumberStyle { decimal: ',', group: '.', last: 3, others: 3, least: 2 };
        let hindi = NumberStyle { others: 2, ..NumberStyle::ENGLISH };
        for (minor, currency, texts) in [
            (123_450, Currency::Gbp, ["1,234.50", "1234,50", "1,234.50"]),
            (1_234_567, Currency::Eur, ["12,345.67", "12.345,67", "12,345.67"]),
            (123_456_705, Currency::Usd, ["1,234,567.05", "1.234.567,05", "12,34,567.05"]),
            (-5, Currency::Gbp, ["0.05", "0,05", "0.05"]),
            (999, Currency::Jpy, ["999", "999", "999"]),
        ] {
            assert_eq!([NumberStyle::ENGLISH, spanish, hindi].map(|style| written(style, minor, currency)), texts);
        }
        assert_eq!(written(NumberStyle::ENGLISH, i64::MIN, Currency::Jpy), "9,223,372,036,854,775,808");
    }
}
