//! Amelia Hart: Hart & Daughter Bakery, open from Tuesday to Sunday, and her own house.

use bank::accounts::{
    AccountKind,
    Category::{
        Business, Cash, Communication, EatingOut, Groceries, Health, Income, Leisure, Shopping, Transfers, Transport,
    },
};
use jiff::{
    ToSpan,
    civil::{
        Date,
        Weekday::{self, Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday},
    },
};

use super::{CURRENT, DEBIT, life, open};
use crate::{
    habits::{Habit, On, Price},
    life::{ENGLISH, Life, PayDay, Standing, line},
    town::{Plan, Slot, Town},
};

/// The account of the bakery, which the neighbours pay.
pub(super) fn live(town: &mut Town) -> Slot {
    let current = open(town, &["amelia"], 3_360_915, &Plan { reserve: 900_00, ..CURRENT });
    let bakery = Plan {
        kind: AccountKind::Business,
        name: "Hart & Daughter Bakery",
        payment_limit: 25_000_00,
        daily_limit: 50_000_00,
        new_payee_limit: 10_000_00,
        reserve: 4_000_00,
        ..CURRENT
    };
    let bakery = open(town, &["amelia"], 3_360_916, &bakery);
    let mut life = life(town, "amelia");
    life.opening(current, 2_870_17, &ENGLISH);
    life.opening(bakery, 11_640_92, &ENGLISH);
    for day in life.town.days() {
        takings(&mut life, bakery, day);
    }
    suppliers(&mut life, bakery);
    running(&mut life, bakery);
    staff_and_taxes(&mut life, bakery);
    let lines = (line("Amelia Hart", "Drawings", Transfers), line("Hart & Daughter Bakery", "Drawings", Income));
    life.monthly_order((bakery, current), 2, 2_600_00, &lines);
    life.put_aside((bakery, current), 28, (16_000_00, 500_00), "Drawings");
    home(&mut life, current);
    life.pending(bakery, "Castlegate Cash & Carry", 212_40, 5);
    bakery
}

/// What a day's customers pay: the card machine settles after each shift, cash goes to the bank on Mondays.
fn takings(life: &mut Life, bakery: Slot, day: Date) {
    let typical = match day.weekday() {
        Monday => 0,
        Tuesday => 410_00,
        Wednesday => 430_00,
        Thursday => 470_00,
        Friday => 590_00,
        Saturday => 930_00,
        Sunday => 640_00,
    };
    let season = match (day.month(), day.day()) {
        (12, 15..=24) => 165,
        (12, 25..) | (1, 1..=2) => 0,
        (1, _) => 88,
        (4, _) => 110,
        (8, _) => 92,
        _ => 100,
    };
    let expected = typical * season / 100;
    if expected == 0 {
        return;
    }
    for (reference, share, hours) in [("Morning", 46, (12, 13)), ("Afternoon", 34, (17, 18))] {
        let minor = life.dice.around(expected * share / 100, 38);
        let at = life.at(day, hours);
        life.received(bakery, at, line("Tillpoint card takings", reference, Income), minor);
    }
    if life.dice.chance(70) {
        let minor = life.dice.around(expected * 14 / 100, 55);
        let at = life.at(day, (20, 21));
        life.received(bakery, at, line("Orderly online orders", "Collected", Income), minor);
    }
}

fn suppliers(life: &mut Life, bakery: Slot) {
    let weekly: [(Weekday, &str, &str, i64, i64, u64); 6] = [
        (Tuesday, "Millstone Flour Co", "Delivery", 268_00, 24, 100),
        (Wednesday, "Coldbrook Dairy", "Butter, cream", 226_00, 22, 100),
        (Thursday, "Fairacre Eggs", "Trays", 94_60, 18, 96),
        (Friday, "Castlegate Cash & Carry", "", 148_00, 45, 88),
        (Monday, "Wrap & Ribbon Packaging", "Boxes, bags", 62_40, 35, 45),
        (Saturday, "Orchard End Fruit", "", 71_30, 40, 82),
    ];
    for day in life.town.days() {
        for (weekday, party, reference, minor, vary, percent) in weekly {
            if day.weekday() == weekday && life.dice.chance(percent) {
                let minor = life.dice.around(minor, vary);
                let at = life.at(day, (7, 16));
                life.card(bakery, at, line(party, reference, Business), minor, true);
            }
        }
        // The till's cash, less the float, in whole notes.
        if day.weekday() == Monday {
            let notes = life.dice.between(62, 118) * 5_00;
            let at = life.at(day, (10, 12));
            life.cash_in(bakery, at, line("Paid in at the counter", "Till", Cash), notes);
        }
    }
}

fn running(life: &mut Life, bakery: Slot) {
    let debit = |party, reference, minor, vary| Standing { party, reference, category: Business, minor, vary, ..DEBIT };
    let debits = [
        (1, debit("Castlegate Properties", "Unit 3, Mill Street", -1_450_00, 0)),
        (4, debit("Brightwater Energy", "BW-5520193", -538_00, 21)),
        (7, debit("City Water Company", "Unit 3", -68_20, 12)),
        (9, debit("Lumen Fibre", "LF-881432", -39_00, 0)),
        (12, debit("Castlegate Council", "Business rates", -312_00, 0)),
        (16, debit("Hearth & Oak Insurance", "Shop policy", -87_45, 0)),
        (18, debit("Greenbin Collections", "Food waste", -58_80, 9)),
        (22, debit("Oven lease, Steadman & Co", "Agreement 1187", -214_00, 0)),
        (23, debit("Ledgerly Accounts", "Plan M", -28_00, 0)),
    ];
    for (day, debit) in debits {
        life.every_month(bakery, day, &debit);
    }
    life.monthly_fee(bakery, 3, "Business account", 6_50, &ENGLISH);
    for month in life.town.months() {
        let day = PayDay::Exactly(3).of(month);
        if day < life.town.today {
            let minor = life.dice.around(184_00, 18);
            let at = life.at(day, (4, 6));
            life.card(bakery, at, line("Tillpoint", "Card processing", Business), minor, true);
        }
    }
    // Now and then the mixer needs a new belt.
    for day in life.town.days() {
        if life.dice.chance(2) {
            let (party, reference) = *life.dice.pick(&[
                ("Northfield Catering Repairs", "Mixer"),
                ("Northfield Catering Repairs", "Proving cabinet"),
                ("Signwright", "Window lettering"),
                ("Apron & Co", "Whites"),
            ]);
            let minor = life.dice.between(48_00, 390_00);
            let at = life.at(day, (9, 17));
            life.card(bakery, at, line(party, reference, Business), minor, false);
        }
    }
}

fn staff_and_taxes(life: &mut Life, bakery: Slot) {
    for month in life.town.months() {
        let day = PayDay::Last.of(month);
        if day < life.town.today {
            for (name, minor) in [("Inês Duarte", 1_612_40), ("Kofi Mensah", 1_284_75), ("Rosie Hart", 668_00)] {
                let minor = life.dice.around(minor, 7);
                life.elsewhere_must(bakery, day, line(name, "Wages", Business), -minor);
            }
        }
        let paye = PayDay::Day(22).of(month);
        if paye < life.town.today {
            let minor = life.dice.around(742_00, 9);
            life.elsewhere_must(bakery, paye, line("Revenue and Customs", "PAYE", Business), -minor);
        }
        let vat = PayDay::Day(7).of(month);
        if matches!(month.month(), 2 | 5 | 8 | 11) && vat < life.town.today {
            let minor = life.dice.around(1_486_00, 16);
            life.elsewhere_must(bakery, vat, line("Revenue and Customs", "VAT for the quarter", Business), -minor);
        }
    }
}

fn home(life: &mut Life, current: Slot) {
    let mortgage =
        Standing { party: "Beacon Building Society", reference: "Mortgage 60-1147", minor: -1_118_31, ..DEBIT };
    let debits = [
        (5, mortgage),
        (6, Standing { party: "Castlegate Council", reference: "Council tax", minor: -168_00, ..DEBIT }),
        (10, Standing { party: "Brightwater Energy", reference: "BW-5520194", minor: -121_00, vary: 30, ..DEBIT }),
        (
            13,
            Standing {
                party: "Kestrel Mobile",
                reference: "KM-4410077",
                category: Communication,
                minor: -27_00,
                ..DEBIT
            },
        ),
        (
            20,
            Standing {
                party: "Castlegate Music School",
                reference: "Cello",
                category: Leisure,
                minor: -94_00,
                ..DEBIT
            },
        ),
    ];
    for (day, debit) in debits {
        life.every_month(current, day, &debit);
    }
    life.habits(current, &HABITS);
    for month in life.town.months() {
        let day = PayDay::Exactly(25).of(month);
        if day < life.town.today {
            let savings = line("Beacon Building Society", "Cash savings", Transfers);
            life.rest_elsewhere(current, day, savings, (3_600_00, 100_00));
        }
        if month.month() == 7 {
            let day = month.saturating_add(11.days());
            let cottage = line("Seathwaite Cottages", "One week in August", Leisure);
            life.returned(current, day, cottage, 684_00, 150_00);
        }
    }
}

const HABITS: [Habit; 5] = [
    Habit {
        shops: &["Harrow & Sons Grocers", "Penfold Foods", "Castlegate Farm Shop"],
        category: Groceries,
        on: On::Any(32),
        price: Price::Basket(9_80, 88_00),
        hours: (15, 20),
    },
    Habit {
        shops: &["Garage on the Hill"],
        category: Transport,
        on: On::Any(13),
        price: Price::Basket(28_00, 71_00),
        hours: (6, 19),
    },
    Habit {
        shops: &["The Millrace Inn", "Saffron Street Kitchen"],
        category: EatingOut,
        on: On::Each(Monday, 60),
        price: Price::Basket(18_00, 64_00),
        hours: (18, 21),
    },
    Habit {
        shops: &["Marlow Home", "Little Otter Shoes", "Halden Books"],
        category: Shopping,
        on: On::Any(8),
        price: Price::Tag(9_00, 85_00),
        hours: (14, 19),
    },
    Habit {
        shops: &["Alder Pharmacy", "Castlegate Opticians"],
        category: Health,
        on: On::Any(3),
        price: Price::Basket(4_00, 44_00),
        hours: (14, 18),
    },
];
