//! The periods that statements are about, as they stand in addresses.

use bank::accounts::Period;
use jiff::civil::date;
use proptest::prelude::*;

#[test]
fn a_period_is_a_month_a_year_or_everything() {
    let read = |text: &str| text.parse::<Period>().ok();
    assert_eq!(read("2026-10"), Some(Period::Month(date(2026, 10, 1))));
    assert_eq!(read("2026"), Some(Period::Year(date(2026, 1, 1))));
    assert_eq!(read("all"), Some(Period::All));
    for none in ["", "26", "2026-1", "2026-13", "2026-00", "2026-10-01", "-026", "２０２６", "2026-+1", "20261", "ALL"]
    {
        assert_eq!(read(none), None, "{none}");
    }
}

#[test]
fn a_period_ends_with_the_last_day_of_its_month_or_year() {
    let days = |text: &str| text.parse::<Period>().unwrap().days();
    assert_eq!(days("2024-02"), Some((date(2024, 2, 1), date(2024, 2, 29))));
    assert_eq!(days("2026"), Some((date(2026, 1, 1), date(2026, 12, 31))));
    assert_eq!(days("all"), None);
}

proptest! {
    #[test]
    fn there_is_one_way_to_write_a_period(text in "[0-9]{4}(-[0-9]{2})?|all|.{0,8}") {
        if let Ok(period) = text.parse::<Period>() {
            prop_assert_eq!(period.to_string(), text);
        }
    }
}
