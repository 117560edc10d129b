//! Daniel Reyes, works in the city: a good salary, a flat, trains, restaurants, and journeys abroad.

use bank::{
    accounts::{
        AccountKind, Category,
        Category::{Communication, EatingOut, Groceries, Health, Leisure, Shopping, Transfers, Transport},
    },
    ledger::Line,
};
use jiff::{
    ToSpan,
    civil::{Date, Weekday::Wednesday},
};
use model::{Currency, Money, forms::HistoryKind};

use super::{CURRENT, DEBIT, SAVINGS, life, open};
use crate::{
    habits::{Habit, On, Price},
    life::{ENGLISH, Life, PayDay, Standing, Wage, line},
    town::{Plan, Slot, Town},
};

pub(super) fn live(town: &mut Town) -> Slot {
    let current = open(town, &["daniel"], 2_518_406, &Plan { reserve: 700_00, ..CURRENT });
    let savings = open(town, &["daniel"], 2_518_407, &Plan { name: "Flat deposit", rate_bp: 385, ..SAVINGS });
    let euros = Plan { kind: AccountKind::Current, name: "Euros", currency: Currency::Eur, reserve: 120_00, ..CURRENT };
    let euros = open(town, &["daniel"], 2_518_408, &euros);
    let mut life = life(town, "daniel");
    life.opening(current, 3_912_48, &ENGLISH);
    life.opening(savings, 9_350_00, &ENGLISH);
    life.opening(euros, 1_268_15, &ENGLISH);
    work(&mut life, current);
    bills(&mut life, current, savings);
    let away = |(leaves, journey): (Date, &Journey)| {
        leaves.series(1.day()).take(usize::try_from(journey.nights + 1).unwrap_or(0))
    };
    life.away = journeys(life.town).into_iter().flat_map(away).collect();
    life.habits(current, &HABITS);
    life.cash_now_and_then(current, On::Any(3), &["Cannon Street", "Bermondsey"], &[20_00, 40_00, 50_00], &ENGLISH);
    life.interest(savings, &ENGLISH);
    life.put_aside((current, savings), 20, (2_200_00, 100_00), "Towards the flat");
    travel(&mut life, current, euros);
    porto(&mut life, euros);
    shopping_sent_back(&mut life, current);
    life.pending(current, "Larkhill Hotel, Bath", 184_00, 7);
    life.pending(current, "Tidewater Grill", 46_35, 5);
    current
}

fn work(life: &mut Life, current: Slot) {
    let salary = Wage {
        employer: "Aldgate & Finch LLP",
        reference: "Salary",
        pay_day: PayDay::Day(25),
        minor: 4_386_52,
        vary: 1,
    };
    life.wages(current, &salary);
    for month in life.town.months() {
        let day = PayDay::Day(25).of(month);
        if month.month() == 3 && day < life.town.today {
            let bonus = Wage { reference: "Annual bonus", ..salary };
            let minor = life.dice.around(5_240_00, 12);
            life.wage(current, day, &bonus, minor);
        }
        // What was spent on the firm's business comes back.
        let expenses = PayDay::Day(14).of(month);
        if expenses < life.town.today && life.dice.chance(55) {
            let minor = life.dice.between(22_40, 214_80);
            life.wage(current, expenses, &Wage { reference: "Expenses", ..salary }, minor);
        }
    }
}

fn bills(life: &mut Life, current: Slot, savings: Slot) {
    let rent = Standing { party: "Harbour Lettings", reference: "Flat 4, Tanner's Yard", minor: -1_895_00, ..DEBIT };
    life.every_month(current, 1, &rent);
    let debits = [
        (
            3,
            Standing {
                party: "Southern Counties Rail",
                reference: "Season ticket",
                category: Transport,
                minor: -212_40,
                ..DEBIT
            },
        ),
        (5, Standing { party: "Brightwater Energy", reference: "BW-8831204", minor: -96_18, vary: 34, ..DEBIT }),
        (8, Standing { party: "Southwark Council", reference: "Council tax", minor: -142_00, ..DEBIT }),
        (
            11,
            Standing { party: "Lumen Fibre", reference: "LF-220917", category: Communication, minor: -34_00, ..DEBIT },
        ),
        (
            11,
            Standing {
                party: "Kestrel Mobile",
                reference: "KM-1189265",
                category: Communication,
                minor: -21_00,
                vary: 8,
                ..DEBIT
            },
        ),
        (14, Standing { party: "Thornbury Insurance", reference: "Contents", minor: -11_84, ..DEBIT }),
        (17, Standing { party: "Foundry Fitness", reference: "Membership", category: Health, minor: -64_00, ..DEBIT }),
        (21, Standing { party: "Reel & Record", reference: "Family plan", category: Leisure, minor: -16_99, ..DEBIT }),
    ];
    for (day, debit) in debits {
        life.every_month(current, day, &debit);
    }
    let vegetables =
        Standing { party: "Borough Greens", reference: "Vegetable box", category: Groceries, minor: -14_95, ..DEBIT };
    life.every_week(current, Wednesday, &vegetables);
    let fund =
        Standing { party: "Tallis Investments", reference: "DR-40071", category: Transfers, minor: -250_00, ..DEBIT };
    life.every_month(current, 27, &fund);
    let lines = (line("Flat deposit", "Monthly saving", Transfers), line("Everyday", "Monthly saving", Transfers));
    life.monthly_order((current, savings), 26, 450_00, &lines);
}

const HABITS: [Habit; 9] = [
    Habit {
        shops: &["Monmouth Lane Coffee", "Press & Pour"],
        category: EatingOut,
        on: On::Workdays(62),
        price: Price::Menu(&[3_40, 3_65, 3_90]),
        hours: (7, 10),
    },
    Habit {
        shops: &["Saltbox Deli", "Bao & Broth", "Leadenhall Salads", "The Hungry Clerk"],
        category: EatingOut,
        on: On::Workdays(54),
        price: Price::Basket(6_95, 14_60),
        hours: (12, 14),
    },
    Habit {
        shops: &["Tidewater Grill", "Osteria Bellini", "The Crooked Billet", "Kasa Tapas"],
        category: EatingOut,
        on: On::Any(14),
        price: Price::Basket(24_00, 92_00),
        hours: (19, 23),
    },
    Habit {
        shops: &["Penfold Foods", "Harrow & Sons Grocers", "Borough Greens"],
        category: Groceries,
        on: On::Any(30),
        price: Price::Basket(8_60, 71_00),
        hours: (9, 21),
    },
    Habit {
        shops: &["Metroline Travel"],
        category: Transport,
        on: On::Any(30),
        price: Price::Menu(&[2_80, 3_40, 5_60, 8_10]),
        hours: (4, 6),
    },
    Habit {
        shops: &["Blackcab Co-op"],
        category: Transport,
        on: On::Weekends(14),
        price: Price::Basket(9_40, 31_00),
        hours: (21, 24),
    },
    Habit {
        shops: &["Marlow Home", "Cordwainer & Co", "Halden Books", "North Quay Outfitters"],
        category: Shopping,
        on: On::Any(8),
        price: Price::Tag(15_00, 140_00),
        hours: (10, 20),
    },
    Habit {
        shops: &["Picturehouse on the Green", "Southbank Concerts", "Riverside Run Club"],
        category: Leisure,
        on: On::Weekends(15),
        price: Price::Menu(&[14_00, 18_50, 42_00]),
        hours: (10, 20),
    },
    Habit {
        shops: &["Alder Pharmacy", "Tooley Street Dental"],
        category: Health,
        on: On::Any(2),
        price: Price::Basket(4_50, 62_00),
        hours: (9, 18),
    },
];

/// Where he goes, when, and what a unit of the money there costs.
struct Journey {
    month: i8,
    /// How many days after the first of the month he leaves.
    day: i64,
    nights: i64,
    town: &'static str,
    currency: Currency,
    /// Pence for ten thousand of the smallest unit there.
    rate: i64,
    shops: &'static [(&'static str, Category)],
    prices: (i64, i64),
    hotel: &'static str,
    night: i64,
}

const JOURNEYS: [Journey; 4] = [
    Journey {
        month: 5,
        day: 9,
        nights: 5,
        town: "Porto",
        currency: Currency::Eur,
        rate: 8_562,
        shops: &[
            ("Café Ribadouro", EatingOut),
            ("Mercado Alto", Groceries),
            ("Tasca da Foz", EatingOut),
            ("Livraria do Cais", Shopping),
            ("Metro do Douro", Transport),
        ],
        prices: (2_40, 46_00),
        hotel: "Hotel Infante",
        night: 88_00,
    },
    Journey {
        month: 9,
        day: 14,
        nights: 6,
        town: "Boston",
        currency: Currency::Usd,
        rate: 7_741,
        shops: &[
            ("Harbor Street Diner", EatingOut),
            ("Beacon Hill Books", Shopping),
            ("Bayline Transit", Transport),
            ("Sal's Clam Shack", EatingOut),
            ("Common Grounds", EatingOut),
        ],
        prices: (2_90, 68_00),
        hotel: "The Alcott",
        night: 164_00,
    },
    Journey {
        month: 11,
        day: 3,
        nights: 7,
        town: "Kyoto",
        currency: Currency::Jpy,
        // A yen has no smaller unit.
        rate: 5_180,
        shops: &[
            ("喫茶みずうみ", EatingOut),
            ("Nishiki Udon", EatingOut),
            ("Kamogawa Bus", Transport),
            ("Teramachi Paper", Shopping),
            ("Higashiyama Museum", Leisure),
        ],
        prices: (380, 6_400),
        hotel: "Kamo Ryokan",
        night: 14_200,
    },
    Journey {
        month: 2,
        day: 10,
        nights: 3,
        town: "Lyon",
        currency: Currency::Eur,
        rate: 8_417,
        shops: &[
            ("Brasserie du Pont", EatingOut),
            ("Tabac Bellecour", Shopping),
            ("Halles Saint-Paul", Groceries),
            ("Funiculaire", Transport),
        ],
        prices: (3_10, 58_00),
        hotel: "Hôtel des Traboules",
        night: 104_00,
    },
];

/// The journeys of all years, with the day on which each begins.
fn journeys(town: &Town) -> Vec<(Date, &'static Journey)> {
    let of = |month: Date| JOURNEYS.iter().filter(move |journey| journey.month == month.month());
    let begins = |month: Date| of(month).map(move |journey| (month.saturating_add(journey.day.days()), journey));
    town.months().into_iter().flat_map(begins).collect()
}

fn travel(life: &mut Life, current: Slot, euros: Slot) {
    for (leaves, journey) in journeys(life.town) {
        let booked = leaves.saturating_sub(life.dice.between(20, 45).days());
        if booked >= life.town.first && booked < life.town.today {
            let (at, fare) = (life.at(booked, (19, 23)), life.dice.between(148_00, 512_00));
            life.card(current, at, line("Meridian Airways", journey.town, Leisure), fare, false);
        }
        for night in 0..=journey.nights {
            let day = leaves.saturating_add(night.days());
            if day >= life.town.today {
                break;
            }
            for _ in 0..life.dice.between(1, 4) {
                let (shop, category) = *life.dice.pick(journey.shops);
                let (a, b) = (
                    life.dice.between(journey.prices.0, journey.prices.1),
                    life.dice.between(journey.prices.0, journey.prices.1),
                );
                abroad(life, (current, euros), journey, day, line(shop, journey.town, category), a.min(b));
            }
            if night == journey.nights {
                let bill = line(journey.hotel, journey.town, Leisure);
                abroad(life, (current, euros), journey, day, bill, journey.night * journey.nights);
            }
        }
    }
}

fn abroad(life: &mut Life, (current, euros): (Slot, Slot), journey: &Journey, day: Date, read: Line, foreign: i64) {
    let at = life.at(day, (8, 22));
    // Euros come from the euro account, when he remembers to use that card.
    if journey.currency == Currency::Eur && life.dice.chance(60) {
        life.card(euros, at, read, foreign, false);
    } else {
        let rate = life.dice.around(journey.rate, 2);
        let sterling = Money::new(foreign, Currency::Gbp).scaled(rate, 10_000).map_or(1, |money| money.minor.max(1));
        life.card_abroad(current, at, read, sterling, Money::new(foreign, journey.currency));
    }
}

/// His share of his grandmother's flat in Porto.
fn porto(life: &mut Life, euros: Slot) {
    let share = Standing {
        party: "Ana Reyes",
        reference: "Renda, a tua parte",
        category: Category::Income,
        kind: HistoryKind::StandingOrder,
        minor: 185_00,
        vary: 0,
    };
    life.every_month(euros, 6, &share);
    let debits = [
        (12, Standing { party: "Águas do Norte", reference: "Contrato 40117", minor: -18_62, vary: 25, ..DEBIT }),
        (20, Standing { party: "Condomínio Cais 12", reference: "Quota", minor: -74_00, ..DEBIT }),
    ];
    for (day, debit) in debits {
        life.every_month(euros, day, &debit);
    }
}

fn shopping_sent_back(life: &mut Life, current: Slot) {
    for month in life.town.months() {
        if life.dice.chance(40) {
            let day = month.saturating_add(life.dice.between(2, 24).days());
            if day < life.town.today {
                let (shop, minor) = *life.dice.pick(&[
                    ("North Quay Outfitters", 89_00),
                    ("Cordwainer & Co", 124_95),
                    ("Marlow Home", 38_50),
                ]);
                life.returned(current, day, line(shop, "Order", Shopping), minor, minor);
            }
        }
    }
}
