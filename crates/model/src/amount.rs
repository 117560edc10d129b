//! Amounts as people type them: `1,234.5`, `1.234,50`, `£12`, `１２３４`, `12万`.
//!
//! Reading an amount wrongly costs somebody money, so whatever could mean two things is refused with a
//! sentence rather than guessed: `1.234`, `0,500`, `3万5`. The sentence says what was wrong with it. The same text is
//! the same amount in every language: a person who changes the language pays no other amount for it.

use crate::{Currency, ErrorCode, Money, text};

/// The most one amount may be, in major units: a thousand million.
pub const LARGEST_MAJOR: i64 = 1_000_000_000;

/// What a person typed, as money.
///
/// # Errors
/// [`ErrorCode::AmountMissing`], [`ErrorCode::AmountUnclear`], [`ErrorCode::AmountDecimals`],
/// [`ErrorCode::AmountNotPositive`] or [`ErrorCode::AmountTooLarge`].
pub fn parse(typed: &str, currency: Currency) -> Result<Money, ErrorCode> {
    let plain = text::half_width(typed);
    let bare = strip_signs(plain.trim(), currency);
    if bare.is_empty() {
        return Err(ErrorCode::AmountMissing);
    }
    if let Some(rest) = bare.strip_prefix('-') {
        return Err(parse_unsigned(strip_signs(rest, currency), currency)
            .err()
            .unwrap_or(ErrorCode::AmountNotPositive));
    }
    let money = parse_unsigned(strip_signs(bare.strip_prefix('+').unwrap_or(bare), currency), currency)?;
    if money.minor == 0 { Err(ErrorCode::AmountNotPositive) } else { Ok(money) }
}

fn strip_signs(typed: &str, currency: Currency) -> &str {
    let mut bare = typed.trim();
    for sign in [currency.symbol(), currency.code()] {
        bare = strip_start(bare, sign).trim();
        bare = strip_end(bare, sign).trim();
    }
    if currency == Currency::Cny {
        bare = bare.trim_end_matches(['元', '圆', '块']).trim();
    }
    bare
}

fn strip_start<'a>(text: &'a str, sign: &str) -> &'a str {
    match text.get(..sign.len()) {
        Some(start) if start.eq_ignore_ascii_case(sign) => &text[sign.len()..],
        _ => text,
    }
}

fn strip_end<'a>(text: &'a str, sign: &str) -> &'a str {
    match text.len().checked_sub(sign.len()).and_then(|at| text.get(at..).map(|end| (at, end))) {
        Some((at, end)) if end.eq_ignore_ascii_case(sign) => &text[..at],
        _ => text,
    }
}

fn parse_unsigned(bare: &str, currency: Currency) -> Result<Money, ErrorCode> {
    let (digits, zeros) = match bare.chars().last() {
        Some('万' | '萬') => (&bare[..bare.len() - '万'.len_utf8()], 4),
        Some('亿' | '億') => (&bare[..bare.len() - '亿'.len_utf8()], 8),
        _ => (bare, 0),
    };
    let (whole, fraction) = split_decimal(digits.trim())?;
    let whole = ungroup(whole)?;
    if fraction.len() > zeros + currency.decimals() as usize {
        let only_zeros = fraction.bytes().skip(zeros + currency.decimals() as usize).all(|b| b == b'0');
        // `1.500` may be a thousand and a half to one reader and one and a half to another.
        let could_be_thousands = zeros == 0 && fraction.len() == 3;
        if could_be_thousands || !only_zeros {
            return Err(ErrorCode::AmountDecimals);
        }
    }
    to_minor(&whole, fraction, zeros + currency.decimals() as usize).map(|minor| Money::new(minor, currency))
}

/// The whole digits and the decimals. The mark before the decimals is a point or a comma, as the reader's language
/// has it: which of them is meant follows from what is typed, or the amount is refused.
fn split_decimal(digits: &str) -> Result<(&str, &str), ErrorCode> {
    let (whole, fraction) = decimal_mark(digits).and_then(|mark| digits.rsplit_once(mark)).unwrap_or((digits, ""));
    let fraction_fits = fraction.bytes().all(|b| b.is_ascii_digit());
    if fraction_fits && !(whole.is_empty() && fraction.is_empty()) {
        Ok((whole, fraction))
    } else {
        Err(ErrorCode::AmountUnclear)
    }
}

/// The mark that stands before decimals, if one does.
fn decimal_mark(digits: &str) -> Option<char> {
    let count = |mark: char| digits.matches(mark).count();
    match (count('.'), count(',')) {
        (1, 0) => Some('.'),
        // No money has three decimals, so that a comma before three digits stands between thousands.
        (0, 1) => digits.rsplit_once(',').filter(|(_, after)| (1..=2).contains(&after.len())).map(|_| ','),
        // Of two kinds the last stands before the decimals: `1,234.50`, `1.234,50`.
        (points, commas) if points > 0 && commas > 0 => {
            digits.rfind(['.', ',']).and_then(|at| digits[at..].chars().next())
        }
        _ => None,
    }
}

/// Whole digits without the marks between thousands, which must stand where they belong.
fn ungroup(whole: &str) -> Result<String, ErrorCode> {
    let marks = [',', '.', ' ', '\''];
    let Some(mark) = whole.chars().find(|c| marks.contains(c)) else {
        return if whole.bytes().all(|b| b.is_ascii_digit()) {
            Ok(whole.to_owned())
        } else {
            Err(ErrorCode::AmountUnclear)
        };
    };
    let groups: Vec<&str> = whole.split(mark).collect();
    let digits_only = groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()));
    let first_fits = (1..=3).contains(&groups[0].len());
    let others_fit = groups[1..].iter().all(|group| group.len() == 3);
    if !(digits_only && first_fits && others_fit) {
        return Err(ErrorCode::AmountUnclear);
    }
    // Nobody begins a thousand with nothing: `0,500` is a half with a decimal too many.
    if groups[0].starts_with('0') { Err(ErrorCode::AmountDecimals) } else { Ok(groups.concat()) }
}

fn to_minor(whole: &str, fraction: &str, scale: usize) -> Result<i64, ErrorCode> {
    let kept = &fraction[..fraction.len().min(scale)];
    let digits = format!("{whole}{kept:0<scale$}");
    let significant = digits.trim_start_matches('0');
    if significant.len() > 15 {
        return Err(ErrorCode::AmountTooLarge);
    }
    if significant.is_empty() { Ok(0) } else { significant.parse().map_err(|_| ErrorCode::AmountUnclear) }
}

/// As [`parse`], and refuses more than [`LARGEST_MAJOR`] major units.
///
/// # Errors
/// As [`parse`].
pub fn parse_payment(typed: &str, currency: Currency) -> Result<Money, ErrorCode> {
    let money = parse(typed, currency)?;
    if money.minor > LARGEST_MAJOR * currency.minor_per_major() {
        return Err(ErrorCode::AmountTooLarge);
    }
    Ok(money)
}

/// As [`parse_payment`], and takes nothing at all as well: a limit of nothing is one.
///
/// # Errors
/// As [`parse`], but [`ErrorCode::LimitMissing`] where nothing is typed; [`ErrorCode::AmountNotPositive`] only for what is
/// below nothing.
pub fn parse_limit(typed: &str, currency: Currency) -> Result<Money, ErrorCode> {
    match parse_payment(typed, currency) {
        Err(ErrorCode::AmountMissing) => Err(ErrorCode::LimitMissing),
        Err(ErrorCode::AmountNotPositive) if !text::half_width(typed).contains('-') => Ok(Money::zero(currency)),
        other => other,
    }
}
