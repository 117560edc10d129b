//! Tom and Anna Whitfield: one household account that both see, and one each.

use bank::accounts::{
    AccountKind,
    Category::{Communication, EatingOut, Groceries, Health, Home, Leisure, Shopping, Transfers, Transport},
};
use jiff::{
    ToSpan,
    civil::Weekday::{Saturday, Thursday},
};

use super::{CURRENT, DEBIT, life, open};
use crate::{
    habits::{Habit, On, Price},
    life::{ENGLISH, Life, PayDay, Standing, Wage, line},
    town::{Plan, Slot, Town},
};

/// Tom's own account and Anna's.
pub(super) fn live(town: &mut Town) -> (Slot, Slot) {
    let joint = Plan { kind: AccountKind::Joint, name: "Household", reserve: 1_500_00, ..CURRENT };
    let joint = open(town, &["tom", "anna"], 4_071_250, &joint);
    let own = Plan { reserve: 300_00, ..CURRENT };
    let tom = open(town, &["tom"], 4_071_251, &own);
    let anna = open(town, &["anna"], 4_071_252, &own);
    household(town, joint, (tom, anna));
    his(town, tom);
    hers(town, anna);
    (tom, anna)
}

fn household(town: &mut Town, joint: Slot, (tom, anna): (Slot, Slot)) {
    let mut life = life(town, "household");
    life.opening(joint, 3_214_77, &ENGLISH);
    for (from, name, minor) in [(tom, "Tom Whitfield", 1_680_00), (anna, "Anna Whitfield", 1_420_00)] {
        let lines = (line("Household", "My share", Transfers), line(name, "My share", Transfers));
        life.monthly_order((from, joint), 28, minor, &lines);
    }
    let debits = [
        (1, Standing { party: "Beacon Building Society", reference: "Mortgage 60-2093", minor: -1_284_61, ..DEBIT }),
        (3, Standing { party: "Acorn Nursery", reference: "Ivy, three days", minor: -486_00, ..DEBIT }),
        (6, Standing { party: "Ashcombe Council", reference: "Council tax", minor: -178_00, ..DEBIT }),
        (8, Standing { party: "Brightwater Energy", reference: "BW-3098841", minor: -134_50, vary: 32, ..DEBIT }),
        (10, Standing { party: "City Water Company", reference: "A-60712", minor: -41_30, ..DEBIT }),
        (
            12,
            Standing { party: "Lumen Fibre", reference: "LF-410266", category: Communication, minor: -38_00, ..DEBIT },
        ),
        (15, Standing { party: "Hearth & Oak Insurance", reference: "House", minor: -32_18, ..DEBIT }),
        (18, Standing { party: "Thornbury Insurance", reference: "Car", category: Transport, minor: -47_92, ..DEBIT }),
    ];
    for (day, debit) in debits {
        life.every_month(joint, day, &debit);
    }
    life.habits(joint, &HOUSEHOLD);
    for month in life.town.months() {
        if matches!(month.month(), 4 | 10) {
            let day = month.saturating_add(16.days());
            life.returned(joint, day, line("Little Otter Shoes", "Two pairs to try", Shopping), 71_90, 35_95);
        }
    }
    life.pending(joint, "Ashcombe Garage", 60_00, 3);
}

const HOUSEHOLD: [Habit; 5] = [
    Habit {
        shops: &["Penfold Foods"],
        category: Groceries,
        on: On::Each(Saturday, 94),
        price: Price::Basket(72_00, 146_00),
        hours: (9, 12),
    },
    Habit {
        shops: &["Ashcombe Greengrocer", "Harrow & Sons Grocers", "Mill Lane Butcher"],
        category: Groceries,
        on: On::Any(30),
        price: Price::Basket(4_30, 31_00),
        hours: (9, 19),
    },
    Habit {
        shops: &["Ashcombe Garage"],
        category: Transport,
        on: On::Any(14),
        price: Price::Basket(31_00, 74_00),
        hours: (7, 20),
    },
    Habit {
        shops: &["Marlow Home", "Ashcombe Hardware", "Little Otter Shoes"],
        category: Home,
        on: On::Weekends(22),
        price: Price::Tag(6_00, 68_00),
        hours: (10, 17),
    },
    Habit {
        shops: &["The Jolly Ploughman", "Dough Brothers", "Ashcombe Swimming Baths"],
        category: Leisure,
        on: On::Weekends(30),
        price: Price::Basket(11_00, 58_00),
        hours: (11, 20),
    },
];

fn his(town: &mut Town, tom: Slot) {
    let mut life = life(town, "tom");
    life.opening(tom, 1_138_04, &ENGLISH);
    life.wages(tom, &salary("Meridian Signals Ltd", 28, 2_946_18));
    small_bills(
        &mut life,
        tom,
        &[
            (
                5,
                Standing {
                    party: "Kestrel Mobile",
                    reference: "KM-2067714",
                    category: Communication,
                    minor: -16_00,
                    ..DEBIT
                },
            ),
            (
                9,
                Standing {
                    party: "Westmoor Rail",
                    reference: "Flexi season",
                    category: Transport,
                    minor: -148_60,
                    ..DEBIT
                },
            ),
            (
                22,
                Standing {
                    party: "Radio Amateurs' Guild",
                    reference: "Member 8124",
                    category: Leisure,
                    minor: -6_25,
                    ..DEBIT
                },
            ),
        ],
    );
    life.habits(tom, &HIS);
    life.cash_now_and_then(tom, On::Any(4), &["Ashcombe High Street"], &[20_00, 30_00, 50_00], &ENGLISH);
    invested(&mut life, tom, 1_750_00);
}

const HIS: [Habit; 4] = [
    Habit {
        shops: &["The Signal Box Café", "Press & Pour"],
        category: EatingOut,
        on: On::Workdays(48),
        price: Price::Menu(&[4_95, 6_50, 7_80, 3_20]),
        hours: (12, 14),
    },
    Habit {
        shops: &["The Jolly Ploughman"],
        category: EatingOut,
        on: On::Each(Thursday, 62),
        price: Price::Basket(9_60, 28_00),
        hours: (20, 23),
    },
    Habit {
        shops: &["Valve & Coil", "Ashcombe Hardware", "Halden Books"],
        category: Leisure,
        on: On::Any(7),
        price: Price::Tag(7_00, 76_00),
        hours: (10, 21),
    },
    Habit {
        shops: &["Northway Barbers"],
        category: Health,
        on: On::Each(Saturday, 19),
        price: Price::Menu(&[16_00]),
        hours: (9, 11),
    },
];

fn hers(town: &mut Town, anna: Slot) {
    let mut life = life(town, "anna");
    life.opening(anna, 964_71, &ENGLISH);
    life.wages(anna, &salary("St Brannock's Hospital", 27, 2_418_90));
    small_bills(
        &mut life,
        anna,
        &[
            (
                5,
                Standing {
                    party: "Kestrel Mobile",
                    reference: "KM-2067715",
                    category: Communication,
                    minor: -14_00,
                    ..DEBIT
                },
            ),
            (
                11,
                Standing {
                    party: "Nurses' Union",
                    reference: "A. Whitfield",
                    category: Health,
                    minor: -17_49,
                    ..DEBIT
                },
            ),
            (
                16,
                Standing {
                    party: "Still Point Yoga",
                    reference: "Eight classes",
                    category: Health,
                    minor: -62_00,
                    ..DEBIT
                },
            ),
        ],
    );
    life.habits(anna, &HERS);
    life.cash_now_and_then(
        anna,
        On::Any(3),
        &["St Brannock's", "Ashcombe High Street"],
        &[10_00, 20_00, 40_00],
        &ENGLISH,
    );
    invested(&mut life, anna, 1_550_00);
}

const HERS: [Habit; 4] = [
    Habit {
        shops: &["St Brannock's Canteen", "The Quiet Bean"],
        category: EatingOut,
        on: On::Any(36),
        price: Price::Menu(&[3_20, 4_60, 5_85]),
        hours: (11, 16),
    },
    Habit {
        shops: &["Ashcombe Nursery & Seeds", "Potting Shed"],
        category: Leisure,
        on: On::Weekends(24),
        price: Price::Basket(6_00, 44_00),
        hours: (10, 16),
    },
    Habit {
        shops: &["North Quay Outfitters", "Cordwainer & Co", "Halden Books"],
        category: Shopping,
        on: On::Any(8),
        price: Price::Tag(12_00, 78_00),
        hours: (10, 21),
    },
    Habit {
        shops: &["Hospital Car Park"],
        category: Transport,
        on: On::Workdays(30),
        price: Price::Menu(&[3_50]),
        hours: (6, 8),
    },
];

fn salary(employer: &'static str, day: i8, minor: i64) -> Wage {
    Wage { employer, reference: "Salary", pay_day: PayDay::Day(day), minor, vary: 4 }
}

fn small_bills(life: &mut Life, slot: Slot, debits: &[(i8, Standing)]) {
    for (day, debit) in debits {
        life.every_month(slot, *day, debit);
    }
}

/// What is left over goes to an investment account elsewhere, by hand, before the next pay day.
fn invested(life: &mut Life, slot: Slot, keep: i64) {
    for month in life.town.months() {
        let day = PayDay::Exactly(19).of(month);
        if day < life.town.today {
            let fund = line("Beacon Building Society", "Investment account", Transfers);
            life.rest_elsewhere(slot, day, fund, (keep, 25_00));
        }
    }
}
