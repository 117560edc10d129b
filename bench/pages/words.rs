//! Money, days and names of things, in English.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// An amount of pence: "£1,234.50", "−£20.00".
pub fn pounds(minor: i64) -> String {
    let (whole, pence) = (minor.unsigned_abs() / 100, minor.unsigned_abs() % 100);
    let sign = if minor < 0 { "\u{2212}" } else { "" };
    match (whole / 1_000_000, whole / 1_000 % 1_000, whole % 1_000) {
        (0, 0, ones) => format!("{sign}£{ones}.{pence:02}"),
        (0, thousands, ones) => format!("{sign}£{thousands},{ones:03}.{pence:02}"),
        (millions, thousands, ones) => format!("{sign}£{millions},{thousands:03},{ones:03}.{pence:02}"),
    }
}

/// The wall-clock time of a moment in microseconds.
pub fn local(zone: &TimeZone, micros: i64) -> DateTime {
    zone.to_datetime(jiff::Timestamp::from_microsecond(micros).unwrap_or(jiff::Timestamp::UNIX_EPOCH))
}

/// A day as a heading.
pub fn heading(day: Date, today: Date) -> String {
    if day == today {
        return "Today".to_owned();
    }
    if today.yesterday().is_ok_and(|yesterday| yesterday == day) {
        return "Yesterday".to_owned();
    }
    let weekday = WEEKDAYS[day.weekday().to_monday_zero_offset().unsigned_abs() as usize];
    format!("{weekday} {} {} {}", day.day(), month_name(day), day.year())
}

/// A month of a year: "Nov 2026".
pub fn month(day: Date) -> String {
    format!("{} {}", month_short(day), day.year())
}

/// A month under the chart: "Nov". In the English of Britain one of them has four letters (CLDR).
pub fn month_short(day: Date) -> &'static str {
    let letters = if day.month() == 9 { 4 } else { 3 };
    &month_name(day)[..letters]
}

fn month_name(day: Date) -> &'static str {
    MONTHS[day.month().unsigned_abs() as usize - 1]
}

/// The word for a kind of movement.
pub fn kind(code: &str) -> &'static str {
    match code {
        "card" => "Card payment",
        "payment" => "Payment",
        "direct-debit" => "Direct debit",
        "standing-order" => "Standing order",
        "salary" => "Wages or pension",
        "refund" => "Refund",
        "interest" => "Interest",
        "cash" => "Cash",
        "fee" => "Charge",
        _ => "Correction",
    }
}

/// What is said of a line beside its kind: the reference, or what it was for where the kind does not say that.
pub fn about<'a>(kind: &str, category: &str, reference: &'a str) -> &'a str {
    match (kind, category) {
        _ if !reference.is_empty() => reference,
        ("payment" | "standing-order", "transfers") | ("cash", "cash") | ("interest" | "fee", "bank") => "",
        _ => self::category(category),
    }
}

/// The word for what money was for.
pub fn category(code: &str) -> &'static str {
    match code {
        "home" => "Home and bills",
        "groceries" => "Groceries",
        "eating-out" => "Eating out",
        "transport" => "Transport",
        "shopping" => "Shopping",
        "health" => "Health",
        "leisure" => "Leisure",
        "communication" => "Phone and internet",
        "business" => "Business costs",
        "income" => "Income",
        "transfers" => "Between people",
        "cash" => "Cash",
        "bank" => "Interest and charges",
        _ => "Other",
    }
}

/// What kind of account it is.
pub fn account_kind(code: &str) -> &'static str {
    match code {
        "current" => "Current account",
        "savings" => "Savings account",
        "joint" => "Joint account",
        _ => "Business account",
    }
}
