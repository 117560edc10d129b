//! Days, months and regular movements, across the nights and years that are not like the others.

use bank::{
    Calendar,
    accounts::{Coming, MonthTotal, Regular, Standing, occurrences, shortfall},
    calendar::{day_from_number, day_number},
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use model::{
    AccountId, Currency, Money, Timestamp,
    forms::{Every, HistoryKind, Timing},
};
use proptest::prelude::*;

const HOUR_US: i64 = 3_600_000_000;

fn days() -> impl Strategy<Value = Date> {
    (0..60_000_i64).prop_map(|number| day_from_number(number - 10_000))
}

fn zones() -> impl Strategy<Value = Calendar> {
    // London has daylight saving, Shanghai has none, Havana changes at midnight, Lord Howe by half an hour, and
    // Apia left a whole day out.
    prop::sample::select(vec![
        "Europe/London",
        "Asia/Shanghai",
        "America/Havana",
        "Australia/Lord_Howe",
        "Pacific/Apia",
    ])
    .prop_map(|name| Calendar::in_zone(name).unwrap())
}

fn regular(first: Date, every: Every) -> Regular {
    Regular {
        account: AccountId::new(1),
        party: "Landlord".to_owned(),
        amount: Money::new(-70_000, Currency::Gbp),
        kind: HistoryKind::StandingOrder,
        timing: Timing { first, every, last: None },
        done: 0,
    }
}

proptest! {
    #[test]
    fn a_day_reads_back_from_its_number(day in days()) {
        prop_assert_eq!(day_from_number(day_number(day)), day);
        prop_assert_eq!(day_number(day.tomorrow().unwrap()), day_number(day) + 1);
    }

    #[test]
    fn days_follow_one_another_without_gap(calendar in zones(), day in days()) {
        let (start, end) = (calendar.start_of(day), calendar.end_of(day));
        prop_assert_eq!(end, calendar.start_of(day.tomorrow().unwrap()));
        prop_assert!(start <= end);
        if start < end {
            prop_assert_eq!(calendar.day(start), day);
            prop_assert_eq!(calendar.day(Timestamp::from_micros(end.micros() - 1)), day);
            prop_assert!(calendar.day(Timestamp::from_micros(start.micros() - 1)) < day);
        }
    }

    #[test]
    fn no_moment_is_without_a_day(calendar in zones(), at in any::<i64>()) {
        let _ = calendar.day(Timestamp::from_micros(at));
    }

    #[test]
    fn months_end_with_this_one(day in days(), count in 1..40_u8) {
        let months = Calendar::months_until(day, count);
        prop_assert_eq!(months.len(), usize::from(count));
        prop_assert_eq!(*months.last().unwrap(), day.first_of_month());
        for pair in months.windows(2) {
            prop_assert_eq!(pair[0].checked_add(1.month()).unwrap(), pair[1]);
        }
    }

    #[test]
    fn what_is_coming_is_the_same_however_one_looks(first in days(), start in days(), a in 0..400_i64, b in 0..400_i64) {
        let (middle, end) = (start.saturating_add(a.days()), start.saturating_add((a + b).days()));
        for every in [Every::Once, Every::Week, Every::Month] {
            let one = regular(first, every);
            let whole = occurrences(&one, start, end);
            let mut parts = occurrences(&one, start, middle);
            parts.extend(occurrences(&one, middle, end));
            prop_assert_eq!(&whole, &parts, "{:?}: none is missed and none comes twice", every);
            prop_assert!(whole.iter().all(|coming| coming.day > start && coming.day <= end && coming.day >= first));
            prop_assert!(whole.windows(2).all(|pair| pair[0].day < pair[1].day));
        }
    }

    #[test]
    fn month_totals_are_the_sums_of_their_lines(lines in prop::collection::vec((0..6_usize, -5_000..5_000_i64), 0..60)) {
        let months: Vec<Date> = (1..=6).map(|month| date(2026, month, 1)).collect();
        let mut lines = lines;
        lines.sort_by_key(|(month, _)| *month);
        let mut standings = vec![Standing { balance: 700, paid_in: 900 }];
        for month in 0..6 {
            let mut standing = *standings.last().unwrap();
            for (_, amount) in lines.iter().filter(|(of, _)| *of == month) {
                standing.balance += amount;
                standing.paid_in += amount.max(&0);
            }
            standings.push(standing);
        }
        let totals = MonthTotal::between(&months, &standings, Currency::Gbp);
        for (month, total) in totals.iter().enumerate() {
            let of = || lines.iter().filter(|(of, _)| *of == month).map(|(_, amount)| *amount);
            prop_assert_eq!(total.month, months[month]);
            prop_assert_eq!(total.paid_in.minor, of().filter(|a| *a > 0).sum::<i64>());
            prop_assert_eq!(total.paid_out.minor, -of().filter(|a| *a < 0).sum::<i64>());
        }
    }
}

#[test]
fn london_has_a_short_day_in_march_and_a_long_one_in_october() {
    let london = Calendar::in_zone("Europe/London").unwrap();
    let hours = |day: Date| (london.end_of(day).micros() - london.start_of(day).micros()) / HOUR_US;
    assert_eq!(hours(date(2026, 3, 28)), 24);
    assert_eq!(hours(date(2026, 3, 29)), 23);
    assert_eq!(hours(date(2026, 10, 25)), 25);
    // 00:30 on a summer's day in London is still the day before in UTC.
    let summer = Timestamp::from_micros(london.start_of(date(2026, 7, 1)).micros() + HOUR_US / 2);
    assert_eq!(london.day(summer), date(2026, 7, 1));
    assert_eq!(Calendar::in_zone("UTC").unwrap().day(summer), date(2026, 6, 30));
}

#[test]
fn a_midnight_that_does_not_exist_starts_the_day_all_the_same() {
    let havana = Calendar::in_zone("America/Havana").unwrap();
    let day = date(2026, 3, 8);
    assert_eq!(havana.local(havana.start_of(day)), day.at(1, 0, 0, 0));
    assert_eq!(havana.end_of(date(2026, 3, 7)), havana.start_of(day));
}

#[test]
fn there_is_no_such_zone() {
    assert!(Calendar::in_zone("Europe/Atlantis").is_err());
}

#[test]
fn the_thirty_first_is_the_last_of_short_months_and_itself_again() {
    let days: Vec<Date> = occurrences(&regular(date(2025, 12, 31), Every::Month), date(2025, 12, 1), date(2026, 5, 31))
        .into_iter()
        .map(|coming| coming.day)
        .collect();
    let expected = [(2025, 12, 31), (2026, 1, 31), (2026, 2, 28), (2026, 3, 31), (2026, 4, 30), (2026, 5, 31)];
    assert_eq!(days, expected.map(|(year, month, day)| date(year, month, day)));
}

#[test]
fn a_leap_day_comes_back_on_the_last_of_february() {
    let leap = regular(date(2024, 2, 29), Every::Month);
    let in_february = |year| occurrences(&leap, date(year, 2, 1), date(year, 2, 28).last_of_month())[0].day;
    assert_eq!(in_february(2026), date(2026, 2, 28));
    assert_eq!(in_february(2028), date(2028, 2, 29));
}

#[test]
fn what_happens_once_happens_once() {
    let once = regular(date(2026, 4, 1), Every::Once);
    assert_eq!(occurrences(&once, date(2026, 3, 31), date(2030, 1, 1)).len(), 1);
    assert_eq!(occurrences(&once, date(2026, 4, 1), date(2030, 1, 1)), vec![]);
}

/// Movements on one account within a fortnight.
fn fortnight() -> impl Strategy<Value = Vec<Coming>> {
    prop::collection::vec((1..=14_i64, -90_000..90_000_i64), 0..12).prop_map(|all| {
        let on = |(days, minor): (i64, i64)| Coming {
            day: date(2026, 11, 26).saturating_add(days.days()),
            account: AccountId::new(1),
            party: "Somebody".to_owned(),
            amount: Money::new(minor, Currency::Gbp),
            kind: HistoryKind::DirectDebit,
        };
        all.into_iter().map(on).collect()
    })
}

proptest! {
    #[test]
    fn whoever_brings_what_is_missing_is_not_short_and_a_penny_less_is(available in -10_000..90_000_i64, coming in fortnight()) {
        let short = |minor: i64| shortfall(Money::new(minor, Currency::Gbp), &coming);
        if let Some(found) = short(available) {
            prop_assert!(found.missing.minor > 0);
            prop_assert_eq!(short(available + found.missing.minor), None);
            prop_assert!(short(available + found.missing.minor - 1).is_some());
            // Until the evening before there was enough.
            let before: Vec<Coming> = coming.iter().filter(|one| one.day < found.day).cloned().collect();
            prop_assert_eq!(shortfall(Money::new(available, Currency::Gbp), &before), None);
        }
    }

    #[test]
    fn what_only_comes_in_leaves_nobody_short(available in 0..90_000_i64, coming in fortnight()) {
        let inward = coming.iter().filter(|one| one.amount.minor >= 0);
        prop_assert_eq!(shortfall(Money::new(available, Currency::Gbp), inward), None);
    }
}

#[test]
fn the_rent_goes_out_before_the_wages_of_the_same_day_come_in() {
    let on = |minor| Coming {
        day: date(2026, 11, 30),
        account: AccountId::new(1),
        party: "Somebody".to_owned(),
        amount: Money::new(minor, Currency::Gbp),
        kind: HistoryKind::StandingOrder,
    };
    let found = shortfall(Money::new(50_000, Currency::Gbp), &[on(120_000), on(-70_000)]).unwrap();
    assert_eq!((found.day, found.missing), (date(2026, 11, 30), Money::new(20_000, Currency::Gbp)));
}
