//! 数字怎么念：汉语。

use model::Currency;

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const PLACES: [&str; 4] = ["", "十", "百", "千"];
/// Chinese counts in ten thousands, and in ten thousands of those.
const GREAT: [(u64, &str); 2] = [(100_000_000, "亿"), (10_000, "万")];

fn digit(value: u64) -> &'static str {
    DIGITS[usize::try_from(value % 10).unwrap_or(0)]
}

/// A number: 一千二百三十四, 一万零五.
pub(super) fn number(number: u64) -> String {
    if number == 0 {
        return DIGITS[0].to_owned();
    }
    let said = whole(number);
    // 十二, not 一十二, where nothing stands before it.
    said.strip_prefix("一十").map_or(said.clone(), |rest| format!("十{rest}"))
}

fn whole(number: u64) -> String {
    let Some((size, name)) = GREAT.into_iter().find(|(size, _)| number >= *size) else { return thousands(number) };
    let (head, rest) = (number / size, number % size);
    let head = if head == 2 { "两".to_owned() } else { whole(head) };
    match rest {
        0 => format!("{head}{name}"),
        // 一万零五百, but 一万五千: a zero is said where the place that follows is empty.
        _ if rest < size / 10 => format!("{head}{name}零{}", whole(rest)),
        _ => format!("{head}{name}{}", whole(rest)),
    }
}

fn thousands(group: u64) -> String {
    let mut said = String::new();
    let mut gap = false;
    for place in (0..4).rev() {
        let value = group / 10_u64.pow(place) % 10;
        if value == 0 {
            gap = !said.is_empty();
            continue;
        }
        if gap {
            said.push_str(DIGITS[0]);
        }
        gap = false;
        // 两千: only hundreds and tens are 二百 and 二十.
        said.push_str(if value == 2 && place == 3 { "两" } else { digit(value) });
        said.push_str(PLACES[usize::try_from(place).unwrap_or(0)]);
    }
    said
}

/// A number before what is counted: 两英镑, and still 十二英镑.
fn counted(value: u64) -> String {
    if value == 2 { "两".to_owned() } else { number(value) }
}

/// A year, digit by digit: 二零二六.
pub(super) fn year(year: u64) -> String {
    year.to_string().bytes().map(|byte| digit(u64::from(byte - b'0'))).collect()
}

/// What a currency and its hundredth are called.
const fn names(currency: Currency) -> (&'static str, &'static str) {
    match currency {
        Currency::Cny => ("元", "分"),
        Currency::Eur => ("欧元", "欧分"),
        Currency::Gbp => ("英镑", "便士"),
        Currency::Jpy => ("日元", ""),
        Currency::Usd => ("美元", "美分"),
    }
}

/// An amount without its sign: 十二英镑五十便士, 一千二百元, 三元五角六分.
pub(super) fn amount(whole: u64, rest: u64, currency: Currency) -> String {
    let (unit, part) = names(currency);
    let units = format!("{}{unit}", counted(whole));
    if rest == 0 {
        return units;
    }
    let parts = if currency == Currency::Cny { jiao(rest) } else { format!("{}{part}", counted(rest)) };
    match whole {
        0 => parts,
        _ if rest < 10 => format!("{units}零{parts}"),
        _ => format!("{units}{parts}"),
    }
}

/// The hundredths of a yuan: 五角, 五角六分, 六分.
fn jiao(rest: u64) -> String {
    let said = |value, name: &str| if value == 0 { String::new() } else { format!("{}{name}", counted(value)) };
    format!("{}{}", said(rest / 10, "角"), said(rest % 10, "分"))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The number that these characters say.
    pub(crate) fn read(said: &str) -> Option<u64> {
        for (size, name) in GREAT {
            if let Some((head, rest)) = said.rsplit_once(name) {
                return Some(read(head)? * size + read(rest)?);
            }
        }
        let (mut total, mut value) = (0_u64, 0_u64);
        for c in said.chars() {
            match c {
                '零' => {}
                '两' => value = 2,
                '十' => (total, value) = (total + value.max(1) * 10, 0),
                '百' => (total, value) = (total + value * 100, 0),
                '千' => (total, value) = (total + value * 1_000, 0),
                _ => value = DIGITS.iter().position(|known| known.starts_with(c))? as u64,
            }
        }
        Some(total + value)
    }

    /// The amount that these characters say.
    pub(crate) fn read_amount(said: &str, currency: Currency) -> Option<(u64, u64)> {
        let (unit, part) = names(currency);
        let (whole, rest) = said.split_once(unit).map_or((None, said), |(whole, rest)| (Some(whole), rest));
        let whole = whole.map_or(Some(0), read)?;
        if rest.is_empty() {
            return Some((whole, 0));
        }
        let rest = rest.trim_start_matches('零');
        if currency == Currency::Cny {
            let (tens, ones) = rest.split_once('角').map_or(("", rest), |(tens, ones)| (tens, ones));
            return Some((whole, read(tens)? * 10 + read(ones.trim_end_matches(part))?));
        }
        Some((whole, read(rest.strip_suffix(part)?)?))
    }

    #[test]
    fn numbers_and_years() {
        for (value, said) in [
            (0, "零"),
            (2, "二"),
            (10, "十"),
            (12, "十二"),
            (110, "一百一十"),
            (105, "一百零五"),
            (2_000, "两千"),
            (1_234, "一千二百三十四"),
            (10_005, "一万零五"),
            (10_500, "一万零五百"),
            (15_000, "一万五千"),
            (120_000, "十二万"),
            (100_000_000, "一亿"),
            (20_000, "两万"),
            (100_010_000, "一亿零一万"),
            (3_000_500_000_000, "三万零五亿"),
        ] {
            assert_eq!(number(value), said);
        }
        assert_eq!(year(2026), "二零二六");
    }

    #[test]
    fn amounts() {
        for (whole, rest, currency, said) in [
            (12, 50, Currency::Gbp, "十二英镑五十便士"),
            (12, 5, Currency::Gbp, "十二英镑零五便士"),
            (2, 0, Currency::Gbp, "两英镑"),
            (1_200, 0, Currency::Cny, "一千二百元"),
            (20_000, 0, Currency::Cny, "两万元"),
            (3, 56, Currency::Cny, "三元五角六分"),
            (3, 20, Currency::Cny, "三元两角"),
            (3, 6, Currency::Cny, "三元零六分"),
            (0, 50, Currency::Cny, "五角"),
            (0, 0, Currency::Gbp, "零英镑"),
            (1_500, 0, Currency::Jpy, "一千五百日元"),
        ] {
            assert_eq!(amount(whole, rest, currency), said);
        }
    }
}
