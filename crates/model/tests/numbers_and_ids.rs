//! Account numbers, ids, codes and plain text.

use model::{
    AccountId, AccountNumber, Currency, ErrorCode, Language, SessionKey, TextSize, Theme, Timestamp,
    forms::{Form as _, PayeeForm},
    text,
    time::parse_date,
};
use proptest::prelude::*;

fn digits(number: AccountNumber) -> String {
    number.to_string().replace(' ', "")
}

proptest! {
    #[test]
    fn a_number_reads_back_however_it_is_written(serial in 0..AccountNumber::SERIALS) {
        let number = AccountNumber::from_serial(serial).unwrap();
        let plain = digits(number);
        let wide: String = plain.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect();
        for typed in [number.to_string(), plain.clone(), format!(" {}-{} ", &plain[..2], &plain[2..]), wide] {
            prop_assert_eq!(AccountNumber::from_typed(&typed), Ok(number));
        }
        prop_assert_eq!(AccountNumber::from_value(number.value()), Some(number));
        let json = serde_json::to_string(&number).unwrap();
        prop_assert_eq!(serde_json::from_str::<AccountNumber>(&json).unwrap(), number);
    }

    #[test]
    fn each_single_wrong_digit_is_caught(serial in 0..AccountNumber::SERIALS, at in 0..8_usize, other in b'0'..=b'9') {
        let mut bytes = digits(AccountNumber::from_serial(serial).unwrap()).into_bytes();
        prop_assume!(bytes[at] != other);
        bytes[at] = other;
        let typed = String::from_utf8(bytes).unwrap();
        prop_assert_eq!(AccountNumber::from_typed(&typed), Err(ErrorCode::AccountNumberWrong));
    }

    #[test]
    fn swapped_neighbours_are_caught_save_nought_and_nine(serial in 0..AccountNumber::SERIALS, at in 0..7_usize) {
        let mut bytes = digits(AccountNumber::from_serial(serial).unwrap()).into_bytes();
        let pair = (bytes[at].min(bytes[at + 1]), bytes[at].max(bytes[at + 1]));
        prop_assume!(pair.0 != pair.1 && pair != (b'0', b'9'));
        bytes.swap(at, at + 1);
        let typed = String::from_utf8(bytes).unwrap();
        prop_assert_eq!(AccountNumber::from_typed(&typed), Err(ErrorCode::AccountNumberWrong));
    }

    #[test]
    fn no_text_makes_reading_a_number_panic(typed in ".{0,20}") {
        let _ = AccountNumber::from_typed(&typed);
        let _ = typed.parse::<AccountId>();
        let _ = parse_date(&typed);
    }

    #[test]
    fn an_id_reads_back_and_sorts_as_it_reads(a in 0..=i64::MAX, b in 0..=i64::MAX) {
        let (left, right) = (AccountId::new(a), AccountId::new(b));
        prop_assert_eq!(left.to_string().parse(), Ok(left));
        prop_assert_eq!(left.to_string().len(), 13);
        prop_assert_eq!(left.cmp(&right), left.to_string().cmp(&right.to_string()));
        prop_assert_eq!(serde_json::from_str::<AccountId>(&serde_json::to_string(&left).unwrap()).unwrap(), left);
    }

    #[test]
    fn whatever_reads_as_an_id_is_written_so(typed in "[0-9a-z]{13}") {
        if let Ok(id) = typed.parse::<SessionKey>() {
            prop_assert!(id.value() >= 0);
            prop_assert_eq!(id.to_string(), typed);
        }
    }

    #[test]
    fn making_text_plain_twice_changes_nothing_more(typed in ".{0,60}") {
        let once = text::half_width(&typed);
        prop_assert_eq!(text::half_width(&once), once.clone());
        let line = text::one_line(&typed);
        prop_assert_eq!(text::one_line(&line), line.clone());
        prop_assert!(!line.chars().any(char::is_control));
        prop_assert!(!line.starts_with(' ') && !line.ends_with(' ') && !line.contains("  "));
        prop_assert_eq!(text::length(&once), text::length(&typed));
    }

    #[test]
    fn seconds_never_overflow(at in any::<i64>(), seconds in any::<i64>()) {
        let later = Timestamp::from_micros(at).plus_seconds(seconds);
        prop_assert_eq!(later > Timestamp::from_micros(at), seconds > 0 && at < i64::MAX);
        let _ = later.seconds_since(Timestamp::from_micros(at));
    }
}

#[test]
fn each_mistake_in_a_number_has_its_own_sentence() {
    assert_eq!(AccountNumber::from_typed(" - "), Err(ErrorCode::AccountNumberMissing));
    for typed in ["1234567", "123456789", "1234567x", "一二三四五六七八"] {
        assert_eq!(AccountNumber::from_typed(typed), Err(ErrorCode::AccountNumberLength), "{typed}");
    }
    assert_eq!(AccountNumber::from_serial(AccountNumber::SERIALS), None);
    for value in [-1, i64::MIN, i64::MAX, 100_000_000] {
        assert_eq!(AccountNumber::from_value(value), None, "{value}");
    }
    // 1234567 by hand: 7→14→5, 6, 5→10→1, 4, 3→6, 2, 1→2 come to 26, and 4 makes it 30.
    assert_eq!(AccountNumber::from_typed("1234 5674").map(AccountNumber::value), Ok(12_345_674));
}

#[test]
fn every_code_is_its_own_and_reads_back() {
    let mut codes: Vec<_> = ErrorCode::ALL.iter().map(|code| code.code()).collect();
    for code in ErrorCode::ALL {
        assert_eq!(ErrorCode::from_code(code.code()), Some(*code));
        assert_eq!(serde_json::to_string(code).unwrap(), format!("\"{}\"", code.code()));
    }
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), ErrorCode::ALL.len());
    for currency in Currency::ALL {
        assert_eq!(currency.code().parse(), Ok(currency));
        assert_eq!(serde_json::to_string(&currency).unwrap(), format!("\"{}\"", currency.code()));
    }
    assert!("gbp".parse::<Currency>().is_err());
}

#[test]
fn every_preference_reads_back() {
    assert!(Language::ALL.iter().all(|l| Language::from_code(l.code()) == Some(*l)));
    assert!(TextSize::ALL.iter().all(|t| TextSize::from_code(t.code()) == Some(*t)));
    assert!(Theme::ALL.iter().all(|t| Theme::from_code(t.code()) == Some(*t)));
}

#[test]
fn what_a_chinese_keyboard_leaves_behind_is_understood() {
    assert_eq!(text::half_width("￥１，２３４．５０　ＡＢｃ～"), "¥1,234.50 ABc~");
    assert_eq!(text::half_width("￡５。０、"), "£5.0,");
    assert_eq!(text::one_line("  a\u{3000}\t b\r\nc\u{0} "), "a b c");
}

#[test]
fn what_turns_the_words_around_it_is_found() {
    for c in ['\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}'] {
        assert!(text::turns_direction(&format!("Anna{c} Whitfield")), "{c:?}");
    }
    assert!(!text::turns_direction("Anna Whitfield 陈秀英 עברית العربية"));
}

#[test]
fn what_is_no_character_is_found() {
    for c in ['\u{fdd0}', '\u{fdef}', '\u{fffe}', '\u{ffff}', '\u{1fffe}', '\u{10ffff}'] {
        assert!(text::holds_noncharacter(&format!("Anna{c}")), "{c:?}");
        let form = PayeeForm { kind: "other".into(), name: format!("Anna{c}"), ..PayeeForm::default() };
        assert_eq!(form.check(&()).unwrap_err().of("name"), Some(ErrorCode::TextNotAllowed), "{c:?}");
    }
    assert!(!text::holds_noncharacter("Anna 陈秀英 \u{fdcf}\u{fdf0}\u{fffd}\u{1f600}"));
}

#[test]
fn only_days_that_are_are_days() {
    assert!(parse_date("2024-02-29").is_some() && parse_date(" ２０２４－０２－２９ ").is_some());
    for typed in ["2023-02-29", "2024-13-01", "24-01-01", "2024/01/01", "2024-1-1", "2024-01-01T00", "--------01", ""] {
        assert_eq!(parse_date(typed), None, "{typed}");
    }
}
