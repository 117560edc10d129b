//! Amounts as people write them.

use model::{Currency, Language, Money};

use super::Words;

/// U+2212, the minus sign: a hyphen would be lost at the end of a line and is read aloud as nothing.
const MINUS: char = '\u{2212}';

impl Words {
    /// An amount: "£1,234.50", "−£20.00". The yuan and the yen share a sign; each language keeps it for the
    /// one its readers mean by it (as CLDR does).
    #[must_use]
    pub fn money(self, money: Money) -> String {
        let mut text = String::with_capacity(20);
        if money.is_negative() {
            text.push(MINUS);
        }
        text.push_str(self.sign(money.currency));
        let (whole, rest) = money.parts();
        push_grouped(&mut text, whole);
        let decimals = money.currency.decimals();
        if decimals > 0 {
            text.push('.');
            for place in (0..decimals).rev() {
                text.push(digit(rest / 10_u64.pow(place)));
            }
        }
        text
    }

    /// How many: "1,369".
    #[must_use]
    pub fn count(self, count: u64) -> String {
        let mut text = String::with_capacity(10);
        push_grouped(&mut text, count);
        text
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

    /// The sign before an amount in `currency`.
    #[must_use]
    pub const fn sign(self, currency: Currency) -> &'static str {
        match (currency, self.language) {
            (Currency::Cny, Language::En) => "CN¥",
            (Currency::Jpy, Language::Zh) => "JP¥",
            (Currency::Usd, Language::En | Language::Zh) => "US$",
            _ => currency.symbol(),
        }
    }
}

fn digit(value: u64) -> char {
    char::from(b'0' + u8::try_from(value % 10).unwrap_or(0))
}

fn push_grouped(text: &mut String, whole: u64) {
    let digits = whole.to_string();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
}
