use std::collections::BTreeSet;

use bank::{Calendar, accounts::Category};
use jiff::civil::date;
use model::{
    Currency, ErrorCode, Language, Money, Timestamp,
    forms::{DayPart, HistoryKind, Whereabouts},
};

use super::{Catalogue, Words, in_fours};

fn both() -> [Words; 2] {
    Language::ALL.iter().map(|language| Words::of(*language)).collect::<Vec<_>>().try_into().expect("two languages")
}

#[test]
fn both_languages_have_the_same_messages() {
    let [en, zh]: [BTreeSet<&str>; 2] = [Language::En, Language::Zh].map(|one| Catalogue::of(one).keys().collect());
    assert_eq!(en.symmetric_difference(&zh).collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn every_code_has_its_words() {
    for words in both() {
        for code in ErrorCode::ALL {
            assert_ne!(words.error(*code), code.code(), "{words:?}");
        }
        for kind in HistoryKind::ALL {
            assert_ne!(words.kind(*kind), kind.code(), "{words:?}");
        }
        for part in DayPart::ALL {
            assert_ne!(words.day_part(*part), part.code(), "{words:?}");
        }
        for page in Whereabouts::ALL {
            assert_ne!(words.whereabouts(*page), page.code(), "{words:?}");
        }
        for category in Category::ALL {
            assert_ne!(words.category(*category), category.code(), "{words:?}");
        }
    }
}

#[test]
fn money_is_written_with_its_sign_its_groups_and_its_decimals() {
    let [en, zh] = both();
    assert_eq!(en.money(Money::new(123_450, Currency::Gbp)), "£1,234.50");
    assert_eq!(en.money(Money::new(-2_000, Currency::Gbp)), "\u{2212}£20.00");
    assert_eq!(en.money(Money::new(5, Currency::Eur)), "€0.05");
    assert_eq!(en.money(Money::new(1_234_567, Currency::Jpy)), "¥1,234,567");
    assert_eq!(en.money(Money::new(100_000_000, Currency::Cny)), "CN¥1,000,000.00");
    assert_eq!(zh.money(Money::new(123_450, Currency::Cny)), "¥1,234.50");
    assert_eq!(zh.money(Money::new(999, Currency::Jpy)), "JP¥999");
    assert_eq!(en.moved(Money::new(-2_000, Currency::Gbp)), "paid out £20.00");
    assert_eq!(zh.moved(Money::new(2_500, Currency::Gbp)), "收入 £25.00");
}

#[test]
fn numbers_to_read_aloud_are_grouped_by_four() {
    assert_eq!(in_fours(model::TransferId::new(1 << 40)), "0000 1000 0000 0");
    assert_eq!(in_fours("1234"), "1234");
    assert_eq!(in_fours(""), "");
}

#[test]
fn days_are_written_in_full() {
    let [en, zh] = both();
    let day = date(2026, 11, 22);
    assert_eq!(en.day(day), "Sunday 22 November 2026");
    assert_eq!(zh.day(day), "2026年11月22日 星期日");
    assert_eq!(en.day_short(day), "22 November");
    assert_eq!(zh.day_short(day), "11月22日");
    assert_eq!(en.month_brief(day), "Nov 2026");
    assert_eq!(zh.month_brief(day), "2026年11月");
    assert_eq!(zh.month_short(day), "11月");
}

#[test]
fn moments_are_told_in_the_banks_time_zone() {
    let [en, zh] = both();
    let calendar = Calendar::in_zone("Europe/London").expect("in every time zone database");
    // 2026-07-01T12:05:00Z, summer time in London.
    let moment = Timestamp::from_micros(1_782_907_500_000_000);
    assert_eq!(en.moment(moment, &calendar), "Wednesday 1 July 2026 at 13:05");
    assert_eq!(zh.moment(moment, &calendar), "2026年7月1日 星期三 13:05");
}
