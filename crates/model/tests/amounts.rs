//! Amounts as people type them, and money as the bank computes with it.

use model::{
    Currency, ErrorCode, Money, NumberStyle,
    amount::{LARGEST_MAJOR, parse, parse_limit, parse_payment},
};
use proptest::prelude::*;

fn any_currency() -> impl Strategy<Value = Currency> {
    prop::sample::select(Currency::ALL.to_vec())
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| if ('!'..='~').contains(&c) { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c })
        .collect()
}

/// The plain digits with a mark between the thousands.
fn grouped(plain: &str, mark: char) -> String {
    let (whole, rest) = plain.split_once('.').map_or((plain, None), |(whole, rest)| (whole, Some(rest)));
    let mut marked = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            marked.push(mark);
        }
        marked.push(digit);
    }
    rest.map_or(marked.clone(), |rest| format!("{marked}.{rest}"))
}

proptest! {
    #[test]
    fn a_limit_is_read_as_an_amount_is_or_is_nothing(typed in "[0-9０-９.,万 £-]{0,8}", currency in any_currency()) {
        match parse_limit(&typed, currency) {
            Ok(limit) if limit.minor == 0 => {
                prop_assert_eq!(parse_payment(&typed, currency), Err(ErrorCode::AmountNotPositive));
                prop_assert!(!typed.contains('-'), "less than nothing is no limit");
            }
            Err(ErrorCode::LimitMissing) => {
                prop_assert_eq!(parse_payment(&typed, currency), Err(ErrorCode::AmountMissing));
            }
            other => prop_assert_eq!(other, parse_payment(&typed, currency)),
        }
    }

    #[test]
    fn what_is_printed_reads_back(minor in 1..1_000_000_000_000_i64, currency in any_currency()) {
        let money = Money::new(minor, currency);
        let plain = money.plain();
        prop_assert_eq!(parse(&plain, currency), Ok(money));
        prop_assert_eq!(parse(&full_width(&plain), currency), Ok(money));
        prop_assert_eq!(parse(&format!("  {}{plain} ", currency.symbol()), currency), Ok(money));
        prop_assert_eq!(parse(&format!("{plain} {}", currency.code()), currency), Ok(money));
        for mark in [',', ' ', '\''] {
            prop_assert_eq!(parse(&grouped(&plain, mark), currency), Ok(money));
        }
    }

    #[test]
    fn what_any_language_writes_reads_back_or_is_refused(
        minor in 1..1_000_000_000_000_i64,
        currency in any_currency(),
        marks in prop::sample::select(vec![('.', ','), (',', '.'), (',', ' '), ('.', '\u{202f}'), ('.', '\'')]),
        least in 1..3_u8,
    ) {
        let style = NumberStyle { decimal: marks.0, group: marks.1, least, ..NumberStyle::ENGLISH };
        let money = Money::new(minor, currency);
        let mut written = String::new();
        style.amount(&mut written, money);
        let read = parse(&written, currency);
        // Only a point before three digits at the end may stand for thousands to one reader and decimals to another.
        let unclear = style.group == '.' && currency.decimals() == 0 && written.matches('.').count() == 1;
        prop_assert_eq!(read, if unclear { Err(ErrorCode::AmountDecimals) } else { Ok(money) }, "{}", written);
    }

    #[test]
    fn ten_thousands_are_ten_thousand_times_as_much(n in 1..99_999_i64, currency in any_currency()) {
        let expected = Money::new(n * 10_000 * currency.minor_per_major(), currency);
        for unit in ['万', '萬'] {
            prop_assert_eq!(parse(&format!("{n}{unit}"), currency), Ok(expected));
        }
        prop_assert_eq!(parse(&format!("{n}.5 万"), currency).map(|m| m.minor), Ok(expected.minor + 5_000 * currency.minor_per_major()));
        let hundred_millions = Money::new(n * 100_000_000 * currency.minor_per_major(), currency);
        let many = parse(&format!("{n}亿"), currency);
        prop_assert!(many == Ok(hundred_millions) || many == Err(ErrorCode::AmountTooLarge));
    }

    #[test]
    fn nothing_typed_panics_and_what_is_read_is_above_zero(typed in ".{0,40}", currency in any_currency()) {
        if let Ok(money) = parse(&typed, currency) {
            prop_assert!(money.minor > 0 && money.currency == currency);
        }
    }

    #[test]
    fn what_looks_like_an_amount_does_not_panic_either(typed in "[-+£¥￥$€0-9０-９.,，。 '万亿元GBPCNY]{0,24}", currency in any_currency()) {
        if let Ok(money) = parse(&typed, currency) {
            prop_assert!(money.minor > 0);
            prop_assert_eq!(parse(&money.plain(), currency), Ok(money));
        }
    }

    #[test]
    fn scaling_rounds_half_to_even(minor in any::<i64>(), numerator in any::<i64>(), denominator in 1..i64::MAX) {
        let scaled = Money::new(minor, Currency::Gbp).scaled(numerator, denominator);
        let exact = i128::from(minor) * i128::from(numerator);
        let Some(rounded) = scaled else {
            let nearest = exact / i128::from(denominator);
            prop_assert!(nearest.abs() >= i128::from(i64::MAX) - 1, "only what does not fit is refused");
            return Ok(());
        };
        let off = (exact - i128::from(rounded.minor) * i128::from(denominator)).abs() * 2;
        prop_assert!(off <= i128::from(denominator), "never off by more than a half");
        prop_assert!(off < i128::from(denominator) || rounded.minor % 2 == 0, "a half goes to the even neighbour");
    }

    #[test]
    fn small_halves_go_to_the_even_neighbour(minor in -10_000..10_000_i64) {
        let half = Money::new(minor, Currency::Eur).scaled(1, 2).unwrap().minor;
        prop_assert!((2 * half - minor).abs() <= 1);
        prop_assert!(minor % 2 == 0 || half % 2 == 0);
        prop_assert_eq!(Money::new(-minor, Currency::Eur).scaled(1, 2).unwrap().minor, -half);
    }

    #[test]
    fn sums_are_exact_or_refused(a in any::<i64>(), b in any::<i64>()) {
        let (left, right) = (Money::new(a, Currency::Usd), Money::new(b, Currency::Usd));
        prop_assert_eq!(left.checked_add(right).map(|m| m.minor), a.checked_add(b));
        prop_assert_eq!(left.checked_sub(right).map(|m| m.minor), a.checked_sub(b));
        prop_assert_eq!(left.checked_add(Money::new(b, Currency::Jpy)), None);
        prop_assert_eq!(left.checked_sub(Money::new(b, Currency::Jpy)), None);
    }

    #[test]
    fn any_money_prints(minor in any::<i64>(), currency in any_currency()) {
        let (major, rest) = Money::new(minor, currency).parts();
        let unit = currency.minor_per_major().unsigned_abs();
        prop_assert_eq!(major * unit + rest, minor.unsigned_abs());
        prop_assert_eq!(Money::new(minor, currency).plain().starts_with('-'), minor < 0);
    }
}

#[test]
fn what_could_mean_two_things_is_refused() {
    for typed in [
        "3万5", "1,2345", "1,23,4", "1 23", "1.234.56", "1,234,50", "12,", "1,,234", "1.2.3", ".", "12-3", "1e5", "五",
        "--5",
    ] {
        assert_eq!(parse(typed, Currency::Gbp), Err(ErrorCode::AmountUnclear), "{typed}");
    }
}

#[test]
fn each_mistake_has_its_own_sentence() {
    let cases = [
        ("", ErrorCode::AmountMissing),
        (" £ ", ErrorCode::AmountMissing),
        ("0", ErrorCode::AmountNotPositive),
        ("0.00", ErrorCode::AmountNotPositive),
        ("-5", ErrorCode::AmountNotPositive),
        ("-£5", ErrorCode::AmountNotPositive),
        ("£-5", ErrorCode::AmountNotPositive),
        ("1.2345", ErrorCode::AmountDecimals),
        ("12.505", ErrorCode::AmountDecimals),
        ("1.234", ErrorCode::AmountDecimals),
        ("1.500", ErrorCode::AmountDecimals),
        ("1.234,567", ErrorCode::AmountDecimals),
        ("1,234.567", ErrorCode::AmountDecimals),
        ("0,500", ErrorCode::AmountDecimals),
        ("012,345", ErrorCode::AmountDecimals),
        ("9999999999999999", ErrorCode::AmountTooLarge),
    ];
    for (typed, code) in cases {
        assert_eq!(parse(typed, Currency::Gbp), Err(code), "{typed}");
    }
    assert_eq!(parse("12.5", Currency::Jpy), Err(ErrorCode::AmountDecimals));
    assert_eq!(parse("12,5", Currency::Jpy), Err(ErrorCode::AmountDecimals));
}

#[test]
fn people_write_amounts_in_many_ways() {
    let cases = [
        ("12", Currency::Gbp, 1_200),
        (".5", Currency::Gbp, 50),
        ("12.", Currency::Gbp, 1_200),
        ("£1,234.5", Currency::Gbp, 123_450),
        ("+£7", Currency::Gbp, 700),
        ("gbp 3", Currency::Gbp, 300),
        ("1.50000", Currency::Gbp, 150),
        ("12,5", Currency::Gbp, 1_250),
        (",50", Currency::Eur, 50),
        ("€1234,50", Currency::Eur, 123_450),
        ("1.234,50 €", Currency::Eur, 123_450),
        ("1.234.567", Currency::Eur, 123_456_700),
        ("1\u{202f}234,50", Currency::Eur, 123_450),
        ("1,234", Currency::Gbp, 123_400),
        ("1,5万", Currency::Cny, 1_500_000),
        ("￥１２。５", Currency::Cny, 1_250),
        ("100元", Currency::Cny, 10_000),
        ("100块", Currency::Cny, 10_000),
        ("1.2345万", Currency::Cny, 1_234_500),
        ("1.2345 万元", Currency::Cny, 1_234_500),
        ("¥1500", Currency::Jpy, 1_500),
    ];
    for (typed, currency, minor) in cases {
        assert_eq!(parse(typed, currency), Ok(Money::new(minor, currency)), "{typed}");
    }
}

#[test]
fn one_payment_has_a_largest_amount() {
    assert_eq!(
        parse_payment(&LARGEST_MAJOR.to_string(), Currency::Gbp),
        Ok(Money::new(LARGEST_MAJOR * 100, Currency::Gbp))
    );
    assert_eq!(parse_payment(&format!("{LARGEST_MAJOR}.01"), Currency::Gbp), Err(ErrorCode::AmountTooLarge));
}

#[test]
fn nothing_at_all_is_a_limit_and_less_is_not() {
    for typed in ["0", "0.00", "£0", "０"] {
        assert_eq!(parse_limit(typed, Currency::Gbp), Ok(Money::zero(Currency::Gbp)), "{typed}");
    }
    assert_eq!(parse_limit("-5", Currency::Gbp), Err(ErrorCode::AmountNotPositive));
    assert_eq!(parse_limit("", Currency::Gbp), Err(ErrorCode::LimitMissing));
    assert_eq!(parse_limit("1,234.5", Currency::Gbp), Ok(Money::new(123_450, Currency::Gbp)));
}
