//! Numbers as each language writes them. ICU says how, once for each language; the digits are then written by
//! [`NumberStyle`], because an account's page has a hundred amounts.

use std::fmt::Display;

use icu_decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions};
use icu_locale_core::Locale;
use model::{Currency, Money, NumberStyle};
use rustc_hash::FxHashMap;

use super::{Words, message::Message};

/// U+2212, the minus sign: a hyphen would be lost at the end of a line and is read aloud as nothing.
const MINUS: char = '\u{2212}';
/// The messages that say the sign of each currency.
const SIGNS: [(Currency, &str); Currency::ALL.len()] = [
    (Currency::Cny, "sign-cny"),
    (Currency::Eur, "sign-eur"),
    (Currency::Gbp, "sign-gbp"),
    (Currency::Jpy, "sign-jpy"),
    (Currency::Usd, "sign-usd"),
];
/// Stands for the digits while the signs around them are found.
const DIGITS: &str = "%";

/// How one language writes numbers and amounts.
pub(super) struct Numbers {
    style: NumberStyle,
    /// For each currency its sign alone, and what stands before the digits and after them.
    signs: Vec<(Currency, String, String, String)>,
}

impl Numbers {
    /// As the language of `locale` has it, with the signs and the order that its messages say.
    pub(super) fn of(locale: &Locale, messages: &FxHashMap<String, Message>) -> Self {
        let said = |key: &str, values: &[(&str, super::Value<'_>)]| {
            messages.get(key).map_or_else(|| key.to_owned(), |message| message.filled(values))
        };
        let sign = |(currency, key)| {
            let sign = said(key, &[]);
            let whole = said("money-written", &[("sign", (&sign).into()), ("amount", DIGITS.into())]);
            let (before, after) = whole.split_once(DIGITS).unwrap_or((&whole, ""));
            (currency, sign, before.to_owned(), after.to_owned())
        };
        Self { style: style(locale), signs: SIGNS.map(sign).into() }
    }

    fn sign(&self, currency: Currency) -> (&str, &str, &str) {
        let found = self.signs.iter().find(|(known, ..)| *known == currency);
        found.map_or(("", "", ""), |(_, sign, before, after)| (sign, before, after))
    }
}

/// The style of a language, read off a number that ICU has written.
fn style(locale: &Locale) -> NumberStyle {
    let formatter = DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default())
        .expect("ICU can write numbers in every language, if only as in English");
    let written = |number: &str| -> Vec<char> {
        let number: Decimal = number.parse().expect("a number");
        formatter.format(&number).to_string().chars().collect()
    };
    let (large, small) = (written("12345678.5"), written("1234"));
    let decimal = large.iter().rev().nth(1).copied().unwrap_or('.');
    let whole = &large[..large.len().saturating_sub(2)];
    // How many digits stand after each mark between them, the last first.
    let groups: Vec<usize> = whole.rsplit(|c| !c.is_numeric()).map(<[char]>::len).take(2).collect();
    let group = whole.iter().rev().copied().find(|c| !c.is_numeric()).unwrap_or(',');
    let size = |at: usize| groups.get(at).and_then(|size| u8::try_from(*size).ok()).unwrap_or(3);
    let least = if small.len() > 4 { 1 } else { 2 };
    NumberStyle { decimal, group, last: size(0), others: size(1), least }
}

impl Words {
    /// An amount: "£1,234.50", "−£20.00", "1234,50 €"; spoken, "minus twenty pounds". The yuan and the yen share a
    /// sign; each language keeps it for the one its readers mean by it (as CLDR does).
    #[must_use]
    pub fn money(self, money: Money) -> String {
        if self.aloud {
            return self.spoken_money(money);
        }
        let numbers = &self.catalogue.numbers;
        let (_, before, after) = numbers.sign(money.currency);
        let mut text = String::with_capacity(20);
        if money.is_negative() {
            text.push(MINUS);
        }
        text.push_str(before);
        numbers.style.amount(&mut text, money);
        text.push_str(after);
        text
    }

    /// How many: "1,369".
    #[must_use]
    pub fn count(self, count: u64) -> String {
        let mut text = String::with_capacity(10);
        self.catalogue.numbers.style.whole(&mut text, count);
        text
    }

    /// Hundredths as a number with two decimals: 385 is "3.85".
    #[must_use]
    pub fn hundredths(self, hundredths: u64) -> String {
        let mut text = String::with_capacity(10);
        let style = self.catalogue.numbers.style;
        style.whole(&mut text, hundredths / 100);
        style.decimals(&mut text, hundredths % 100, 2);
        text
    }

    /// Tenths as a number with one decimal: 12 is "1.2", −12 is "−1.2".
    #[must_use]
    pub fn tenths(self, tenths: i64) -> String {
        let mut text = String::with_capacity(10);
        let style = self.catalogue.numbers.style;
        if tenths < 0 {
            text.push(MINUS);
        }
        style.whole(&mut text, tenths.unsigned_abs() / 10);
        style.decimals(&mut text, tenths.unsigned_abs() % 10, 1);
        text
    }

    /// Tenths of a hundredth as a part of a hundred: "1.2%".
    #[must_use]
    pub fn percent(self, tenths: i64) -> String {
        self.with("percent", &[("number", self.tenths(tenths).into())])
    }

    /// An amount with its direction in a word and no sign: "paid out £20.00", "paid in £25.00".
    #[must_use]
    pub fn moved(self, money: Money) -> String {
        let key = if money.is_negative() { "money-out" } else { "money-in" };
        let amount = self.money(Money::new(money.minor.saturating_abs(), money.currency));
        self.with(key, &[("amount", amount.into())])
    }

    /// A move between two accounts of the same person, as the line of one of them: "To Rainy day", "From Everyday".
    #[must_use]
    pub fn own_move(self, amount: Money, other: &str) -> String {
        self.with(if amount.is_negative() { "own-to" } else { "own-from" }, &[("account", other.into())])
    }

    /// The sign of a currency: "£".
    #[must_use]
    pub fn sign(self, currency: Currency) -> &'static str {
        self.catalogue.numbers.sign(currency).0
    }

    /// How an amount in `currency` is written, with `%` for its digits: "£%", "% €".
    #[must_use]
    pub fn money_pattern(self, currency: Currency) -> String {
        let (_, before, after) = self.catalogue.numbers.sign(currency);
        format!("{before}{DIGITS}{after}")
    }

    /// The marks that the language writes in numbers.
    #[must_use]
    pub fn number_style(self) -> NumberStyle {
        self.catalogue.numbers.style
    }

    /// Digits that are told apart one by one, as in an account number: as they are, or spoken, "one two zero four".
    #[must_use]
    pub fn digits(self, number: impl Display) -> String {
        if self.aloud { self.spoken_digits(&number.to_string()) } else { number.to_string() }
    }
}

/// An id in groups of four: "01ab 23cd 45ef g". Thirteen letters in a row are lost halfway.
#[must_use]
pub fn in_fours(id: impl Display) -> String {
    let mut text = String::with_capacity(16);
    for (at, letter) in id.to_string().chars().enumerate() {
        if at > 0 && at.is_multiple_of(4) {
            text.push(' ');
        }
        text.push(letter);
    }
    text
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    /// What ICU itself writes is what we write, for every language and any number.
    #[test]
    fn numbers_are_written_as_icu_writes_them() {
        for language in Language::ALL {
            let words = Words::of(*language);
            let formatter =
                DecimalFormatter::try_new((&words.catalogue.locale).into(), DecimalFormatterOptions::default())
                    .expect("a formatter");
            for number in [0, 7, 999, 1_000, 1_234, 9_999, 10_000, 123_456, 1_234_567, 987_654_321_012] {
                assert_eq!(words.count(number), formatter.format(&Decimal::from(number)).to_string(), "{language:?}");
                let mut hundredths = Decimal::from(number);
                hundredths.multiply_pow10(-2);
                hundredths.pad_end(-2);
                let mut tenths = Decimal::from(number);
                tenths.multiply_pow10(-1);
                tenths.pad_end(-1);
                assert_eq!(words.tenths(number.cast_signed()), formatter.format(&tenths).to_string(), "{language:?}");
                assert_eq!(words.hundredths(number), formatter.format(&hundredths).to_string(), "{language:?}");
            }
        }
    }
}
