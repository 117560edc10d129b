//! Numbers as they are said in English.

use model::Currency;

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const GREAT: [(u64, &str); 5] = [
    (1_000_000_000_000_000, "quadrillion"),
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1_000, "thousand"),
];

/// A number: "one thousand two hundred and thirty-four".
pub(super) fn number(number: u64) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut left = number;
    for (size, name) in GREAT {
        if left >= size {
            words.push(format!("{} {name}", hundreds(left / size % 1_000)));
            left %= size;
        }
    }
    if words.is_empty() {
        return hundreds(left);
    }
    if (1..100).contains(&left) {
        words.push("and".to_owned());
    }
    if left > 0 {
        words.push(hundreds(left));
    }
    words.join(" ")
}

fn hundreds(number: u64) -> String {
    match (number / 100, number % 100) {
        (0, rest) => below_hundred(rest),
        (hundreds, 0) => format!("{} hundred", one(hundreds)),
        (hundreds, rest) => format!("{} hundred and {}", one(hundreds), below_hundred(rest)),
    }
}

fn below_hundred(number: u64) -> String {
    match (number / 10, number % 10) {
        (0 | 1, _) => one(number).to_owned(),
        (tens, 0) => ten(tens).to_owned(),
        (tens, ones) => format!("{}-{}", ten(tens), one(ones)),
    }
}

fn one(number: u64) -> &'static str {
    pick(&ONES, number)
}

fn ten(number: u64) -> &'static str {
    pick(&TENS, number)
}

fn pick(words: &[&'static str], at: u64) -> &'static str {
    usize::try_from(at).ok().and_then(|at| words.get(at)).copied().unwrap_or_default()
}

/// The day of a month: "the twenty-second".
pub(super) fn day(day: u64) -> String {
    let said = below_hundred(day);
    let (stem, last) = said.rsplit_once('-').map_or(("", said.as_str()), |(stem, last)| (stem, last));
    let ordinal = match last {
        "one" => "first".to_owned(),
        "two" => "second".to_owned(),
        "three" => "third".to_owned(),
        "five" => "fifth".to_owned(),
        "eight" => "eighth".to_owned(),
        "nine" => "ninth".to_owned(),
        "twelve" => "twelfth".to_owned(),
        _ => last.strip_suffix('y').map_or_else(|| format!("{last}th"), |stem| format!("{stem}ieth")),
    };
    if stem.is_empty() { ordinal } else { format!("{stem}-{ordinal}") }
}

/// A year: "twenty twenty-six", "two thousand and nine".
pub(super) fn year(year: u64) -> String {
    match (year / 100, year % 100) {
        (20, 0..10) | (_, 0) => number(year),
        (century @ 11..=99, rest @ 1..10) => format!("{} oh {}", below_hundred(century), one(rest)),
        (century @ 11..=99, rest) => format!("{} {}", below_hundred(century), below_hundred(rest)),
        _ => number(year),
    }
}

/// What a currency and its hundredth are called, one of them and several.
const fn names(currency: Currency) -> [&'static str; 4] {
    match currency {
        Currency::Cny => ["yuan", "yuan", "fen", "fen"],
        Currency::Eur => ["euro", "euros", "cent", "cents"],
        Currency::Gbp => ["pound", "pounds", "penny", "pence"],
        Currency::Jpy => ["yen", "yen", "", ""],
        Currency::Usd => ["dollar", "dollars", "cent", "cents"],
    }
}

/// An amount without its sign: "twelve pounds fifty", "twelve pounds and five pence", "fifty pence".
pub(super) fn amount(whole: u64, rest: u64, currency: Currency) -> String {
    let [unit, units, part, parts] = names(currency);
    let whole_said = format!("{} {}", number(whole), if whole == 1 { unit } else { units });
    let rest_said = || format!("{} {}", below_hundred(rest), if rest == 1 { part } else { parts });
    match (whole, rest) {
        (_, 0) => whole_said,
        (0, _) => rest_said(),
        // "Twelve pounds five" would leave open whether five or fifty pence are meant; nobody says "yuan fifty".
        (_, 1..10) => format!("{whole_said} and {}", rest_said()),
        _ if currency == Currency::Cny => format!("{whole_said} and {}", rest_said()),
        _ => format!("{whole_said} {}", below_hundred(rest)),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The number that these words say.
    pub(crate) fn read(words: &[&str]) -> Option<u64> {
        let mut total = 0;
        let mut part = 0;
        for word in words {
            if *word == "and" {
            } else if *word == "hundred" {
                part *= 100;
            } else if let Some((size, _)) = GREAT.iter().find(|(_, name)| name == word) {
                total += part * size;
                part = 0;
            } else {
                part += small(word)?;
            }
        }
        Some(total + part)
    }

    fn small(word: &str) -> Option<u64> {
        let at = |words: &[&str], word: &str| words.iter().position(|known| *known == word).map(|at| at as u64);
        if let Some(ones) = at(&ONES, word) {
            return Some(ones);
        }
        let (tens, ones) = word.split_once('-').unwrap_or((word, "zero"));
        Some(at(&TENS[2..], tens)? * 10 + 20 + at(&ONES, ones)?)
    }

    /// The amount that these words say.
    pub(crate) fn read_amount(said: &str, currency: Currency) -> Option<(u64, u64)> {
        let [unit, units, part, parts] = names(currency);
        let words: Vec<&str> = said.split(' ').collect();
        let unit_at = words.iter().position(|word| [unit, units].contains(word));
        let part_at = words.iter().position(|word| !word.is_empty() && [part, parts].contains(word));
        let whole = unit_at.map_or(Some(0), |at| read(&words[..at]))?;
        let after = unit_at.map_or(0, |at| at + 1);
        Some((whole, read(&words[after..part_at.unwrap_or(words.len())])?))
    }

    #[test]
    fn numbers_days_and_years() {
        for (value, said) in [
            (0, "zero"),
            (21, "twenty-one"),
            (100, "one hundred"),
            (999, "nine hundred and ninety-nine"),
            (1_005, "one thousand and five"),
            (1_234, "one thousand two hundred and thirty-four"),
            (2_000_000, "two million"),
            (1_000_100, "one million one hundred"),
        ] {
            assert_eq!(number(value), said);
        }
        let days: Vec<String> = [1, 2, 3, 5, 8, 9, 12, 20, 22, 30, 31].map(day).into();
        let said = [
            "first",
            "second",
            "third",
            "fifth",
            "eighth",
            "ninth",
            "twelfth",
            "twentieth",
            "twenty-second",
            "thirtieth",
            "thirty-first",
        ];
        assert_eq!(days, said);
        let years = [1908, 1999, 2000, 2009, 2026].map(year);
        assert_eq!(
            years,
            ["nineteen oh eight", "nineteen ninety-nine", "two thousand", "two thousand and nine", "twenty twenty-six"]
        );
    }

    #[test]
    fn amounts() {
        for (whole, rest, currency, said) in [
            (12, 50, Currency::Gbp, "twelve pounds fifty"),
            (12, 5, Currency::Gbp, "twelve pounds and five pence"),
            (1, 0, Currency::Gbp, "one pound"),
            (0, 1, Currency::Gbp, "one penny"),
            (0, 0, Currency::Eur, "zero euros"),
            (1_200, 0, Currency::Cny, "one thousand two hundred yuan"),
            (3, 20, Currency::Cny, "three yuan and twenty fen"),
            (1_500, 0, Currency::Jpy, "one thousand five hundred yen"),
        ] {
            assert_eq!(amount(whole, rest, currency), said);
        }
    }
}
