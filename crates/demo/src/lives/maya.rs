//! Maya Okafor, student: works Saturdays and evenings in a bookshop, shares a flat, lives from loan to loan.

use bank::accounts::Category::{
    Communication, EatingOut, Groceries, Health, Home, Income, Leisure, Shopping, Transport,
};
use jiff::{ToSpan, civil::Weekday::Saturday};

use super::{CURRENT, DEBIT, SAVINGS, life, open};
use crate::{
    habits::{Habit, On, Price},
    life::{ENGLISH, Life, PayDay, Standing, Wage, line},
    town::{Plan, Slot, Town},
};

pub(super) fn live(town: &mut Town) -> Slot {
    let current = open(
        town,
        &["maya"],
        1_204_837,
        &Plan { payment_limit: 2_500_00, daily_limit: 5_000_00, new_payee_limit: 1_000_00, reserve: 620_00, ..CURRENT },
    );
    let savings = open(town, &["maya"], 1_204_838, &SAVINGS);
    let mut life = life(town, "maya");
    life.opening(current, 1_486_37, &ENGLISH);
    life.opening(savings, 620_00, &ENGLISH);
    income(&mut life, current);
    bills(&mut life, current);
    life.habits(current, &HABITS);
    life.cash_now_and_then(current, On::Any(4), &["Elm Road", "Student Union"], &[10_00, 20_00, 30_00], &ENGLISH);
    life.interest(savings, &ENGLISH);
    life.put_aside((current, savings), 27, (2_800_00, 50_00), "Saved");
    once(&mut life, current);
    life.pending(current, "Pennyfarthing Wholefoods", 14_62, 5);
    current
}

fn income(life: &mut Life, current: Slot) {
    life.wages(
        current,
        &Wage { employer: "Fern & Fable Books", reference: "Wages", pay_day: PayDay::Last, minor: 432_00, vary: 22 },
    );
    // Three instalments a year, each for a term.
    for month in life.town.months() {
        let share = match month.month() {
            1 | 9 => 33,
            4 => 34,
            _ => continue,
        };
        let day = PayDay::Day(20).of(month);
        if day < life.town.today {
            let loan = Wage {
                employer: "Student Finance",
                reference: "Maintenance loan",
                pay_day: PayDay::Day(20),
                minor: 0,
                vary: 0,
            };
            life.wage(current, day, &loan, 8_540_00 * share / 100);
        }
    }
}

fn bills(life: &mut Life, current: Slot) {
    let rent = Standing { party: "Elmgrove Lettings", reference: "Rent, back room", minor: -510_00, ..DEBIT };
    life.every_month(current, 1, &rent);
    let debits = [
        (
            4,
            Standing {
                party: "Kestrel Mobile",
                reference: "KM-7730418",
                category: Communication,
                minor: -12_00,
                ..DEBIT
            },
        ),
        (
            9,
            Standing {
                party: "Citylink Buses",
                reference: "Student pass",
                category: Transport,
                minor: -46_50,
                ..DEBIT
            },
        ),
        (15, Standing { party: "Reel & Record", reference: "Subscription", category: Leisure, minor: -7_99, ..DEBIT }),
        (19, Standing { party: "Ironside Gym", reference: "Off-peak", category: Health, minor: -18_95, ..DEBIT }),
    ];
    for (day, debit) in debits {
        life.every_month(current, day, &debit);
    }
}

const HABITS: [Habit; 8] = [
    Habit {
        shops: &["Pennyfarthing Wholefoods", "Lidgate Market Hall", "Harrow & Sons Grocers", "Penfold Foods"],
        category: Groceries,
        on: On::Any(34),
        price: Price::Basket(4_20, 27_90),
        hours: (10, 21),
    },
    Habit {
        shops: &["The Quiet Bean", "Union Coffee Bar"],
        category: EatingOut,
        on: On::Workdays(38),
        price: Price::Menu(&[2_80, 3_10, 3_40, 2_45]),
        hours: (8, 16),
    },
    Habit {
        shops: &["Saffron Street Kitchen", "Noodle Yard", "Dough Brothers", "The Lamplighter"],
        category: EatingOut,
        on: On::Any(13),
        price: Price::Basket(7_50, 24_00),
        hours: (18, 23),
    },
    Habit {
        shops: &["Threadneedle Vintage", "Marlow Home", "Copperline Stationers"],
        category: Shopping,
        on: On::Any(6),
        price: Price::Tag(6_00, 42_00),
        hours: (11, 19),
    },
    Habit {
        shops: &["Picturehouse on the Green", "Riverside Climbing", "Basement Records"],
        category: Leisure,
        on: On::Weekends(16),
        price: Price::Menu(&[8_50, 11_00, 14_00]),
        hours: (13, 21),
    },
    Habit {
        shops: &["Westmoor Rail"],
        category: Transport,
        on: On::Weekends(9),
        price: Price::Basket(12_40, 48_70),
        hours: (7, 12),
    },
    Habit {
        shops: &["Alder Pharmacy"],
        category: Health,
        on: On::Any(3),
        price: Price::Basket(3_25, 14_80),
        hours: (10, 18),
    },
    Habit {
        shops: &["Sudsy's Launderette"],
        category: Home,
        on: On::Each(Saturday, 45),
        price: Price::Menu(&[4_80, 6_20]),
        hours: (9, 12),
    },
];

fn once(life: &mut Life, current: Slot) {
    for month in life.town.months() {
        // Books for the term, one of them sent back.
        if matches!(month.month(), 2 | 10) {
            let day = month.saturating_add(5.days());
            let books = line("Halden Books", "Course books", Shopping);
            life.returned(current, day, books, 74_97, 24_99);
        }
        // A birthday in March.
        if month.month() == 3 {
            let day = month.saturating_add(13.days());
            life.elsewhere(current, day, line("Ngozi Okafor", "Happy birthday my love", Income), 100_00);
        }
    }
}
