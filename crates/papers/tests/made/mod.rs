//! A statement to look at.

use jiff::civil::date;
use model::{Currency, Money};
use papers::{Line, Summary};

pub fn summary() -> Summary {
    let money = |minor| Money::new(minor, Currency::Gbp);
    Summary {
        id: "0000000000011-2026-10".to_owned(),
        bank: "Banyan Bank".to_owned(),
        account: "22074418".to_owned(),
        holder: "Anna Whitfield".to_owned(),
        savings: false,
        from: date(2026, 10, 1),
        to: date(2026, 10, 31),
        made_at: date(2026, 11, 2).at(8, 0, 0, 0),
        language: "en-GB".to_owned(),
        count: 3,
        opening: money(10_000),
        closing: money(500),
        paid_in: money(5_500),
        paid_out: money(15_000),
    }
}

pub fn some_lines() -> Vec<Line> {
    let line = |version, day: i8, party: &str, reference: &str, minor, balance| Line {
        version,
        day: date(2026, 10, day),
        booked_at: date(2026, 10, day).at(9, 30, 0, 0),
        party: party.to_owned(),
        kind: if minor > 0 { "Payment" } else { "Card payment" }.to_owned(),
        code: if minor > 0 { "payment" } else { "card" },
        reference: reference.to_owned(),
        amount: Money::new(minor, Currency::Gbp),
        balance: Money::new(balance, Currency::Gbp),
    };
    vec![
        line(7, 1, "Hart & \"Daughter\"", "Cakes, two", 2_500, 12_500),
        line(8, 2, "=1+1", "@home", -15_000, -2_500),
        line(9, 31, "陈秀英", "", 3_000, 500),
    ]
}
