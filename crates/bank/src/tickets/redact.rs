//! Numbers of cards and codes that somebody has written down for the bank, taken out before it is kept: nobody who reads
//! it later needs them, and whoever steals it could use them.

/// How many digits the number of a card has (ISO/IEC 7812-1, with the shortest in use).
const CARD: std::ops::RangeInclusive<usize> = 13..=19;
/// How many digits a one-time code has.
const CODE: usize = 6;
/// How many letters and digits a recovery code has.
const RECOVERY: usize = 16;
/// What takes their place.
const GONE: &str = "••••";

/// `written` without numbers of cards, one-time codes and recovery codes. The last four digits of a card stay, which
/// tell its owner which one it is.
#[must_use]
pub fn redacted(written: &str) -> String {
    let shown: Vec<char> = written.chars().collect();
    // One character for one: places in the one are places in the other.
    let plain: Vec<char> = model::text::half_width(written).chars().collect();
    let mut kept = String::with_capacity(written.len());
    let mut at = 0;
    while at < plain.len() {
        let begins = plain[at].is_ascii_alphanumeric() && (at == 0 || !is_part(&plain, at - 1));
        if let Some(secret) = begins.then(|| secret(&plain, at)).flatten() {
            kept.push_str(&secret.instead);
            at = secret.end;
        } else {
            kept.push(shown[at]);
            at += 1;
        }
    }
    kept
}

/// Something that is taken out.
struct Secret {
    /// The place after its last character.
    end: usize,
    /// What takes its place.
    instead: String,
}

/// Whether what stands at `at` would be the same word or number as what follows it: a decimal point and a sign of
/// currency make an amount.
fn is_part(plain: &[char], at: usize) -> bool {
    let c = plain[at];
    let point = matches!(c, '.' | ',') && at > 0 && plain[at - 1].is_ascii_digit();
    c.is_ascii_alphanumeric() || point || matches!(c, '£' | '$' | '€' | '¥')
}

fn secret(plain: &[char], at: usize) -> Option<Secret> {
    card(plain, at).or_else(|| recovery(plain, at)).or_else(|| code(plain, at))
}

/// The longest row of digits from `at` on that is the number of a card; spaces and hyphens may stand between them.
fn card(plain: &[char], at: usize) -> Option<Secret> {
    let places = places(plain, at, char::is_ascii_digit, *CARD.end());
    let digits: Vec<u32> = places.iter().filter_map(|place| plain[*place].to_digit(10)).collect();
    let length = CARD.rev().find(|length| *length <= digits.len() && fits(&digits[..*length]))?;
    let end = places[length - 1] + 1;
    // A part of a longer word or number is none.
    if plain.get(end).is_some_and(char::is_ascii_alphanumeric) {
        return None;
    }
    let last: String = digits[length - 4..length].iter().filter_map(|digit| char::from_digit(*digit, 10)).collect();
    Some(Secret { end, instead: format!("{GONE} {last}") })
}

/// A recovery code: in one row, or in four groups of four of which two at least are of letters and digits. A word of four
/// letters before such groups goes with them, so that the last of them does not stay.
fn recovery(plain: &[char], at: usize) -> Option<Secret> {
    let places = places(plain, at, char::is_ascii_alphanumeric, RECOVERY);
    let mut end = places.last()? + 1;
    if places.len() < RECOVERY || plain.get(end).is_some_and(char::is_ascii_alphanumeric) {
        return None;
    }
    let joined = end - at == RECOVERY;
    let between: Vec<char> =
        places.windows(2).filter(|pair| pair[1] - pair[0] > 1).map(|pair| plain[pair[0] + 1]).collect();
    let grouped = between.len() == 3
        && between.iter().all(|sign| *sign == between[0])
        && places.windows(2).enumerate().all(|(nth, pair)| (pair[1] - pair[0] > 1) == (nth % 4 == 3));
    let groups = places.chunks(4).filter(|group| mixed(plain, group)).count();
    if !((joined && groups > 0) || (grouped && groups > 1)) {
        return None;
    }
    while grouped && plain.get(end) == between.first() {
        let group: Vec<usize> = (end + 1..end + 5).collect();
        if group[3] >= plain.len()
            || !mixed(plain, &group)
            || plain.get(end + 5).is_some_and(char::is_ascii_alphanumeric)
        {
            break;
        }
        end += 5;
    }
    Some(Secret { end, instead: GONE.to_owned() })
}

/// Whether letters and digits stand at these places, both, and nothing else.
fn mixed(plain: &[char], group: &[usize]) -> bool {
    let digits = group.iter().filter(|place| plain[**place].is_ascii_digit()).count();
    let letters = group.iter().filter(|place| plain[**place].is_ascii_alphabetic()).count();
    digits > 0 && letters > 0 && digits + letters == group.len()
}

/// A one-time code: six digits by themselves, perhaps in two halves.
fn code(plain: &[char], at: usize) -> Option<Secret> {
    let places = places(plain, at, char::is_ascii_digit, CODE + 1);
    let end = places.last()? + 1;
    let halves = places.windows(2).enumerate().all(|(nth, pair)| pair[1] - pair[0] == 1 || nth == 2);
    let goes_on = plain.get(end).is_some_and(|next| {
        let decimals = matches!(next, '.' | ',') && plain.get(end + 1).is_some_and(char::is_ascii_digit);
        next.is_ascii_alphanumeric() || decimals || matches!(next, '£' | '€' | '元' | '块' | '%')
    });
    (places.len() == CODE && halves && !goes_on).then(|| Secret { end, instead: GONE.to_owned() })
}

/// The places of at most `most` characters from `at` on that are `wanted`, with one space or hyphen between any two.
fn places(plain: &[char], at: usize, wanted: fn(&char) -> bool, most: usize) -> Vec<usize> {
    let mut places = Vec::with_capacity(most);
    let mut next = at;
    while places.len() < most {
        if plain.get(next).is_some_and(wanted) {
            places.push(next);
        } else if places.last().is_none_or(|last| last + 1 != next)
            || !plain.get(next).is_some_and(|c| matches!(c, ' ' | '-'))
        {
            break;
        }
        next += 1;
    }
    places
}

/// Whether the check digit fits (ISO/IEC 7812-1 annex B, after Luhn).
fn fits(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(nth, digit)| match (nth % 2, digit * 2) {
            (0, _) => *digit,
            (_, twice) if twice > 9 => twice - 9,
            (_, twice) => twice,
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_card_goes_and_its_last_four_digits_stay() {
        for number in
            ["4242424242424242", "4242 4242 4242 4242", "4242-4242-4242-4242", "４２４２　４２４２　４２４２　４２４２"]
        {
            assert_eq!(redacted(&format!("My card {number}, gone")), "My card •••• 4242, gone", "{number}");
        }
        assert_eq!(redacted("我的卡378282246310005丢了"), "我的卡•••• 0005丢了");
        assert_eq!(redacted("4242 4242 4242 4242 12/28"), "•••• 4242 12/28");
    }

    #[test]
    fn what_only_looks_like_a_card_stays() {
        for kept in ["4242 4242 4242 4243", "12048377", "1204 8377", "06fh8k2m9d3p4", "2026-11-26", "x4242424242424242"]
        {
            assert_eq!(redacted(kept), kept);
        }
    }

    #[test]
    fn a_code_goes_and_an_amount_stays() {
        assert_eq!(redacted("They asked for 123456."), "They asked for ••••.");
        assert_eq!(redacted("code 123 456"), "code ••••");
        assert_eq!(redacted("验证码是１２３４５６，我说了"), "验证码是••••，我说了");
        for kept in ["£123456", "123456.78", "123456元", "1234567", "12345", "1,234,567", "12 34 56", "order A123456"]
        {
            assert_eq!(redacted(kept), kept);
        }
    }

    #[test]
    fn a_recovery_code_goes_and_words_of_four_letters_stay() {
        assert_eq!(redacted("my code 7k2m-9d3p-4fh8-x0z1"), "my code ••••");
        assert_eq!(redacted("7k2m 9d3p 4fh8 x0z1"), "••••");
        assert_eq!(redacted("my code 7k2m 9d3p 4fh8 x0z1."), "my ••••.");
        assert_eq!(redacted("7k2m9d3p4fh8x0z1"), "••••");
        for kept in ["from here till 2026", "this that with whom", "internationalist", "room 12ab till 2026"] {
            assert_eq!(redacted(kept), kept);
        }
    }

    /// The digit behind `digits` that makes them the number of a card.
    fn check_digit(digits: &[u32]) -> u32 {
        (0..10).find(|check| fits(&[digits, &[*check]].concat())).unwrap()
    }

    proptest::proptest! {
        #[test]
        fn no_number_of_a_card_is_left(digits in proptest::collection::vec(0_u32..10, 12..19), apart in 1_usize..9) {
            let digits = [digits.as_slice(), &[check_digit(&digits)]].concat();
            let number: String = digits.iter().map(u32::to_string).collect();
            let groups: Vec<&str> =
                number.as_bytes().chunks(apart).map(|group| std::str::from_utf8(group).unwrap()).collect();
            for written in [number.clone(), groups.join(" "), groups.join("-")] {
                let kept = redacted(&format!("It was {written}, I think"));
                let left = format!("It was {GONE} {}, I think", &number[number.len() - 4..]);
                proptest::prop_assert_eq!(kept, left);
            }
        }

        #[test]
        fn text_without_digits_stays(text in "\\PC{0,60}") {
            let digits = model::text::half_width(&text).chars().any(|c| c.is_ascii_digit());
            proptest::prop_assume!(!digits);
            proptest::prop_assert_eq!(redacted(&text), text);
        }
    }
}
