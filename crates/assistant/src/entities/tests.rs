//! What is written is read again, however it is written.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn person(currency: Currency) -> Person {
    Person { today: date(2026, 11, 27), currency, accounts: Vec::new(), payees: Vec::new() }
}

fn amount_of(text: &str) -> Option<(Money, bool)> {
    let found = find(text, &person(Currency::Gbp));
    match &found[..] {
        [Entity { span, value: Value::Amount { money, assumed } }] if *span == (0..text.len()) => {
            Some((*money, *assumed))
        }
        _ => None,
    }
}

/// Where money was spent, as far as it is said.
fn place_of(text: &str) -> Option<String> {
    find(text, &person(Currency::Gbp)).into_iter().find_map(|entity| match entity.value {
        Value::Place(place) => Some(place),
        _ => None,
    })
}

#[test]
fn whoever_asks_what_they_spent_somewhere_is_not_told_of_everywhere() {
    for (said, place) in [
        ("what did i spend at tesco last month", Some("tesco")),
        ("how much have I spent on netflix this year", Some("netflix")),
        ("what did I spend at Marks & Spencer", Some("Marks & Spencer")),
        ("what do I spend on average", None),
        ("what did I spend on Monday", None),
        ("what did I spend at home", None),
        ("I am at work, what is my balance", None),
    ] {
        assert_eq!(place_of(said).as_deref(), place, "{said}");
    }
}

/// A whole number below ten thousand millions in Chinese characters.
fn han(number: i64) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let below_myriad = |number: i64| {
        let mut text = String::new();
        let mut gap = false;
        for (size, unit) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = usize::try_from(number / size % 10).expect("a digit");
            if digit == 0 {
                gap = gap || !text.is_empty();
                continue;
            }
            if gap {
                text.push('零');
                gap = false;
            }
            text.push(DIGITS[digit]);
            text.push_str(unit);
        }
        text
    };
    let (myriads, rest) = (number / 10_000, number % 10_000);
    let mut text = String::new();
    if myriads > 0 {
        text.push_str(&below_myriad(myriads));
        text.push('万');
        if rest > 0 && rest < 1_000 {
            text.push('零');
        }
    }
    text.push_str(&below_myriad(rest));
    text
}

/// A whole number below a million in English words.
fn english(number: i64) -> String {
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
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let place = |number: i64| usize::try_from(number).expect("it is small");
    match number {
        0..20 => ONES[place(number)].to_owned(),
        20..100 if number % 10 == 0 => TENS[place(number / 10 - 2)].to_owned(),
        20..100 => format!("{}-{}", TENS[place(number / 10 - 2)], ONES[place(number % 10)]),
        100..1_000 if number % 100 == 0 => format!("{} hundred", ONES[place(number / 100)]),
        100..1_000 => format!("{} hundred and {}", ONES[place(number / 100)], english(number % 100)),
        _ if number % 1_000 == 0 => format!("{} thousand", english(number / 1_000)),
        _ if number % 1_000 < 100 => format!("{} thousand and {}", english(number / 1_000), english(number % 1_000)),
        _ => format!("{} thousand {}", english(number / 1_000), english(number % 1_000)),
    }
}

proptest! {
    #[test]
    fn an_amount_in_figures_is_read_again(minor in 1_i64..100_000_000_000) {
        let (major, pence) = (minor / 100, minor % 100);
        let mut grouped = String::new();
        for (place, digit) in major.to_string().chars().rev().enumerate() {
            if place > 0 && place % 3 == 0 {
                grouped.insert(0, ',');
            }
            grouped.insert(0, digit);
        }
        let money = Money::new(minor, Currency::Gbp);
        for written in [
            format!("£{major}.{pence:02}"),
            format!("£{grouped}.{pence:02}"),
            format!("{grouped}.{pence:02} pounds"),
            format!("{major}.{pence:02}英镑"),
            format!("£{major}.{pence:02}").chars().map(full_width).collect(),
        ] {
            prop_assert_eq!(amount_of(&written), Some((money, false)), "{}", written);
        }
        prop_assert_eq!(amount_of(&format!("{major}.{pence:02}块")), Some((money, true)));
    }

    #[test]
    fn an_amount_in_chinese_characters_is_read_again(major in 1_i64..100_000_000) {
        let written = format!("{}英镑", han(major));
        prop_assert_eq!(amount_of(&written), Some((Money::new(major * 100, Currency::Gbp), false)), "{}", written);
    }

    #[test]
    fn an_amount_in_english_words_is_read_again(major in 1_i64..1_000_000) {
        let written = format!("{} pounds", english(major));
        prop_assert_eq!(amount_of(&written), Some((Money::new(major * 100, Currency::Gbp), false)), "{}", written);
    }

    #[test]
    fn a_day_is_read_again(days in 0_i64..3_000) {
        let day = calendar::shifted(date(2022, 1, 1), calendar::Unit::Day, days).expect("it is in the calendar");
        let months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        let month = months[usize::try_from(day.month() - 1).expect("a month")];
        for written in [
            format!("{} {month} {}", day.day(), day.year()),
            format!("{month} {}, {}", day.day(), day.year()).replace(',', ""),
            format!("{day}"),
            format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
            format!("{}年{}月{}日", day.year(), day.month(), day.day()),
            format!("{}年{}月{}号", day.year(), han(day.month().into()), han(day.day().into())),
        ] {
            let found = find(&written, &person(Currency::Gbp));
            let expected = [Entity { span: 0..written.len(), value: Value::Time(calendar::day(day)) }];
            prop_assert_eq!(&found[..], &expected[..], "{}", written);
        }
    }

    #[test]
    fn whatever_is_said_is_read_without_overlaps(
        said in "\\PC{0,60}|[在给那我月日号年周上下个万千百十零一二三到从转块元0-9£.,/: -]{0,40}|(in|the|last|and|to|of|May|5th|[0-9k]{1,4}|pounds|hundred|Anna| ){0,20}"
    ) {
        let found = find(&said, &person(Currency::Cny));
        for pair in found.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
        prop_assert!(found.iter().all(|entity| said.get(entity.span.clone()).is_some()));
    }
}

fn full_width(character: char) -> char {
    match character {
        '!'..='~' => char::from_u32(u32::from(character) + 0xfee0).expect("it has a full-width twin"),
        other => other,
    }
}

proptest! {
    #[test]
    fn numerals_that_are_too_large_are_no_amounts(said in "[一二九十百千万亿零两0-9]{0,12}(一亿|九千万){0,12}") {
        for entity in find(&said, &person(Currency::Gbp)) {
            if let Value::Amount { money, .. } = entity.value {
                prop_assert!(money.minor > 0, "{said}: {money:?}");
            }
        }
    }
}

#[test]
fn what_could_be_two_amounts_is_none() {
    for said in ["3万5", "1.234,50", "二零二六", "12,34"] {
        assert_eq!(amount_of(said), None, "{said}");
    }
}

#[test]
fn yuan_are_meant_where_somebody_keeps_some() {
    let yuan = Account {
        id: AccountId::new(1),
        kind: AccountKind::Current,
        name: String::new(),
        ending: String::new(),
        currency: Currency::Cny,
    };
    let person = Person { accounts: vec![yuan], ..person(Currency::Gbp) };
    let value = |text: &str| find(text, &person).pop().map(|entity| entity.value);
    let amount = |minor, currency, assumed| Some(Value::Amount { money: Money::new(minor, currency), assumed });
    assert_eq!(value("五百块"), amount(50_000, Currency::Cny, true));
    assert_eq!(value("五百英镑"), amount(50_000, Currency::Gbp, false));
}
